import { html, nothing, type TemplateResult } from 'lit';
import { marketNow } from '../elements/market-clock.ts';
import type { CityOrderViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { buyWords } from '../words/buy.ts';
import { cityOrderWords } from '../words/city-order.ts';
import { disputeWords } from '../words/dispute.ts';
import { dayAndTime, rupiah } from '../words/format.ts';

/** One seller's part of an order, as the city sees it. */
export type CityParcel = CityOrderViewFragment['parcels'][number];

/** What may be done with a parcel's money. */
export interface ParcelMoneyActs {
  readonly isBusy: boolean;
  readonly refund: (parcel: CityParcel) => void;
  readonly give: (parcel: CityParcel) => void;
}

const PAID: ReadonlySet<CityOrderViewFragment['paymentStatus']> = new Set(['PAID', 'PARTLY_REFUNDED', 'REFUNDED']);
/** Parcels whose sale stands, so that a kindness can be given. */
const SOLD: ReadonlySet<CityParcel['status']> = new Set(['COLLECTED', 'RETURNED']);
/** Parcels whose money can go back as a whole. */
const REFUNDABLE: ReadonlySet<CityParcel['status']> = new Set(['WAITING', 'ACCEPTED', 'PACKED', 'COLLECTED']);

/** What was paid for a parcel and not promised back, in rupiah. Of cash, what was taken when it was collected. */
export function refundable(
  { paymentMethod, paymentStatus }: Pick<CityOrderViewFragment, 'paymentMethod' | 'paymentStatus'>,
  { status, total, refundDue }: CityParcel,
): number {
  const isPaid = paymentMethod === 'CASH' ? SOLD.has(status) : PAID.has(paymentStatus);
  return isPaid ? total - refundDue : 0;
}

/** What was paid for an order, and what went back of it. */
export function orderMoney(order: CityOrderViewFragment, language: Language): TemplateResult {
  const words = cityOrderWords[language];
  const { code, placedAt, paymentMethod, paymentStatus, total, refundDueTotal, refundedTotal, refunds } = order;
  const figure = (label: string, amount: number): TemplateResult =>
    html`<div><dt>${label}</dt><dd class="price">${rupiah(amount)}</dd></div>`;
  const time = (at: string): string => dayAndTime(at, language, marketNow());
  return html`<section class="card stack-tight found" tabindex="-1" aria-labelledby="judul-pesanan">
    <div class="row spread"><h2 id="judul-pesanan">${code}</h2><span class="state">${words.payment[paymentStatus]}</span></div>
    <p class="quiet small">${words.placed(time(placedAt), buyWords[language].methods.longNames[paymentMethod])}</p>
    <dl class="figures-list">${figure(words.total, total)}${figure(words.promised, refundDueTotal)}${figure(words.sent, refundedTotal)}</dl>
    ${
      refunds.length > 0
        ? html`<h3>${words.refunds}</h3><ul class="stack-tight">${refunds.map(
            ({ amount, status, reason, createdAt }) =>
              html`<li><p class="row spread"><strong class="figures">${rupiah(amount)}</strong><span class="small">${words.refund[status]}</span></p><p class="quiet small">${reason} · ${time(createdAt)}</p></li>`,
          )}</ul>`
        : nothing
    }
  </section>`;
}

/** One parcel of an order: what it cost, what went back, and the ways to give more of it back. */
export function parcelMoney(
  order: CityOrderViewFragment,
  parcel: CityParcel,
  { isBusy, refund, give }: ParcelMoneyActs,
  language: Language,
): TemplateResult {
  const words = cityOrderWords[language];
  const { code, status, total, refundDue, seller, lines } = parcel;
  const left = refundable(order, parcel);
  const act = (label: string, look: string, run: (of: CityParcel) => void): TemplateResult =>
    html`<button class="button ${look}" type="button" aria-label="${label}: ${code}" ?disabled=${isBusy} @click=${() => run(parcel)}>${label}</button>`;
  return html`<div class="row spread"><h3><a href="/toko/${seller.slug}">${seller.name}</a></h3><span class="state">${words.parcel[status]}</span></div>
    <ul>${lines.map(
      ({ title, variantName, quantity, refundedQuantity }) =>
        html`<li class="small"><span class="figures">${quantity} ×</span> ${title}${variantName ? `, ${variantName}` : ''}${refundedQuantity > 0 ? html` <span class="quiet">(${disputeWords[language].gone(refundedQuantity)})</span>` : nothing}</li>`,
    )}</ul>
    <p class="figures">${words.worth(rupiah(total))}${refundDue > 0 ? words.gone(rupiah(refundDue)) : ''}</p>
    <p class="row quiet small"><span>${code}</span> <a class="reach" href="/rekening-koran/${seller.id}">${words.statement}</a></p>
    ${
      left > 0
        ? html`<div class="acts">${SOLD.has(status) ? act(words.goodwill, 'second', give) : nothing}${REFUNDABLE.has(status) ? act(words.ofParcel, 'plain', refund) : nothing}</div>`
        : nothing
    }`;
}
