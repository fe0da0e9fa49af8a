import { html, nothing, type TemplateResult } from 'lit';
import { marketNow } from '../elements/market-clock.ts';
import type { PayoutStatus, PayoutViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';

/** How the state of a payout looks: well ended, badly, or neither. */
export function payoutLook(status: PayoutStatus): 'good' | 'ended' | '' {
  if (status === 'PAID') return 'good';
  return status === 'FAILED' || status === 'RETURNED' ? 'ended' : '';
}

/** One payout as those who get it see it. */
export function payoutCard(payout: PayoutViewFragment, language: Language): TemplateResult {
  const { amount, status, requestedAt, endedAt, reason, bankAccount } = payout;
  return html`<div class="row spread"><strong class="price">${rupiah(amount)}</strong><span class="state ${payoutLook(status)}">${moneyWords[language].status[status]}</span></div>
    <p class="quiet small">${dayAndTime(endedAt ?? requestedAt, language, marketNow())}${bankAccount ? `, ${bankAccount.bank.name} ${bankAccount.maskedNumber}` : ''}</p>
    ${reason ? html`<p class="small">${reason}</p>` : nothing}`;
}
