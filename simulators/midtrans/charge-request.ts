import { asRecord } from '../stage/scope.ts';
import { CHANNELS, type ChannelKey, channelOf, SHOPEE_QRIS_LONGEST } from './channels.ts';
import type { Item } from './transaction.ts';
import { readWibTime } from './wire.ts';

const ORDER_ID = /^[A-Za-z0-9\-_~.]{1,50}$/;
const UNIT_SECONDS = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
const ECHOED = ['custom_field1', 'custom_field2', 'custom_field3'];

/** A charge that follows the rules. */
export interface ChargeRequest {
  channel: ChannelKey;
  orderId: string;
  /** Whole rupiah. */
  grossAmount: number;
  expiresAt: Date;
  /** The method's own object: qris{}, gopay{}, bank_transfer{}, echannel{}. */
  method: Record<string, unknown>;
  items: Item[];
  payerName?: string;
  echoed: Record<string, unknown>;
}

/** Reads a charge, or answers every fault found in it, worded as validation_messages. Unknown fields are tolerated. */
export function readCharge(body: Record<string, unknown>, now: Date): ChargeRequest | string[] {
  const faults: string[] = [];
  const transfer = asRecord(body.bank_transfer) ?? {};
  const channel = channelOf(body.payment_type, transfer.bank, asRecord(body.cstore)?.store);
  if (!channel) return ['payment_type is not supported or bank_transfer.bank or cstore.store is missing'];
  const details = asRecord(body.transaction_details) ?? {};
  const { order_id: orderId, gross_amount: grossAmount } = details;
  if (typeof orderId !== 'string' || !ORDER_ID.test(orderId)) {
    faults.push('transaction_details.order_id must be 1 to 50 letters, digits, dash, underscore, tilde or dot');
  }
  checkAmount(channel, grossAmount, faults);
  const items = readItems(body.item_details, grossAmount, faults);
  if (channel === 'alfamart' && items.some(({ name }) => name.includes('|')))
    faults.push('item_details.name must not contain a vertical bar for Alfamart');
  const method = asRecord(body[CHANNELS[channel].paymentType]) ?? {};
  checkMethod(channel, method, faults);
  const payerName = readCustomer(channel, body.customer_details, faults);
  const expiresAt = readExpiry(channel, method, body.custom_expiry, now, faults);
  const echoed = readEchoed(body, faults);
  if (faults.length > 0) return faults;
  return {
    channel,
    orderId: orderId as string,
    grossAmount: grossAmount as number,
    expiresAt,
    method,
    items,
    payerName,
    echoed,
  };
}

function checkAmount(channel: ChannelKey, amount: unknown, faults: string[]): void {
  const { min, max } = CHANNELS[channel];
  const name = 'transaction_details.gross_amount';
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount))
    faults.push(`${name} must be a whole number without decimals`);
  else if (amount < min) faults.push(`${name} must be greater than or equal to ${min} for this payment method`);
  else if (max !== undefined && amount > max)
    faults.push(`${name} must be less than or equal to ${max} for this payment method`);
}

function readItems(given: unknown, grossAmount: unknown, faults: string[]): Item[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) {
    faults.push('item_details must be an array');
    return [];
  }
  const items = given.map((line, index) => readItem(asRecord(line) ?? {}, `item_details[${index}]`, faults));
  const sum = items.reduce((total, item) => total + item.price * item.quantity, 0);
  if (items.length > 0 && sum !== grossAmount)
    faults.push('transaction_details.gross_amount is not equal to the sum of item_details');
  return items;
}

function readItem(line: Record<string, unknown>, at: string, faults: string[]): Item {
  const { name, price, quantity } = line;
  if (!Number.isSafeInteger(price)) faults.push(`${at}.price must be a whole number`);
  if (!Number.isSafeInteger(quantity) || Number(quantity) < 1)
    faults.push(`${at}.quantity must be a whole number, 1 or more`);
  if (typeof name !== 'string' || name === '') faults.push(`${at}.name is required`);
  for (const field of ['id', 'name', 'brand', 'category', 'merchant_name', 'url']) {
    if (textLength(line[field]) > 50) faults.push(`${at}.${field} must be at most 50 characters`);
  }
  return { name: String(name), price: Number(price), quantity: Number(quantity) };
}

