import { create } from 'qrcode';
import { orderWords, paperWords, rupiah } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import { icon } from '../icon.ts';
import type { PageParts } from '../page-route.ts';
import type { Visit } from '../visit.ts';
import type { OrderPaper, PaperParcel, PaperRefund } from './order-paper.ts';
import type { SumRow } from './order-sums.ts';

/** A paper as a page: read at 360 px, printed on A4, without scripts. */
export function paperPage({ language }: Visit, paper: OrderPaper): PageParts {
  const words = paperWords[language];
  const { kind, number, orderCode, orderUrl } = paper;
  return {
    title: `${words.title[kind]} ${orderCode}`,
    isPrivate: true,
    isPersonal: true,
    main: html`<div class="paper-page">
<p class="paper-ways"><a class="reach" href="/pesanan/${orderCode}">${orderWords[language].one(orderCode)}</a>
<a class="button second" href="/pesanan/${orderCode}/${kind}.pdf">${icon('download')}${words.download}</a></p>
<p class="paper-ways quiet small">${words.print}</p>
<article class="paper card" lang="id" aria-labelledby="judul-kertas">
<header><div><p class="paper-brand">Berjubel</p><p class="quiet small">Pasar warga Depok</p>
<h1 id="judul-kertas">${paper.title} <span class="figures">${number}</span></h1></div>${qrPicture(orderUrl)}</header>
<dl class="paper-facts">${paper.facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${paper.parcels.map(parcelPart)}
<section aria-labelledby="judul-jumlah"><h2 id="judul-jumlah">Jumlah</h2>
<table class="paper-sums"><tbody>${paper.sums.map(sumRow)}</tbody></table>
<p class="paper-words">${paper.inWords}</p></section>
${paper.refunds.length > 0 ? refundsPart(paper.refunds) : ''}
<footer class="quiet small">${paper.notes.map((note) => html`<p>${note}</p>`)}<p>${orderUrl}</p></footer>
</article></div>`,
  };
}

/** A line's name stands above its figures, so that these fit side by side on a phone. */
function parcelPart({ title, note, lines, sums }: PaperParcel): Html {
  return html`<section><h2>${title}</h2>${note ? html`<p class="small">${note}</p>` : ''}
<table class="paper-lines"><thead><tr><th scope="col">Banyak</th><th scope="col">Harga satuan</th><th scope="col">Jumlah</th></tr></thead>
${lines.map(
  ({ name, quantity, unitPrice, total }) =>
    html`<tbody><tr><th scope="rowgroup" colspan="3">${name}</th></tr>
<tr><td>${quantity}</td><td>${rupiah(unitPrice)}</td><td>${rupiah(total)}</td></tr></tbody>`,
)}</table>
<table class="paper-sums"><tbody>${sums.map(sumRow)}</tbody></table></section>`;
}

function sumRow({ label, amount, isSum }: SumRow): Html {
  return html`<tr class="${isSum ? 'all' : 'part'}"><th scope="row">${label}</th><td>${rupiah(amount)}</td></tr>`;
}

function refundsPart(refunds: readonly PaperRefund[]): Html {
  return html`<section aria-labelledby="judul-kembali"><h2 id="judul-kembali">Uang yang kembali</h2>
<table class="paper-sums"><tbody>${refunds.map(
    ({ when, reason, state, amount }) =>
      html`<tr class="part"><th scope="row">${reason}<br><span class="quiet">${when}; ${state}</span></th><td>${rupiah(amount)}</td></tr>`,
  )}</tbody></table></section>`;
}

/** A QR code of an address, drawn as one path so that it prints sharp. */
function qrPicture(address: string): Html {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const dark = [...data.keys()].filter((at) => data[at]);
  const path = dark.map((at) => `M${(at % size) + 4} ${Math.floor(at / size) + 4}h1v1h-1z`).join('');
  const side = size + 8;
  return html`<svg class="paper-qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="Kode QR alamat pesanan ini" shape-rendering="crispEdges"><path d="${trusted(path)}"/></svg>`;
}
