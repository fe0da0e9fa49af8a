import { html, type TemplateResult } from 'lit';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import { icon } from '../../elements/icon.ts';
import { marketNow } from '../../elements/market-clock.ts';
import type { Language } from '../../words/bilingual.ts';
import { buyWords } from '../../words/buy.ts';
import { day, dayAndTime, rupiah } from '../../words/format.ts';
import { openingOf } from '../../words/opening.ts';
import { orderWords } from '../../words/order.ts';
import { paperOf, paperWords } from '../../words/paper.ts';
import { voucherWords } from '../../words/voucher.ts';
import { nextOf, type Order, stepsOf } from './order.ts';

/** Where the order stands, big, and what comes next. */
export function drawStatus(order: Order, language: Language): TemplateResult {
  const words = orderWords[language];
  const isReady = order.status === 'READY_TO_COLLECT';
  const isUnderWay = order.status === 'WAITING_FOR_SELLERS' || order.status === 'IN_PREPARATION';
  return html`<section class="order-status ${order.status.toLowerCase()}">
    <h2 tabindex="-1" id="keadaan">${isReady ? html`<img src="/drawings/mark.svg" alt="" width="28" height="28">` : ''}${words.status[order.status]}</h2>
    <p>${nextOf(order, language)}</p>
    ${isUnderWay && order.expectedPickupAt ? html`<p class="quiet">${words.collect.expected(day(order.expectedPickupAt, language, marketNow()))}</p>` : ''}
  </section>`;
}

/** Where it is collected, and whether that is open. */
export function drawPoint({ pickupPoint: point }: Order, language: Language): TemplateResult {
  const { latitude, longitude } = point.location;
  return html`<section class="card stack-tight point-of-order" aria-label=${orderWords[language].at(point.name)}>
    <p><strong><a href="/titik/${point.slug}">${point.name}</a></strong><br><span class="quiet small">${point.address}, ${point.kelurahan.name}</span></p>
    <p class="small ${point.isOpenNow ? 'open-now' : 'closed-now'}">${openingOf(point, language, marketNow())}</p>
    <p><a class="reach small" href="https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}" target="_blank" rel="noopener">${icon(mapPin)}${orderWords[language].collect.map} <span class="unseen">${orderWords[language].pay.newTab}</span></a></p>
  </section>`;
}

/** What happened, and what still comes, as one line through time. */
export function drawTimeline(order: Order, language: Language): TemplateResult {
  const words = orderWords[language];
  const steps = stepsOf(order, language);
  return html`<section class="card" aria-labelledby="judul-perjalanan"><h2 id="judul-perjalanan">${words.timeline}</h2>
    <ol class="timeline">
      ${order.timeline.map(({ message, at }) => html`<li><p>${message}</p><p class="quiet small figures">${dayAndTime(at, language, marketNow())}</p></li>`)}
      ${steps.map((step, at) => html`<li class="to-come">${at === 0 ? html`<p class="legend">${words.comesNext}</p>` : ''}<p>${step}</p></li>`)}
    </ol></section>`;
}

/** What it cost, and what came back; with the way to the invoice or the receipt. */
export function drawSums(order: Order, language: Language): TemplateResult {
  const { sums } = orderWords[language];
  const { longNames } = buyWords[language].methods;
  const row = (label: string, shown: string, look = 'part'): TemplateResult =>
    html`<div class=${look}><dt>${label}</dt><dd class="figures">${shown}</dd></div>`;
  return html`<section class="card stack-tight" aria-labelledby="judul-rincian"><h2 id="judul-rincian">${sums.title}</h2><dl class="sums">
    ${row(sums.method, longNames[order.paymentMethod])}
    ${row(sums.goods, rupiah(order.goodsTotal))}
    ${row(sums.fee, rupiah(order.pointFeeTotal))}
    ${order.voucherCode ? row(voucherWords[language].discountOf(order.voucherCode), rupiah(-order.discountTotal)) : ''}
    ${row(sums.total, rupiah(order.total), 'all')}
    ${order.refundedTotal > 0 ? row(sums.refunded, rupiah(order.refundedTotal)) : ''}
  </dl>
  <p><a class="reach" href="/pesanan/${order.code}/${paperOf(order)}">${paperWords[language].see[paperOf(order)]}</a></p></section>`;
}

/** Ends of an order after which its goods may be wanted again. */
const OVER: ReadonlySet<Order['status']> = new Set([
  'EXPIRED',
  'CANCELLED',
  'COMPLETED',
  'REFUND_DUE',
  'REFUNDED',
  'REVERSED',
]);

/** Whether nothing was paid and nothing will come: ordering again is then what the page is for. */
export function cameToNothing({ status }: Pick<Order, 'status'>): boolean {
  return status === 'EXPIRED' || status === 'CANCELLED';
}

/** The way to put the goods of an order that is over into the cart again. A plain form: it works without scripts, too. */
export function drawAgain({ code, status }: Order, language: Language): TemplateResult | '' {
  if (!OVER.has(status)) return '';
  const look = cameToNothing({ status }) ? 'button' : 'button second';
  return html`<form method="post" action="/pesanan/${code}/lagi"><button class="${look} wide">${orderWords[language].again.do}</button></form>`;
}

/** Money that goes back, each sum with where it is. */
export function drawRefunds(order: Order, language: Language): TemplateResult | '' {
  const refunds = order.payment?.refunds ?? [];
  if (refunds.length === 0) return '';
  const words = orderWords[language].refunds;
  return html`<section class="card stack-tight" aria-labelledby="judul-kembali"><h2 id="judul-kembali">${words.title}</h2>
    <ul class="stack-tight">${refunds.map(
      ({
        amount,
        status,
        reason,
        createdAt,
      }) => html`<li class="refund"><p class="row spread"><strong class="figures">${rupiah(amount)}</strong><span class="small">${words.status[status]}</span></p>
        <p class="quiet small">${reason} · <span class="figures">${dayAndTime(createdAt, language, marketNow())}</span></p></li>`,
    )}</ul></section>`;
}
