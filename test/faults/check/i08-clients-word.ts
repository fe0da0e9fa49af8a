import type { Entry } from '../people/client-log.ts';
import { type Evidence, keyIn } from './evidence.ts';

type Named = 'Order' | 'Parcel' | 'Dispute' | 'Task';

/** Events that a mutation leaves, on what it names. */
const LEAVES: Readonly<Record<string, { on: Named; input: string; events: readonly string[] }>> = {
  cancelOrder: { on: 'Order', input: 'orderId', events: ['OrderCancelled', 'ParcelCancelled'] },
  changePaymentMethod: { on: 'Order', input: 'orderId', events: ['PaymentMethodChanged'] },
  acceptParcel: { on: 'Parcel', input: 'parcelId', events: ['ParcelAccepted'] },
  rejectParcel: { on: 'Parcel', input: 'parcelId', events: ['ParcelRejected'] },
  refundLines: { on: 'Parcel', input: 'parcelId', events: ['ParcelPartlyRefunded', 'ParcelPiecesMissing'] },
  cancelParcel: { on: 'Parcel', input: 'parcelId', events: ['ParcelCancelled'] },
  dropParcelAtPoint: { on: 'Parcel', input: 'parcelId', events: ['ParcelDropped'] },
  markParcelLost: { on: 'Parcel', input: 'parcelId', events: ['ParcelLost'] },
  giveGoodwill: { on: 'Parcel', input: 'parcelId', events: ['ParcelPartlyRefunded'] },
  openDispute: { on: 'Parcel', input: 'parcelId', events: ['DisputeOpened'] },
  answerDispute: {
    on: 'Dispute',
    input: 'disputeId',
    events: ['DisputeSettled', 'DisputeOffered', 'DisputeEscalated'],
  },
  acceptDisputeOffer: { on: 'Dispute', input: 'disputeId', events: ['DisputeSettled'] },
  passOnDispute: { on: 'Dispute', input: 'disputeId', events: ['DisputeEscalated'] },
  withdrawDispute: { on: 'Dispute', input: 'disputeId', events: ['DisputeWithdrawn'] },
  decideDispute: { on: 'Dispute', input: 'disputeId', events: ['DisputeDecided'] },
  completeTask: { on: 'Task', input: 'taskId', events: ['TaskCompleted'] },
  markParcelPacked: { on: 'Parcel', input: 'parcelId', events: ['ParcelPacked'] },
};

interface StoredOrder {
  readonly id: string;
  readonly code: string;
  readonly buyer_id: string;
  readonly idempotency_key: string;
}

/** I8: what a client saw as done is there, what it saw as refused left nothing, and every try of one intention was told the same. */
export async function clientsWord({ rows, log }: Evidence): Promise<string[]> {
  const stored = await rows<StoredOrder>('select id, code, buyer_id, idempotency_key from orders');
  const orders = new Map(stored.map((order) => [`${order.buyer_id} ${order.idempotency_key}`, order]));
  const happened = new Set(
    (
      await rows<{ name: string; subject: Readonly<Record<string, string>> }>('select name, subject from event')
    ).flatMap(({ name, subject: { orderKey, parcelKey, disputeKey, taskKey } }) =>
      [orderKey, parcelKey, disputeKey, taskKey].map((key) => `${name} ${key}`),
    ),
  );
  const ended = log.filter(({ what }) => what !== 'sent');
  const intentions = Map.groupBy(ended, ({ op, who, key }) => `${op} ${who} ${key}`);
  return [...intentions.values()].flatMap((tries) => {
    const [{ op, who, key }] = tries as [Entry, ...Entry[]];
    if (op === 'placeOrder') return orderOf(tries, orders.get(`${who} ${key}`));
    const leaves = LEAVES[op];
    if (!leaves) return [];
    return tries
      .filter(({ what }) => what === 'done')
      .flatMap(({ input }) => {
        const subject = keyIn(leaves.on, input[leaves.input]);
        const isThere = leaves.events.some((name) => happened.has(`${name} ${subject}`));
        return isThere ? [] : [`${op} of ${subject} was told as done and left no trace`];
      });
  });
}

function orderOf(tries: readonly Entry[], stored: StoredOrder | undefined): string[] {
  const key = tries[0]?.key;
  const done = tries.filter(({ what }) => what === 'done');
  const ids = new Set(done.map(({ answer }) => keyIn('Order', (answer as { order?: { id?: string } }).order?.id)));
  if (ids.size > 1) return [`key ${key} was answered with ${ids.size} orders`];
  const [told] = ids;
  if (told !== undefined && told !== stored?.id)
    return [`key ${key} was told order ${told}, stored is ${stored?.id ?? 'none'}`];
  const last = tries.at(-1);
  if (told === undefined && last?.what === 'refused' && stored)
    return [`key ${key} was refused (${last.answer}) and left ${stored.code}`];
  return last?.what === 'unknown' ? [`key ${key} stayed unknown for a minute`] : [];
}
