import type { Context } from '../platform/context.ts';

/** A key at the end of an effect of the ledger: `released:<key of the parcel>`, `paid:<key of the payment, or of a charge of it>`. */
const KEY = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/;

/** The code of the parcel, or of the order, that an effect of the ledger is about; null for other effects. In their order. */
export async function codesOfEffects(ctx: Context, effects: readonly string[]): Promise<(string | null)[]> {
  const keys = effects.map((effect) => KEY.exec(effect)?.[1] ?? null);
  const rows = await ctx.read.rows<{ id: string; code: string }>(
    `select id, code from parcel where id = any($1::uuid[])
     union all select p.id, o.code from payment p join orders o on o.id = p.reference where p.id = any($1::uuid[])
     union all select a.id, o.code from payment_attempt a join payment p on p.id = a.payment_id join orders o on o.id = p.reference
                where a.id = any($1::uuid[])`,
    [keys.filter((key) => key !== null)],
    'orders-codes-of-effects',
  );
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return keys.map((key) => (key === null ? null : (codes.get(key) ?? null)));
}
