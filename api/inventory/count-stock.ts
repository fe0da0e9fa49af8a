import { preparedRows } from '../platform/database/prepared.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { newKey } from '../platform/keys.ts';

/** Pieces of a variant that were counted. */
export interface Count {
  readonly variantKey: string;
  readonly onHand: number;
}

const HOLD = `
  select s.variant_id as "variantKey", s.reserved from stock s
   where s.variant_id in (select (jsonb_array_elements_text($1::jsonb))::uuid) order by s.variant_id for no key update`;

/** Holds the stock of these variants under lock, and gives how many pieces of each are reserved: fewer cannot be counted. */
export async function holdStock(tx: Tx, variantKeys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (variantKeys.length === 0) return new Map();
  const rows = await preparedRows<{ variantKey: string; reserved: number }>(tx, HOLD, [JSON.stringify(variantKeys)]);
  return new Map(rows.map(({ variantKey, reserved }) => [variantKey, reserved]));
}

const COUNT = `
  with counted as materialized (
    select r.*, coalesce(s.on_hand, 0) as before, s.variant_id is null as is_new
      from jsonb_to_recordset($1::jsonb) as r(id uuid, variant uuid, on_hand int) left join stock s on s.variant_id = r.variant),
  begun as (insert into stock (variant_id, on_hand, reserved) select variant, on_hand, 0 from counted where is_new),
  moved as (update stock s set on_hand = c.on_hand from counted c
    where s.variant_id = c.variant and not c.is_new and c.on_hand <> c.before),
  noted as (insert into stock_movement (id, variant_id, kind, on_hand_delta, reserved_delta, cause, actor_id, at)
    select id, variant, 'ADJUST', on_hand - before, 0, $2, $3::uuid, $4::timestamptz from counted where on_hand <> before)
  select variant as "variantKey" from counted where on_hand <> before`;

/**
 * Sets the stock of variants, which are new or held, to what was counted, with a movement for each difference; the same count
 * again moves nothing. Gives the variants whose stock is other than before. Records no events: the caller sees to the search.
 */
export async function countStock(tx: Tx, counts: readonly Count[], cause: string): Promise<readonly string[]> {
  if (counts.length === 0) return [];
  const rows = counts.map(({ variantKey, onHand }) => ({ id: newKey(), variant: variantKey, on_hand: onHand }));
  const { actor, clock } = tx.context;
  const values = [JSON.stringify(rows), cause, actor.key, clock.now()];
  return (await preparedRows<{ variantKey: string }>(tx, COUNT, values)).map(({ variantKey }) => variantKey);
}
