import type { StageClock } from '../stage/clock.ts';
import type { FaultPlan } from '../stage/faults.ts';
import type { Journal } from '../stage/journal.ts';
import type { Randomness } from '../stage/randomness.ts';
import type { Books } from './books.ts';
import type { ChannelKey } from './channels.ts';
import type { Courier } from './courier.ts';
import type { IdempotencyKeys } from './idempotency.ts';

/** Every kind of call that a fault can be planned for. */
export const CALLS = [
  'charge',
  'status',
  'cancel',
  'expire',
  'refund',
  'refundDirect',
  'approve',
  'deny',
  'capture',
  'qr',
];

/** What can be changed while the simulator runs. */
export interface Settings {
  notificationUrl: string | undefined;
  /** Where payers' browsers and the merchant reach this simulator; links in answers begin with it. */
  publicUrl: string;
  /** Ways to pay that this merchant has not switched on: a charge answers 402. */
  disabled: ChannelKey[];
  /** How many of the next direct refunds the bank refuses. */
  directRefundsToDeny: number;
  /** Virtual milliseconds between a refund and the bank's confirmation, which is its second notice. */
  bankConfirmationMs: number;
  /** How many of the next settlements are taken back, of the ways to pay that allow it, and so many virtual milliseconds later. */
  settlementsToReverse: number;
  reverseAfterMs: number;
}

/** One call that the merchant made, and what it got: the proof against double charges. */
export interface RecordedCall {
  call: string;
  method: string;
  path: string;
  idempotencyKey: string | undefined;
  body: unknown;
  at: string;
  /** HTTP status of the answer, or `cut` when there was none; missing while the call runs. */
  answered?: number | 'cut';
  answer?: unknown;
}

/** Everything that one running simulator consists of. */
export interface Simulation {
  merchant: { merchantId: string; name: string; serverKey: string };
  settings: Settings;
  clock: StageClock;
  random: Randomness;
  books: Books;
  courier: Courier;
  keys: IdempotencyKeys;
  faults: FaultPlan;
  requests: Journal<RecordedCall>;
  log: (message: string) => void;
}
