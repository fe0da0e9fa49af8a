import { html, type TemplateResult } from 'lit';
import type { CounterOrderFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';

/** What a collect code has opened: whose order, which parcels to fetch from the shelf, and in large type what is still to be paid. */
export function foundCard(
  { orderCode, buyerName, parcels, cashDue }: CounterOrderFragment,
  language: Language,
): TemplateResult {
  const words = workWords[language].point;
  return html`<div class="card stack-tight">
    <div class="row spread"><strong>${orderCode}</strong><span>${buyerName ?? ''}</span></div>
    <p>${words.parcelsOut(parcels.length)}</p>
    <ul class="stack-tight">
      ${parcels.map((parcel) => html`<li class="row spread"><strong class="code">${parcel.code}</strong><span class="small quiet">${parcel.seller.name}</span></li>`)}
    </ul>
    <p class="outcome ${cashDue > 0 ? 'money' : ''}"><strong>${cashDue > 0 ? words.due(rupiah(cashDue)) : words.paid}</strong></p>
  </div>`;
}
