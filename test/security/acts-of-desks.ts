import { pinOf } from '../../api/orders/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { forceStatus } from '../orders/journeys.ts';
import { type Act, differing, type Scene } from './acts.ts';
import { CURATOR, join, POINT_A, POINTS, SHOP_A, SHOPS } from './cast.ts';
import { anUpload, aParcelOfA, type OrderOfA, type Stop } from './orders-of-a.ts';
import { noCollectCode, noParcel, noSuch } from './queries.ts';

/** Everything of a parcel that its handlers may see; the search for leaks looks at the rest. */
const PARCEL = 'parcel { id code orderCode status lines { title } }';

const parcelAt = async ({ stage }: Scene, stop: Stop): Promise<{ parcelId: string }> => ({
  parcelId: (await aParcelOfA(stage, stop)).parcel.id,
});

/** A mutation of shop A on a parcel of its own. */
const ofShop = (name: string, stop: Stop, more: object = {}): Act => ({
  name,
  open: SHOPS,
  may: SHOP_A,
  input: async (scene) => ({ ...(await parcelAt(scene, stop)), ...more }),
  gives: `${PARCEL.replace('code ', 'code earnings buyerName ')}`,
  twins: ({ things: { ids } }) => [differing({ parcelId: ids.parcel, ...more }, 'parcelId', noSuch('Parcel'))],
});

const codeAt = ({ stage }: Scene, { parcel }: OrderOfA): { pointId: string; parcelCode: string } => ({
  pointId: stage.market.pointId,
  parcelCode: parcel.code,
});

/** Inputs of a counter: a strange point with a strange code, and a code of A at one's own point. */
const counterTwins = ({ stage, things }: Scene, more: object = {}) => {
  const there = { ...codeAt({ stage, things }, things.waiting), ...more };
  const here = { ...there, pointId: globalId('PickupPoint', stage.pointB.key) };
  return [differing(there, 'pointId', noSuch('PickupPoint')), differing(here, 'parcelCode', noParcel())];
};

/** Mutations of shops and points on parcels. */
export const ACTS_OF_DESKS: readonly Act[] = [
  ofShop('acceptParcel', 'WAITING'),
  ofShop('rejectParcel', 'WAITING', { reason: 'Habis' }),
  ofShop('markParcelPacked', 'ACCEPTED'),
  ofShop('dropParcelAtPoint', 'PACKED'),
  {
    name: 'receiveParcel',
    open: POINTS,
    may: POINT_A,
    input: async (scene) => codeAt(scene, await aParcelOfA(scene.stage, 'PACKED')),
    gives: PARCEL,
    twins: (scene) => counterTwins(scene),
  },
  {
    name: 'refuseParcel',
    open: POINTS,
    may: POINT_A,
    input: async (scene, as) => ({
      ...codeAt(scene, await aParcelOfA(scene.stage, 'PACKED')),
      reason: 'Basah',
      photoUploadId: await aPhoto(scene, as),
    }),
    gives: PARCEL,
    twins: async (scene, as) => counterTwins(scene, { reason: 'Basah', photoUploadId: await aPhoto(scene, as) }),
  },
  {
    name: 'chargeAtPoint',
    open: POINTS,
    may: POINT_A,
    input: async (scene) => withoutPin(await aCollection(scene)),
    gives: 'collectable { orderCode cashDue buyerName parcels { code } qris { status amount payBy } }',
    twins: async (scene) => {
      const there = withoutPin(await aCollection(scene));
      const here = { ...there, pointId: globalId('PickupPoint', scene.stage.pointB.key) };
      return [differing(there, 'pointId', noSuch('PickupPoint')), differing(here, 'collectCode', noCollectCode())];
    },
  },
  {
    name: 'collectParcel',
    open: POINTS,
    may: POINT_A,
    input: (scene) => aCollection(scene),
    gives: 'orderCode parcels { code buyerName lines { title } }',
    twins: async (scene) => {
      const there = await aCollection(scene);
      const here = { ...there, pointId: globalId('PickupPoint', scene.stage.pointB.key) };
      return [differing(there, 'pointId', noSuch('PickupPoint')), differing(here, 'collectCode', noCollectCode())];
    },
  },
  {
    name: 'returnParcel',
    open: POINTS,
    may: POINT_A,
    input: async (scene) => codeAt(scene, await anUncollected(scene)),
    gives: PARCEL,
    twins: (scene) => counterTwins(scene),
  },
  {
    name: 'markParcelLost',
    open: join(POINTS, CURATOR),
    may: join(POINT_A, CURATOR),
    input: async (scene) => ({ ...(await parcelAt(scene, 'AT_POINT')), note: 'Tidak ada di rak' }),
    gives: PARCEL,
    twins: ({ things: { ids } }) => [
      differing({ parcelId: ids.parcel, note: 'Tidak ada' }, 'parcelId', noSuch('Parcel')),
    ],
  },
];

function aPhoto({ stage }: Scene, as: string): Promise<string> {
  const operator = as === 'operatorB' ? stage.people.operatorB : stage.people.operatorA;
  return anUpload(stage, operator);
}

async function aCollection({ stage }: Scene) {
  const { world, market } = stage;
  const { order, parcel } = await aParcelOfA(stage, 'AT_POINT');
  const { collectCode } = order;
  return { pointId: market.pointId, collectCode, pin: pinOf(world.context(), order), cashTaken: parcel.total };
}

const withoutPin = ({ pointId, collectCode }: Awaited<ReturnType<typeof aCollection>>) => ({ pointId, collectCode });

async function anUncollected({ stage }: Scene): Promise<OrderOfA> {
  const placed = await aParcelOfA(stage, 'AT_POINT');
  await forceStatus(stage.world, [placed.parcel.key], 'UNCOLLECTED');
  return placed;
}
