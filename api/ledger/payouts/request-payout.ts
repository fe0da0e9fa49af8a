import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { isIdempotencyKey } from '../../platform/keys.ts';
import { formatRupiah, type Rupiah } from '../../platform/money.ts';
import { refuse } from '../../platform/refusal.ts';
import { SellerStatus, StoredSeller } from '../../sellers/index.ts';
import { balanceOf } from '../balance.ts';
import { accountOf, type Owner, payableOf } from '../owner.ts';
import type { BankAccount } from './bank-account.ts';
import { postRequested } from './move-payout.ts';
import { Payout } from './payout.ts';
import { PayoutStatus } from './payout-transitions.ts';
import { bankAccountInUse, lockOwner, ownMoney } from './set-bank-account.ts';

/** Payouts that have not ended. */
const OPEN = [PayoutStatus.REQUESTED, PayoutStatus.IN_BATCH];

/** Who asks for what they have earned. */
export interface PayoutWanted {
  /** Public id of a seller, point or community. */
  readonly ownerId: string;
  readonly idempotencyKey: string;
}

/**
 * Asks for all that is payable to an owner whose money the caller keeps; it is set aside at once. The same key of the same person
 * gives the same payout. Refuses NOT_FOUND, IDEMPOTENCY_KEY_INVALID, SHOP_SUSPENDED, PAYOUT_OPEN, BANK_ACCOUNT_MISSING,
 * BANK_ACCOUNT_PAUSED {hours}, BELOW_MINIMUM {available, minimum, as text}.
 */
export async function requestPayout(ctx: Context, { ownerId, idempotencyKey }: PayoutWanted): Promise<Payout> {
  const owner = ownMoney(ctx, ownerId);
  if (!isIdempotencyKey(idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  return inTransaction(ctx, (tx) => setAside(tx, owner, idempotencyKey));
}

/**
 * Makes a payout of what is payable to an owner, or gives the one that this key of the caller has made. `most` limits it, in
 * rupiah. Refuses as `requestPayout` does.
 */
export async function setAside(
  tx: Tx,
  owner: Owner,
  idempotencyKey: string,
  most = Number.POSITIVE_INFINITY,
): Promise<Payout> {
  const { actor, clock, payoutSettings } = tx.context;
  // Lock, then look: of equal calls all but one wait here, and then find what the first made.
  await lockOwner(tx, owner);
  const { ownerKey } = owner;
  const made = await tx.findOne(Payout, { ownerKey, requestedByKey: actor.key, idempotencyKey });
  if (made) return made;
  await refuseSuspended(tx, owner);
  if ((await tx.count(Payout, { ownerKey, status: { $in: OPEN } })) > 0) refuse('PAYOUT_OPEN');
  const account = await usableAccount(tx, owner);
  const available = await payableNow(tx, owner);
  const amount = Math.min(available, most);
  if (amount < payoutSettings.minimum)
    refuse('BELOW_MINIMUM', [], {
      available: formatRupiah(amount),
      minimum: formatRupiah(payoutSettings.minimum),
    });
  const payout = tx.create(Payout, {
    ...owner,
    amount,
    bankAccountKey: account.key,
    status: PayoutStatus.REQUESTED,
    requestedByKey: actor.key,
    idempotencyKey,
    requestedAt: clock.now(),
    batchKey: null,
    lineNumber: null,
    endedAt: null,
    reason: null,
  });
  await tx.flush();
  await postRequested(tx, payout);
  return payout;
}

/** What could be paid out to an owner now, in rupiah; negative while it owes. Cash that a point has not handed in counts against it. */
export async function payableNow(
  from: Parameters<typeof balanceOf>[0],
  owner: Owner,
  at: Date | null = null,
): Promise<Rupiah> {
  const payable = await balanceOf(from, payableOf(owner), at);
  return owner.ownerKind === 'POINT'
    ? payable - (await balanceOf(from, accountOf(owner, 'CASH_AT_POINT'), at))
    : payable;
}

async function usableAccount(tx: Tx, owner: Owner): Promise<BankAccount> {
  const account = (await bankAccountInUse(tx, owner)) ?? refuse('BANK_ACCOUNT_MISSING');
  const left = account.usableFrom.getTime() - tx.context.clock.now().getTime();
  if (left > 0) refuse('BANK_ACCOUNT_PAUSED', [], { hours: Math.ceil(left / 3_600_000) });
  return account;
}

async function refuseSuspended(tx: Tx, { ownerKind, ownerKey }: Owner): Promise<void> {
  if (ownerKind !== 'SELLER') return;
  const seller = await tx.findOne(StoredSeller, { key: ownerKey });
  if (seller?.status !== SellerStatus.VERIFIED) refuse('SHOP_SUSPENDED');
}
