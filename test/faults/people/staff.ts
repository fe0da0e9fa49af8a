import { setTimeout as pause } from 'node:timers/promises';
import type { Randomness } from '../../../simulators/stage/randomness.ts';
import type { FilledMarket, Someone } from '../stage/fill.ts';
import type { Clients } from './client.ts';
import { payAtProvider } from './pay.ts';

interface Listed {
  readonly node: { readonly parcels: { readonly edges: readonly { readonly node: { id: string; code: string } }[] } };
}

const OF_SHOP = `query ($id: ID!, $status: [ParcelStatus!]) { node(id: $id) { ... on Seller {
  parcels(first: 10, status: $status) { edges { node { id code } } } } } }`;
const AT_POINT = `query ($id: ID!, $status: [ParcelStatus!]) { node(id: $id) { ... on PickupPoint {
  parcels(first: 10, status: $status) { edges { node { id code } } } } } }`;

/** What those who serve need. */
export interface StaffLife {
  readonly clients: Clients;
  readonly market: FilledMarket;
  readonly random: Randomness;
  readonly isOver: () => boolean;
  readonly coming: { readonly who: Someone; readonly code: string }[];
}

/** The sellers answer and pack, some refuse, some never answer. */
export async function liveAsSellers({ clients, market, random, isOver }: StaffLife): Promise<void> {
  while (!isOver()) {
    for (const { sellerId: id, owner } of market.shops) {
      for (const { id: parcelId } of await listed(clients, owner, OF_SHOP, id, 'WAITING')) {
        const chance = random.below(10);
        if (chance < 7) await clients.act(owner, 'acceptParcel', parcelId, { parcelId }, 'parcel { id }');
        else if (chance < 8)
          await clients.act(owner, 'rejectParcel', parcelId, { parcelId, reason: 'Habis' }, 'parcel { id }');
      }
      for (const { id: parcelId } of await listed(clients, owner, OF_SHOP, id, 'ACCEPTED'))
        await clients.act(owner, 'markParcelPacked', parcelId, { parcelId }, 'parcel { id }');
      if (isOver()) return;
    }
    await pause(200);
  }
}

/** The operator takes parcels in and hands them over to those who come; some of them pay by QRIS at the counter. */
export async function liveAsOperator(life: StaffLife): Promise<void> {
  const { clients, market, isOver, coming } = life;
  const { operator, pointId } = market;
  while (!isOver()) {
    for (const { code } of await listed(clients, operator, AT_POINT, pointId, 'PACKED'))
      await clients.act(operator, 'receiveParcel', code, { pointId, parcelCode: code }, 'parcel { id }');
    for (const each of coming.splice(0, 20)) {
      const isServed = await serve(life, each);
      if (!isServed) coming.push(each);
      if (isOver()) return;
    }
    await pause(200);
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
  const scans = isCash && random.below(4) === 0;
  if (scans) {
    await clients.act(operator, 'chargeAtPoint', code, at, 'collectable { cashDue }');
    await payAtProvider(clients, who, code, 1);
  }
  const handOver = (cashTaken: number | null) =>
    clients.act(
      operator,
      'collectParcel',
      `${code} ${cashTaken}`,
      { ...at, pin, cashTaken },
      'orderCode parcels { id }',
    );
  // Half of those who scanned a code offer cash as well, before anybody has heard of their money.
  const offersCash = isCash && !(scans && random.below(2) === 0);
  const { code: refusal } = await handOver(offersCash ? due : null);
  if (scans && refusal === 'CASH_DIFFERS') await handOver(offersCash ? null : due);
  return true;
}

async function listed(clients: Clients, who: Someone, document: string, id: string, status: string) {
  const answer = await clients.read<Listed>(who, document, { id, status: [status] });
  return answer?.node?.parcels.edges.map(({ node }) => node) ?? [];
}
