import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/bilingual.ts';
import { moneyWords } from '../words/money.ts';

const WIB_MS = 7 * 3_600_000;

/** The statement of a shop as a file: which days, and the button. Works as a plain form: the browser keeps the file. */
export function statementForm(ownerId: string, now: Date, language: Language): TemplateResult {
  const words = moneyWords[language];
  const today = new Date(now.getTime() + WIB_MS).toISOString().slice(0, 10);
  const field = (name: 'from' | 'to', label: string, value: string): TemplateResult =>
    html`<div class="field"><label for="statement-${name}">${label}</label>
      <input id="statement-${name}" name=${name} type="date" required .value=${value} max=${today}></div>`;
  return html`<section class="section card stack-tight">
    <h2>${words.statement}</h2>
    <p class="quiet small">${words.statementHelp}</p>
    <form class="stack-tight" method="get" action="/ledger/statements/${ownerId}.csv">
      <div class="row">${field('from', words.from, `${today.slice(0, 7)}-01`)}${field('to', words.to, today)}</div>
      <button class="button second" type="submit">${words.download}</button>
    </form>
  </section>`;
}
