import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { globalId } from '../../../api/platform/keys.ts';
import type { FilledMarket, Someone } from '../stage/fill.ts';
import type { Clients } from './client.ts';
import type { StaffLife } from './life.ts';
import { type ListedParcel, listed } from './parcel-lists.ts';

type Shop = FilledMarket['shops'][number];

const OF_SHOP = `query ($id: ID!, $status: [ParcelStatus!]) { node(id: $id) { ... on Seller {
  parcels(first: 10, status: $status) { edges { node { id code refundable lines { id quantity refundedQuantity } } } } } } }`;

/** The sellers answer and pack, some refuse, some never answer or never bring it; now and then a piece is refunded, or comes anew. */
export async function liveAsSellers(life: StaffLife): Promise<void> {
  await Promise.all(life.market.shops.map((shop) => keepShop(life, shop)));
}

async function keepShop(life: StaffLife, shop: Shop): Promise<void> {
  while (!life.isOver()) {
    await answer(life, shop);
    await pack(life, shop);
    await giveBack(life, shop);
    await stockUp(life, shop);
    await pause(1000);
  }
}

async function answer({ clients, random }: StaffLife, { sellerId, owner }: Shop): Promise<void> {
  for (const { id: parcelId, code } of await listed(clients, owner, OF_SHOP, sellerId, 'WAITING')) {
    if (isForgotten(code)) continue;
    const chance = random.below(10);
    if (chance < 7) await clients.act(owner, 'acceptParcel', parcelId, { parcelId }, 'parcel { id }');
    else if (chance < 8)
      await clients.act(owner, 'rejectParcel', parcelId, { parcelId, reason: 'Habis' }, 'parcel { id }');
  }
}

async function pack({ clients, random }: StaffLife, { sellerId, owner }: Shop): Promise<void> {
  for (const parcel of await listed(clients, owner, OF_SHOP, sellerId, 'ACCEPTED')) {
    if (piecesOf(parcel) > 1) await refundPiece(clients, owner, parcel);
    if (random.below(8) === 0) continue; // later, or never
    await clients.act(owner, 'markParcelPacked', parcel.id, { parcelId: parcel.id }, 'parcel { id }');
    if (random.below(3) === 0)
      await clients.act(owner, 'dropParcelAtPoint', parcel.id, { parcelId: parcel.id }, 'parcel { id }');
  }
}

async function giveBack({ clients, random }: StaffLife, { sellerId, owner }: Shop): Promise<void> {
  if (random.below(4) > 0) return;
  for (const parcel of await listed(clients, owner, OF_SHOP, sellerId, 'COLLECTED'))
    if (random.below(5) === 0) await refundPiece(clients, owner, parcel);
}

/** A few pieces come, or turn out to be broken. */
async function stockUp({ clients, random }: StaffLife, { owner, good }: Shop): Promise<void> {
  if (random.below(12) > 0) return;
  const idempotencyKey = randomUUID();
  const delta = random.below(3) === 0 ? -1 : 1 + random.below(3);
  const input = { variantId: good.variantId, delta, reason: 'Hitung ulang', idempotencyKey };
  await clients.act(owner, 'adjustStock', idempotencyKey, input, 'variant { id }');
}

/** Some parcels and complaints are overlooked until their time is over: by their code or key, so that it stays so. */
function isForgotten(code: string): boolean {
  return code.charCodeAt(code.length - 1) % 8 === 0;
}

/** Pieces that are left of a parcel. */
function piecesOf({ lines = [] }: ListedParcel): number {
  return lines.reduce((sum, { quantity, refundedQuantity }) => sum + quantity - refundedQuantity, 0);
}

/** The shop has a piece too few, or gives one back that was collected; of what was paid. */
async function refundPiece(
  clients: Clients,
  owner: Someone,
  { id: parcelId, lines = [], refundable = 0 }: ListedParcel,
): Promise<void> {
  if (refundable === 0) return;
  const line = lines.find(({ quantity, refundedQuantity }) => refundedQuantity < quantity);
  if (!line) return;
  const idempotencyKey = `piece-${line.refundedQuantity + 1}-of-${line.id}`;
  const input = { parcelId, lines: [{ lineId: line.id, quantity: 1 }], reason: 'Kurang satu', idempotencyKey };
  await clients.act(owner, 'refundLines', idempotencyKey, input, 'parcel { id refundDue }');
}

interface OpenDispute {
  readonly id: string;
  readonly seller: string;
  readonly claim: number;
}

/** Sellers answer complaints, each in one of three ways or not at all, and ask for what they have earned. */
export async function liveAsKeepers({ clients, market, random, isOver }: StaffLife): Promise<void> {
  const shops = new Map(market.shops.map((shop) => [shop.sellerId, shop]));
  while (!isOver()) {
    const open = await clients.look<OpenDispute>(
      `select id, seller_id as seller, claim_total::int as claim from dispute where status = 'OPEN' order by random() limit 2`,
    );
    for (const { id, seller, claim } of open) {
      const shop = shops.get(globalId('Seller', seller));
      if (shop && !isForgotten(id) && random.below(4) > 0)
        await answerDispute(clients, shop.owner, globalId('Dispute', id), claim, random.below(3));
    }
    // The others leave it to the weekly round.
    const shop = market.shops[2 * random.below(Math.ceil(market.shops.length / 2))];
    if (shop && random.below(2) === 0) await askForMoney(clients, shop);
    await pause(500);
  }
}

async function answerDispute(clients: Clients, owner: Someone, disputeId: string, claim: number, how: number) {
  const said = [
    { answer: 'ACCEPT' },
    { answer: 'OFFER', amount: Math.max(1, Math.floor(claim / 2)) },
    { answer: 'REFUSE', text: 'Barang baik saat diserahkan' },
  ][how];
  await clients.act(owner, 'answerDispute', disputeId, { disputeId, ...said }, 'dispute { id }');
}

async function askForMoney(clients: Clients, { owner, sellerId }: Shop): Promise<void> {
  const idempotencyKey = randomUUID();
  const input = { ownerId: sellerId, idempotencyKey };
  const { code } = await clients.act(owner, 'requestPayout', idempotencyKey, input, 'payout { id }');
  if (code === 'BANK_ACCOUNT_MISSING') await nameAccount(clients, owner, sellerId, 1);
}

/** Names the bank account that money of a shop goes to. */
export async function nameAccount(clients: Clients, owner: Someone, ownerId: string, number: number): Promise<void> {
  const input = {
    ownerId,
    bankCode: 'BCA',
    accountNumber: String(4_100_000_000 + number),
    holderName: 'TINI RAHMAWATI',
  };
  await clients.act(owner, 'setBankAccount', `${ownerId} ${number}`, input, 'earnings { __typename }');
}
