import { randomUUID } from 'node:crypto';
import { globalId } from '../../../api/platform/keys.ts';
import { wibDay } from '../../../api/platform/wib.ts';
import type { StaffLife } from './life.ts';

interface Sent {
  readonly id: string;
  readonly batch: string;
  readonly status: 'IN_BATCH' | 'PAID';
}

/** Transfers of the batch that waits longest for its results. */
const IN_BATCH = `
  select p.id, p.batch_id as batch, p.status from payout p
   where p.status = 'IN_BATCH' and p.batch_id = (select batch_id from payout where status = 'IN_BATCH' order by batch_id limit 1)`;
const PAID = `select p.id, p.batch_id as batch, p.status from payout p where p.status = 'PAID' order by random() limit 1`;

/** Puts payouts that wait into a file for the bank, fetches it, and records what the bank says: sent, not sent, or come back, also later. */
export async function payOut(life: StaffLife): Promise<void> {
  const { clients, market, random } = life;
  const waiting = await clients.look(`select from payout where status = 'REQUESTED' limit 1`);
  if (waiting.length > 0) {
    const idempotencyKey = randomUUID();
    await clients.act(market.curator, 'createPayoutBatch', idempotencyKey, { idempotencyKey }, 'batch { id }');
  }
  const [first, ...others] = await clients.look<Sent>(IN_BATCH);
  if (first) {
    await fetchFile(life, first.batch);
    await recordResults(life, [first, ...others]);
  }
  if (random.below(6) === 0) await recordResults(life, await clients.look<Sent>(PAID));
}

/** The file of a batch, with all account numbers; who took it is noted. */
async function fetchFile({ clients: { stage }, market: { curator } }: StaffLife, batch: string): Promise<void> {
  const headers = { authorization: `Bearer ${curator.token}` };
  const address = `${stage.webs[0]}/ledger/payouts/${globalId('PayoutBatch', batch)}.csv`;
  await fetch(address, { headers }).then(
    (response) => response.text(),
    () => '', // killed just now
  );
}

async function recordResults({ clients, market, random }: StaffLife, sent: readonly Sent[]): Promise<void> {
  const [first] = sent;
  if (!first) return;
  const results = sent.map(({ id, status }) => {
    const result = status === 'PAID' ? 'RETURNED' : (['PAID', 'PAID', 'FAILED', 'RETURNED'] as const)[random.below(4)];
    return { payoutId: globalId('Payout', id), result, reason: result === 'PAID' ? null : 'Rekening ditutup' };
  });
  const key = results.map(({ payoutId, result }) => `${payoutId} ${result}`).join();
  const input = { batchId: globalId('PayoutBatch', first.batch), results };
  await clients.act(market.curator, 'recordPayoutResults', key, input, 'batch { id }');
}

/** Money that the provider and the point brought is booked, fees are agreed, the books of today are compared. */
export async function keepBooks({ clients, market: { curator, pointId }, random, now }: StaffLife): Promise<void> {
  const today = wibDay(now());
  const key = randomUUID();
  const settlement = { gross: 1000, fee: 7, paidOn: today, coversFrom: today, coversTo: today };
  const fee = { method: 'QRIS', validFrom: today, basisPoints: 70, flat: random.below(100) };
  const acts: readonly (readonly [op: string, input: Readonly<Record<string, unknown>>, fields: string])[] = [
    ['recordProviderSettlement', { reference: key, idempotencyKey: key, ...settlement }, 'settlement { id }'],
    ['recordCashDelivery', { pointId, amount: 1, reference: key, idempotencyKey: key }, 'earnings { __typename }'],
    ['setProviderFee', fee, 'fee { __typename }'],
    ['reconcilePayments', { day: today }, 'reconciliation { id }'],
  ];
  const [op, input, fields] = acts[random.below(acts.length)]!;
  await clients.act(curator, op, key, input, fields);
}
