import { randomUUID } from 'node:crypto';
import { grantRole } from '../../api/accounts/index.ts';
import { post } from '../../api/ledger/index.ts';
import { createPayoutBatch } from '../../api/ledger/payouts/make-batch.ts';
import type { Payout } from '../../api/ledger/payouts/payout.ts';
import { requestPayout } from '../../api/ledger/payouts/request-payout.ts';
import { setBankAccount } from '../../api/ledger/payouts/set-bank-account.ts';
import { recordProviderSettlement } from '../../api/ledger/settlements/record-settlement.ts';
import type { Context } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import type { Maker, Person } from '../support/makers/accounts.ts';
import { earn } from '../support/makers/payouts.ts';
import { aSeller } from '../support/makers/sellers.ts';

/** Where A's earnings go. */
export const A_S_ACCOUNT = {
  bankCode: 'BCA',
  accountNumber: '5271791179',
  holderName: 'KUSUMA TABUNGAN RAHASIA',
} as const;
/** What the bank statement calls a settlement. */
export const SETTLEMENT_REFERENCE = 'MID-RAHASIA-1791';

/** Enters a bank account for the owner of a shop, without a pause. */
export async function enterUsable(world: Maker, owner: Person, sellerKey: string): Promise<void> {
  const ctx = withRole(world, owner, 'SELLER_OWNER', sellerKey);
  const noPause: Context = { ...ctx, payoutSettings: { ...ctx.payoutSettings, pauseHours: 0 } };
  await setBankAccount(noPause, { ownerId: globalId('Seller', sellerKey), ...A_S_ACCOUNT });
}

/** Another shop of a person that can ask for a payout now; gives its public id. */
export async function anotherShopOf(world: Maker, owner: Person): Promise<string> {
  const { seller } = await aSeller(world);
  await inTransaction(world.context(), (tx) => grantRole(tx, owner.account.key, 'SELLER_OWNER', seller.key));
  await enterUsable(world, owner, seller.key);
  await earn(world, { ownerKind: 'SELLER', ownerKey: seller.key }, 179_100);
  return globalId('Seller', seller.key);
}

/** A payout of another shop of a person, which waits. */
export async function aWaitingPayout(world: Maker, owner: Person): Promise<Payout> {
  const ownerId = await anotherShopOf(world, owner);
  const sellerKey = Buffer.from(ownerId, 'base64url').toString().slice('Seller:'.length);
  const ctx = withRole(world, owner, 'SELLER_OWNER', sellerKey);
  return requestPayout(ctx, { ownerId, idempotencyKey: randomUUID() });
}

/** A payout in a batch, by public ids. */
export async function aBatchedPayout(
  world: Maker,
  owner: Person,
  curator: Person,
): Promise<{ batchId: string; payoutId: string }> {
  const { id } = await aWaitingPayout(world, owner);
  return { batchId: await aBatchBy(world, curator), payoutId: id };
}

/** The batch of a curator of everything that waits. */
async function aBatchBy(world: Maker, curator: Person): Promise<string> {
  return (await createPayoutBatch(withRole(world, curator, 'CURATOR', null), randomUUID())).id;
}

/** What shop A has earned, asked for, and what the curator made of it; public ids. */
export async function moneyOfA(
  world: Maker,
  { sellerA, curator }: { sellerA: Person; curator: Person },
  sellerKey: string,
  reference: string = SETTLEMENT_REFERENCE,
): Promise<{ payout: string; payoutBatch: string; settlement: string }> {
  await enterUsable(world, sellerA, sellerKey);
  await earn(world, { ownerKind: 'SELLER', ownerKey: sellerKey }, 117_911);
  const ownerId = globalId('Seller', sellerKey);
  const payout = await requestPayout(world.context(sellerA.actor), { ownerId, idempotencyKey: 'payout-of-a' });
  const payoutBatch = await aBatchBy(world, curator);
  const day = '2026-11-23';
  const days = { paidOn: day, coversFrom: day, coversTo: day };
  const said = { reference, gross: 1_000_000, fee: 7_000, ...days, idempotencyKey: 'settled' };
  const { id } = await recordProviderSettlement(world.context(curator.actor), said);
  return { payout: payout.id, payoutBatch, settlement: id };
}

/** A point takes 1,000 rupiah in cash. */
export async function takeCash(world: Maker, pointKey: string): Promise<void> {
  const lines = [
    { account: { kind: 'CASH_AT_POINT', ownerKey: pointKey } as const, amount: 1_000 },
    { account: { kind: 'COMMISSION', ownerKey: null } as const, amount: -1_000 },
  ];
  await inTransaction(world.context(), (tx) => post(tx, { effect: randomUUID(), memo: 'test', lines }));
}

/** The context of a person who has got a role meanwhile. */
function withRole(world: Maker, { actor }: Person, role: string, subjectKey: string | null): Context {
  return world.context({ ...actor, roles: [...actor.roles, { role, subjectKey }] });
}
