import { type DestinationStream, type Logger, pino } from 'pino';
import { noteFault, scrub } from './fault-notes.ts';

/** Names of values that never reach a log, at the top and one or two levels down. */
const SECRET_NAMES = [
  'authorization',
  'cookie',
  'set-cookie',
  'token',
  'accessToken',
  'cartToken',
  'deviceToken',
  'otp',
  'pin',
  'password',
  'secret',
  'serverKey',
  'signature_key',
  'phone',
  'phoneNumber',
  'to',
  'email',
  'name',
  'buyerName',
  'address',
  'remoteAddress',
  'variables',
  'body',
];

function redactedPaths(): string[] {
  const step = (name: string): string => (/^\w+$/.test(name) ? `.${name}` : `["${name}"]`);
  const below = (prefix: string): string[] => SECRET_NAMES.map((name) => `${prefix}${step(name)}`);
  return [...SECRET_NAMES.map((name) => step(name).replace(/^\./, '')), ...below('*'), ...below('*.*')];
}

/**
 * The program's log: JSON lines without personal data and secrets. Values under the names above are left out, errors are
 * noted by `noteFault`, and texts lose what may be a phone number. Objects still should not be logged whole.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: { paths: redactedPaths(), censor: '[redacted]' },
    base: null,
    serializers: { err: (error: unknown) => noteFault(error), error: (error: unknown) => noteFault(error) },
    hooks: {
      logMethod(line: unknown[], write: (...line: unknown[]) => void) {
        write.apply(
          this,
          line.map((part) => (typeof part === 'string' ? scrub(part) : part)),
        );
      },
    },
  };
  return destination ? pino(options as never, destination) : pino(options as never);
}
