import { describe, expect, test } from 'vitest';
import { canCancel } from '../../api/orders/cancel-order.ts';
import { fulfilmentOf } from '../../api/orders/finish-order.ts';
import {
  type OrderFulfilment,
  type OrderPaymentStatus,
  orderStatusOf,
  type ParcelStatus,
} from '../../api/orders/statuses.ts';

const shown = (
  paymentStatus: OrderPaymentStatus,
  statuses: readonly ParcelStatus[],
  fulfilment: OrderFulfilment = fulfilmentOf(statuses),
  refundOutstanding = false,
) =>
  orderStatusOf(
    { paymentStatus, fulfilment },
    statuses.map((status) => ({ status })),
    refundOutstanding,
  );

describe('the one word shown for an order', () => {
  test.each([
    ['AWAITING', ['HELD'], 'AWAITING_PAYMENT'],
    ['PAID', ['WAITING', 'ACCEPTED'], 'WAITING_FOR_SELLERS'],
    ['DUE_AT_POINT', ['WAITING'], 'WAITING_FOR_SELLERS'],
    ['PAID', ['AT_POINT', 'PACKED'], 'IN_PREPARATION'],
    ['PAID', ['AT_POINT', 'COLLECTED', 'REJECTED'], 'READY_TO_COLLECT'],
    ['PARTLY_REFUNDED', ['UNCOLLECTED'], 'READY_TO_COLLECT'],
    ['PAID', ['COLLECTED', 'LAPSED'], 'COMPLETED'],
    ['PARTLY_REFUNDED', ['COLLECTED', 'LAPSED'], 'COMPLETED'],
    ['EXPIRED', ['CANCELLED'], 'EXPIRED'],
    ['CANCELLED', ['REJECTED'], 'CANCELLED'],
    ['REFUND_DUE', ['CANCELLED'], 'REFUND_DUE'],
    ['REFUNDED', ['REJECTED'], 'REFUNDED'],
    ['PARTLY_REFUNDED', ['RETURNED'], 'REFUNDED'],
    ['REVERSED', ['UNCOLLECTED'], 'REVERSED'],
  ] as const)('%s with %j is %s', (payment, statuses, word) => {
    expect(shown(payment, statuses)).toBe(word);
  });

  test('is REFUND_DUE until the money of a called-off order has gone out', () => {
    expect(shown('PAID', ['REJECTED'], 'CANCELLED', true)).toBe('REFUND_DUE');
  });
});

describe('cancelling', () => {
  test.each([
    ['AWAITING', ['HELD', 'HELD'], true],
    ['PAID', ['WAITING', 'WAITING'], true],
    ['DUE_AT_POINT', ['WAITING'], true],
    ['PAID', ['WAITING', 'ACCEPTED'], false],
    ['PAID', ['AT_POINT'], false],
    ['PAID', [], false],
    ['EXPIRED', [], false],
    ['REVERSED', ['UNCOLLECTED'], false],
  ] as const)('%s with %j: %s', (payment, live, possible) => {
    expect(canCancel(payment, live)).toBe(possible);
  });
});
