import type { Entry } from '../people/client-log.ts';
import { keyIn, type Named } from './evidence.ts';

/** What a mutation that was told as done leaves in the database. */
export interface Leaves {
  /** Rows of all that was left: `trace` in the words of `of`, and `id`, the key of what was made, where its public id is answered. */
  readonly rows: string;
  /** What this call must have left, all of it. */
  of(call: Entry): readonly string[];
  /** Where the answer names what was made. */
  readonly answers?: { readonly field: string; readonly type: Named };
  /** What its trace hangs on: an idempotency key, which has one answer for ever; a row, which others may touch; or this call, each of which leaves its own. */
  readonly by: 'key' | 'row' | 'call';
  /** Nothing but this mutation leaves it, so that nobody who was refused can have: of rows; keys are always so. */
  readonly isAlone?: true;
}

/** Every mutation of the people with its trace. */
export const LEAVES: Readonly<Record<string, Leaves>> = {
  placeOrder: keyed('orders', 'buyer_id', { field: 'order', type: 'Order' }),
  cancelOrder: event('Order', 'orderId', ['OrderCancelled', 'ParcelCancelled']),
  changePaymentMethod: {
    ...keyed('orders', 'buyer_id'),
    rows: `select buyer_id || ' ' || key as trace from orders, unnest(method_change_keys) as key`,
  },
  cancelParcel: event('Parcel', 'parcelId', ['ParcelCancelled']),
  acceptParcel: { ...event('Parcel', 'parcelId', ['ParcelAccepted']), isAlone: true },
  rejectParcel: { ...event('Parcel', 'parcelId', ['ParcelRejected']), isAlone: true },
  markParcelPacked: { ...event('Parcel', 'parcelId', ['ParcelPacked']), isAlone: true },
  dropParcelAtPoint: { ...event('Parcel', 'parcelId', ['ParcelDropped']), isAlone: true },
  refundLines: keyed('parcel_refund', 'actor_id'),
  adjustStock: keyed('stock_movement', 'actor_id'),
  receiveParcel: { ...atCounter('ParcelReceived'), isAlone: true },
  refuseParcel: { ...atCounter('ParcelRefused'), isAlone: true },
  returnParcel: { ...atCounter('ParcelReturned'), isAlone: true },
  markParcelLost: { ...event('Parcel', 'parcelId', ['ParcelLost']), isAlone: true },
  chargeAtPoint: {
    by: 'row',
    rows: `select o.collect_code as trace from orders o join payment p on p.reference = o.id
             join payment_attempt a on a.payment_id = p.id where a.part is not null`,
    // What was paid for already is charged no more.
    of: ({ input, answer }) => (answered(answer, 'collectable')?.cashDue === 0 ? [] : [String(input.collectCode)]),
  },
  collectParcel: {
    ...event('Parcel', 'parcelId', ['ParcelCollected']),
    of: ({ answer }) => {
      const { parcels = [] } = (answer ?? {}) as { parcels?: readonly { id: string }[] };
      return parcels.length > 0 ? parcels.map(({ id }) => keyIn('Parcel', id)) : ['no parcel'];
    },
  },
  saveRefundAccount: {
    by: 'row',
    rows: `select order_id || ' ' || bank || ' ' || account_number || ' ' || holder_name as trace from refund_account`,
    of: ({ input }) => [`${keyIn('Order', input.orderId)} ${input.bank} ${input.accountNumber} ${input.holderName}`],
  },
  requestRefund: keyed('dispute', 'buyer_id', { field: 'dispute', type: 'Dispute' }),
  openDispute: keyed('dispute', 'buyer_id', { field: 'dispute', type: 'Dispute' }),
  answerDispute: event('Dispute', 'disputeId', ['DisputeSettled', 'DisputeOffered', 'DisputeEscalated']),
  acceptDisputeOffer: event('Dispute', 'disputeId', ['DisputeSettled']),
  passOnDispute: event('Dispute', 'disputeId', ['DisputeEscalated']),
  withdrawDispute: event('Dispute', 'disputeId', ['DisputeWithdrawn']),
  decideDispute: { ...event('Dispute', 'disputeId', ['DisputeDecided']), isAlone: true },
  giveGoodwill: keyed('parcel_refund', 'actor_id'),
  refundOrder: {
    by: 'row',
    rows: `select code as trace from orders o where not exists (
             select from parcel p where p.order_id = o.id and p.is_settled and p.refund_due < p.total and p.status <> 'RETURNED')`,
    of: ({ input }) => [String(input.orderCode)],
  },
  // A task may have been done meanwhile, by the program or a colleague; then both change nothing.
  takeTask: {
    by: 'row',
    rows: 'select id::text as trace from task where done_at is not null or taken_by_id is not null',
    of: ({ input }) => [keyIn('Task', input.taskId)],
  },
  completeTask: {
    by: 'row',
    rows: 'select id::text as trace from task where done_at is not null',
    of: ({ input }) => [keyIn('Task', input.taskId)],
  },
  requestPayout: keyed('payout', 'requested_by_id', { field: 'payout', type: 'Payout' }),
  setBankAccount: {
    by: 'row',
    rows: `select owner_id || ' ' || bank_code || ' ' || number as trace from bank_account`,
    of: ({ input }) => [`${keyIn('Seller', input.ownerId)} ${input.bankCode} ${input.accountNumber}`],
  },
  createPayoutBatch: keyed('payout_batch', 'made_by_id', { field: 'batch', type: 'PayoutBatch' }),
  recordPayoutResults: {
    by: 'row',
    rows: `select (subject->>'payoutKey') || ' ' || upper(substr(name, 7)) as trace from event where name in ('PayoutPaid', 'PayoutFailed', 'PayoutReturned')`,
    of: ({ input }) =>
      (input.results as readonly { payoutId: string; result: string }[]).map(
        ({ payoutId, result }) => `${keyIn('Payout', payoutId)} ${result}`,
      ),
  },
  recordProviderSettlement: keyed('provider_settlement', 'recorded_by_id', {
    field: 'settlement',
    type: 'ProviderSettlement',
  }),
  recordCashDelivery: keyed('cash_delivery', 'recorded_by_id'),
  setProviderFee: {
    by: 'call',
    rows: `select actor_id || ' ' || (subject->>'method') || ' ' || (subject->>'validFrom') || ' ' || reason as trace
             from audit_entry where act = 'setProviderFee'`,
    of: ({ who, input: { method, validFrom, basisPoints, flat } }) => [
      `${who} ${method} ${validFrom} ${Number(basisPoints) / 100} % + ${flat}`,
    ],
  },
  reconcilePayments: {
    by: 'call',
    rows: 'select id::text as trace from reconciliation where started_by_id is not null',
    of: ({ answer }) => [keyIn('Reconciliation', answered(answer, 'reconciliation')?.id)],
  },
};

