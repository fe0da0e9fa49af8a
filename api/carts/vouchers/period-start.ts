import { wibDay } from '../../platform/wib.ts';
import type { VoucherPeriod } from './voucher-kind.ts';

const DAY_MS = 86_400_000;

/** The first day, as `2026-11-23`, of the day or week (from Monday) in which an instant falls by the clock of Depok. */
export function periodStart(period: VoucherPeriod, at: Date): string {
  const day = wibDay(at);
  if (period === 'DAY') return day;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
