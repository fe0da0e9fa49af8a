import { html, nothing, type TemplateResult } from 'lit';
import type { PayoutViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';

/** One payout as its shop sees it. */
export function payoutCard(payout: PayoutViewFragment, language: Language): TemplateResult {
  const { amount, status, requestedAt, endedAt, reason, bankAccount } = payout;
  return html`<div class="row spread"><strong class="price">${rupiah(amount)}</strong><span class="badge">${moneyWords[language].status[status]}</span></div>
    <p class="quiet small">${dayAndTime(endedAt ?? requestedAt, language)}${bankAccount ? `, ${bankAccount.bank.name} ${bankAccount.maskedNumber}` : ''}</p>
    ${reason ? html`<p class="small">${reason}</p>` : nothing}`;
}