const CART = 'A cart holds neither money nor stock, and the next call changes it again; what it becomes is an order.';
const PROVIDER = 'Happens at the provider: its books are held against ours by I1, I3 and I5.';

/** What stands in the log of the clients and leaves nothing that could be looked for, with the reason. */
export const LEAVES_NOTHING: Readonly<Record<string, string>> = {
  setCartPickupPoint: CART,
  setCartLine: CART,
  applyVoucher: CART,
  removeVoucher: CART,
  pay: PROVIDER,
  deny: PROVIDER,
  expire: PROVIDER,
  cancel: PROVIDER,
  reverse: PROVIDER,
  chargeback: PROVIDER,
};

/** A row that bears who asked and the key it was asked under. */
function keyed(table: string, who: string, answers?: Leaves['answers']): Leaves {
  return {
    by: 'key',
    rows: `select ${who} || ' ' || idempotency_key as trace${answers ? ', id::text as id' : ''} from ${table} where idempotency_key is not null`,
    of: ({ who: asker, input }) => [`${asker} ${input.idempotencyKey}`],
    ...(answers && { answers }),
  };
}

/** One of these events, on what the input names. */
function event(on: Named, input: string, names: readonly string[]): Leaves {
  const field = `${on.toLowerCase()}Key`;
  return {
    by: 'row',
    rows: `select subject->>'${field}' as trace from event where name in (${names.map((name) => `'${name}'`).join()})`,
    of: (call) => [keyIn(on, call.input[input])],
  };
}

/** An event of a parcel that is named by the code on its slip. */
function atCounter(name: string): Leaves {
  return {
    by: 'row',
    rows: `select p.code as trace from event e join parcel p on p.id::text = e.subject->>'parcelKey' where e.name = '${name}'`,
    of: ({ input }) => [String(input.parcelCode)],
  };
}

/** What an answer says of a field. */
export function answered(answer: unknown, field: string): Readonly<Record<string, unknown>> | undefined {
  return (answer as Readonly<Record<string, Readonly<Record<string, unknown>>>> | null | undefined)?.[field];
}
