import type { Context } from '../platform/context.ts';
import { keyOf } from '../platform/keys.ts';
import { DomainError } from '../platform/refusal.ts';

/** For so long after a refusal orders are looked at before they wait for locks, in milliseconds. */
const WARM_MS = 2000;

/** When this process last refused an order because something was sold out, by its connections. Only says when a look is worth it. */
const lastRefusedAt = new WeakMap<Context['read'], number>();

/** An order was refused because something is sold out: others that come now are likely after the same thing. */
export function noteSoldOut({ read, clock }: Context): void {
  lastRefusedAt.set(read, clock.now().getTime());
}

/** Whose order of which cart: what a look needs to know. */
export interface Look {
  readonly ctx: Context;
  readonly input: { readonly cartId: string; readonly idempotencyKey: string };
}

const SOLD_OUT = `
  select distinct on (w.at) w.at, p.title
    from jsonb_to_recordset($1::jsonb) as w(at int, cart uuid, buyer uuid, key text)
    join cart c on c.id = w.cart and c.account_id = w.buyer join cart_line l on l.cart_id = c.id and l.selected
    join stock s on s.variant_id = l.variant_id join variant v on v.id = l.variant_id join product p on p.id = v.product_id
   where s.on_hand <= s.reserved
     and not exists (select from orders o where o.buyer_id = w.buyer and o.idempotency_key = w.key)
   order by w.at, p.title`;

/** For each of these orders the title of something in its cart that is sold out; null where there is none, or the order is placed. */
export async function soldOutIn(looks: readonly Look[]): Promise<(string | null)[]> {
  const [first] = looks;
  const wanted = looks.flatMap(({ ctx: { actor }, input }, at) => {
    const cart = keyOf('Cart', input.cartId);
    return cart ? [{ at, cart, buyer: actor.key, key: input.idempotencyKey }] : [];
  });
  const gone: (string | null)[] = looks.map(() => null);
  if (!first || wanted.length === 0) return gone;
  type Row = { at: number; title: string };
  const rows = await first.ctx.read.rows<Row>(SOLD_OUT, [JSON.stringify(wanted)], 'orders-sold-out');
  for (const { at, title } of rows) gone[at] = title;
  return gone;
}

/**
 * In a rush, refuses an order whose cart holds something sold out by one read: thousands who come too late then hold no locks and no
 * transactions, and the others are served. Refuses OUT_OF_STOCK. Whoever is let through is judged again, under locks.
 */
export async function refuseSoldOut(look: Look): Promise<void> {
  const { read, clock } = look.ctx;
  const since = clock.now().getTime() - (lastRefusedAt.get(read) ?? Number.NEGATIVE_INFINITY);
  if (since > WARM_MS) return;
  const [title] = await soldOutIn([look]);
  if (title == null) return;
  noteSoldOut(look.ctx);
  throw outOfStock(title);
}

/** The refusal of an order for what is gone altogether. */
export function outOfStock(title: string): DomainError {
  return new DomainError('OUT_OF_STOCK', ['cartId'], { title, left: 0 });
}
