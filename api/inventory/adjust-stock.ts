import type { Context } from '../platform/context.ts';
import { brokenConstraint, inTransaction, type Tx } from '../platform/database/transaction.ts';
import { isIdempotencyKey, keyOf, newKey } from '../platform/keys.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { isMemberOfSeller } from '../sellers/index.ts';
import { tellStockChanged } from './move-stock.ts';
import { LARGEST_STOCK } from './stock.ts';

/** A seller's correction of a stock. */
export interface Adjustment {
  readonly variantId: string;
  /** Pieces that came, or, negative, went. */
  readonly delta: number;
  readonly reason: string;
  readonly idempotencyKey: string;
}

const LONGEST = 200;

/**
 * Counts pieces in or out of a variant's stock for a member of its shop, and gives the variant's key. The same key of the same
 * person adjusts once. Refuses NOT_FOUND, INVALID, BELOW_RESERVED {reserved} when fewer than the reserved pieces would be left,
 * IDEMPOTENCY_KEY_REUSED.
 */
export async function adjustStock(ctx: Context, input: Adjustment): Promise<string> {
  const variantKey = keyOf('Variant', input.variantId);
  refuseInvalid(input);
  for (let run = 1; ; run += 1) {
    try {
      return await inTransaction(ctx, (tx) => adjust(tx, variantKey, input));
    } catch (error) {
      // Lost to the same call in parallel: now its movement is there to be seen.
      if (run > 1 || brokenConstraint(error) !== 'stock_movement_adjusted_once') throw error;
    }
  }
}

async function adjust(
  tx: Tx,
  variantKey: string | null,
  { delta, reason, idempotencyKey }: Adjustment,
): Promise<string> {
  const { context: ctx } = tx;
  const [variant] = await tx.execute<{ seller_id: string }[]>('select seller_id from variant where id = ?', [
    variantKey,
  ]);
  if (!variantKey || !variant || !isMemberOfSeller(ctx, variant.seller_id)) refuse('NOT_FOUND', ['variantId']);
  await tx.execute('insert into stock (variant_id, on_hand, reserved) values (?, 0, 0) on conflict do nothing', [
    variantKey,
  ]);
  const [stock] = await tx.execute<{ on_hand: number; reserved: number }[]>(
    'select on_hand, reserved from stock where variant_id = ? for no key update',
    [variantKey],
  );
  const cause = oneLine(reason);
  const [before] = await tx.execute<{ variant_id: string; on_hand_delta: number; cause: string }[]>(
    'select variant_id, on_hand_delta, cause from stock_movement where actor_id = ? and idempotency_key = ?',
    [ctx.actor.key, idempotencyKey],
  );
  if (before) {
    const isSame = before.variant_id === variantKey && before.on_hand_delta === delta && before.cause === cause;
    return isSame ? variantKey : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
  }
  const onHand = stock!.on_hand + delta;
  if (onHand < stock!.reserved) refuse('BELOW_RESERVED', ['delta'], { reserved: stock!.reserved });
  if (delta > 0 && onHand > LARGEST_STOCK) refuse('INVALID', ['delta'], { limit: LARGEST_STOCK });
  await tx.execute('update stock set on_hand = ? where variant_id = ?', [onHand, variantKey]);
  await tx.execute(
    `insert into stock_movement (id, variant_id, kind, on_hand_delta, reserved_delta, cause, actor_id, idempotency_key, at)
     values (?, ?, 'ADJUST', ?, 0, ?, ?, ?, ?)`,
    [newKey(), variantKey, delta, cause, ctx.actor.key, idempotencyKey, ctx.clock.now()],
  );
  await tellStockChanged(tx, [variantKey]);
  return variantKey;
}

function refuseInvalid({ delta, reason, idempotencyKey }: Adjustment): void {
  if (delta === 0 || Math.abs(delta) > LARGEST_STOCK) refuse('INVALID', ['delta'], { limit: `1-${LARGEST_STOCK}` });
  if (!oneLine(reason) || reason.length > LONGEST) refuse('INVALID', ['reason'], { limit: `1-${LONGEST}` });
  if (!isIdempotencyKey(idempotencyKey)) refuse('INVALID', ['idempotencyKey'], { limit: `1-${LONGEST}` });
}
