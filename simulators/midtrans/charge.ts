import type { Answer } from '../stage/faults.ts';
import { asRecord } from '../stage/scope.ts';
import { coreAnswer, invalid, malformed } from './answers.ts';
import { CHANNELS, type ChannelKey } from './channels.ts';
import { type ChargeRequest, readCharge } from './charge-request.ts';
import { watchDeadline } from './moves.ts';
import { qrisText } from './qris.ts';
import type { Simulation } from './simulation.ts';
import type { Transaction } from './transaction.ts';
import { notificationBody, transactionFields } from './wire.ts';

/** Takes a charge: a new pending transaction, or 400 with every fault, 402 for a method not switched on, 406 for a taken order id. */
export function charge(simulation: Simulation, body: unknown): Answer {
  const { books, clock, courier, merchant, random, settings } = simulation;
  const record = asRecord(body);
  if (!record) return malformed(random);
  const request = readCharge(record, clock.now());
  if (Array.isArray(request)) return invalid(request, random);
  if (settings.disabled.includes(request.channel)) {
    return coreAnswer('402', 'Payment channel is not activated.', { id: random.uuid() });
  }
  if (books.holderOf(request.orderId)) {
    const message =
      'The request could not be completed due to a conflict with the current state of the target resource, please try again';
    return coreAnswer('406', message, { id: random.uuid() });
  }
  const transaction = open(simulation, request);
  books.keep(transaction);
  watchDeadline(simulation, transaction);
  courier.send(notificationBody(transaction, merchant));
  simulation.log(`charge ${transaction.orderId} ${transaction.channel} ${transaction.grossAmount}`);
  return coreAnswer('201', CHANNELS[transaction.channel].createdMessage, {
    ...transactionFields(transaction, merchant.merchantId),
    ...transaction.instructions,
    // Its answers shout.
    ...(transaction.channel === 'shopeepay' && { transaction_status: 'PENDING' }),
  });
}

function open(simulation: Simulation, request: ChargeRequest): Transaction {
  const transaction: Transaction = {
    transactionId: simulation.random.uuid(),
    orderId: request.orderId,
    channel: request.channel,
    grossAmount: request.grossAmount,
    status: 'pending',
    createdAt: simulation.clock.now(),
    expiresAt: request.expiresAt,
    instructions: {},
    paidWith: {},
    echoed: request.echoed,
    items: request.items,
    payerName: request.payerName,
    refunds: [],
  };
  if (request.channel === 'qris') instructQris(simulation, transaction, request.method);
  else if (request.channel === 'gopay') instructGopay(simulation, transaction, request.method);
  else if (request.channel === 'shopeepay') instructShopeepay(simulation, transaction, request.method);
  else instructNumber(simulation, transaction, request.method);
  return transaction;
}

function qrTextOf(simulation: Simulation, transaction: Transaction): string {
  return qrisText({
    merchantName: simulation.merchant.name,
    city: 'DEPOK',
    postalCode: '16431',
    amount: transaction.grossAmount,
    reference: transaction.transactionId.replaceAll('-', '').slice(0, 25),
  });
}

function instructQris(simulation: Simulation, transaction: Transaction, method: Record<string, unknown>): void {
  const { publicUrl } = simulation.settings;
  const id = transaction.transactionId;
  transaction.qrText = qrTextOf(simulation, transaction);
  transaction.instructions = {
    acquirer: method.acquirer ?? 'gopay',
    qr_string: transaction.qrText,
    actions: [
      { name: 'generate-qr-code', method: 'GET', url: `${publicUrl}/v2/qris/${id}/qr-code` },
      { name: 'generate-qr-code-v2', method: 'GET', url: `${publicUrl}/v4/qris/${id}/qr-code` },
    ],
  };
}

function instructGopay(simulation: Simulation, transaction: Transaction, method: Record<string, unknown>): void {
  const { publicUrl } = simulation.settings;
  const id = transaction.transactionId;
  transaction.qrText = qrTextOf(simulation, transaction);
  if (method.enable_callback === true && typeof method.callback_url === 'string')
    transaction.callbackUrl = method.callback_url;
  transaction.instructions = {
    actions: [
      { name: 'generate-qr-code', method: 'GET', url: `${publicUrl}/v2/gopay/${id}/qr-code` },
      { name: 'generate-qr-code-v2', method: 'GET', url: `${publicUrl}/v4/qris/gopay/${id}/qr-code` },
      { name: 'deeplink-redirect', method: 'GET', url: `${publicUrl}/pay/${id}` },
      { name: 'get-status', method: 'GET', url: `${publicUrl}/v2/${id}/status` },
      { name: 'cancel', method: 'POST', url: `${publicUrl}/v2/${id}/cancel`, fields: [] },
    ],
    channel_response_code: '200',
    channel_response_message: 'Success',
  };
}

function instructShopeepay(simulation: Simulation, transaction: Transaction, method: Record<string, unknown>): void {
  const url = `${simulation.settings.publicUrl}/pay/${transaction.transactionId}`;
  if (typeof method.callback_url === 'string') transaction.callbackUrl = method.callback_url;
  transaction.instructions = {
    channel_response_code: '0',
    channel_response_message: 'success',
    actions: [{ name: 'deeplink-redirect', method: 'GET', url }],
  };
}

function instructNumber(simulation: Simulation, transaction: Transaction, method: Record<string, unknown>): void {
  const { channel } = transaction;
  const chosen = channel === 'echannel' ? method.bill_key : method.va_number;
  const payNumber = allotNumber(simulation, channel, typeof chosen === 'string' ? chosen : undefined);
  transaction.payNumber = payNumber;
  if (channel === 'echannel') transaction.instructions = { bill_key: payNumber, biller_code: '70012' };
  else if (CHANNELS[channel].paymentType === 'cstore')
    transaction.instructions = { payment_code: payNumber, store: channel };
  else if (channel === 'permata') transaction.instructions = { permata_va_number: payNumber };
  else transaction.instructions = { va_numbers: [{ bank: channel, va_number: payNumber }] };
}

/** The merchant's own number while no one else waits on it, otherwise a free one. */
function allotNumber(simulation: Simulation, channel: ChannelKey, chosen: string | undefined): string {
  const { prefix, length } = CHANNELS[channel].number ?? { prefix: '', length: 16 };
  let number = chosen === undefined ? undefined : prefix + chosen;
  while (number === undefined || simulation.books.numberTaken(number)) {
    number = prefix + simulation.random.digits(length - prefix.length);
  }
  return number;
}
