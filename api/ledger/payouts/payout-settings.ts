import type { Rupiah } from '../../platform/money.ts';

/** Rules of paying out. */
export interface PayoutSettings {
  /** The least that is paid out at once, in rupiah. */
  readonly minimum: Rupiah;
  /** How long nothing is paid to a bank account that was just entered, in hours: time to notice that it was a stranger. */
  readonly pauseHours: number;
  /** Weekday of the weekly round: 1 for Monday to 7 for Sunday. */
  readonly roundWeekday: number;
  /** Hour of the weekly round in WIB, 0 to 23. */
  readonly roundHour: number;
}

/** What holds when the operator sets nothing else: Mondays at 09:00 WIB. */
export const PAYOUT_DEFAULTS: PayoutSettings = { minimum: 50_000, pauseHours: 72, roundWeekday: 1, roundHour: 9 };

declare module '../../platform/context.ts' {
  interface Ports {
    readonly payoutSettings: PayoutSettings;
  }
}
