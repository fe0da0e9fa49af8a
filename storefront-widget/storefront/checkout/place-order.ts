import { ask } from '../../elements/client.ts';
import { PlaceOrderDocument, type PlaceOrderMutation } from '../../operations/generated/graphql.ts';
import { attemptFor, endAttempt, type OrderWish, unansweredAttempt } from './pay-attempt.ts';

/** Why an order was not placed. */
export type Refusal = PlaceOrderMutation['placeOrder']['userErrors'][number];

/** Which part of the page a refusal is about; `sum` is all that stands beside the button. */
export type Part = 'point' | 'method' | 'sum';

const PARTS: Partial<Record<Refusal['code'], Part>> = {
  POINT_REQUIRED: 'point',
  POINT_NOT_SERVED: 'point',
  POINT_CLOSED: 'point',
  POINT_FULL: 'point',
  METHOD_UNAVAILABLE: 'method',
};

/** The part of the page where the refusal is said. */
export function partOf({ code }: Pick<Refusal, 'code'>): Part {
  return PARTS[code] ?? 'sum';
}

/** Where the person can mend it, for refusals that are mended on another page. */
export function mendedAt({ code }: Pick<Refusal, 'code'>): '/pesanan' | '/keranjang' | null {
  if (code === 'TOO_MANY_UNPAID_ORDERS') return '/pesanan';
  return code === 'TOO_MANY_PIECES' ? '/keranjang' : null;
}

/** Places the order; the answer is its code or why not. Sent again after a lost answer it is still one order. */
export async function placeOrder(wish: OrderWish, seen: string): Promise<string | Refusal> {
  const attempt = attemptFor(wish, seen);
  const { placeOrder: answer } = await ask(PlaceOrderDocument, {
    input: { ...attempt.wish, idempotencyKey: attempt.key },
  });
  endAttempt();
  return answer.order ? answer.order.code : answer.userErrors[0]!;
}

/** The order that an unanswered attempt made after all, by its code; null when it made none. Call it only for an emptied cart. */
export async function orderOfLostAnswer(): Promise<string | null> {
  const attempt = unansweredAttempt();
  if (!attempt) return null;
  const answer = await placeOrder(attempt.wish, attempt.seen);
  return typeof answer === 'string' ? answer : null;
}
