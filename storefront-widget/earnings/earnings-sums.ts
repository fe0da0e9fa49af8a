import { html, nothing, type TemplateResult } from 'lit';
import { marketNow } from '../elements/market-clock.ts';
import type { EarningsViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';

/** What the page does with the sums, and what it has to say beside them. */
export interface SumsActs {
  readonly isBusy: boolean;
  /** Whether the reader may ask for a payout. */
  readonly isKeeper: boolean;
  /** Why a payout was refused last; empty when it was not. */
  readonly problem: string;
  readonly ask: () => void;
}

/** What stands to somebody's credit, and the way to have it paid out, or why it cannot be. */
export function earningsSums(earnings: EarningsViewFragment, acts: SumsActs, language: Language): TemplateResult {
  const words = moneyWords[language];
  const { ownerKind, held, payable, cashHeld, onItsWay } = earnings;
  const figure = (label: string, amount: number): TemplateResult =>
    html`<div><dt>${label}</dt><dd class="price">${rupiah(amount)}</dd></div>`;
  return html`<section class="card stack-tight">
    <h2>${words.earnings}</h2>
    <p class="quiet small">${words.about[ownerKind]}</p>
    <dl class="figures-list">
      ${figure(words.held, held)}
      ${figure(words.payable, payable)}
      ${ownerKind === 'POINT' ? figure(words.cashHeld, cashHeld) : nothing}
      ${figure(words.onItsWay, onItsWay)}
    </dl>
    ${drawAct(earnings, acts, language)}
    ${acts.problem ? html`<p class="note bad" role="alert">${acts.problem}</p>` : nothing}
  </section>`;
}

function drawAct(
  { available, payable, cashHeld, minimum, bankAccount }: EarningsViewFragment,
  { isKeeper, isBusy, ask }: SumsActs,
  language: Language,
): TemplateResult {
  const words = moneyWords[language];
  if (payable < 0) return html`<p class="note warm small">${words.owes}</p>`;
  if (cashHeld > 0 && cashHeld >= payable) return html`<p class="note warm small">${words.cashFirst}</p>`;
  if (available === 0) return html`<p class="quiet small">${words.tooLittle(rupiah(minimum))}</p>`;
  if (!isKeeper) return html`<p class="quiet small">${words.byItself}</p>`;
  const why = whyNot(bankAccount, language);
  return html`<button class="button" ?disabled=${isBusy || why !== ''} aria-describedby=${why ? 'why-no-payout' : nothing} @click=${ask}>${words.ask(rupiah(available))}</button>
    ${why ? html`<p class="quiet small" id="why-no-payout">${why}</p>` : nothing}`;
}

/** Why nothing can be sent to the bank yet; empty when it can. */
function whyNot(account: EarningsViewFragment['bankAccount'], language: Language): string {
  const words = moneyWords[language];
  if (!account) return words.accountFirst;
  const now = marketNow();
  const isPaused = Date.parse(account.usableFrom) > now.getTime();
  return isPaused ? words.askFrom(dayAndTime(account.usableFrom, language, now)) : '';
}
