import type { Answer } from '../stage/faults.ts';
import type { Randomness } from '../stage/randomness.ts';

/** A Core answer: most outcomes, refusals too, travel as HTTP 200 with the real code in the body. */
export function coreAnswer(code: string, message: string, more: Record<string, unknown> = {}): Answer {
  return { status: 200, body: { status_code: code, status_message: message, ...more } };
}

/** A wrong request: HTTP 400, with every fault named. */
export function invalid(messages: string[], random: Randomness): Answer {
  const body = {
    status_code: '400',
    status_message: 'One or more parameters in the payload is invalid.',
    validation_messages: messages,
    id: random.uuid(),
  };
  return { status: 400, body };
}

/** A body that is not JSON at all. */
export function malformed(random: Randomness): Answer {
  const status_message = 'The request could not be processed due to malformed syntax in the request body';
  return { status: 413, body: { status_code: '413', status_message, id: random.uuid() } };
}

export function notFound(random: Randomness): Answer {
  return coreAnswer('404', "Transaction doesn't exist.", { id: random.uuid() });
}

/** The order of things does not allow this move. */
export function unchangeable(): Answer {
  return coreAnswer('412', 'Merchant cannot modify the status of the transaction');
}
