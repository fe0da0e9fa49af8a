/** What is noted of a fault: enough to find it, nothing of the person it happened to. */
export interface FaultNote {
  readonly type: string;
  readonly message: string;
  /** SQLSTATE or the code of a library. */
  readonly code?: string;
  /** Constraint and table that a database error names. */
  readonly constraint?: string;
  readonly table?: string;
  /** Places in code, innermost first. */
  readonly stack?: string;
  readonly cause?: FaultNote;
}

const LONGEST_MESSAGE = 500;
const MOST_CAUSES = 4;

/**
 * Describes an error for the log. Database errors carry rows in their details, and the ORM puts whole statements with their
 * values into its messages: neither is kept. What looks like a phone number or an e-mail address is left out everywhere.
 */
export function noteFault(error: unknown, depth = 0): FaultNote {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const { code, constraint, table, cause, previous } = error as Error & Record<string, unknown>;
  const isSql = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  // The ORM's message is the statement with its values, a dash, and what the database said.
  const message = isSql ? (error.message.split(' - ').pop() ?? '') : error.message;
  const below = cause ?? previous;
  return {
    type: error.name,
    message: scrub(message),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof table === 'string' && { table }),
    stack: placesOf(error.stack ?? ''),
    ...(below instanceof Error && depth < MOST_CAUSES && { cause: noteFault(below, depth + 1) }),
  };
}

/** A text without what may be a phone number or an e-mail address. */
export function scrub(text: string): string {
  return text
    .slice(0, LONGEST_MESSAGE)
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]')
    .replace(/(\+|\b(62|0)8)\d[\d -]{6,}\d/g, '[number]');
}

/** A stack begins with the message, which may hold anything; only the lines that name places are kept. */
function placesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
