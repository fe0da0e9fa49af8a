import { linesOfParcel } from '../../api/orders/order-queries.ts';
import { globalId } from '../../api/platform/keys.ts';
import { newToken } from '../../api/platform/secrets.ts';
import { type Act, differing, type Scene } from './acts.ts';
import { type ActorName, BUYER_A, CURATOR, join, SHOP_A, SHOPS, SIGNED_IN, type Who } from './cast.ts';
import {
  aCaseOfA,
  aCollectedOfA,
  aComplaintOfA,
  aDisputeOfA,
  anOfferToA,
  anOrderOfA,
  aParcelOfA,
  bring,
  payOrder,
} from './orders-of-a.ts';
import { noSuch } from './queries.ts';

const DISPUTE = 'dispute { id status claimTotal parcel { code } statements { text } }';
const PARCEL = 'parcel { id code orderCode refundDue }';

/** A mutation on a dispute of A. */
const onDispute = (
  name: string,
  open: Who,
  may: Who,
  made: (scene: Scene) => Promise<string>,
  more: object = {},
): Act => ({
  name,
  open,
  may,
  // Who may not leaves it as it is: one dispute is enough for all of them.
  input: async (scene, as) => ({ disputeId: may.has(as) ? await made(scene) : scene.things.ids.dispute, ...more }),
  gives: DISPUTE,
  twins: ({ things: { ids } }) => [differing({ disputeId: ids.dispute, ...more }, 'disputeId', noSuch('Dispute'))],
});

/** A mutation of the curator on money. */
const ofCurator = (name: string, input: Act['input'], gives: string): Act => ({
  name,
  open: CURATOR,
  may: CURATOR,
  input,
  gives,
});

const aCollected = async ({ stage, things }: Scene, as: ActorName): Promise<{ parcelId: string }> => ({
  parcelId: CURATOR.has(as) ? (await aCollectedOfA(stage)).parcel.id : things.ids.disputedParcel,
});

/** Mutations about refunds and disputes. */
export const ACTS_OF_DISPUTES: readonly Act[] = [
  {
    name: 'requestRefund',
    open: SIGNED_IN,
    may: BUYER_A,
    input: async ({ stage }) => aWish((await aParcelOfA(stage)).parcel.id),
    gives: `${PARCEL} dispute { id }`,
    twins: ({ things: { ids } }) => [differing(aWish(ids.disputedParcel), 'parcelId', noSuch('Parcel'))],
  },
  {
    name: 'openDispute',
    open: SIGNED_IN,
    may: BUYER_A,
    input: async ({ stage, things }, as) =>
      aComplaintOfA(stage, BUYER_A.has(as) ? await aCollectedOfA(stage) : things.disputed),
    gives: DISPUTE,
    twins: async ({ stage, things }) => [
      differing(await aComplaintOfA(stage, things.disputed), 'parcelId', noSuch('Parcel')),
    ],
  },
  onDispute('withdrawDispute', SIGNED_IN, BUYER_A, async ({ stage }) => (await aDisputeOfA(stage)).disputeId),
  onDispute('acceptDisputeOffer', SIGNED_IN, BUYER_A, ({ stage }) => anOfferToA(stage)),
  onDispute('passOnDispute', SIGNED_IN, BUYER_A, ({ stage }) => anOfferToA(stage)),
  onDispute('answerDispute', SHOPS, SHOP_A, async ({ stage }) => (await aDisputeOfA(stage)).disputeId, {
    answer: 'ACCEPT',
  }),
  onDispute('decideDispute', CURATOR, CURATOR, ({ stage }) => aCaseOfA(stage), { outcome: 'WHOLE', reason: 'Jelas' }),
  {
    name: 'saveRefundAccount',
    open: SIGNED_IN,
    may: BUYER_A,
    input: ({ things }) => anAccount(globalId('Order', things.damaged.order.key)),
    gives: 'order { id code refundAccount { accountNumber } }',
    twins: ({ things: { ids } }) => [differing(anAccount(ids.order), 'orderId', noSuch('Order'))],
  },
  {
    name: 'refundLines',
    open: join(SHOPS, CURATOR),
    may: join(SHOP_A, CURATOR),
    input: async ({ stage, things }, as) => {
      const { parcel } = join(SHOP_A, CURATOR).has(as) ? await aCollectedOfA(stage) : things.disputed;
      const [line] = await linesOfParcel(stage.world.context(), parcel.key);
      return { ...aWish(parcel.id), lines: [{ lineId: line!.id, quantity: 1 }] };
    },
    gives: PARCEL,
    twins: ({ things: { ids } }) => {
      const input = { ...aWish(ids.disputedParcel), lines: [{ lineId: ids.orderLine, quantity: 1 }] };
      return [differing(input, 'parcelId', noSuch('Parcel'))];
    },
  },
  ofCurator('refundParcel', async (scene, as) => ({ ...(await aCollected(scene, as)), reason: 'Basi' }), PARCEL),
  ofCurator(
    'refundOrder',
    async ({ stage, things }, as) => {
      if (!CURATOR.has(as)) return { orderCode: things.damaged.order.code, reason: 'Toko tutup' };
      const { order, parcel } = await anOrderOfA(stage, 'QRIS');
      await payOrder(stage, order);
      await bring(stage, parcel, 'ACCEPTED');
      return { orderCode: order.code, reason: 'Toko tutup' };
    },
    'parcels { id code orderCode refundDue }',
  ),
  ofCurator(
    'giveGoodwill',
    async (scene, as) => ({ ...aWish((await aCollected(scene, as)).parcelId), amount: 1_000, borneBy: 'MARKET' }),
    PARCEL,
  ),
];

function aWish(parcelId: string): { parcelId: string; reason: string; idempotencyKey: string } {
  return { parcelId, reason: 'Tidak jadi', idempotencyKey: newToken() };
}

function anAccount(orderId: string): object {
  return { orderId, bank: 'BCA', accountNumber: '79135791357913', holderName: 'Pemilik Rekening' };
}
