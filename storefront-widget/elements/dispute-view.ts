import { html, nothing, type TemplateResult } from 'lit';
import type { DisputeStatus, DisputeViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { disputeWords } from '../words/dispute.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { marketNow } from './market-clock.ts';

/** Statuses in which a dispute has not ended: its money is held. */
export const LIVE_DISPUTES: readonly DisputeStatus[] = ['OPEN', 'OFFERED', 'ESCALATED'];
/** Statuses in which it has. */
export const ENDED_DISPUTES: readonly DisputeStatus[] = ['SETTLED', 'DECIDED', 'WITHDRAWN'];

/** A dispute as all sides see it: where it stands, what it is about, and what was said, with pictures. */
export function disputeView(dispute: DisputeViewFragment, language: Language): TemplateResult {
  const words = disputeWords[language];
  const { status, reason, wish, claimTotal, offer, lines, statements } = dispute;
  const goods = lines.map(
    ({ quantity, line }) => `${quantity} × ${line.title}${line.variantName ? `, ${line.variantName}` : ''}`,
  );
  return html`<div class="row spread"><strong>${words.complaint}: ${words.reasons[reason]}</strong><span class="state">${words.status[status]}</span></div>
    <p class="small">${goods.join('; ')}, ${words.claim(rupiah(claimTotal))}.</p>
    <p class="small">${words.wants(words.wishes[wish])}</p>
    ${offer !== null && offer !== undefined ? html`<p class="small"><strong>${words.offer(rupiah(offer))}</strong></p>` : nothing}
    ${drawEnd(dispute, language)}
    <ul class="statements">${statements.map(
      ({
        by,
        text,
        photoUrls,
        at,
      }) => html`<li class="small"><p><strong>${words.by[by]}</strong> <span class="quiet figures">${dayAndTime(at, language, marketNow())}</span></p>
        ${text ? html`<p>${text}</p>` : nothing}
        ${photoUrls.length > 0 ? html`<p class="photos">${photoUrls.map((url) => drawPhoto(url, words.photo))}</p>` : nothing}</li>`,
    )}</ul>`;
}

/** What went back, or that nothing did. */
function drawEnd({ status, refunded }: DisputeViewFragment, language: Language): TemplateResult | typeof nothing {
  const words = disputeWords[language];
  if (refunded) return html`<p class="small"><strong>${words.refunded(rupiah(refunded))}</strong></p>`;
  return status === 'DECIDED' ? html`<p class="small"><strong>${words.nothingBack}</strong></p>` : nothing;
}

function drawPhoto(url: string, label: string): TemplateResult {
  return html`<a href=${url} target="_blank" rel="noopener"><img src=${url} alt=${label} width="72" height="72" loading="lazy"></a>`;
}
