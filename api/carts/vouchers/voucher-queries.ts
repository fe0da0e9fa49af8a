import { isCurator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../../platform/graphql/connection.ts';
import { isMemberOfSeller } from '../../sellers/index.ts';
import { Voucher } from './voucher.ts';
import type { VoucherStatus } from './voucher-kind.ts';

/** Vouchers of a shop, or with null the city's, the latest first. */
export async function listVouchers(
  ctx: Context,
  sellerKey: string | null,
  first: number | null | undefined,
  after: string | null | undefined,
): Promise<Page<Voucher>> {
  const size = pageSize(first);
  const [key] = decodeCursor(after, ['key']) ?? [];
  // Keys are made in order of time.
  const earlier = key === undefined ? {} : { key: { $lt: String(key) } };
  const vouchers = await ctx.em
    .fork()
    .find(Voucher, { sellerKey, ...earlier }, { orderBy: { key: 'desc' }, limit: size + 1 });
  return pageOf(vouchers, size, after, (voucher) => encodeCursor([voucher.key]));
}

/** Vouchers as `node` shows them: to members of their shop and to curators. */
export async function keptVouchers(ctx: Context, keys: readonly string[]): Promise<(Voucher | null)[]> {
  const vouchers = await ctx.em.fork().find(Voucher, { key: { $in: [...keys] } });
  const mayRead = ({ sellerKey }: Voucher): boolean =>
    isCurator(ctx) || (sellerKey !== null && isMemberOfSeller(ctx, sellerKey));
  const byKey = new Map(vouchers.filter(mayRead).map((voucher) => [voucher.key, voucher]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** How a voucher stands at an instant. */
export function voucherStatusOf(voucher: Voucher, now: Date): VoucherStatus {
  const { startsAt, endsAt, endedAt, limitTotal, uses } = voucher;
  if (endedAt !== null || (endsAt !== null && endsAt <= now)) return 'OVER';
  if (startsAt > now) return 'COMING';
  return limitTotal !== null && uses >= limitTotal ? 'USED_UP' : 'RUNNING';
}
