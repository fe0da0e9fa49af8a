import type { Answer } from '../stage/faults.ts';
import { coreAnswer, unchangeable } from './answers.ts';
import { CHANNELS } from './channels.ts';
import type { Simulation } from './simulation.ts';
import type { Transaction, TransactionStatus } from './transaction.ts';
import { notificationBody, transactionFields, wibTime } from './wire.ts';

/**
 * What can happen to a transaction besides refunds, and from where. `reverse` takes a settlement back within minutes; `chargeback` is the
 * payer's bank after a complaint, weeks later and whatever the way to pay, `partialChargeback` for a part.
 */
export const MOVES = {
  pay: { from: ['pending'], to: 'settlement' },
  deny: { from: ['pending'], to: 'deny' },
  cancel: { from: ['pending'], to: 'cancel' },
  expire: { from: ['pending'], to: 'expire' },
  reverse: { from: ['settlement'], to: 'deny' },
  chargeback: { from: ['settlement', 'partial_chargeback'], to: 'chargeback' },
  partialChargeback: { from: ['settlement'], to: 'partial_chargeback' },
} as const satisfies Record<string, { from: TransactionStatus[]; to: TransactionStatus }>;
export type Move = keyof typeof MOVES;

/** True when this transaction may make the move now. Only three ways to pay take settlements back. */
export function mayMove(transaction: Transaction, move: Move): boolean {
  const from: readonly TransactionStatus[] = MOVES[move].from;
  return from.includes(transaction.status) && (move !== 'reverse' || CHANNELS[transaction.channel].reversible);
}

/** Makes the move, writes it down and tells the merchant; false, and nothing done, when it is not allowed. */
export function move(simulation: Simulation, transaction: Transaction, name: Move, issuer?: string): boolean {
  if (!mayMove(transaction, name)) return false;
  transaction.status = MOVES[name].to;
  if (name === 'pay') notePayment(simulation, transaction, issuer);
  simulation.books.keep(transaction);
  if (name === 'pay') watchReversal(simulation, transaction);
  simulation.courier.send(notificationBody(transaction, simulation.merchant));
  simulation.log(`${name} ${transaction.orderId}`);
  return true;
}

/** The merchant's own cancel or expire: the changed transaction, or 412. A successful expire answers 407. */
export function moveByMerchant(simulation: Simulation, transaction: Transaction, name: 'cancel' | 'expire'): Answer {
  if (!move(simulation, transaction, name)) return unchangeable();
  const fields = transactionFields(transaction, simulation.merchant.merchantId);
  return name === 'cancel'
    ? coreAnswer('200', 'Success, transaction is canceled', fields)
    : coreAnswer('407', 'Success, transaction has expired', fields);
}

/** Lets the transaction expire by itself when its time is over. */
export function watchDeadline(simulation: Simulation, transaction: Transaction): void {
  if (transaction.status !== 'pending') return;
  simulation.clock.schedule(transaction.expiresAt, () => move(simulation, transaction, 'expire'));
}

/** Takes the settlement back when it is time, where a reversal was ordered. */
export function watchReversal(simulation: Simulation, transaction: Transaction): void {
  if (!transaction.reversesAt) return;
  simulation.clock.schedule(transaction.reversesAt, () => move(simulation, transaction, 'reverse'));
}

function orderedReversal({ settings, clock }: Simulation, { channel }: Transaction): Date | undefined {
  if (settings.settlementsToReverse === 0 || !CHANNELS[channel].reversible) return undefined;
  settings.settlementsToReverse -= 1;
  return new Date(clock.now().getTime() + settings.reverseAfterMs);
}

function notePayment(simulation: Simulation, transaction: Transaction, issuer = 'gopay'): void {
  const now = simulation.clock.now();
  transaction.settledAt = now;
  transaction.reversesAt = orderedReversal(simulation, transaction);
  if (transaction.channel === 'qris') {
    const onUs = issuer === transaction.instructions.acquirer;
    transaction.paidWith = {
      issuer,
      transaction_type: onUs ? 'on-us' : 'off-us',
      merchant_cross_reference_id: simulation.random.uuid(),
    };
  } else if (transaction.channel === 'gopay') {
    transaction.paidWith = { payment_option_type: 'GOPAY_WALLET' };
  } else if (transaction.channel === 'indomaret') {
    transaction.paidWith = { approval_code: simulation.random.digits(14) };
  } else if (transaction.instructions.va_numbers) {
    const amount = `${transaction.grossAmount}.00`;
    // BNI alone tells each amount; the other banks send an empty list.
    transaction.paidWith = {
      payment_amounts: transaction.channel === 'bni' ? [{ paid_at: wibTime(now), amount }] : [],
    };
  }
}
