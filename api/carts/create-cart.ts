import { widgetByKey } from '../communities/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { isIdempotencyKey, LONGEST_IDEMPOTENCY_KEY } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { type HeldCart, lockOrMakeCart } from './own-cart.ts';

/** What a client sends for a cart. */
export interface CartWanted {
  readonly idempotencyKey: string;
  /** Publishable key of the widget that the cart is filled through. */
  readonly widgetKey: string | null;
}

/**
 * The caller's cart, made when there is none: so the same call twice gives the same cart to everyone who can be told apart, by
 * account or by the secret they brought. (A guest who lost the first answer gets another empty cart; the first is swept away.)
 * With a widget's key the cart is counted for its community. Refuses NOT_FOUND for an unknown key, INVALID for an idempotency
 * key that is empty, too long or not printable ASCII.
 */
export async function createCart(ctx: Context, { idempotencyKey, widgetKey }: CartWanted): Promise<HeldCart> {
  if (!isIdempotencyKey(idempotencyKey))
    refuse('INVALID', ['idempotencyKey'], { limit: `1-${LONGEST_IDEMPOTENCY_KEY}` });
  const widget = widgetKey === null ? null : await widgetByKey(ctx, widgetKey);
  if (widgetKey !== null && !widget) refuse('NOT_FOUND', ['widgetKey']);
  return inTransaction(ctx, async (tx) => {
    const held = await lockOrMakeCart(tx, null);
    if (widget) held.cart.widgetKey = widget.key;
    return held;
  });
}
