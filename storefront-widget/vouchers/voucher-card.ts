import { html, type TemplateResult } from 'lit';
import type { VoucherKind, VoucherViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime } from '../words/format.ts';
import { voucherWords } from '../words/voucher.ts';

const LOOKS: Readonly<Record<VoucherViewFragment['status'], 'good' | 'ended' | ''>> = {
  COMING: '',
  RUNNING: 'good',
  USED_UP: 'ended',
  OVER: 'ended',
};

/** A voucher as its makers see it: what it gives, for what, how often it was used. */
export function voucherCard(
  voucher: VoucherViewFragment,
  acts: { readonly isBusy: boolean; readonly end: () => void },
  language: Language,
): TemplateResult {
  const words = voucherWords[language].desk;
  const { code, name, status, uses, limitTotal, usesInPeriod, limitInPeriod, period } = voucher;
  const used = words.uses(uses, limitTotal ?? null);
  const now = limitInPeriod && period ? words.usesNow(usesInPeriod ?? 0, limitInPeriod, period) : '';
  return html`<article class="stack-tight" aria-label=${code}>
    <div class="row spread"><strong class="figures">${code}</strong><span class="state ${LOOKS[status]}">${words.status[status]}</span></div>
    <p>${name}</p>
    <p class="quiet small">${termsOf(voucher, language).join(' · ')}</p>
    <div class="row spread"><p class="figures small">${used}${status === 'RUNNING' && now ? html`<br>${now}` : ''}</p>
      ${
        status === 'OVER'
          ? ''
          : html`<button class="button plain" aria-label=${words.endOf(code)} ?disabled=${acts.isBusy} @click=${acts.end}>${words.end}</button>`
      }</div>
  </article>`;
}

/** The terms in words, the most telling first. */
function termsOf(voucher: VoucherViewFragment, language: Language): string[] {
  const words = voucherWords[language].desk;
  const { kind, percent, amount, maxDiscount, minimumSpend, limitPerBuyer } = voucher;
  const { limitPerPeriod, limitInPeriod, period } = voucher;
  const { category, sellers, sellerPercent, startsAt, endsAt, status } = voucher;
  const gives: Record<VoucherKind, string> = {
    PERCENTAGE: words.percentOff(percent ?? 0),
    AMOUNT: words.amountOff(amount ?? 0),
    FREE_POINT_FEE: words.kinds.FREE_POINT_FEE,
  };
  const isShared = sellerPercent > 0 && sellerPercent < 100;
  return [
    gives[kind],
    maxDiscount ? words.upTo(maxDiscount) : '',
    minimumSpend > 0 ? words.from(minimumSpend) : '',
    category ? (language === 'id' ? category.name : category.nameEn) : '',
    sellers.map(({ name }) => name).join(', '),
    isShared ? words.borne(sellerPercent) : '',
    limitPerBuyer ? words.perBuyer(limitPerBuyer) : '',
    limitPerPeriod && period ? words.perPeriod(limitPerPeriod, period) : '',
    limitInPeriod && period ? words.inPeriod(limitInPeriod, period) : '',
    status === 'COMING' ? words.begins(dayAndTime(startsAt, language)) : '',
    endsAt ? words.until(dayAndTime(endsAt, language)) : '',
  ].filter((term) => term !== '');
}
