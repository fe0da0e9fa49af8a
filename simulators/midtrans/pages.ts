import html from 'escape-html-template-tag';
import { type Html, page } from '../stage/page.ts';
import { instant, rupiah } from '../stage/words.ts';
import { CHANNELS } from './channels.ts';
import type { Notice } from './courier.ts';
import { toldList } from './told-list.ts';
import { refundedAmount, type Transaction, type TransactionStatus } from './transaction.ts';

const BANNER = 'Simulator pembayaran: uang mainan';

/** How a status reads to a person, and which colour it has. */
const STATUS_WORDS: Record<TransactionStatus, { word: string; look: 'waiting' | 'good' | 'ended' }> = {
  pending: { word: 'Menunggu pembayaran', look: 'waiting' },
  settlement: { word: 'Sudah dibayar', look: 'good' },
  deny: { word: 'Ditolak', look: 'ended' },
  cancel: { word: 'Dibatalkan toko', look: 'ended' },
  expire: { word: 'Kedaluwarsa', look: 'ended' },
  refund: { word: 'Uang dikembalikan', look: 'ended' },
  partial_refund: { word: 'Sebagian dikembalikan', look: 'good' },
  chargeback: { word: 'Ditarik bank pembayar', look: 'ended' },
  partial_chargeback: { word: 'Sebagian ditarik bank', look: 'waiting' },
};

/** Where QRIS money can come from; the code is what the merchant sees as issuer. */
export const WALLETS: Record<string, string> = {
  gopay: 'GoPay',
  dana: 'DANA',
  ovo: 'OVO',
  'airpay shopee': 'ShopeePay',
  bca: 'BCA mobile',
  mandiri: "Livin' by Mandiri",
};

/** The document of a page of this simulator. */
export function frame(
  base: string,
  title: string,
  current: string,
  main: Html,
  layout: 'column' | 'wide' = 'column',
): string {
  const links = [
    { href: '/', label: 'Bayar', current: current === '/' },
    { href: '/books', label: 'Pembukuan', current: current === '/books' },
  ];
  return page({ base, banner: BANNER, title, links, main, layout });
}

/** How a transaction stands, as a chip. */
export function statusChip(transaction: Transaction): Html {
  const { word, look } = STATUS_WORDS[transaction.status];
  return html`<span class="state ${look}">${word}</span>`;
}

/** What waits for money, and the forms of someone who holds a number or a code. `missed` is what was typed in vain. */
export function waitingPage(base: string, waiting: Transaction[], missed?: string): string {
  const rows = waiting.map(
    (each) => html`<li><a class="row card" href="${base}/pay/${each.transactionId}">
<span class="amount">${rupiah(each.grossAmount)}</span><br>
${CHANNELS[each.channel].label} <span class="quiet">${each.payNumber ?? ''}</span><br>
<span class="quiet">Pesanan ${each.orderId}, sampai ${instant(each.expiresAt)}</span></a></li>`,
  );
  const notice = html`<p class="card" role="alert"><strong>Tidak ditemukan.</strong> Tidak ada tagihan untuk "${missed ?? ''}".
Periksa angkanya, atau pilih dari daftar di bawah.</p>`;
  return frame(
    base,
    'Bayar',
    '/',
    html`<h1>Bayar tagihan</h1>
${missed === undefined ? '' : notice}
<form class="card" method="get" action="${base}/pay">
<label for="number">Nomor virtual account, kode bayar, atau nomor pesanan</label>
<input id="number" name="number" inputmode="text" autocomplete="off" required>
<button>Cari tagihan</button>
</form>
<form class="card" method="get" action="${base}/pay">
<label for="qr">Isi kode QR</label>
<input id="qr" name="qr" autocomplete="off" required aria-describedby="qr-hint">
<p class="quiet" id="qr-hint">Pindai QR dengan kamera ponsel, lalu tempel teksnya di sini.</p>
<button class="second">Buka kode QR</button>
</form>
<h2>Menunggu dibayar</h2>
${rows.length === 0 ? html`<p class="quiet">Belum ada tagihan. Buat pesanan di toko, lalu kembali ke sini.</p>` : html`<ul class="plain">${rows}</ul>`}`,
  );
}

