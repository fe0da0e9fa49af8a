import type { Domain } from '../platform/domain.ts';
import { Order } from './order.ts';
import { OrderLine } from './order-line.ts';
import { Parcel } from './parcel.ts';
import { PinAttempt } from './pin-attempt.ts';
import { Timer } from './timer.ts';

export { Order } from './order.ts';
export { OrderLine } from './order-line.ts';
export { Parcel } from './parcel.ts';
export { OrderFulfilment, OrderPaymentStatus, OrderStatus, ParcelStatus } from './statuses.ts';

/** What orders brings to the program. */
export const ordersDomain: Domain = {
  name: 'orders',
  entities: [Order, Parcel, OrderLine, Timer, PinAttempt],
  resolvers: [],
  listeners: [],
  jobs: [],
  nodes: {},
};
