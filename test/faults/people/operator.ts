import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { globalId } from '../../../api/platform/keys.ts';
import type { Someone } from '../stage/fill.ts';
import type { StaffLife } from './life.ts';
import { listed } from './parcel-lists.ts';
import { payAtProvider, untilHeard } from './pay.ts';

const AT_POINT = `query ($id: ID!, $status: [ParcelStatus!]) { node(id: $id) { ... on PickupPoint {
  parcels(first: 10, status: $status) { edges { node { id code } } } } } }`;

/** Buyers who are served side by side: while one scans a code, the next is asked for the PIN. */
const AT_ONCE = 8;

/**
 * The operator takes parcels in, damaged ones excepted, hands them over to those who come, gives back what nobody came for, and loses some. Some
 * buyers pay by QRIS at the counter, some do not know their PIN.
 */
export async function liveAsOperator(life: StaffLife): Promise<void> {
  const { isOver, coming } = life;
  while (!isOver()) {
    await takeIn(life);
    await clearShelf(life);
    const queue = coming.splice(0, AT_ONCE);
    const served = await Promise.all(queue.map((each) => serve(life, each)));
    coming.push(...queue.filter((_, at) => !served[at]));
    await pause(200);
  }
}

async function takeIn({ clients, market, random }: StaffLife): Promise<void> {
  const { operator, pointId, damagePhotoId: photoUploadId } = market;
  for (const { code: parcelCode } of await listed(clients, operator, AT_POINT, pointId, 'PACKED')) {
    const input = { pointId, parcelCode };
    if (random.below(10) > 0) await clients.act(operator, 'receiveParcel', parcelCode, input, 'parcel { id }');
    else {
      const damage = { reason: 'Basah', photoUploadId };
      await clients.act(operator, 'refuseParcel', parcelCode, { ...input, ...damage }, 'parcel { id }');
    }
  }
}

/** Parcels that nobody came for, and now and then one that is still waited for. */
const LEFT = `
  (select id, code, 'UNCOLLECTED' as status from parcel where status = 'UNCOLLECTED' order by random() limit 2) union all
  (select id, code, 'AT_POINT' from parcel where status = 'AT_POINT' order by random() limit 1)`;

async function clearShelf({ clients, market, random }: StaffLife): Promise<void> {
  const { operator, pointId } = market;
  for (const { id, code: parcelCode, status } of await clients.look<{ id: string; code: string; status: string }>(
    LEFT,
  )) {
    const parcelId = globalId('Parcel', id);
    if (random.below(status === 'AT_POINT' ? 40 : 4) === 0)
      await clients.act(operator, 'markParcelLost', parcelId, { parcelId, note: 'Tidak ada' }, 'parcel { id }');
    else if (status === 'UNCOLLECTED')
      await clients.act(operator, 'returnParcel', parcelCode, { pointId, parcelCode }, 'parcel { id }');
  }
}

interface Shown {
  readonly order: {
    readonly status: string;
    readonly paymentMethod: string;
    readonly collection: { readonly code: string; readonly pin: string } | null;
    readonly parcels: readonly { readonly status: string; readonly total: number }[];
  } | null;
}

/** True when the buyer need not come again. */
async function serve(
  { clients, market: { operator, pointId }, random }: StaffLife,
  { who, code }: { who: Someone; code: string },
) {
  const document = `query ($code: String!) { order(code: $code) { status paymentMethod collection { code pin } parcels { status total } } }`;
  const shown = await clients.read<Shown>(who, document, { code });
  const order = shown?.order;
  if (!order) return true;
  if (order.status !== 'READY_TO_COLLECT' || !order.collection)
    return !['AWAITING_PAYMENT', 'WAITING_FOR_SELLERS', 'IN_PREPARATION'].includes(order.status);
  const due = order.parcels.filter(({ status }) => status === 'AT_POINT').reduce((sum, { total }) => sum + total, 0);
  const { code: collectCode, pin } = order.collection;
  const at = { pointId, collectCode };
  const isCash = order.paymentMethod === 'CASH';
  const scans = isCash && random.below(3) === 0;
  let taps = [0];
  if (scans) {
    await clients.act(operator, 'chargeAtPoint', code, at, 'collectable { cashDue }');
    const isTaken = await payAtProvider(clients, who, code, 1);
    if (isTaken && random.below(2) === 0) await untilHeard(clients, `${code}-a1`);
    // Of two, one takes the parcels before the news has come, and the provider is asked at the counter. As that takes a while, the operator taps
    // twice, and the two taps arrive at different processes.
    else taps = [0, 1];
  }
  const enter = (key: string, entered: string, cashTaken: number | null, first = 0) =>
    clients.act(operator, 'collectParcel', key, { ...at, pin: entered, cashTaken }, 'orderCode parcels { id }', first);
  const handOver = async (cashTaken: number | null) => {
    const [tapped] = await Promise.all(taps.map((first) => enter(`${code} ${cashTaken}`, pin, cashTaken, first)));
    return tapped?.code ?? null;
  };
  const tries = [1, 5][random.below(30)] ?? 0;
  for (let wrong = 0; wrong < tries; wrong += 1) await enter(randomUUID(), pin === '0000' ? '1111' : '0000', null);
  // Half of those who scanned a code offer cash as well, most of them before anybody has heard of their money.
  const offersCash = isCash && !(scans && random.below(2) === 0);
  const refusal = await handOver(offersCash ? due : null);
  if (scans && refusal === 'CASH_DIFFERS') await handOver(offersCash ? null : due);
  return true;
}
