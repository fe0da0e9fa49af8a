import { randomUUID } from 'node:crypto';
import { post } from '../../../api/ledger/index.ts';
import { type Owner, payableOf } from '../../../api/ledger/owner.ts';
import { createPayoutBatch } from '../../../api/ledger/payouts/make-batch.ts';
import type { Payout } from '../../../api/ledger/payouts/payout.ts';
import type { PayoutBatch } from '../../../api/ledger/payouts/payout-batch.ts';
import { requestPayout } from '../../../api/ledger/payouts/request-payout.ts';
import { setBankAccount } from '../../../api/ledger/payouts/set-bank-account.ts';
import type { VirtualClock } from '../../../api/platform/clock.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { aPerson, type Maker, type Person } from './accounts.ts';
import { aSeller, type Shop } from './sellers.ts';

/** A world whose clock can be moved. */
export interface Timed extends Maker {
  readonly clock: VirtualClock;
}

/** A shop that can be paid out. */
export interface Earner extends Shop {
  readonly id: string;
  readonly money: Owner;
}

const PAUSE = 72 * 3600;

/** Account numbers that no other maker gave. */
let numbers = 4_100_000_000;

/** A shop with so much payable (rupiah), and a bank account whose pause is over unless asked otherwise. */
export async function anEarner(world: Timed, payable: number, bank: 'USABLE' | 'NONE' = 'USABLE'): Promise<Earner> {
  const shop = await aSeller(world);
  const money: Owner = { ownerKind: 'SELLER', ownerKey: shop.seller.key };
  const id = globalId('Seller', shop.seller.key);
  if (bank === 'USABLE') {
    await enterAccount(world, { id, owner: shop.owner });
    world.clock.advance(PAUSE);
  }
  if (payable !== 0) await earn(world, money, payable);
  return { ...shop, id, money };
}

/** Enters a BCA account of a number of its own; gives the number. */
export async function enterAccount(world: Maker, { id, owner }: { id: string; owner: Person }): Promise<string> {
  numbers += 1;
  const accountNumber = String(numbers);
  const holderName = 'TINI RAHMAWATI';
  await setBankAccount(world.context(owner.actor), { ownerId: id, bankCode: 'BCA', accountNumber, holderName });
  return accountNumber;
}

/** So much becomes payable to an owner; less than nothing is a debt. */
export async function earn(world: Maker, owner: Owner, amount: number): Promise<void> {
  const lines = [
    { account: { kind: 'PROVIDER_CLEARING', ownerKey: null } as const, amount },
    { account: payableOf(owner), amount: -amount },
  ];
  await inTransaction(world.context(), (tx) => post(tx, { effect: randomUUID(), memo: 'test', lines }));
}

/** Asks for a payout as the shop's owner. */
export function ask(world: Maker, { id, owner }: Earner, idempotencyKey: string = randomUUID()): Promise<Payout> {
  return requestPayout(world.context(owner.actor), { ownerId: id, idempotencyKey });
}

/** Somebody of the city. */
export function aCurator(world: Maker): Promise<Person> {
  return aPerson(world, { name: 'Kurator', roles: [['CURATOR', null]] });
}

/** A batch of all that waits. */
export function aBatch(world: Maker, curator: Person): Promise<PayoutBatch> {
  return createPayoutBatch(world.context(curator.actor), randomUUID());
}
