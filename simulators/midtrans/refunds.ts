import type { Answer } from '../stage/faults.ts';
import { asRecord } from '../stage/scope.ts';
import { coreAnswer, invalid, malformed, unchangeable } from './answers.ts';
import { CHANNELS, OFF_US_REFUND_DAYS } from './channels.ts';
import type { Simulation } from './simulation.ts';
import { type Refund, refundedAmount, type Transaction } from './transaction.ts';
import { moneyText, notificationBody, transactionFields } from './wire.ts';

const REFUND_KEY = /^[A-Za-z0-9_-]{1,255}$/;
const DAY_MS = 86_400_000;

/**
 * Sends money back, whole by default. Refuses a key used before (406), a transaction whose state, way to pay or age forbids it
 * (412) and more than what is left (414). Two notices follow: now, and when the bank confirms.
 */
export function refund(
  simulation: Simulation,
  transaction: Transaction,
  body: unknown,
  method: Refund['method'],
): Answer {
  const { clock, random, settings } = simulation;
  const given = body === null ? {} : asRecord(body);
  if (!given) return malformed(random);
  const left = transaction.grossAmount - refundedAmount(transaction);
  const { refund_key: key = random.uuid(), amount = left, reason } = given;
  const faults = [];
  if (typeof key !== 'string' || !REFUND_KEY.test(key))
    faults.push('refund_key must be letters, digits, dash or underscore');
  if (!Number.isSafeInteger(amount)) faults.push('amount must be a whole number without decimals');
  if (reason !== undefined && (typeof reason !== 'string' || reason.length > 255))
    faults.push('reason must be at most 255 characters');
  if (faults.length > 0) return invalid(faults, random);

  if (transaction.refunds.some((each) => each.key === key)) {
    return coreAnswer('406', 'Refund key has been used for this transaction', { id: random.uuid() });
  }
  if (!refundable(transaction, clock.now())) return unchangeable();
  if (Number(amount) < 1 || Number(amount) > left || isPartOfWhole(transaction, Number(amount)))
    return coreAnswer('414', 'Refund amount is invalid');
  if (method === 'online' && settings.directRefundsToDeny > 0) {
    settings.directRefundsToDeny -= 1;
    return refundAnswer(simulation, transaction, '202', 'Refund request is denied by the bank', {
      key: String(key),
      amount: 0,
    });
  }
  const made: Refund = {
    chargebackId: 1 + random.below(999_999_999),
    key: String(key),
    amount: Number(amount),
    reason: reason as string | undefined,
    method,
    createdAt: clock.now(),
  };
  transaction.refunds.push(made);
  transaction.status = refundedAmount(transaction) === transaction.grossAmount ? 'refund' : 'partial_refund';
  keepAndTell(simulation, transaction);
  watchConfirmation(simulation, transaction, made);
  const message = `Success, refund request is approved${method === 'online' ? ' by the bank' : ''}`;
  return refundAnswer(simulation, transaction, '200', message, made);
}

/** Plans the bank's confirmation of a refund that has none yet, also after a restart. */
export function watchConfirmation(simulation: Simulation, transaction: Transaction, made: Refund): void {
  if (made.bankConfirmedAt) return;
  const at = new Date(made.createdAt.getTime() + simulation.settings.bankConfirmationMs);
  simulation.clock.schedule(at, () => {
    made.bankConfirmedAt = simulation.clock.now();
    keepAndTell(simulation, transaction);
  });
}

/** Some wallets send back all of a payment or nothing. */
function isPartOfWhole({ channel, grossAmount }: Transaction, amount: number): boolean {
  return CHANNELS[channel].refundsWholeOnly === true && amount !== grossAmount;
}

function refundable(transaction: Transaction, now: Date): boolean {
  const { refundDays } = CHANNELS[transaction.channel];
  if (!refundDays || !transaction.settledAt) return false;
  if (transaction.status !== 'settlement' && transaction.status !== 'partial_refund') return false;
  const days = transaction.paidWith.transaction_type === 'off-us' ? OFF_US_REFUND_DAYS : refundDays;
  return now.getTime() - transaction.settledAt.getTime() <= days * DAY_MS;
}

function keepAndTell(simulation: Simulation, transaction: Transaction): void {
  simulation.books.keep(transaction);
  simulation.courier.send(notificationBody(transaction, simulation.merchant));
}

function refundAnswer(
  simulation: Simulation,
  transaction: Transaction,
  code: string,
  message: string,
  made: { key: string; amount: number; chargebackId?: number },
): Answer {
  return coreAnswer(code, message, {
    ...transactionFields(transaction, simulation.merchant.merchantId),
    refund_chargeback_id: made.chargebackId,
    refund_amount: moneyText(made.amount),
    refund_key: made.key,
  });
}
