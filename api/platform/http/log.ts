import { type DestinationStream, type Logger, pino } from 'pino';

/** Names of values that never reach a log, at the top and one or two levels down. */
const SECRET_NAMES = [
  'authorization',
  'cookie',
  'set-cookie',
  'token',
  'accessToken',
  'cartToken',
  'otp',
  'pin',
  'password',
  'secret',
  'signature_key',
  'phone',
  'phoneNumber',
  'email',
  'name_of_person',
  'address',
];

function redactedPaths(): string[] {
  const quoted = SECRET_NAMES.map((name) => (/^\w+$/.test(name) ? `.${name}` : `["${name}"]`));
  const at = (prefix: string): string[] => quoted.map((name) => `${prefix}${name}`);
  const top = SECRET_NAMES.map((name) => (/^\w+$/.test(name) ? name : `["${name}"]`));
  return [...top, ...at('*'), ...at('*.*')];
}

/** The program's log: JSON lines, with personal data and secrets left out. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, redact: { paths: redactedPaths(), censor: '[redacted]' }, base: null };
  return destination ? pino(options, destination) : pino(options);
}
