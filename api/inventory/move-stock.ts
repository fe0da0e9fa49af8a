import { runSteps, type Step } from '../platform/database/steps.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { newKey } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import type { StockMovementKind } from './stock-movement.ts';

/** So many pieces of a variant. */
export interface StockLine {
  readonly variantKey: string;
  readonly quantity: number;
}

/** What a piece that moves adds to the two numbers of its stock. */
interface Sign {
  readonly onHand: number;
  readonly reserved: number;
}

const RESERVED: Sign = { onHand: 0, reserved: 1 };

/** Up to this many pieces left, each change is told at once; above it nobody sees the number change. */
const FEW_LEFT = 20;

/** Takes pieces for an order. Refuses OUT_OF_STOCK with { title, left } when one of the lines has too few left; then nothing moves. */
export function reserveStock(tx: Tx, lines: readonly StockLine[], cause: string): Promise<void> {
  return moveStock(tx, 'RESERVE', RESERVED, lines, cause);
}

/** The step of `reserveStock`, for one line or more. */
export function reservingStock(tx: Tx, lines: readonly StockLine[], cause: string): Step {
  return moving(tx, 'RESERVE', RESERVED, lines, cause);
}

/** Gives up a reservation: the pieces can be bought again. */
export function releaseStock(tx: Tx, lines: readonly StockLine[], cause: string): Promise<void> {
  return moveStock(tx, 'RELEASE', { onHand: 0, reserved: -1 }, lines, cause);
}

/** A reserved sale is settled: the pieces leave the stock. */
export function settleStock(tx: Tx, lines: readonly StockLine[], cause: string): Promise<void> {
  return moveStock(tx, 'SETTLE', { onHand: -1, reserved: -1 }, lines, cause);
}

/** Settled pieces come back to the seller. */
export function putBackStock(tx: Tx, lines: readonly StockLine[], cause: string): Promise<void> {
  return moveStock(tx, 'PUT_BACK', { onHand: 1, reserved: 0 }, lines, cause);
}

/** Pieces that nobody reserved are gone: damaged or lost. Release or put back first what a parcel held. */
export function writeOffStock(tx: Tx, lines: readonly StockLine[], cause: string): Promise<void> {
  return moveStock(tx, 'WRITE_OFF', { onHand: -1, reserved: 0 }, lines, cause);
}

interface Moved {
  variant_id: string;
  product_id: string;
  enough: boolean;
  left_before: number;
  left_after: number;
}

// Arrays, of which the planner expects few: of JSON rows it expects a hundred, and reads the whole table while the row is locked.
// The new numbers come from the locked row: PostgreSQL checks constraints on what it makes of the statement's own, older view of the
// row before it follows a rival's change, and would refuse pieces that were given back meanwhile.
const MOVE = `
  with wanted as (
    select * from unnest($1::uuid[], $7::uuid[], $8::int[], $9::int[]) as t(id, variant_id, on_hand, reserved)
  ), locked as materialized (
    select s.variant_id, s.on_hand, s.reserved, w.id, w.on_hand as d_on_hand, w.reserved as d_reserved
      from stock s join wanted w on w.variant_id = s.variant_id order by s.variant_id for no key update of s
  ), judged as materialized (
    select *, on_hand + d_on_hand >= reserved + d_reserved and reserved + d_reserved >= 0 as enough from locked
  ), moved as (
    update stock s set on_hand = j.on_hand + j.d_on_hand, reserved = j.reserved + j.d_reserved
      from judged j where j.variant_id = s.variant_id
       and (select count(*) = $2::int and bool_and(enough) from judged)
    returning s.variant_id, j.id, j.d_on_hand, j.d_reserved
  ), noted as (
    insert into stock_movement (id, variant_id, kind, on_hand_delta, reserved_delta, cause, actor_id, at)
    select id, variant_id, $3, d_on_hand, d_reserved, $4, $5::uuid, $6::timestamptz from moved
  )
  select j.variant_id, v.product_id, enough, on_hand - reserved as left_before,
         on_hand + d_on_hand - reserved - d_reserved as left_after
    from judged j join variant v on v.id = j.variant_id order by j.variant_id`;

/** All lines in one statement: locked in order of the variant, then changed together or not at all. */
async function moveStock(
  tx: Tx,
  kind: StockMovementKind,
  sign: Sign,
  lines: readonly StockLine[],
  cause: string,
): Promise<void> {
  if (lines.length > 0) await runSteps(tx, [moving(tx, kind, sign, lines, cause)]);
}

function moving(tx: Tx, kind: StockMovementKind, sign: Sign, lines: readonly StockLine[], cause: string): Step {
  const wanted = merged(lines).map(({ variantKey, quantity }) => ({
    id: newKey(),
    variant_id: variantKey,
    on_hand: sign.onHand * quantity,
    reserved: sign.reserved * quantity,
  }));
  const { actor, clock } = tx.context;
  return {
    text: MOVE,
    values: [
      ...[wanted.map(({ id }) => id), wanted.length, kind, cause, actor.key, clock.now()],
      ...[wanted.map((line) => line.variant_id), wanted.map((line) => line.on_hand)],
      wanted.map((line) => line.reserved),
    ],
    async judge(rows: readonly Moved[]) {
      const moved = new Map(rows.map((row) => [row.variant_id, row]));
      const short = wanted.map((line) => line.variant_id).filter((key) => !moved.get(key)?.enough);
      if (short.length > 0) await refuseOrFail(tx, kind, short, rows);
      const seen = rows.filter(
        (row) => Math.min(row.left_before, row.left_after) <= FEW_LEFT && row.left_before !== row.left_after,
      );
      for (const { variant_id, product_id } of seen) await tellChanged(tx, variant_id, product_id);
    },
  };
}

/** Too few to take is the buyer's to mend; too few to give back is our fault. */
async function refuseOrFail(
  tx: Tx,
  kind: StockMovementKind,
  variantKeys: string[],
  rows: readonly Moved[],
): Promise<never> {
  const first = variantKeys.sort()[0]!;
  if (kind !== 'RESERVE') throw new Error(`Stock of ${first} cannot ${kind}`);
  const [named] = await tx.execute<{ title: string }[]>(
    'select p.title from variant v join product p on p.id = v.product_id where v.id = ?',
    [first],
  );
  const left = rows.find((row) => row.variant_id === first)?.left_before ?? 0;
  refuse('OUT_OF_STOCK', ['cartId'], { title: named?.title ?? '', left });
}

/** Records StockChanged for each of the variants, in the order of their keys. */
export async function tellStockChanged(tx: Tx, variantKeys: readonly string[]): Promise<void> {
  if (variantKeys.length === 0) return;
  const rows = await tx.execute<{ id: string; product_id: string }[]>(
    'select id, product_id from variant where id = any(?::uuid[]) order by id',
    [`{${variantKeys.join(',')}}`],
  );
  for (const { id, product_id } of rows) await tellChanged(tx, id, product_id);
}

async function tellChanged(tx: Tx, variantKey: string, productKey: string): Promise<void> {
  await appendEvent(tx, 'StockChanged', { variantKey, productKey });
}

/** One line for each variant, sorted, so that every caller locks in the same order. */
function merged(lines: readonly StockLine[]): StockLine[] {
  const byVariant = new Map<string, number>();
  for (const { variantKey, quantity } of lines) byVariant.set(variantKey, (byVariant.get(variantKey) ?? 0) + quantity);
  return [...byVariant]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([variantKey, quantity]) => ({ variantKey, quantity }));
}
