import { newKey } from '../../elements/new-key.ts';
import type { PaymentMethod } from '../../operations/generated/graphql.ts';

/** What is sent to place an order, but for its key. */
export interface OrderWish {
  readonly cartId: string;
  readonly expectedTotal: number;
  readonly paymentMethod: PaymentMethod;
}

/** One attempt to place an order: however often it is sent, it makes one order at most. */
export interface Attempt {
  readonly key: string;
  readonly wish: OrderWish;
  /** Which state of the cart the person saw. */
  readonly seen: string;
}

const KEPT = 'berjubel:bayar';

/** The attempt that this tab has not seen an answer to; null when there is none. */
export function unansweredAttempt(): Attempt | null {
  const text = sessionStorage.getItem(KEPT);
  return text ? (JSON.parse(text) as Attempt) : null;
}

/** The attempt to order this: the unanswered one when it was for the same, also after a reload; otherwise a new one, which is kept. */
export function attemptFor(wish: OrderWish, seen: string): Attempt {
  const kept = unansweredAttempt();
  if (kept && kept.seen === seen && isSame(kept.wish, wish)) return kept;
  const attempt = { key: newKey(), wish, seen };
  sessionStorage.setItem(KEPT, JSON.stringify(attempt));
  return attempt;
}

/** Forgets the attempt: it was answered. */
export function endAttempt(): void {
  sessionStorage.removeItem(KEPT);
}

function isSame(one: OrderWish, other: OrderWish): boolean {
  return (
    one.cartId === other.cartId &&
    one.expectedTotal === other.expectedTotal &&
    one.paymentMethod === other.paymentMethod
  );
}
