import { startOfWibDay, wibDay } from '../../platform/wib.ts';
import type { VoucherPeriod } from './voucher-kind.ts';

const DAY_MS = 86_400_000;

/** The first day, as `2026-11-23`, of the day, week (from Monday) or month in which an instant falls by the clock of Depok. */
export function periodStart(period: VoucherPeriod, at: Date): string {
  const day = wibDay(at);
  if (period === 'DAY') return day;
  if (period === 'MONTH') return `${day.slice(0, 8)}01`;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return dayOf(midnight - sinceMonday * DAY_MS);
}

/** The first instant of the period after the one in which an instant falls. */
export function nextPeriodStart(period: VoucherPeriod, at: Date): Date {
  const start = Date.parse(`${periodStart(period, at)}T00:00:00Z`);
  if (period === 'DAY') return startOfWibDay(dayOf(start + DAY_MS));
  if (period === 'WEEK') return startOfWibDay(dayOf(start + 7 * DAY_MS));
  // No month has more than 31 days: that many later it is the next month.
  return startOfWibDay(`${dayOf(start + 31 * DAY_MS).slice(0, 8)}01`);
}

/** The first days of the day, the week and the month in which an instant falls: the values of `startOfItsPeriod`. */
export function periodStarts(at: Date): [day: string, week: string, month: string] {
  return [periodStart('DAY', at), periodStart('WEEK', at), periodStart('MONTH', at)];
}

/** SQL over alias v of a voucher: where its period began; null without one. `first` is the number of the first of `periodStarts`. */
export function startOfItsPeriod(first: number): string {
  return `case v.period when 'DAY' then $${first} when 'WEEK' then $${first + 1} when 'MONTH' then $${first + 2} end`;
}

function dayOf(midnight: number): string {
  return new Date(midnight).toISOString().slice(0, 10);
}
