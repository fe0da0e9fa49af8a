import { balanceOf } from '../../../api/ledger/index.ts';
import { type Owner, payableOf, transitOf } from '../../../api/ledger/owner.ts';
import type { Maker } from '../../support/makers/accounts.ts';

/** What the ledger says of an owner's money, and of the bank, in rupiah. */
export async function books(world: Maker, owner: Owner): Promise<{ payable: number; onItsWay: number; bank: number }> {
  const { read } = world.context();
  const [payable, onItsWay, bank] = await Promise.all([
    balanceOf(read, payableOf(owner)),
    balanceOf(read, transitOf(owner)),
    balanceOf(read, { kind: 'BANK', ownerKey: null }),
  ]);
  return { payable, onItsWay, bank };
}
