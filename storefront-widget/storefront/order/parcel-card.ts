import { html, type TemplateResult } from 'lit';
import { marketNow } from '../../elements/market-clock.ts';
import type { Language } from '../../words/bilingual.ts';
import { disputeWords } from '../../words/dispute.ts';
import { day, dayAndTime, rupiah } from '../../words/format.ts';
import { orderWords, type ParcelFacts } from '../../words/order.ts';
import { reviewWords } from '../../words/review.ts';
import { isPaid, type Order, type Parcel } from './order.ts';

const GOOD: ReadonlySet<Parcel['status']> = new Set(['AT_POINT', 'COLLECTED']);
const ENDED_BADLY: ReadonlySet<Parcel['status']> = new Set([
  'REJECTED',
  'CANCELLED',
  'LAPSED',
  'LOST',
  'RETURNED',
  'UNCOLLECTED',
]);

/** One seller's part of an order: where it stands, what comes next, what is in it. */
export function drawParcel(
  order: Order,
  parcel: Parcel,
  cancel: () => void,
  complaint: TemplateResult | '',
  language: Language,
): TemplateResult {
  const words = orderWords[language].parcel;
  const { seller, status, rejectReason } = parcel;
  const look = GOOD.has(status) ? 'good' : ENDED_BADLY.has(status) ? 'ended' : '';
  const next = words.next[status](factsOf(order, parcel, language));
  return html`<article class="card parcel">
    <header class="row spread"><h3><span class="quiet small">${words.from}</span><br><a href="/toko/${seller.slug}">${seller.name}</a></h3>
      <span class="state ${look}">${words.status[status]}</span></header>
    ${rejectReason ? html`<p class="small">${words.reason(rejectReason)}</p>` : ''}
    ${next ? html`<p class="small">${next}</p>` : ''}
    <ul class="stack-tight">${parcel.lines.map((line) => drawLine(line, language))}</ul>
    <p class="row spread quiet small"><span>${words.fee}</span><span class="figures">${rupiah(parcel.pointFee)}</span></p>
    <p class="quiet small">${words.code(parcel.code)}</p>
    ${status === 'WAITING' && order.parcels.length > 1 ? html`<button type="button" class="button plain ends-quietly" @click=${cancel}>${words.cancel}</button>` : ''}
    ${status === 'COLLECTED' ? html`<p><a class="button second" href="/pesanan/${order.code}/ulasan">${reviewWords[language].write.open}</a></p>` : ''}
    ${complaint}
  </article>`;
}

function drawLine(
  { title, variantName, quantity, refundedQuantity, total, photoUrl, product }: Parcel['lines'][number],
  language: Language,
): TemplateResult {
  const name = product ? html`<a href="/produk/${product.slug}">${title}</a>` : title;
  return html`<li class="parcel-line">
    ${photoUrl ? html`<img src=${photoUrl} alt="" width="56" height="56" loading="lazy">` : html`<span class="no-picture"></span>`}
    <span>${name}<br><span class="quiet small figures">${variantName ? html`${variantName} · ` : ''}${quantity} × ${rupiah(Math.round(total / quantity))}${refundedQuantity > 0 ? html` · ${disputeWords[language].gone(refundedQuantity)}` : ''}</span></span>
  </li>`;
}

function factsOf(order: Order, { seller, respondBy, holdUntil }: Parcel, language: Language): ParcelFacts {
  const now = marketNow();
  return {
    shop: seller.name,
    point: order.pickupPoint.name,
    respondBy: respondBy ? dayAndTime(respondBy, language, now) : '',
    holdUntil: holdUntil ? day(holdUntil, language, now) : '',
    isPaid: isPaid(order),
  };
}
