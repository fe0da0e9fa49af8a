import { globalId, newKey } from '../../api/platform/keys.ts';
import { type Act, differing, type Scene } from './acts.ts';
import { CURATOR, only } from './cast.ts';
import { aBatchedPayout, anotherShopOf, aWaitingPayout, takeCash } from './money-of-a.ts';
import { noSuch } from './queries.ts';

/** Everybody who keeps somebody's money. */
const KEEPERS = only('sellerA', 'sellerB', 'managerA', 'managerB', 'curator');
const BATCH = 'batch { id code size total checksum lines { id amount status reason } }';

let times = 0;
function key(): string {
  times += 1;
  return `key-of-money-${times}`;
}

/** A mutation of seller A on what a shop of A has earned. */
const ofKeeper = (name: string, more: () => object, gives: string): Act => ({
  name,
  open: KEEPERS,
  may: only('sellerA'),
  input: async ({ stage }) => ({ ownerId: await anotherShopOf(stage.world, stage.people.sellerA), ...more() }),
  gives,
  twins: ({ things: { ids } }) => [differing({ ownerId: ids.seller, ...more() }, 'ownerId', noSuch('Seller'))],
});

const ofCity = (name: string, input: Act['input'], gives: string): Act => ({
  name,
  open: CURATOR,
  may: CURATOR,
  input,
  gives,
});

const batched = ({ stage: { world, people } }: Scene) => aBatchedPayout(world, people.sellerA, people.curator);

/** Mutations of those who keep money, and of the city which sends it. */
export const ACTS_OF_MONEY: readonly Act[] = [
  ofKeeper(
    'setBankAccount',
    () => ({ bankCode: 'BNI', accountNumber: '0123456789', holderName: 'SETIAWAN' }),
    'earnings { payable bankAccount { holderName maskedNumber } }',
  ),
  ofKeeper('requestPayout', () => ({ idempotencyKey: key() }), 'payout { id amount status ownerName }'),
  ofCity(
    'createPayoutBatch',
    async ({ stage: { world, people } }) => {
      await aWaitingPayout(world, people.sellerA);
      return { idempotencyKey: key() };
    },
    BATCH,
  ),
  ofCity(
    'recordPayoutResults',
    async (scene) => {
      const { batchId, payoutId } = await batched(scene);
      return { batchId, results: [{ payoutId, result: 'PAID' }] };
    },
    BATCH,
  ),
  ofCity(
    'uploadPayoutResults',
    async (scene) => {
      const { batchId, payoutId } = await batched(scene);
      return { batchId, csv: `payout,result,reason\n${payoutId},FAILED,Rekening tutup` };
    },
    BATCH,
  ),
  ofCity(
    'recordCashDelivery',
    async ({ stage: { world, market } }) => {
      await takeCash(world, market.point.key);
      return { pointId: market.pointId, amount: 500, reference: 'Setoran 1791', idempotencyKey: key() };
    },
    'earnings { payable available }',
  ),
  ofCity(
    'setProviderFee',
    () => ({ method: 'QRIS', validFrom: '2026-12-01', basisPoints: 63, flat: 0 }),
    'fee { method basisPoints isAssumed }',
  ),
  ofCity(
    'recordProviderSettlement',
    () => {
      const day = '2026-11-23';
      const days = { paidOn: day, coversFrom: day, coversTo: day };
      return { reference: globalId('Transfer', newKey()), gross: 10_000, fee: 70, ...days, idempotencyKey: key() };
    },
    'settlement { id reference net }',
  ),
];
