import html from 'escape-html-template-tag';
import { type Html, page } from '../stage/page.ts';
import { hour, instant } from '../stage/words.ts';
import { bubbleText } from './bubble-text.ts';
import type { Mailbox, Message } from './mailbox.ts';

const BANNER = 'Simulator WhatsApp: pesan mainan';

/** Seconds after which a page without scripts loads again. */
const RELOAD_SECONDS = 5;

/** Digits as people read them: +62 812-0000-0001. */
function readableNumber(digits: string): string {
  const match = /^62(\d{3})(\d{3,4})(\d+)$/.exec(digits);
  return match ? `+62 ${match[1]}-${match[2]}-${match[3]}` : `+${digits}`;
}

/** All phones that have messages, and a form to open any other. */
export function phoneListPage(base: string, phones: ReturnType<Mailbox['numbers']>, wrong?: string): string {
  const rows = phones.map(
    ({ number, last, unread }) => html`<li><a class="row card" href="${base}/phone/${number}">
<strong>${readableNumber(number)}</strong> ${unread > 0 ? html`<span class="unread">${unread} baru</span>` : ''}<br>
<span class="quiet">${preview(last)}</span><br><span class="quiet">${instant(last.sentAt)}</span></a></li>`,
  );
  const notice = html`<p class="card" role="alert"><strong>"${wrong ?? ''}" bukan nomor ponsel.</strong> Tulis seperti 0812-0000-0001.</p>`;
  return page({
    base,
    banner: BANNER,
    title: 'Ponsel',
    links: [{ href: '/', label: 'Semua ponsel', current: true }],
    main: html`<h1>Ponsel siapa?</h1>
<p>Pesan dari toko sampai di sini, bukan di ponsel sungguhan.</p>
${wrong === undefined ? '' : notice}
<form class="card" method="get" action="${base}/phone">
<label for="number">Nomor ponsel</label>
<input id="number" name="number" type="tel" autocomplete="off" placeholder="0812-0000-0001" required>
<button>Buka ponsel</button>
</form>
<h2>Ada pesan</h2>
${rows.length === 0 ? html`<p class="quiet">Belum ada pesan. Minta kode masuk di toko, lalu kembali ke sini.</p>` : html`<ul class="plain">${rows}</ul>`}`,
  });
}

/** One phone's chat with the business, newest below. */
export function phonePage(
  base: string,
  businessName: string,
  number: string,
  messages: Message[],
  canWrite: boolean,
): string {
  const here = `${base}/phone/${number}`;
  const bubbles = messages.map((message) => bubble(message, here, canWrite));
  return page({
    base,
    banner: BANNER,
    title: `Ponsel ${readableNumber(number)}`,
    links: [{ href: '/', label: 'Semua ponsel' }],
    layout: 'fill',
    head: html`<script type="module" src="${base}/phone.js"></script>
<noscript><meta http-equiv="refresh" content="${RELOAD_SECONDS}"></noscript>`,
    main: html`<div class="phone">
<div class="phone-top"><h1>${businessName}</h1><p>Ponsel ${readableNumber(number)}</p></div>
<div class="chat" id="chat" role="log" aria-label="Percakapan" tabindex="0" data-events="${here}/events">
${bubbles.length === 0 ? html`<p class="quiet">Belum ada pesan di ponsel ini.</p>` : html`<ol>${bubbles}</ol>`}
</div>
${canWrite ? writeForm(here) : ''}
</div>`,
  });
}

function preview(message: Message): string {
  const { text, place, image } = message.content;
  const said = text || (place ? 'Lokasi' : image ? 'Gambar' : '');
  const line = said.replaceAll('*', '').replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function bubble(message: Message, here: string, canWrite: boolean): Html {
  const { header, text, footer, code, link, image, place } = message.content;
  return html`<li class="bubble ${message.from === 'customer' ? 'mine' : ''}" id="m${message.seq}">
${image ? html`<img src="${image}" alt="Gambar dari toko">` : ''}
${header ? html`<p class="head">${header}</p>` : ''}
${text ? html`<p>${bubbleText(text)}</p>` : ''}
${place ? placeLink(place) : ''}
${code ? codeBlock(code) : ''}
${footer ? html`<p class="small">${footer}</p>` : ''}
${link ? html`<a class="button second" href="${link.url}" target="_blank" rel="noopener noreferrer">${link.label}</a>` : ''}
${choices(message, here, canWrite)}
<time class="time" datetime="${message.sentAt.toISOString()}">${hour(message.sentAt)}</time>
</li>`;
}

function codeBlock(code: NonNullable<Message['content']['code']>): Html {
  // Without a script there is no clipboard: the button stays hidden, one tap on the code selects it whole.
  return html`<span class="code">${code.value}</span>
<button type="button" class="second" data-copy="${code.value}" hidden>${code.label}</button>`;
}

function placeLink(place: NonNullable<Message['content']['place']>): Html {
  const { latitude, longitude, name, address } = place;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return html`<p>Lokasi: <a href="${map}" target="_blank" rel="noopener noreferrer">${name ?? `${latitude}, ${longitude}`}</a>${address ? html`<br>${address}` : ''}</p>`;
}

function choices(message: Message, here: string, canWrite: boolean): Html {
  const offered = message.content.choices;
  if (!offered) return html``;
  const rows = offered.rows.map(({ id, title, description }) => {
    const label = description ? html`${title}<br>${description}` : title;
    if (!canWrite) return html`<p>• ${label}</p>`;
    return html`<form method="post" action="${here}">
<input type="hidden" name="reply" value="${message.id}"><input type="hidden" name="choice" value="${id}">
<button class="second"><span>${label}</span></button></form>`;
  });
  return html`${offered.label ? html`<p class="head">${offered.label}</p>` : ''}${rows}`;
}

function writeForm(here: string): Html {
  return html`<form class="write" method="post" action="${here}">
<div><label for="text">Balas toko</label><input id="text" name="text" maxlength="4096" autocomplete="off" required></div>
<button>Kirim</button></form>`;
}
