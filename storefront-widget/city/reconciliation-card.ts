import { html, type TemplateResult } from 'lit';
import type { ReconciliationViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { reconciliationWords } from '../words/reconciliation.ts';

/** One comparison of books: the day, both sums, and each row that differs. */
export function reconciliationCard(run: ReconciliationViewFragment, language: Language): TemplateResult {
  const words = reconciliationWords[language];
  const { day, source, startedAt, finishedAt, checked, differences } = run;
  const outcome = differences.length === 0 ? words.agrees(checked) : words.differs(differences.length, checked);
  return html`<div class="row spread"><strong>${day}</strong><span class="quiet small">${words.sources[source]}</span></div>
    <p class=${differences.length === 0 ? '' : 'few'}>${finishedAt ? outcome : words.running}</p>
    ${finishedAt ? html`<p class="small figures">${words.ours} ${rupiah(run.ours)}, ${words.theirs} ${rupiah(run.theirs)}</p>` : ''}
    ${differences.length === 0 ? '' : html`<ul class="stack-tight">${differences.map((each) => drawDifference(each, language))}</ul><p><a href="/kota">${words.toTasks}</a></p>`}
    <p class="quiet small">${dayAndTime(startedAt, language)}</p>`;
}

function drawDifference(
  { kind, providerOrderId, ours, theirs }: ReconciliationViewFragment['differences'][number],
  language: Language,
): TemplateResult {
  const words = reconciliationWords[language];
  return html`<li class="small"><strong>${words.kinds[kind]}</strong> ${providerOrderId}<br>
    <span class="quiet figures">${words.ours} ${rupiah(ours)}, ${words.theirs} ${rupiah(theirs)}</span></li>`;
}
