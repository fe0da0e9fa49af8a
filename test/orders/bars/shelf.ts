import { type Goods, type Market, someGoods } from '../../support/makers/orders.ts';
import type { World } from '../../support/world.ts';

/** Goods of which there are only a few, and how many pieces of each there were in the beginning. */
export type Shelf = readonly (Goods & { readonly initial: number })[];

/** Puts two kinds of goods by one shop and one by another on sale, two to six pieces of each. */
export async function aShelf(world: World, { stalls }: Market, random: () => number): Promise<Shelf> {
  const shelf: (Goods & { initial: number })[] = [];
  for (const stall of [stalls[0]!, stalls[0]!, stalls[1]!]) {
    const initial = 2 + Math.floor(random() * 5);
    const goods = await someGoods(world, stall, { stock: initial, price: 12_500, weightGrams: 400 });
    shelf.push({ ...goods, initial });
  }
  return shelf;
}

/** Statuses in which a parcel's pieces are back on the shelf, and in which they left it for good. */
const BACK = `('CANCELLED', 'REJECTED', 'LAPSED', 'RETURNED', 'LOST')`;
const ENDED = `('CANCELLED', 'REJECTED', 'LAPSED', 'COLLECTED', 'RETURNED', 'LOST')`;

/** Pieces of each variant that the parcels of each order hold or have bought, beside what the movements of that order say. */
const BY_ORDER = `
  with held as (
    select l.variant_id, p.order_id,
           coalesce(sum(l.quantity) filter (where not p.is_settled and p.status not in ${ENDED}), 0)::int as held,
           coalesce(sum(l.quantity) filter (where p.is_settled and p.status not in ${BACK}), 0)::int as sold
      from order_line l join parcel p on p.id = l.parcel_id where l.variant_id = any($1::uuid[]) group by l.variant_id, p.order_id
  ), causes as (
    select id as order_id, 'order:' || id as cause from orders where id in (select order_id from held)
    union all select order_id, 'parcel:' || id from parcel where order_id in (select order_id from held)
  ), moved as (
    select m.variant_id, c.order_id, sum(m.reserved_delta)::int as held, -sum(m.on_hand_delta)::int as sold
      from stock_movement m join causes c on c.cause = m.cause where m.variant_id = any($1::uuid[]) group by m.variant_id, c.order_id
  )
  select variant_id as key, o.code, h.held, h.sold, coalesce(m.held, 0) as "movedHeld", coalesce(m.sold, 0) as "movedSold"
    from held h join orders o on o.id = h.order_id left join moved m using (variant_id, order_id)`;

interface OfOrder {
  readonly key: string;
  readonly code: string;
  readonly held: number;
  readonly sold: number;
  readonly movedHeld: number;
  readonly movedSold: number;
}

interface InStock {
  readonly key: string;
  readonly onHand: number;
  readonly reserved: number;
}

/** What is wrong with a shelf while nobody buys, a sentence each: none when every piece is on it, held by one order or sold to one. */
export async function wrongOn(world: World, shelf: Shelf): Promise<string[]> {
  const keys = shelf.map(({ variantKey }) => variantKey);
  const { read } = world.context();
  const orders = await read.rows<OfOrder>(BY_ORDER, [keys]);
  const stocks = await read.rows<InStock>(
    'select variant_id as key, on_hand as "onHand", reserved from stock where variant_id = any($1::uuid[])',
    [keys],
  );
  const ofOrders = orders
    .filter((each) => each.held !== each.movedHeld || each.sold !== each.movedSold)
    .map((each) => `order ${each.code}: ${JSON.stringify(each)}`);
  const ofStock = stocks.flatMap(({ key, onHand, reserved }) => {
    const own = orders.filter((each) => each.key === key);
    const [held, sold] = [sum(own.map((each) => each.held)), sum(own.map((each) => each.sold))];
    const { initial } = shelf.find(({ variantKey }) => variantKey === key)!;
    const isWrong = reserved < 0 || onHand < reserved || reserved !== held || onHand !== initial - sold;
    return isWrong || held + sold > initial ? [JSON.stringify({ key, initial, onHand, reserved, held, sold })] : [];
  });
  return [...ofOrders, ...ofStock];
}

/** Looks at the stock of a shelf again and again while something is done; how often, and how often it said more than there is. */
export async function watched(world: World, shelf: Shelf, act: () => Promise<unknown>) {
  const keys = shelf.map(({ variantKey }) => variantKey);
  const seen = { looks: 0, wrong: 0 };
  let isDone = false;
  const look = async (): Promise<void> => {
    while (!isDone) {
      const [row] = await world
        .context()
        .read.rows<{ wrong: number }>(
          `select count(*) filter (where reserved < 0 or on_hand < reserved)::int as wrong from stock where variant_id = any($1::uuid[])`,
          [keys],
        );
      seen.looks += 1;
      seen.wrong += row!.wrong;
    }
  };
  const finished = act().finally(() => {
    isDone = true;
  });
  await Promise.all([finished, look()]);
  return seen;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
