export const TEMPLATE_LANGUAGES = ['id', 'en'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

/** A message that the provider has approved; {{1}} and on are filled in by position. */
export interface Template {
  category: 'AUTHENTICATION' | 'UTILITY';
  /** What each parameter means, in order. */
  parameters: string[];
  body: Record<TemplateLanguage, string>;
  footer?: Record<TemplateLanguage, string>;
  /** The code is sent a second time, for a button that copies it. */
  copyCode?: Record<TemplateLanguage, string>;
}

const buyer = (parameters: string[], id: string, en: string): Template => ({
  category: 'UTILITY',
  parameters,
  body: { id, en },
});
const seller = buyer;

/** Every template of the marketplace, by name. The words of `otp` are fixed by the provider. */
export const TEMPLATES: Record<string, Template> = {
  otp: {
    category: 'AUTHENTICATION',
    parameters: ['code'],
    body: {
      id: '*{{1}}* adalah kode verifikasi Anda. Demi keamanan, jangan bagikan kode ini.',
      en: '*{{1}}* is your verification code. For your security, do not share this code.',
    },
    footer: { id: 'Kode ini kedaluwarsa dalam 5 menit.', en: 'This code expires in 5 minutes.' },
    copyCode: { id: 'Salin kode', en: 'Copy code' },
  },
  order_paid: buyer(
    ['order code', 'amount', 'pickup point', 'pickup day', 'link'],
    'Terima kasih! Pembayaran *{{2}}* untuk pesanan *{{1}}* sudah masuk.\nKira-kira bisa diambil {{4}} di {{3}}. Kami kabari begitu siap.\nPantau di sini: {{5}} ya.',
    'Thank you! Your payment of *{{2}}* for order *{{1}}* has arrived.\nYou can probably collect it on {{4}} at {{3}}. We will tell you when it is ready.\nFollow it here: {{5}} any time.',
  ),
  order_placed_cash: buyer(
    ['order code', 'amount', 'pickup point', 'pickup day', 'link'],
    'Pesanan *{{1}}* sudah kami catat. Bayar tunai *{{2}}* saat mengambil di {{3}}, kira-kira {{4}}.\nKami kabari begitu siap. Pantau di sini: {{5}} ya.',
    'We have noted order *{{1}}*. Pay *{{2}}* in cash when you collect it at {{3}}, probably on {{4}}.\nWe will tell you when it is ready. Follow it here: {{5}} any time.',
  ),
  payment_expired: buyer(
    ['order code', 'link'],
    'Batas waktu bayar pesanan *{{1}}* sudah lewat, jadi pesanannya kami batalkan. Belum ada uang yang terpotong.\nMasih mau? Pesan lagi di {{2}} ya.',
    'The time to pay order *{{1}}* is over, so we cancelled it. Nothing was charged.\nStill want it? Order again at {{2}} any time.',
  ),
  refund_sent: buyer(
    ['amount', 'order code', 'link'],
    'Uangmu *{{1}}* dari pesanan {{2}} sudah kami kirim kembali. Sampainya tergantung bank atau dompetmu.\nRinciannya: {{3}} ya.',
    'We have sent back *{{1}}* for order {{2}}. When it arrives depends on your bank or wallet.\nDetails: {{3}} any time.',
  ),
  parcel_accepted: buyer(
    ['shop', 'order code', 'link'],
    '{{1}} sudah menerima pesananmu {{2}} dan sedang menyiapkannya.\nPantau di sini: {{3}} ya.',
    '{{1}} has accepted your order {{2}} and is preparing it.\nFollow it here: {{3}} any time.',
  ),
  parcel_ready: buyer(
    ['shop', 'pickup point', 'last day', 'collect code', 'PIN', 'link'],
    'Paketmu dari {{1}} sudah siap di *{{2}}*. Ambil paling lambat {{3}}.\nKode ambil: *{{4}}*\nPIN: *{{5}}*\nTunjukkan kodenya, sebutkan PIN hanya kepada petugas. Rincian: {{6}} ya.',
    'Your parcel from {{1}} is ready at *{{2}}*. Collect it by {{3}}.\nCollect code: *{{4}}*\nPIN: *{{5}}*\nShow the code and tell the PIN only to the staff. Details: {{6}} any time.',
  ),
  parcel_returning_soon: buyer(
    ['shop', 'pickup point', 'last day', 'link'],
    'Paketmu dari {{1}} masih menunggu di *{{2}}*. Ambil paling lambat *{{3}}*, setelah itu kembali ke penjual.\nKode ambil dan PIN ada di {{4}} ya.',
    'Your parcel from {{1}} is still waiting at *{{2}}*. Collect it by *{{3}}*; after that it goes back to the seller.\nYour collect code and PIN are at {{4}} any time.',
  ),
  parcel_rejected: buyer(
    ['shop', 'order code', 'reason', 'link'],
    'Maaf, {{1}} tidak bisa memenuhi pesananmu {{2}}. Alasannya: {{3}}.\nYang sudah kamu bayar untuk paket ini kami kembalikan. Rincian: {{4}} ya.',
    'Sorry, {{1}} cannot fulfil your order {{2}}. The reason: {{3}}.\nWhat you paid for this parcel will be returned. Details: {{4}} any time.',
  ),
  parcel_cancelled: buyer(
    ['shop', 'order code', 'link'],
    'Paket dari {{1}} di pesanan {{2}} dibatalkan. Yang sudah kamu bayar untuk paket ini kami kembalikan.\nRincian: {{3}} ya.',
    'The parcel from {{1}} in order {{2}} was cancelled. What you paid for this parcel will be returned.\nDetails: {{3}} any time.',
  ),
  parcel_lapsed: buyer(
    ['shop', 'order code', 'link'],
    'Maaf, {{1}} tidak menyiapkan pesananmu {{2}} tepat waktu, jadi paketnya kami batalkan. Yang sudah kamu bayar kami kembalikan.\nRincian: {{3}} ya.',
    'Sorry, {{1}} did not prepare your order {{2}} in time, so we cancelled the parcel. What you paid for it will be returned.\nDetails: {{3}} any time.',
  ),
  parcel_collected: buyer(
    ['shop', 'order code', 'link'],
    'Paket dari {{1}} (pesanan {{2}}) sudah diambil. Selamat menikmati!\nAda yang kurang pas? Beri tahu kami di {{3}} ya.',
    'The parcel from {{1}} (order {{2}}) has been collected. Enjoy!\nIs something not right? Tell us at {{3}} any time.',
  ),
  parcel_uncollected: buyer(
    ['shop', 'pickup point', 'link'],
    'Paketmu dari {{1}} belum diambil dan waktunya sudah habis. Selama masih ada di {{2}}, kamu boleh mengambilnya.\nRincian: {{3}} ya.',
    'Your parcel from {{1}} was not collected and its time is over. While it is still at {{2}}, you may collect it.\nDetails: {{3}} any time.',
  ),
  parcel_returned: buyer(
    ['shop', 'order code', 'link'],
    'Paket dari {{1}} (pesanan {{2}}) sudah kembali ke penjual karena tidak diambil. Yang sudah kamu bayar kami kembalikan, dikurangi biaya titik ambil.\nRincian: {{3}} ya.',
    'The parcel from {{1}} (order {{2}}) went back to the seller because it was not collected. What you paid will be returned, less the pickup fee.\nDetails: {{3}} any time.',
  ),
  parcel_lost: buyer(
    ['shop', 'order code', 'link'],
    'Maaf, paket dari {{1}} (pesanan {{2}}) tidak kami temukan. Uangmu kami kembalikan dan kami sedang menelusurinya.\nRincian: {{3}} ya.',
    'Sorry, we cannot find the parcel from {{1}} (order {{2}}). Your money will be returned and we are looking into it.\nDetails: {{3}} any time.',
  ),
  seller_new_order: seller(
    ['shop', 'parcel code', 'pieces', 'amount', 'answer by', 'link'],
    'Pesanan baru untuk {{1}}! Paket *{{2}}*: {{3}} barang, *{{4}}*.\nMohon dijawab sebelum {{5}}: {{6}} ya.',
    'A new order for {{1}}! Parcel *{{2}}*: {{3}} items, *{{4}}*.\nPlease answer before {{5}}: {{6}} any time.',
  ),
  seller_parcel_cancelled: seller(
    ['shop', 'parcel code', 'link'],
    'Paket {{2}} untuk {{1}} dibatalkan, jadi Anda tidak perlu menyiapkannya. Stoknya sudah kembali.\nAntrean: {{3}} ya.',
    'Parcel {{2}} for {{1}} was cancelled, so you need not prepare it. The stock has been put back.\nYour queue: {{3}} any time.',
  ),
  seller_parcel_lapsed: seller(
    ['shop', 'parcel code', 'link'],
    'Paket {{2}} untuk {{1}} lewat batas waktunya, jadi kami batalkan dan stoknya kembali.\nAntrean: {{3}} ya.',
    'Parcel {{2}} for {{1}} passed its deadline, so we cancelled it and put the stock back.\nYour queue: {{3}} any time.',
  ),
  seller_parcel_refused: seller(
    ['shop', 'parcel code', 'reason', 'link'],
    'Titik ambil tidak bisa menerima paket {{2}} dari {{1}}. Alasannya: {{3}}.\nRincian: {{4}} ya.',
    'The pickup point could not take parcel {{2}} from {{1}}. The reason: {{3}}.\nDetails: {{4}} any time.',
  ),
  seller_parcel_collected: seller(
    ['shop', 'parcel code', 'link'],
    'Paket {{2}} dari {{1}} sudah diambil pembeli. Terima kasih sudah berjualan!\nPendapatan Anda: {{3}} ya.',
    'Parcel {{2}} from {{1}} has been collected by the buyer. Thank you for selling!\nYour earnings: {{3}} any time.',
  ),
  seller_parcel_uncollected: seller(
    ['shop', 'parcel code', 'pickup point', 'link'],
    'Paket {{2}} dari {{1}} tidak diambil pembeli. Silakan ambil kembali di {{3}}.\nRincian: {{4}} ya.',
    'Parcel {{2}} from {{1}} was not collected by the buyer. Please fetch it at {{3}}.\nDetails: {{4}} any time.',
  ),
  seller_parcel_returned: seller(
    ['shop', 'parcel code', 'link'],
    'Paket {{2}} sudah kembali ke {{1}} dan stoknya sudah ditambah.\nRincian: {{3}} ya.',
    'Parcel {{2}} is back at {{1}} and the stock has been put back.\nDetails: {{3}} any time.',
  ),
  seller_parcel_lost: seller(
    ['shop', 'parcel code', 'link'],
    'Maaf, paket {{2}} dari {{1}} tidak ditemukan di titik ambil. Kami sedang menelusurinya.\nRincian: {{3}} ya.',
    'Sorry, parcel {{2}} from {{1}} cannot be found at the pickup point. We are looking into it.\nDetails: {{3}} any time.',
  ),
};

/** The template in that language, or nothing when it was never approved. */
export function findTemplate(
  name: unknown,
  language: unknown,
): { template: Template; language: TemplateLanguage } | undefined {
  const known = TEMPLATE_LANGUAGES.find((each) => each === language);
  if (typeof name !== 'string' || !Object.hasOwn(TEMPLATES, name) || !known) return undefined;
  return { template: TEMPLATES[name] as Template, language: known };
}

/** The text of a template with its parameters filled in. */
export function fillTemplate(text: string, parameters: string[]): string {
  return text.replace(/\{\{(\d+)\}\}/g, (_hole, index) => parameters[Number(index) - 1] ?? '');
}
