import { randomUUID } from 'node:crypto';
import { rejectParcel } from '../../../api/orders/answer-parcel.ts';
import { changePaymentMethod } from '../../../api/orders/change-payment-method.ts';
import { acceptRefund } from '../../../api/payments/accept-refund.ts';
import { applyState } from '../../../api/payments/apply-state.ts';
import { lockPayment } from '../../../api/payments/index.ts';
import { Refund } from '../../../api/payments/refund.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { DomainError } from '../../../api/platform/refusal.ts';
import { anOrder, type Market } from '../../support/makers/orders.ts';
import { type FollowedPayment, paymentOf } from '../../support/makers/payments.ts';
import type { World } from '../../support/world.ts';

/** What the provider answers about one of two charges. */
export interface Told {
  readonly attempt: 1 | 2;
  readonly status: 'PENDING' | 'SETTLED' | 'EXPIRED' | 'PARTLY_REFUNDED' | 'REFUNDED';
  readonly refunded: readonly { readonly key: string; readonly amount: number; readonly isConfirmed: boolean }[];
}

/** Every order of a list. */
export function orderings<Each>(list: readonly Each[]): Each[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((each, at) => orderings(list.filter((_, other) => other !== at)).map((rest) => [each, ...rest]));
}

/** Each of a list once, or twice where the mask says so. */
export function doubled<Each>(list: readonly Each[], mask: number): Each[] {
  return list.flatMap((each, at) => (mask & (1 << at) ? [each, each] : [each]));
}

/** An order with two charges, of which the first is no longer wanted; and what may happen to it. */
export interface Stood {
  readonly payment: FollowedPayment;
  readonly tell: (told: Told) => Promise<void>;
  /** The seller of its first parcel cannot deliver: our own refund of that. Again, it is refused. */
  readonly reject: () => Promise<void>;
  /** The provider answers that it took our refund on. */
  readonly send: () => Promise<void>;
  /** Our refund as the provider lists it. */
  readonly own: (isConfirmed: boolean) => Promise<Told['refunded'][number]>;
  /** All that is to be the same at the end, whatever came first. */
  readonly end: () => Promise<object>;
}

/** What the ledger says by kind of account: how many lines, and their sum. */
type Books = Readonly<Record<string, readonly [lines: number, sum: number]>>;

/** Places an order by QRIS and changes it to GoPay. */
export async function anOrderWithTwoCharges(world: World, market: Market): Promise<Stood> {
  const rows = <Row extends object>(sql: string, values: unknown[] = []) => world.context().read.rows<Row>(sql, values);
  const books = async (): Promise<Books> => {
    const sums = await rows<{ kind: string; lines: number; sum: string }>(
      'select a.kind, count(*)::int as lines, sum(l.amount)::text as sum from ledger_line l join ledger_account a on a.id = l.account_id group by 1',
    );
    return Object.fromEntries(sums.map(({ kind, lines, sum }) => [kind, [lines, Number(sum)]]));
  };
  const before = await books();
  const { order, buyer } = await anOrder(world, market);
  const orderId = globalId('Order', order.key);
  const wanted = { orderId, paymentMethod: 'GOPAY', idempotencyKey: randomUUID() } as const;
  await changePaymentMethod(world.context(buyer.actor), wanted);
  const payment = await paymentOf(world, order.key, buyer);
  const attempts = await payment.attempts();
  const [stall] = market.stalls;
  const refundOf = () => world.context().em.fork().findOneOrFail(Refund, { paymentKey: payment.key });

  return {
    payment,
    async tell({ attempt, status, refunded }) {
      const { key, providerOrderId } = attempts[attempt - 1]!;
      await applyState(world.context(), key, {
        providerOrderId,
        transactionId: `tx-${providerOrderId}`,
        status,
        amount: order.total,
        currency: 'IDR',
        merchantId: null,
        refunds: refunded.map(({ key: refundKey, ...listed }) => ({ refundKey, ...listed })),
        isPartlyDisputed: false,
        instructions: {} as never,
        answer: {},
      });
    },
    async reject() {
      const [parcel] = await rows<{ id: string }>('select id from parcel where order_id = $1 and seller_id = $2', [
        order.key,
        stall!.seller.key,
      ]);
      const rejected = rejectParcel(world.context(stall!.owner.actor), globalId('Parcel', parcel!.id), 'Habis');
      await rejected.catch((error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== 'WRONG_STATUS') throw error;
      });
    },
    async send() {
      const { key } = await refundOf();
      await inTransaction(world.context(), async (tx) => {
        const locked = (await lockPayment(tx, payment.reference))!;
        const refund = await tx.findOneOrFail(Refund, { key }, { refresh: true });
        await acceptRefund(tx, locked, attempts[1]!, refund);
      });
    },
    async own(isConfirmed) {
      const { refundKey, amount } = await refundOf();
      return { key: refundKey, amount, isConfirmed };
    },
    async end() {
      const { status, paidTotal, reversedTotal } = await payment.now();
      const [ordered] = await rows<{ payment_status: string }>(
        `select payment_status, refund_due_total::int, refunded_total::int,
                (select json_agg(status order by status) from parcel where order_id = orders.id) as parcels from orders where id = $1`,
        [order.key],
      );
      const refunds = await rows(
        `select amount::int, status, sent_by, done_at is not null as is_done, attempt_id = $2 as is_of_second from refund
          where payment_id = $1 order by 1, 2`,
        [payment.key, attempts[1]!.key],
      );
      const told = await rows<{ name: string; n: number }>(
        `select name, count(*)::int as n from event
          where (subject->>'paymentKey' = $1 or subject->>'orderKey' = $2) and name in
            ('PaymentSettled', 'PaymentExpired', 'PaymentCancelled', 'PaymentReversed', 'RefundRequested', 'RefundSent', 'RefundImpossible',
             'OrderPaid', 'ParcelStarted', 'ParcelRejected') group by 1 order by 1`,
        [payment.key, order.key],
      );
      const tasks = await rows<{ kind: string }>(`select kind from task where subject->>'paymentKey' = $1`, [
        payment.key,
      ]);
      return {
        payment: [status, paidTotal, reversedTotal],
        attempts: (await payment.attempts()).map(({ status: at, settledAmount }) => [at, settledAmount]),
        order: ordered,
        tasks: tasks.map(({ kind }) => kind),
        told: told.map(({ name, n }) => `${name} ${n}`),
        refunds,
        books: booked(before, await books()),
      };
    },
  };
}

/** What was booked between two looks. */
function booked(before: Books, after: Books): Books {
  const kinds = Object.entries(after).map(([kind, [lines, sum]]) => {
    const [linesBefore, sumBefore] = before[kind] ?? [0, 0];
    return [kind, [lines - linesBefore, sum - sumBefore]] as const;
  });
  return Object.fromEntries(kinds.filter(([, [lines]]) => lines !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