function checkMethod(channel: ChannelKey, method: Record<string, unknown>, faults: string[]): void {
  const acquirers = [undefined, 'gopay', 'airpay shopee'];
  if (channel === 'qris' && !acquirers.includes(method.acquirer as string | undefined))
    faults.push('qris.acquirer is gopay or airpay shopee');
  if (channel === 'echannel' && !(textLength(method.bill_info1) > 0 && textLength(method.bill_info2) > 0)) {
    faults.push('echannel.bill_info1 and echannel.bill_info2 are required');
  }
  for (const field of ['alfamart_free_text_1', 'alfamart_free_text_2', 'alfamart_free_text_3']) {
    if (textLength(method[field]) > 40) faults.push(`cstore.${field} must be at most 40 characters`);
  }
  const number = CHANNELS[channel].number;
  const chosen = channel === 'echannel' ? method.bill_key : method.va_number;
  if (!number || chosen === undefined || chosen === null) return;
  const { customMin, customMax } = number;
  if (typeof chosen !== 'string' || !/^\d+$/.test(chosen) || chosen.length < customMin || chosen.length > customMax) {
    faults.push(`the chosen number must be ${customMin} to ${customMax} digits`);
  }
}

function readCustomer(channel: ChannelKey, given: unknown, faults: string[]): string | undefined {
  const customer = asRecord(given);
  if (!customer) return undefined;
  for (const field of ['first_name', 'last_name', 'email', 'phone']) {
    if (textLength(customer[field]) > 255) faults.push(`customer_details.${field} must be at most 255 characters`);
    if (channel === 'bca' && field.endsWith('_name') && textLength(customer[field]) > 30) {
      faults.push(`customer_details.${field} must be at most 30 characters for BCA`);
    }
  }
  const phone = customer.phone;
  if (channel === 'bni' && typeof phone === 'string' && !/^(\+62|0)/.test(phone)) {
    faults.push('customer_details.phone must start with +62 or 0 for BNI');
  }
  const name = [customer.first_name, customer.last_name].filter((part) => typeof part === 'string').join(' ');
  return name || undefined;
}

function readExpiry(
  channel: ChannelKey,
  method: Record<string, unknown>,
  given: unknown,
  now: Date,
  faults: string[],
): Date {
  const { usual, shortest, longest } = CHANNELS[channel].life;
  const custom = asRecord(given);
  if (!custom) return new Date(now.getTime() + usual * 1_000);
  const { order_time: orderTime, expiry_duration: duration, unit = 'minute' } = custom;
  const start = orderTime === undefined ? now : readWibTime(orderTime);
  const unitSeconds = UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS];
  const limit = method.acquirer === 'airpay shopee' ? SHOPEE_QRIS_LONGEST : longest;
  const seconds = Number(duration) * (unitSeconds ?? Number.NaN);
  if (!start) faults.push('custom_expiry.order_time must be yyyy-MM-dd hh:mm:ss Z');
  if (!unitSeconds) faults.push('custom_expiry.unit is second, minute, hour or day');
  if (!Number.isSafeInteger(duration) || seconds < shortest || seconds > limit) {
    faults.push(`custom_expiry must be between ${shortest} and ${limit} seconds for this payment method`);
  }
  const expiresAt = new Date((start ?? now).getTime() + (Number.isFinite(seconds) ? seconds : 0) * 1_000);
  if (faults.length === 0 && expiresAt <= now) faults.push('custom_expiry must not have passed');
  return expiresAt;
}

function readEchoed(body: Record<string, unknown>, faults: string[]): Record<string, unknown> {
  const echoed: Record<string, unknown> = {};
  for (const field of ECHOED) {
    if (textLength(body[field]) > 255) faults.push(`${field} must be at most 255 characters`);
    if (typeof body[field] === 'string') echoed[field] = body[field];
  }
  if (body.metadata !== undefined && !asRecord(body.metadata)) faults.push('metadata must be an object');
  return asRecord(body.metadata) ? { ...echoed, metadata: body.metadata } : echoed;
}

function textLength(value: unknown): number {
  return typeof value === 'string' ? [...value].length : 0;
}
