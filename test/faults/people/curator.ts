import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { globalId } from '../../../api/platform/keys.ts';
import { keepBooks, payOut } from './bookkeeper.ts';
import type { StaffLife } from './life.ts';

const BEARERS = ['SELLER', 'MARKET', 'POINT'] as const;

/**
 * Somebody of the city transfers what the provider cannot send back, looks for lost parcels, decides complaints, is kind, refunds whole orders, pays
 * out, and keeps the books. Differences about money stay open: the checker wants to see them.
 */
export async function liveAsCurator(life: StaffLife): Promise<void> {
  while (!life.isOver()) {
    await completeTasks(life);
    await decideDisputes(life);
    if (life.random.below(4) === 0) await beKind(life);
    if (life.random.below(4) === 0) await refundOrders(life);
    await payOut(life);
    if (life.random.below(3) === 0) await keepBooks(life);
    await pause(400);
  }
}

const TASKS = `
  select id from task where done_at is null and kind in ('REFUND_BY_TRANSFER', 'LOST_PARCEL') order by random() limit 2`;

async function completeTasks({ clients, market: { curator }, random }: StaffLife): Promise<void> {
  for (const { id } of await clients.look<{ id: string }>(TASKS)) {
    const taskId = globalId('Task', id);
    if (random.below(2) === 0) await clients.act(curator, 'takeTask', taskId, { taskId }, 'task { id }');
    const input = { taskId, note: 'Sudah ditransfer', reference: `TRF-${id.slice(0, 8)}` };
    await clients.act(curator, 'completeTask', taskId, input, 'task { id }');
  }
}

const ESCALATED = `
  select d.id, d.claim_total::int as claim from dispute d where d.status = 'ESCALATED' order by random() limit 2`;

async function decideDisputes({ clients, market: { curator }, random }: StaffLife): Promise<void> {
  for (const { id, claim } of await clients.look<{ id: string; claim: number }>(ESCALATED)) {
    const disputeId = globalId('Dispute', id);
    const outcome = (['NOTHING', 'PART', 'WHOLE'] as const)[random.below(3)];
    const amount = outcome === 'PART' ? Math.max(1, Math.floor(claim / 3)) : null;
    const borneBy = BEARERS[random.below(BEARERS.length)];
    const input = { disputeId, outcome, amount, borneBy, reason: 'Menurut foto' };
    await clients.act(curator, 'decideDispute', disputeId, input, 'dispute { id }');
  }
}

const COLLECTED = `
  select id from parcel where status = 'COLLECTED' and refund_due + 500 <= total order by random() limit 1`;

async function beKind({ clients, market: { curator }, random }: StaffLife): Promise<void> {
  for (const { id } of await clients.look<{ id: string }>(COLLECTED)) {
    const idempotencyKey = randomUUID();
    const borneBy = BEARERS[random.below(BEARERS.length)];
    const input = { parcelId: globalId('Parcel', id), amount: 500, borneBy, reason: 'Maaf', idempotencyKey };
    await clients.act(curator, 'giveGoodwill', idempotencyKey, input, 'parcel { id }');
  }
}

const PAID = `select code from orders where payment_status = 'PAID' and fulfilment = 'OPEN' order by random() limit 1`;

async function refundOrders({ clients, market: { curator } }: StaffLife): Promise<void> {
  for (const { code: orderCode } of await clients.look<{ code: string }>(PAID))
    await clients.act(curator, 'refundOrder', orderCode, { orderCode, reason: 'Titik ambil tutup' }, 'parcels { id }');
}
