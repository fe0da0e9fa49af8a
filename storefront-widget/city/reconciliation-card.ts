import { html, type TemplateResult } from 'lit';
import { marketNow } from '../elements/market-clock.ts';
import type { ReconciliationViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { calendarDay, dayAndTime, rupiah } from '../words/format.ts';
import { reconciliationWords } from '../words/reconciliation.ts';

/** One comparison of books: the day, both sums, and each row that differs. */
export function reconciliationCard(run: ReconciliationViewFragment, language: Language): TemplateResult {
  const words = reconciliationWords[language];
  const { day, source, startedAt, finishedAt, checked, differences } = run;
  const agrees = differences.length === 0;
  const state = !finishedAt ? words.running : agrees ? words.good : words.bad;
  const look = !finishedAt ? '' : agrees ? 'good' : 'ended';
  const outcome = agrees ? words.agrees(checked) : words.differs(differences.length, checked);
  return html`<div class="row spread"><strong>${calendarDay(day, language)}</strong><span class="state ${look}">${state}</span></div>
    ${
      finishedAt
        ? html`<p>${outcome}</p><dl class="figures-list">${figure(words.ours, run.ours)}${figure(words.theirs, run.theirs)}</dl>`
        : ''
    }
    ${agrees ? '' : html`<ul class="stack-tight">${differences.map((each) => drawDifference(each, language))}</ul><p><a class="reach" href="/kota">${words.toTasks}</a></p>`}
    <p class="quiet small">${words.compared(dayAndTime(startedAt, language, marketNow()), words.sources[source])}</p>`;
}

function figure(label: string, amount: number): TemplateResult {
  return html`<div><dt>${label}</dt><dd class="figures">${rupiah(amount)}</dd></div>`;
}

function drawDifference(
  { kind, providerOrderId, ours, theirs }: ReconciliationViewFragment['differences'][number],
  language: Language,
): TemplateResult {
  const words = reconciliationWords[language];
  return html`<li class="note warm small"><p><strong>${words.kinds[kind]}</strong> ${providerOrderId}</p>
    <dl class="figures-list">${figure(words.ours, ours)}${figure(words.theirs, theirs)}</dl></li>`;
}
