import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/bilingual.ts';
import { wibDay } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';

/** Which days of the statement of a shop, point or community are wanted, to be read here or kept as a file. A plain form. */
export function statementForm(ownerId: string, now: Date, language: Language): TemplateResult {
  const words = moneyWords[language];
  const today = wibDay(now);
  const field = (name: 'from' | 'to', label: string, value: string): TemplateResult =>
    html`<div class="field"><label for="statement-${name}">${label}</label>
      <input id="statement-${name}" name=${name} type="date" required .value=${value} max=${today}></div>`;
  return html`<section class="section card stack-tight">
    <h2>${words.statement}</h2>
    <p class="quiet small">${words.statementHelp}</p>
    <form class="stack-tight" method="get" action="/rekening-koran/${ownerId}">
      <div class="days">${field('from', words.from, `${today.slice(0, 7)}-01`)}${field('to', words.to, today)}</div>
      <div class="acts"><button class="button second" type="submit">${words.look}</button>
        <button class="button plain" type="submit" formaction="/ledger/statements/${ownerId}.csv">${words.download}</button></div>
    </form>
  </section>`;
}
