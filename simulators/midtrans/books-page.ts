import html from 'escape-html-template-tag';
import type { Html } from '../stage/page.ts';
import { instant, rupiah } from '../stage/words.ts';
import { CHANNELS } from './channels.ts';
import { frame, statusChip } from './pages.ts';
import { refundedAmount, type Transaction, wasPaid } from './transaction.ts';
import { wibTime } from './wire.ts';

/** Which transactions a person wants to see. */
export type BooksView = 'semua' | 'menunggu' | 'dibayar' | 'kembali' | 'batal';

const VIEWS: Record<BooksView, { label: string; shows: (each: Transaction) => boolean }> = {
  semua: { label: 'Semua', shows: () => true },
  menunggu: { label: 'Menunggu', shows: ({ status }) => status === 'pending' },
  dibayar: { label: 'Dibayar', shows: ({ status }) => status === 'settlement' },
  kembali: { label: 'Dikembalikan', shows: (each) => each.refunds.length > 0 },
  batal: { label: 'Tidak jadi', shows: ({ status }) => ['deny', 'cancel', 'expire', 'chargeback'].includes(status) },
};

/** Whether the word in an address names a view. */
export function isBooksView(word: unknown): word is BooksView {
  return typeof word === 'string' && Object.hasOwn(VIEWS, word);
}

/** The provider's books for a person: what it holds for the merchant, and each transaction, newest first, as a card. */
export function booksPage(
  base: string,
  all: readonly Transaction[],
  asked: { view: BooksView; now: Date; limit: number },
): string {
  const { view, now, limit } = asked;
  const shown = all.filter(VIEWS[view].shows);
  const rows = shown.slice(0, limit).map((each) => card(base, each));
  const more = shown.length - rows.length;
  const today = wibTime(now).slice(0, 10);
  return frame(
    base,
    'Pembukuan',
    '/books',
    html`<h1>Pembukuan</h1>
${sums(all, now)}
<nav class="views" aria-label="Pilih transaksi">${(Object.keys(VIEWS) as BooksView[]).map((each) => viewLink(base, each, view, all))}</nav>
${rows.length === 0 ? html`<p class="quiet">Belum ada transaksi.</p>` : html`<ul class="plain cards">${rows}</ul>`}
${more > 0 ? html`<p class="quiet">Dan ${more} transaksi yang lebih lama.</p>` : ''}
<h2>Lembar penyelesaian</h2>
<form class="card" method="get" action="${base}/books/settlement.csv">
<label for="day">Hari</label>
<input id="day" name="day" type="date" value="${today}" max="${today}" required>
<button>Unduh CSV</button>
</form>`,
    'wide',
  );
}

function sums(all: readonly Transaction[], now: Date): Html {
  const settled = all.filter(wasPaid);
  const back = settled.reduce((sum, each) => sum + refundedAmount(each), 0);
  const taken = settled.reduce((sum, each) => sum + each.grossAmount, 0) - back;
  return html`<div class="card"><p class="amount">${rupiah(taken)}</p>
<p>Uang toko di sini, dari ${settled.length} pembayaran, per ${instant(now)}.</p>
${back > 0 ? html`<p class="quiet">Sudah dikurangi ${rupiah(back)} yang dikembalikan.</p>` : ''}</div>`;
}

function viewLink(base: string, each: BooksView, current: BooksView, all: readonly Transaction[]): Html {
  const { label, shows } = VIEWS[each];
  const text = `${label} (${all.filter(shows).length})`;
  return each === current
    ? html`<a href="${base}/books?lihat=${each}" aria-current="page">${text}</a>`
    : html`<a href="${base}/books?lihat=${each}">${text}</a>`;
}

function card(base: string, transaction: Transaction): Html {
  const back = refundedAmount(transaction);
  return html`<li><a class="row card" href="${base}/pay/${transaction.transactionId}">
<span class="amount">${rupiah(transaction.grossAmount)}</span> ${statusChip(transaction)}<br>
${transaction.orderId}, ${CHANNELS[transaction.channel].label}<br>
${back > 0 ? html`Dikembalikan ${rupiah(back)}<br>` : ''}<span class="quiet">${instant(transaction.createdAt)}</span></a></li>`;
}