/** The payer's page of one transaction: what to pay, to whom, until when; and the three things a payer can do. */
export function payPage(base: string, transaction: Transaction, merchantName: string, told: readonly Notice[]): string {
  const { label } = CHANNELS[transaction.channel];
  return frame(
    base,
    `Bayar ${rupiah(transaction.grossAmount)}`,
    '',
    html`<h1>${merchantName}</h1>
<div class="card">
<p class="amount">${rupiah(transaction.grossAmount)}</p>
<p>${statusChip(transaction)}</p>
<dl>
<dt>Cara bayar</dt><dd>${label}</dd>
${transaction.payNumber ? html`<dt>${numberName(transaction)}</dt><dd class="number">${transaction.payNumber}</dd>` : ''}
${transaction.channel === 'echannel' ? html`<dt>Kode perusahaan</dt><dd class="number">70012</dd>` : ''}
<dt>Pesanan</dt><dd>${transaction.orderId}</dd>
${transaction.payerName ? html`<dt>Atas nama</dt><dd>${transaction.payerName}</dd>` : ''}
<dt>Batas waktu</dt><dd>${instant(transaction.expiresAt)}</dd>
</dl>
</div>
${transaction.status === 'pending' ? payerForms(base, transaction) : afterwards(base, transaction)}
${transaction.items.length > 0 ? itemList(transaction) : ''}
${transaction.qrText && transaction.status === 'pending' ? qrPicture(base, transaction) : ''}
${toldList(told)}`,
  );
}

function numberName({ channel }: Transaction): string {
  return CHANNELS[channel].paymentType === 'bank_transfer' ? 'Nomor VA' : 'Kode bayar';
}

function qrPicture(base: string, transaction: Transaction): Html {
  const kind = transaction.channel === 'gopay' ? 'gopay' : 'qris';
  return html`<h2>Kode QR</h2>
<img class="qr" width="280" height="280" src="${base}/v2/${kind}/${transaction.transactionId}/qr-code" alt="Kode QR untuk tagihan ini">`;
}

function payerForms(base: string, transaction: Transaction): Html {
  const action = `${base}/pay/${transaction.transactionId}`;
  const wallets = Object.entries(WALLETS).map(([code, name]) => html`<option value="${code}">${name}</option>`);
  const wallet = html`<label for="issuer">Bayar pakai</label><select id="issuer" name="issuer">${wallets}</select>`;
  return html`<form method="post" action="${action}">
<input type="hidden" name="act" value="pay">
${transaction.channel === 'qris' ? wallet : ''}
<button>Bayar ${rupiah(transaction.grossAmount)}</button>
</form>
<div class="acts">
<form method="post" action="${action}"><input type="hidden" name="act" value="deny"><button class="second">Tolak</button></form>
<form method="post" action="${action}"><input type="hidden" name="act" value="expire"><button class="ends">Biarkan kedaluwarsa</button></form>
</div>`;
}

function afterwards(base: string, transaction: Transaction): Html {
  const result = transaction.settledAt ? 'success' : 'failure';
  const back = transaction.callbackUrl ? withResult(transaction.callbackUrl, transaction.orderId, result) : undefined;
  const refunded = refundedAmount(transaction);
  return html`<div class="card">
${transaction.settledAt ? html`<p>Dibayar ${instant(transaction.settledAt)}. Toko sudah diberi tahu.</p>` : html`<p>Tagihan ini sudah ditutup dan tidak bisa dibayar lagi.</p>`}
${refunded > 0 ? html`<p>Dikembalikan: ${rupiah(refunded)}.</p>` : ''}
${back ? html`<a class="button" href="${back}">Kembali ke toko</a>` : html`<p>Silakan kembali ke halaman pesananmu.</p>`}
<a class="button second" href="${base}/">Bayar tagihan lain</a>
</div>`;
}

/** The wallet leads back with what happened; only web and app links of the merchant are followed. */
function withResult(callbackUrl: string, orderId: string, result: string): string | undefined {
  if (!URL.canParse(callbackUrl) || /^(javascript|data|vbscript):/i.test(callbackUrl.trim())) return undefined;
  const url = new URL(callbackUrl);
  url.searchParams.set('order_id', orderId);
  url.searchParams.set('result', result);
  return url.href;
}

function itemList(transaction: Transaction): Html {
  const lines = transaction.items.map(
    (item) =>
      html`<tr><td>${item.quantity} × ${item.name}</td><td class="money">${moneyOf(item.price * item.quantity)}</td></tr>`,
  );
  return html`<h2>Rincian</h2>
<table><thead><tr><th scope="col">Barang</th><th scope="col" class="money">Jumlah</th></tr></thead><tbody>${lines}</tbody></table>`;
}

function moneyOf(amount: number): string {
  return amount < 0 ? `−${rupiah(-amount)}` : rupiah(amount);
}
