import type { OrderViewFragment } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { orderWords } from '../../words/order.ts';
import { listed } from '../checkout/point-facts.ts';

/** An order as its buyer sees it. */
export type Order = OrderViewFragment;
/** One seller's part of it. */
export type Parcel = Order['parcels'][number];

const MOVING: ReadonlySet<Parcel['status']> = new Set([
  'HELD',
  'WAITING',
  'ACCEPTED',
  'PACKED',
  'AT_POINT',
  'UNCOLLECTED',
]);
const AT_POINT: ReadonlySet<Parcel['status']> = new Set(['AT_POINT', 'UNCOLLECTED']);

/** Whether something of the order can be collected at this moment. */
export function isReady({ parcels }: Pick<Order, 'parcels'>): boolean {
  return parcels.some(({ status }) => AT_POINT.has(status));
}

/** Whether money came in for the order, so that what fails has to come back. */
export function isPaid({ paymentStatus }: Pick<Order, 'paymentStatus'>): boolean {
  return paymentStatus === 'PAID' || paymentStatus === 'PARTLY_REFUNDED' || paymentStatus === 'REFUNDED';
}

/** What is to be paid in cash for the parcels still to come, in rupiah. */
export function cashDue({ parcels }: Pick<Order, 'parcels'>): number {
  return parcels.reduce((sum, parcel) => sum + (MOVING.has(parcel.status) ? (parcel.cashDue ?? 0) : 0), 0);
}

/** What comes next, in a sentence: who does what now. */
export function nextOf(order: Order, language: Language): string {
  const words = orderWords[language];
  const waitedFor = order.status === 'WAITING_FOR_SELLERS' ? ['WAITING'] : ['ACCEPTED', 'PACKED'];
  const shops = order.parcels.filter(({ status }) => waitedFor.includes(status)).map(({ seller }) => seller.name);
  return words.next[order.status](listed(shops, language));
}

type Step = keyof (typeof orderWords)['id']['steps'];

const STEPS: Partial<Record<Order['status'], readonly Step[]>> = {
  AWAITING_PAYMENT: ['pay', 'answer', 'deliver', 'collect'],
  WAITING_FOR_SELLERS: ['answer', 'deliver', 'collect'],
  IN_PREPARATION: ['deliver', 'collect'],
  READY_TO_COLLECT: ['collect'],
  REFUND_DUE: ['refund'],
};

/** The steps that the order still has before it. */
export function stepsOf(order: Order, language: Language): string[] {
  const words = orderWords[language].steps;
  return (STEPS[order.status] ?? []).map((step) => words[step](order.pickupPoint.name));
}
