/** Classes and codes of SQLSTATE that say that the server is gone, going or not yet there, or has no connection left to give. */
const AWAY_STATE = /^(08|57P0[123]|53300)/;
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
/** What pg says where it gives no code. */
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|is not queryable|Client was closed|cannot use the pool/i;

/** Whether an error came of a database that cannot be reached at present: the same request may go well in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; depth += 1) {
    const { code, cause, previous, originalError } = at as Error & Record<string, unknown>;
    if (typeof code === 'string' && (AWAY_STATE.test(code) || AWAY_CODES.has(code))) return true;
    if (AWAY_WORDS.test(at.message)) return true;
    at = cause ?? previous ?? originalError;
  }
  return false;
}
