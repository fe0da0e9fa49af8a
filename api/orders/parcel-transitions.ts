import type { ParcelRole } from './order-access.ts';
import {
  giveBack,
  giveBackDamaged,
  holdRoom,
  type MoveEffect,
  oweByHolder,
  oweRefund,
  oweRefundLessFee,
  releaseRoom,
  reserveAndSettle,
  settleIfCash,
  takeIfCash,
} from './parcel-effects.ts';
import type { ParcelStatus } from './statuses.ts';
import type { TimerKind } from './timer.ts';

/** Who is told of a move. */
export type Told = 'BUYER' | 'SELLER';

/** One row of the table. */
export interface ParcelTransition {
  readonly from: readonly ParcelStatus[];
  readonly to: ParcelStatus;
  readonly by: readonly ParcelRole[];
  readonly tell: readonly Told[];
  /** Event recorded for each parcel moved. */
  readonly event: string;
  readonly stock?: MoveEffect;
  readonly room?: MoveEffect;
  readonly money?: MoveEffect;
  /** Timers that begin to run. */
  readonly timers?: readonly TimerKind[];
}

/**
 * Every change of a parcel's status there is. `moveParcels` alone applies a row; the database refuses pairs that are not here
 * (parcel_may_move). A payment taken back is booked once for all its parcels by who reverses it, not row by row.
 */
export const PARCEL_TRANSITIONS = {
  /** The order was paid, or is a cash order. */
  start: {
    from: ['HELD'],
    to: 'WAITING',
    by: ['SYSTEM'],
    tell: ['SELLER'],
    event: 'ParcelStarted',
    timers: ['ANSWER_DUE'],
  },
  /** Cancelled, or the payment expired, before anything was paid. */
  cancelHeld: {
    from: ['HELD'],
    to: 'CANCELLED',
    by: ['BUYER', 'SYSTEM'],
    tell: ['BUYER'],
    event: 'ParcelCancelled',
    stock: giveBack,
    room: releaseRoom,
  },
  accept: {
    from: ['WAITING'],
    to: 'ACCEPTED',
    by: ['SELLER'],
    tell: ['BUYER'],
    event: 'ParcelAccepted',
    timers: ['DELIVERY_DUE'],
  },
  reject: {
    from: ['WAITING', 'ACCEPTED'],
    to: 'REJECTED',
    by: ['SELLER'],
    tell: ['BUYER'],
    event: 'ParcelRejected',
    stock: giveBack,
    room: releaseRoom,
    money: oweRefund,
  },
  cancel: {
    from: ['WAITING'],
    to: 'CANCELLED',
    by: ['BUYER'],
    tell: ['SELLER'],
    event: 'ParcelCancelled',
    stock: giveBack,
    room: releaseRoom,
    money: oweRefund,
  },
  /** A curator refunds it before it comes to the point. */
  callOff: {
    from: ['WAITING', 'ACCEPTED', 'PACKED'],
    to: 'CANCELLED',
    by: ['CURATOR'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelCancelled',
    stock: giveBack,
    room: releaseRoom,
    money: oweRefund,
  },
  /** The seller did not answer. */
  lapseUnanswered: {
    from: ['WAITING'],
    to: 'LAPSED',
    by: ['SYSTEM'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelLapsed',
    stock: giveBack,
    room: releaseRoom,
    money: oweRefund,
  },
  /** The seller accepted and did not bring it. */
  lapseUndelivered: {
    from: ['ACCEPTED', 'PACKED'],
    to: 'LAPSED',
    by: ['SYSTEM'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelLapsed',
    stock: giveBack,
    room: releaseRoom,
    money: oweRefund,
  },
  pack: { from: ['ACCEPTED'], to: 'PACKED', by: ['SELLER'], tell: [], event: 'ParcelPacked' },
  receive: {
    from: ['PACKED'],
    to: 'AT_POINT',
    by: ['OPERATOR'],
    tell: ['BUYER'],
    event: 'ParcelReceived',
    timers: ['HOLD_OVER'],
  },
  /** Damaged when it came to the point. */
  refuse: {
    from: ['PACKED'],
    to: 'REJECTED',
    by: ['OPERATOR'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelRefused',
    stock: giveBackDamaged,
    room: releaseRoom,
    money: oweRefund,
  },
  collect: {
    from: ['AT_POINT', 'UNCOLLECTED'],
    to: 'COLLECTED',
    by: ['OPERATOR'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelCollected',
    stock: settleIfCash,
    room: releaseRoom,
    money: takeIfCash,
    timers: ['RELEASE_MONEY'],
  },
  /** The holding days are over. */
  endHolding: {
    from: ['AT_POINT'],
    to: 'UNCOLLECTED',
    by: ['SYSTEM'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelUncollected',
    timers: ['UNCOLLECTED_LONG'],
  },
  return: {
    from: ['UNCOLLECTED'],
    to: 'RETURNED',
    by: ['OPERATOR'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelReturned',
    stock: giveBack,
    room: releaseRoom,
    money: oweRefundLessFee,
  },
  lose: {
    from: ['AT_POINT', 'UNCOLLECTED'],
    to: 'LOST',
    by: ['OPERATOR', 'CURATOR'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelLost',
    stock: giveBackDamaged,
    room: releaseRoom,
    money: oweByHolder,
    timers: ['RELEASE_MONEY'],
  },
  /** Late money came for an order that had ended unpaid, and its goods and room could be had again. */
  revive: {
    from: ['CANCELLED'],
    to: 'WAITING',
    by: ['SYSTEM'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelRevived',
    stock: reserveAndSettle,
    room: holdRoom,
    timers: ['ANSWER_DUE'],
  },
  /** The provider took the payment back. */
  reverse: {
    from: ['WAITING', 'ACCEPTED', 'PACKED'],
    to: 'CANCELLED',
    by: ['SYSTEM'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelReversed',
    stock: giveBack,
    room: releaseRoom,
  },
  /** The provider took the payment back while it lay at the point: it is not handed over and goes back. */
  reverseAtPoint: {
    from: ['AT_POINT'],
    to: 'UNCOLLECTED',
    by: ['SYSTEM'],
    tell: ['BUYER', 'SELLER'],
    event: 'ParcelReversed',
    timers: ['UNCOLLECTED_LONG'],
  },
} as const satisfies Record<string, ParcelTransition>;

/** Name of a row. */
export type ParcelTransitionName = keyof typeof PARCEL_TRANSITIONS;
