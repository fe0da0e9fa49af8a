import { rupiahOf } from '../elements/rupiah-input.ts';
import type { CreateVoucherInput, VoucherKind, VoucherPeriod } from '../operations/generated/graphql.ts';

/** The terms in the form as they are written; scope apart, which has to be looked up. */
export function termsWritten(form: HTMLFormElement): Omit<CreateVoucherInput, 'idempotencyKey'> {
  const fields = new FormData(form);
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const number = (name: string): number | null => (text(name) === '' ? null : Number(text(name)));
  const [limitPerPeriod, limitInPeriod] = [number('limitPerPeriod'), number('limitInPeriod')];
  const kind = text('kind') as VoucherKind;
  return {
    code: text('code'),
    name: text('name'),
    kind,
    percent: kind === 'PERCENTAGE' ? number('percent') : null,
    maxDiscount: kind === 'PERCENTAGE' ? rupiahOf(fields, 'maxDiscount') : null,
    amount: kind === 'AMOUNT' ? rupiahOf(fields, 'amount') : null,
    minimumSpend: rupiahOf(fields, 'minimumSpend'),
    startsAt: instantIn(text('startsAt')),
    endsAt: instantIn(text('endsAt')),
    limitTotal: number('limitTotal'),
    limitPerBuyer: number('limitPerBuyer'),
    limitPerPeriod,
    limitInPeriod,
    period: limitPerPeriod === null && limitInPeriod === null ? null : (text('period') as VoucherPeriod),
    categoryId: text('category') || null,
  };
}

/** The shops named in the form, by their names in addresses. */
export function shopsWritten(form: HTMLFormElement): string[] {
  const text = String(new FormData(form).get('sellers') ?? '');
  return text
    .split(/[\s,]+/)
    .map((slug) => slug.toLowerCase())
    .filter((slug) => slug !== '');
}

/** What the shops bear, in percent; null for a shop's own voucher, which has no such field. */
export function sellerPercentWritten(form: HTMLFormElement): number | null {
  const written = new FormData(form).get('sellerPercent');
  return written === null || written === '' ? null : Number(written);
}

/** A day and hour as the field gives them, which are meant by the clock of Depok. */
function instantIn(written: string): string | null {
  return written === '' ? null : `${written}:00+07:00`;
}
