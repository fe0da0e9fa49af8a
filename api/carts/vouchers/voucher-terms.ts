import { LARGEST_RUPIAH, type Rupiah } from '../../platform/money.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { LARGEST_BUYER_LIMIT, LARGEST_LIMIT, type Voucher } from './voucher.ts';
import { readVoucherCode } from './voucher-code.ts';
import type { VoucherKind, VoucherPeriod } from './voucher-kind.ts';

/** The terms of a voucher as its maker writes them. */
export interface VoucherTermsWanted {
  readonly code: string;
  readonly name: string;
  readonly kind: VoucherKind;
  readonly percent?: number | null;
  readonly amount?: Rupiah | null;
  readonly maxDiscount?: Rupiah | null;
  readonly minimumSpend?: Rupiah | null;
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
  readonly limitTotal?: number | null;
  readonly limitPerBuyer?: number | null;
  readonly period?: VoucherPeriod | null;
  readonly limitPerPeriod?: number | null;
  readonly limitInPeriod?: number | null;
}

type Terms = Pick<
  Voucher,
  | ('code' | 'name' | 'kind' | 'percent' | 'amount' | 'maxDiscount' | 'minimumSpend')
  | ('startsAt' | 'endsAt' | 'limitTotal' | 'limitPerBuyer' | 'period' | 'limitPerPeriod' | 'limitInPeriod')
>;

/** Latest end of a voucher: PostgreSQL and people need no later year. */
const LATEST_END = new Date('2100-01-01T00:00:00Z');

/**
 * Reads the terms of a new voucher, which begins now unless said. Refuses CODE_INVALID, TERMS_OF_ANOTHER_KIND,
 * PERIOD_WITHOUT_LIMIT, LIMIT_WITHOUT_PERIOD, and INVALID with the field and its limit.
 */
export function termsOf(wanted: VoucherTermsWanted, now: Date): Terms {
  const { kind, percent = null, amount = null, maxDiscount = null, period = null } = wanted;
  const code = readVoucherCode(wanted.code) ?? refuse('CODE_INVALID', ['code']);
  const name = oneLine(wanted.name);
  if (name.length < 1 || name.length > 80) refuse('INVALID', ['name'], { limit: '1-80' });
  if ((kind === 'PERCENTAGE') !== (percent !== null)) refuse('TERMS_OF_ANOTHER_KIND', ['percent']);
  if ((kind === 'AMOUNT') !== (amount !== null)) refuse('TERMS_OF_ANOTHER_KIND', ['amount']);
  if (kind !== 'PERCENTAGE' && maxDiscount !== null) refuse('TERMS_OF_ANOTHER_KIND', ['maxDiscount']);
  const limitPerPeriod = between(wanted.limitPerPeriod, 'limitPerPeriod', 1, LARGEST_BUYER_LIMIT);
  const limitInPeriod = between(wanted.limitInPeriod, 'limitInPeriod', 1, LARGEST_LIMIT);
  const hasLimit = limitPerPeriod !== null || limitInPeriod !== null;
  if (period !== null && !hasLimit) refuse('PERIOD_WITHOUT_LIMIT', ['limitInPeriod']);
  if (period === null && hasLimit) refuse('LIMIT_WITHOUT_PERIOD', ['period']);
  const startsAt = wanted.startsAt ?? now;
  const endsAt = wanted.endsAt ?? null;
  if (startsAt > LATEST_END) refuse('INVALID', ['startsAt'], { limit: '< 2100' });
  if (endsAt !== null && (endsAt <= startsAt || endsAt <= now || endsAt > LATEST_END))
    refuse('INVALID', ['endsAt'], { limit: '> startsAt, < 2100' });
  return {
    code,
    name,
    kind,
    percent: between(percent, 'percent', 1, 100),
    amount: between(amount, 'amount', 1, LARGEST_RUPIAH),
    maxDiscount: between(maxDiscount, 'maxDiscount', 1, LARGEST_RUPIAH),
    minimumSpend: between(wanted.minimumSpend, 'minimumSpend', 0, LARGEST_RUPIAH) ?? 0,
    startsAt,
    endsAt,
    limitTotal: between(wanted.limitTotal, 'limitTotal', 1, LARGEST_LIMIT),
    limitPerBuyer: between(wanted.limitPerBuyer, 'limitPerBuyer', 1, LARGEST_BUYER_LIMIT),
    period,
    limitPerPeriod,
    limitInPeriod,
  };
}

function between(value: number | null | undefined, field: string, least: number, most: number): number | null {
  if (value === null || value === undefined) return null;
  if (value < least || value > most) refuse('INVALID', [field], { limit: `${least}-${most}` });
  return value;
}
