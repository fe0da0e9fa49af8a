import { isCurator, recordAudit } from '../../accounts/index.ts';
import { StoredCategory } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { brokenConstraint, inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { isIdempotencyKey, keyOf } from '../../platform/keys.ts';
import { refuse } from '../../platform/refusal.ts';
import { tokenHash } from '../../platform/secrets.ts';
import { ownSellerKey, StoredSeller } from '../../sellers/index.ts';
import { Voucher } from './voucher.ts';
import { termsOf, type VoucherTermsWanted } from './voucher-terms.ts';

/** Vouchers of one shop, or of the city, that are not over at once. */
const MOST_AT_ONCE = 50;
/** The most shops that one voucher names. */
const MOST_SELLERS = 100;

/** A voucher as its maker describes it. */
export interface VoucherWanted extends VoucherTermsWanted {
  /** The shop that gives it; null for one of the city. */
  readonly sellerId?: string | null;
  readonly sellerIds?: readonly string[] | null;
  readonly categoryId?: string | null;
  /** How much of the discount the named shops bear, 0 to 100. */
  readonly sellerPercent?: number | null;
  readonly idempotencyKey: string;
}

/**
 * Makes a voucher: of a shop by its members, on its own goods and at its own cost; of the city by a curator. The same
 * idempotencyKey of the same person gives the same voucher. Refuses NOT_FOUND (shop, category), what is wrong with the terms,
 * SELLERS_NOT_NAMED, CODE_TAKEN, TOO_MANY_VOUCHERS, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED. The city's go into the audit log.
 */
export async function createVoucher(ctx: Context, wanted: VoucherWanted): Promise<Voucher> {
  const makerKey = ctx.actor.key ?? '';
  const { idempotencyKey } = wanted;
  if (!isIdempotencyKey(idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  const sellerKey = giverOf(ctx, wanted.sellerId ?? null);
  const terms = termsOf(wanted, ctx.clock.now());
  const inputHash = tokenHash(JSON.stringify({ ...wanted }));
  try {
    return await inTransaction(ctx, async (tx) => {
      // Lock, then look: of two equal calls the second waits here, and then finds what the first made.
      await tx.execute('select 1 from account where id = ? for update', [makerKey]);
      const made = await tx.findOne(Voucher, { makerKey, idempotencyKey });
      if (made) return made.inputHash === inputHash ? made : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
      await refuseTooMany(tx, sellerKey);
      if ((await tx.count(Voucher, { code: terms.code })) > 0) refuse('CODE_TAKEN', ['code']);
      const scope = await scopeOf(tx, sellerKey, wanted);
      const kept = { ...terms, ...scope, sellerKey, makerKey, idempotencyKey, inputHash, createdAt: ctx.clock.now() };
      const voucher = Object.assign(new Voucher(), kept);
      await tx.persist(voucher).flush();
      if (sellerKey === null) recordAudit(tx, 'createVoucher', { voucherKey: voucher.key }, null);
      return voucher;
    });
  } catch (error) {
    // Another person took the code at the same time.
    if (brokenConstraint(error) === 'voucher_code_once') refuse('CODE_TAKEN', ['code']);
    throw error;
  }
}

/** The shop that gives it; null for the city, for which only curators act. */
function giverOf(ctx: Context, sellerId: string | null): string | null {
  if (sellerId !== null) return ownSellerKey(ctx, sellerId, ['sellerId']);
  return isCurator(ctx) ? null : refuse('NOT_FOUND', ['sellerId']);
}

async function refuseTooMany(tx: Tx, sellerKey: string | null): Promise<void> {
  const notOver = { $or: [{ endsAt: null }, { endsAt: { $gt: tx.context.clock.now() } }] };
  const many = await tx.count(Voucher, { sellerKey, endedAt: null, ...notOver });
  if (many >= MOST_AT_ONCE) refuse('TOO_MANY_VOUCHERS', [], { limit: MOST_AT_ONCE });
}

/** What it is for, and how much of it the shops bear. */
async function scopeOf(
  tx: Tx,
  sellerKey: string | null,
  { sellerIds, categoryId, sellerPercent }: VoucherWanted,
): Promise<Pick<Voucher, 'sellerKeys' | 'categoryKey' | 'sellerPercent'>> {
  const categoryKey = categoryId !== null && categoryId !== undefined ? await categoryKeyOf(tx, categoryId) : null;
  if (sellerKey !== null) {
    // A shop's own voucher is for its own goods, at its own cost: there is nothing to say.
    if (sellerIds?.length) refuse('INVALID', ['sellerIds'], { limit: '-' });
    if (sellerPercent !== null && sellerPercent !== undefined) refuse('INVALID', ['sellerPercent'], { limit: '-' });
    return { sellerKeys: [sellerKey], categoryKey, sellerPercent: 100 };
  }
  const percent = sellerPercent ?? 0;
  if (percent < 0 || percent > 100) refuse('INVALID', ['sellerPercent'], { limit: '0-100' });
  const sellerKeys = await sellerKeysOf(tx, sellerIds ?? []);
  if (percent > 0 && sellerKeys.length === 0) refuse('SELLERS_NOT_NAMED', ['sellerIds']);
  return { sellerKeys, categoryKey, sellerPercent: percent };
}

async function sellerKeysOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length > MOST_SELLERS) refuse('INVALID', ['sellerIds'], { limit: `0-${MOST_SELLERS}` });
  const keys = [...new Set(ids.map((id, at) => keyOf('Seller', id) ?? refuse('NOT_FOUND', ['sellerIds', String(at)])))];
  const there = await tx.count(StoredSeller, { key: { $in: keys }, verifiedAt: { $ne: null } });
  if (there < keys.length) refuse('NOT_FOUND', ['sellerIds']);
  return keys;
}

async function categoryKeyOf(tx: Tx, id: string): Promise<string> {
  const key = keyOf('Category', id);
  const category = key === null ? null : await tx.findOne(StoredCategory, { key });
  return category?.key ?? refuse('NOT_FOUND', ['categoryId']);
}
