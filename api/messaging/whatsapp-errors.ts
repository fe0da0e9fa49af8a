import type { FailureKind } from './message-sender.ts';

/** The provider's error codes and what they ask for; decided on the code, never on text or HTTP status. */
const KINDS: Readonly<Record<Exclude<FailureKind, 'MISTAKE'>, readonly number[]>> = {
  // Trouble at the provider.
  TRANSIENT: [1, 2, 131000, 131016, 133004],
  // Limits of the app, the number, or this pair of numbers; spam throttling.
  THROTTLED: [4, 80007, 130429, 131056, 131048],
  // Token, permission, account, payment, template switched off.
  OPERATOR: [0, 190, 3, 10, 368, 130497, 131031, 131042, 131045, 132015, 132016],
  // Not on WhatsApp, blocked, opted out, or held back by the provider.
  UNREACHABLE: [131026, 131030, 131049, 131050, 130472],
};

const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, codes]) => codes.map((code) => [code, kind as FailureKind] as const)),
);

/** Pause that a code asks for at least, in seconds. */
const PAUSES = new Map([
  [131056, 6],
  [130429, 30],
  [4, 60],
  [80007, 60],
  [131048, 600],
]);

/** What an error code asks for; null stands for an answer that carries none. */
export function failureOf(code: number | null, httpStatus: number): { kind: FailureKind; retryAfterSeconds: number } {
  if (code === null)
    return { kind: httpStatus >= 500 || httpStatus === 429 ? 'TRANSIENT' : 'MISTAKE', retryAfterSeconds: 0 };
  if (code >= 200 && code <= 299) return { kind: 'OPERATOR', retryAfterSeconds: 0 };
  return { kind: KIND_OF.get(code) ?? 'MISTAKE', retryAfterSeconds: PAUSES.get(code) ?? 0 };
}
