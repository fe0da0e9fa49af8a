import { html, nothing, type TemplateResult } from 'lit';
import { marketNow } from '../elements/market-clock.ts';
import type { SellerParcelFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { disputeWords } from '../words/dispute.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';

/** What a seller may do with a parcel of the queue. */
export interface ParcelActs {
  accept(parcel: SellerParcelFragment): void;
  pack(parcel: SellerParcelFragment): void;
  reject(parcel: SellerParcelFragment): void;
  /** Some pieces are missing. */
  miss(parcel: SellerParcelFragment): void;
}

/** Ends that leave the shop nothing. */
const CAME_TO_NOTHING: ReadonlySet<SellerParcelFragment['status']> = new Set([
  'REJECTED',
  'CANCELLED',
  'LAPSED',
  'RETURNED',
]);

/** One parcel of a shop's queue: what is in it, where it goes, what is to be done. */
export function parcelCard(
  parcel: SellerParcelFragment,
  language: Language,
  isBusy: boolean,
  acts: ParcelActs,
): TemplateResult {
  const words = workWords[language].seller;
  return html`<article class="card stack-tight" aria-label="${parcel.orderCode}" tabindex="-1">
    <div class="row spread">
      <strong>${parcel.orderCode}</strong>
      <span class="quiet small">${parcel.buyerName ? words.forBuyer(parcel.buyerName) : ''}</span>
    </div>
    ${parcel.status === 'WAITING' && parcel.respondBy ? html`<p class="wrong">${words.answerBefore(dayAndTime(parcel.respondBy, language, marketNow()))}</p>` : nothing}
    <ul class="stack-tight">
      ${parcel.lines.map(
        (line) =>
          html`<li class="line">
            ${line.photoUrl ? html`<img src=${line.photoUrl} alt="" width="48" height="48" loading="lazy" />` : nothing}
            <span><strong class="figures">${line.quantity - line.refundedQuantity} ×</strong> ${line.title}${line.variantName ? html`, ${line.variantName}` : nothing}${line.refundedQuantity > 0 ? html` <span class="quiet small">(${disputeWords[language].gone(line.refundedQuantity)})</span>` : nothing}</span>
          </li>`,
      )}
    </ul>
    <p class="small quiet">${words.toPoint} ${parcel.pickupPoint.name}</p>
    <p class="row spread small"><span>${words.goods} <span class="price">${rupiah(parcel.goodsTotal)}</span></span>${CAME_TO_NOTHING.has(parcel.status) ? nothing : html`<span>${words.earnings} <span class="price">${rupiah(parcel.earnings)}</span></span>`}</p>
    ${parcel.rejectReason ? html`<p class="small quiet">${parcel.rejectReason}</p>` : nothing}
    ${parcel.status === 'ACCEPTED' || parcel.status === 'PACKED' ? slip(parcel, language) : nothing} ${buttons(parcel, language, isBusy, acts)}
  </article>`;
}

function slip(parcel: SellerParcelFragment, language: Language): TemplateResult {
  const words = workWords[language].seller;
  return html`<div class="slip">
    <span class="quiet small">${words.slip}</span>
    <strong class="code">${parcel.code}</strong>
    <span class="small">${words.slipHint}</span>
  </div>`;
}

function buttons(
  parcel: SellerParcelFragment,
  language: Language,
  isBusy: boolean,
  acts: ParcelActs,
): TemplateResult | typeof nothing {
  const words = workWords[language].seller;
  const named = (label: string): string => `${label}: ${parcel.orderCode}`;
  const pieces = parcel.lines.reduce((sum, line) => sum + line.quantity - line.refundedQuantity, 0);
  const less =
    pieces > 1
      ? html`<button class="button plain" ?disabled=${isBusy} aria-label=${named(disputeWords[language].less)} @click=${() => acts.miss(parcel)}>${disputeWords[language].less}</button>`
      : nothing;
  if (parcel.status === 'WAITING') {
    return html`<div class="acts">
      <button class="button" ?disabled=${isBusy} aria-label=${named(words.accept)} @click=${() => acts.accept(parcel)}>${words.accept}</button>
      <button class="button ends" ?disabled=${isBusy} aria-label=${named(words.reject)} @click=${() => acts.reject(parcel)}>${words.reject}</button>
      ${less}
    </div>`;
  }
  if (parcel.status === 'ACCEPTED') {
    return html`<div class="acts">
      <button class="button" ?disabled=${isBusy} aria-label=${named(words.pack)} @click=${() => acts.pack(parcel)}>${words.pack}</button>
      <button class="button plain" ?disabled=${isBusy} aria-label=${named(words.reject)} @click=${() => acts.reject(parcel)}>${words.reject}</button>
      ${less}
    </div>`;
  }
  return nothing;
}
