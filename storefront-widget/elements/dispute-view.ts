import { html, nothing, type TemplateResult } from 'lit';
import type { DisputeViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { disputeWords } from '../words/dispute.ts';
import { dayAndTime, rupiah } from '../words/format.ts';

/** A dispute as all sides see it: where it stands, what it is about, and what was said, with pictures. */
export function disputeView(dispute: DisputeViewFragment, language: Language): TemplateResult {
  const words = disputeWords[language];
  const { status, reason, wish, claimTotal, offer, refunded, dueBy, lines, statements } = dispute;
  return html`<div class="row spread"><strong>${words.complaint}: ${words.reasons[reason]}</strong><span class="state">${words.status[status]}</span></div>
    <p class="small">${lines.map(({ quantity, line }) => `${quantity} × ${line.title}${line.variantName ? `, ${line.variantName}` : ''}`).join('; ')} · ${words.claim(rupiah(claimTotal))} · ${words.wishes[wish]}</p>
    ${dueBy ? html`<p class="small">${words.due(dayAndTime(dueBy, language))}</p>` : nothing}
    ${offer !== null && offer !== undefined ? html`<p class="small">${words.offer(rupiah(offer))}</p>` : nothing}
    ${refunded !== null && refunded !== undefined ? html`<p class="small">${words.refunded(rupiah(refunded))}</p>` : nothing}
    <ul class="stack-tight">${statements.map(
      ({
        by,
        text,
        photoUrls,
        at,
      }) => html`<li class="small"><strong>${words.by[by]}</strong> <span class="quiet figures">${dayAndTime(at, language)}</span>
        ${text ? html`<p>${text}</p>` : nothing}
        ${photoUrls.length > 0 ? html`<p class="row">${photoUrls.map((url) => html`<a href=${url} target="_blank" rel="noopener"><img src=${url} alt=${words.photo} width="72" height="72" loading="lazy"></a>`)}</p>` : nothing}</li>`,
    )}</ul>`;
}
