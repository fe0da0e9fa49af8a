const TEMPLATE_LANGUAGES = ['id', 'en'] as const;
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

/** A notice about an order or a parcel, in Indonesian and English. */
const notice = (parameters: string[], id: string, en: string): Template => ({
  category: 'UTILITY',
  parameters,
  body: { id, en },
});

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
  order_paid: notice(
    ['order code', 'amount', 'pickup point', 'pickup day', 'link'],
    'Terima kasih! Pembayaran *{{2}}* untuk pesanan *{{1}}* sudah masuk.\nPantau pesananmu: {{5}}\nKira-kira bisa diambil {{4}} di {{3}}. Kami kabari begitu siap.',
    'Thank you! Your payment of *{{2}}* for order *{{1}}* has arrived.\nFollow your order: {{5}}\nYou can probably collect it on {{4}} at {{3}}. We will tell you when it is ready.',
  ),
  order_placed_cash: notice(
    ['order code', 'amount', 'pickup point', 'pickup day', 'link'],
    'Pesanan *{{1}}* sudah kami catat. Bayar *{{2}}*, tunai atau QRIS, saat mengambilnya di {{3}}, kira-kira {{4}}.\nPantau pesananmu: {{5}}\nKami kabari begitu siap.',
    'We have noted order *{{1}}*. Pay *{{2}}*, in cash or by QRIS, when you collect it at {{3}}, probably on {{4}}.\nFollow your order: {{5}}\nWe will tell you when it is ready.',
  ),
  payment_expired: notice(
    ['order code', 'link'],
    'Batas waktu bayar pesanan *{{1}}* sudah lewat, jadi pesanannya kami batalkan. Belum ada uang yang terpotong.\nMasih mau? {{2}}\nStoknya mungkin masih ada.',
    'The time to pay order *{{1}}* is over, so we cancelled it. Nothing was charged.\nStill want it? {{2}}\nThere may be some left.',
  ),
  refund_account_wanted: notice(
    ['amount', 'order code', 'link'],
    'Uangmu *{{1}}* dari pesanan {{2}} akan kembali lewat transfer bank.\nIsi rekening tujuannya di sini: {{3}}\nSetelah itu kami transfer. Isi di halaman itu saja, jangan lewat obrolan.',
    'We will return *{{1}}* for order {{2}} by bank transfer.\nTell us your bank account here: {{3}}\nThen we transfer it. Enter it on that page only, not in a chat.',
  ),
  refund_sent: notice(
    ['amount', 'order code', 'link'],
    'Uangmu *{{1}}* dari pesanan {{2}} sudah kami kirim kembali.\nRincian: {{3}}\nSampainya tergantung bank atau dompetmu.',
    'We have sent back *{{1}}* for order {{2}}.\nDetails: {{3}}\nWhen it arrives depends on your bank or wallet.',
  ),
  parcel_accepted: notice(
    ['shop', 'order code', 'link'],
    'Kabar baik! {{1}} menerima pesananmu {{2}} dan sedang menyiapkannya.\nPantau pesananmu: {{3}}\nKami kabari begitu siap diambil.',
    'Good news! {{1}} has accepted your order {{2}} and is preparing it.\nFollow your order: {{3}}\nWe will tell you when you can collect it.',
  ),
  parcel_ready: notice(
    ['shop', 'pickup point', 'last day', 'collect code', 'PIN', 'link'],
    'Paketmu dari {{1}} sudah siap di *{{2}}*. Ambil paling lambat {{3}}.\nKode ambil: *{{4}}*\nPIN: *{{5}}*\nPesananmu: {{6}}\nTunjukkan kodenya di titik ambil. Sebutkan PIN hanya kepada petugas.',
    'Your parcel from {{1}} is ready at *{{2}}*. Collect it by {{3}}.\nCollect code: *{{4}}*\nPIN: *{{5}}*\nYour order: {{6}}\nShow the code at the counter. Tell the PIN to nobody but the staff.',
  ),
  parcel_returning_soon: notice(
    ['shop', 'pickup point', 'last day', 'link'],
    'Paketmu dari {{1}} masih menunggu di *{{2}}*. Ambil paling lambat *{{3}}*.\nKode ambil dan PIN: {{4}}\nSetelah itu paketnya kembali ke penjual.',
    'Your parcel from {{1}} is still waiting at *{{2}}*. Collect it by *{{3}}*.\nCollect code and PIN: {{4}}\nAfter that it goes back to the seller.',
  ),
  parcel_rejected: notice(
    ['shop', 'order code', 'reason', 'link'],
    'Maaf, {{1}} tidak bisa memenuhi pesananmu {{2}}. Alasannya: {{3}}.\nRincian: {{4}}\nYang sudah kamu bayar untuk paket ini kami kembalikan.',
    'Sorry, {{1}} cannot fulfil your order {{2}}. The reason: {{3}}.\nDetails: {{4}}\nWhat you paid for this parcel will be returned.',
  ),
  parcel_cancelled: notice(
    ['shop', 'order code', 'link'],
    'Paket dari {{1}} di pesanan {{2}} dibatalkan.\nRincian: {{3}}\nYang sudah kamu bayar untuk paket ini kami kembalikan.',
    'The parcel from {{1}} in order {{2}} was cancelled.\nDetails: {{3}}\nWhat you paid for this parcel will be returned.',
  ),
  parcel_lapsed: notice(
    ['shop', 'order code', 'link'],
    'Maaf, {{1}} tidak menyiapkan pesananmu {{2}} tepat waktu, jadi paketnya kami batalkan.\nRincian: {{3}}\nYang sudah kamu bayar untuk paket ini kami kembalikan.',
    'Sorry, {{1}} did not prepare your order {{2}} in time, so we cancelled the parcel.\nDetails: {{3}}\nWhat you paid for this parcel will be returned.',
  ),
  parcel_collected: notice(
    ['shop', 'order code', 'link'],
    'Paket dari {{1}} (pesanan {{2}}) sudah diambil. Selamat menikmati!\nPesananmu: {{3}}\nAda yang kurang pas? Beri tahu kami dalam 48 jam.',
    'The parcel from {{1}} (order {{2}}) has been collected. Enjoy!\nYour order: {{3}}\nIs something not right? Tell us within 48 hours.',
  ),
  parcel_uncollected: notice(
    ['shop', 'pickup point', 'link'],
    'Waktu ambil paketmu dari {{1}} sudah habis.\nPesananmu: {{3}}\nSelama masih ada di {{2}}, kamu boleh mengambilnya.',
    'The time to collect your parcel from {{1}} is over.\nYour order: {{3}}\nWhile it is still at {{2}}, you may collect it.',
  ),
  parcel_returned: notice(
    ['shop', 'order code', 'link'],
    'Paket dari {{1}} (pesanan {{2}}) kembali ke penjual karena tidak diambil.\nRincian: {{3}}\nYang sudah kamu bayar kami kembalikan, dikurangi biaya titik ambil.',
    'The parcel from {{1}} (order {{2}}) went back to the seller because it was not collected.\nDetails: {{3}}\nWhat you paid will be returned, less the pickup fee.',
  ),
  parcel_lost: notice(
    ['shop', 'order code', 'link'],
    'Maaf, paket dari {{1}} (pesanan {{2}}) tidak kami temukan.\nRincian: {{3}}\nYang sudah kamu bayar kami kembalikan, dan kami sedang menelusurinya.',
    'Sorry, we cannot find the parcel from {{1}} (order {{2}}).\nDetails: {{3}}\nWhat you paid will be returned, and we are looking into it.',
  ),
  seller_new_order: notice(
    ['shop', 'parcel code', 'pieces', 'amount', 'answer by', 'link'],
    'Pesanan baru untuk {{1}}! Paket *{{2}}*: {{3}} barang, *{{4}}*.\nBuka antrean: {{6}}\nMohon dijawab sebelum {{5}}, supaya tidak batal sendiri.',
    'A new order for {{1}}! Parcel *{{2}}*: {{3}} items, *{{4}}*.\nOpen your queue: {{6}}\nPlease answer before {{5}}, or it is cancelled by itself.',
  ),
  seller_parcel_cancelled: notice(
    ['shop', 'parcel code', 'link'],
    'Paket {{2}} untuk {{1}} dibatalkan.\nAntrean: {{3}}\nAnda tidak perlu menyiapkannya, stoknya sudah kembali.',
    'Parcel {{2}} for {{1}} was cancelled.\nYour queue: {{3}}\nYou need not prepare it; the stock has been put back.',
  ),
  seller_parcel_lapsed: notice(
    ['shop', 'parcel code', 'link'],
    'Paket {{2}} untuk {{1}} lewat batas waktunya, jadi kami batalkan.\nAntrean: {{3}}\nStoknya sudah kembali.',
    'Parcel {{2}} for {{1}} passed its deadline, so we cancelled it.\nYour queue: {{3}}\nThe stock has been put back.',
  ),
  seller_parcel_refused: notice(
    ['shop', 'parcel code', 'reason', 'link'],
    'Titik ambil tidak bisa menerima paket {{2}} dari {{1}}. Alasannya: {{3}}.\nRincian: {{4}}\nUang pembeli kami kembalikan.',
    "The pickup point could not take parcel {{2}} from {{1}}. The reason: {{3}}.\nDetails: {{4}}\nThe buyer's money will be returned.",
  ),
  seller_parcel_collected: notice(
    ['shop', 'parcel code', 'link'],
    'Paket {{2}} dari {{1}} sudah diambil pembeli.\nPendapatan Anda: {{3}}\nTerima kasih sudah berjualan!',
    'Parcel {{2}} from {{1}} has been collected by the buyer.\nYour earnings: {{3}}\nThank you for selling!',
  ),
  seller_parcel_uncollected: notice(
    ['shop', 'parcel code', 'pickup point', 'link'],
    'Paket {{2}} dari {{1}} tidak diambil pembeli.\nRincian: {{4}}\nSilakan ambil kembali di {{3}}.',
    'Parcel {{2}} from {{1}} was not collected by the buyer.\nDetails: {{4}}\nPlease fetch it back at {{3}} soon.',
  ),
  seller_parcel_returned: notice(
    ['shop', 'parcel code', 'link'],
    'Paket {{2}} sudah kembali ke {{1}}.\nRincian: {{3}}\nStoknya sudah ditambah.',
    'Parcel {{2}} is back at {{1}}.\nDetails: {{3}}\nThe stock has been put back.',
  ),
  seller_parcel_lost: notice(
    ['shop', 'parcel code', 'link'],
    'Maaf, paket {{2}} dari {{1}} tidak ditemukan di titik ambil.\nRincian: {{3}}\nKami sedang menelusurinya.',
    'Sorry, parcel {{2}} from {{1}} cannot be found at the pickup point.\nDetails: {{3}}\nWe are looking into it.',
  ),
  parcel_partly_refunded: notice(
    ['shop', 'order code', 'amount', 'reason', 'link'],
    'Untuk paketmu dari {{1}} (pesanan {{2}}), *{{3}}* kami kembalikan. Alasannya: {{4}}.\nRincian: {{5}}\nSampainya tergantung bank atau dompetmu.',
    'For your parcel from {{1}} (order {{2}}), *{{3}}* will be returned. The reason: {{4}}.\nDetails: {{5}}\nWhen it arrives depends on your bank or wallet.',
  ),
  parcel_pieces_missing: notice(
    ['shop', 'order code', 'reason', 'link'],
    'Maaf, ada barang yang tidak jadi ikut di paketmu dari {{1}} (pesanan {{2}}). Alasannya: {{3}}.\nRincian: {{4}}\nBarang itu ditanggung voucher, jadi tidak ada uangmu yang terpakai.',
    'Sorry, something is missing from your parcel from {{1}} (order {{2}}). The reason: {{3}}.\nDetails: {{4}}\nA voucher had paid for it: none of your money was used.',
  ),
  dispute_offered: notice(
    ['shop', 'order code', 'amount', 'answer by', 'link'],
    'Toko {{1}} menawarkan *{{3}}* kembali untuk keluhanmu tentang pesanan {{2}}.\nTerima atau teruskan: {{5}}\nJawab sebelum {{4}}; sesudah itu petugas kota yang memutuskan.',
    'The shop {{1}} offers to give back *{{3}}* for your complaint about order {{2}}.\nTake it or pass it on: {{5}}\nAnswer before {{4}}; after that the city decides.',
  ),
  dispute_escalated: notice(
    ['shop', 'order code', 'link'],
    'Keluhanmu tentang paket dari {{1}} (pesanan {{2}}) sekarang diputuskan oleh petugas kota.\nRincian: {{3}}\nUangnya tetap kami tahan sampai ada keputusan.',
    'Your complaint about the parcel from {{1}} (order {{2}}) is now decided by the city.\nDetails: {{3}}\nThe money stays held until then.',
  ),
  dispute_settled: notice(
    ['shop', 'order code', 'amount', 'link'],
    'Toko {{1}} setuju dengan keluhanmu tentang pesanan {{2}}: *{{3}}* kembali kepadamu.\nRincian: {{4}}\nTerima kasih sudah memberi tahu.',
    'The shop {{1}} agrees with your complaint about order {{2}}: *{{3}}* comes back to you.\nDetails: {{4}}\nThank you for telling us.',
  ),
  dispute_decided: notice(
    ['shop', 'order code', 'amount', 'link'],
    'Petugas kota memutuskan keluhanmu tentang paket dari {{1}} (pesanan {{2}}): *{{3}}* kembali kepadamu.\nAlasannya: {{4}}\nTerima kasih atas kesabaranmu.',
    'The city has decided about the parcel from {{1}} (order {{2}}): *{{3}}* comes back to you.\nThe reason: {{4}}\nThank you for your patience.',
  ),
  seller_parcel_refunded: notice(
    ['shop', 'parcel code', 'amount', 'reason', 'link'],
    'Petugas kota mengembalikan *{{3}}* kepada pembeli paket {{2}} dari {{1}}. Alasannya: {{4}}.\nAntrean: {{5}}\nHubungi kami kalau ini keliru.',
    'The city returned *{{3}}* to the buyer of parcel {{2}} from {{1}}. The reason: {{4}}.\nYour queue: {{5}}\nContact us if this is wrong.',
  ),
  seller_pieces_missing: notice(
    ['shop', 'parcel code', 'reason', 'link'],
    'Petugas kota mengeluarkan barang yang tidak ada dari paket {{2}} dari {{1}}. Alasannya: {{3}}.\nAntrean: {{4}}\nHubungi kami kalau ini keliru.',
    'The city took goods that are missing out of parcel {{2}} from {{1}}. The reason: {{3}}.\nYour queue: {{4}}\nContact us if this is wrong.',
  ),
  seller_dispute_opened: notice(
    ['shop', 'parcel code', 'amount', 'answer by', 'link'],
    'Pembeli mengeluhkan paket {{2}} dari {{1}}, senilai *{{3}}*.\nJawab di: {{5}}\nMohon dijawab sebelum {{4}}; sesudah itu petugas kota yang memutuskan.',
    'The buyer complains about parcel {{2}} from {{1}}, worth *{{3}}*.\nAnswer at: {{5}}\nPlease answer before {{4}}; after that the city decides.',
  ),
  seller_dispute_escalated: notice(
    ['shop', 'parcel code', 'link'],
    'Keluhan tentang paket {{2}} dari {{1}} sekarang diputuskan oleh petugas kota.\nAntrean: {{3}}\nUangnya tetap ditahan sampai ada keputusan.',
    'The complaint about parcel {{2}} from {{1}} is now decided by the city.\nYour queue: {{3}}\nThe money stays held until then.',
  ),
  seller_dispute_settled: notice(
    ['shop', 'parcel code', 'amount', 'link'],
    'Pembeli paket {{2}} dari {{1}} menerima tawaran Anda: *{{3}}* kembali kepadanya.\nAntrean: {{4}}\nSisanya bisa dicairkan begitu masa keluhan lewat.',
    'The buyer of parcel {{2}} from {{1}} takes your offer: *{{3}}* goes back.\nYour queue: {{4}}\nThe rest can be paid out once the time for complaints is over.',
  ),
  seller_dispute_decided: notice(
    ['shop', 'parcel code', 'amount', 'link'],
    'Petugas kota memutuskan keluhan tentang paket {{2}} dari {{1}}: *{{3}}* kembali kepada pembeli.\nAlasannya: {{4}}\nSisanya bisa dicairkan begitu masa keluhan lewat.',
    'The city has decided about parcel {{2}} from {{1}}: *{{3}}* goes back to the buyer.\nThe reason: {{4}}\nThe rest can be paid out once the time for complaints is over.',
  ),
  seller_dispute_withdrawn: notice(
    ['shop', 'parcel code', 'link'],
    'Pembeli mencabut keluhannya tentang paket {{2}} dari {{1}}.\nAntrean: {{3}}\nUangnya bisa dicairkan begitu masa keluhan lewat.',
    'The buyer took the complaint about parcel {{2}} from {{1}} back.\nYour queue: {{3}}\nThe money can be paid out once the time for complaints is over.',
  ),
  seller_payout_paid: notice(
    ['shop', 'amount', 'account', 'link'],
    'Pencairan *{{2}}* untuk {{1}} sudah dikirim ke {{3}}.\nPenghasilan Anda: {{4}}\nSampainya tergantung bank Anda.',
    'The payout of *{{2}}* for {{1}} has been sent to {{3}}.\nYour earnings: {{4}}\nWhen it arrives depends on your bank.',
  ),
  seller_payout_failed: notice(
    ['shop', 'amount', 'account', 'reason', 'link'],
    'Pencairan *{{2}}* untuk {{1}} ke {{3}} tidak jadi dikirim. Alasannya: {{4}}.\nPenghasilan Anda: {{5}}\nUangnya tetap milik Anda; periksa rekening, lalu minta lagi.',
    'The payout of *{{2}}* for {{1}} to {{3}} was not sent. The reason: {{4}}.\nYour earnings: {{5}}\nThe money is still yours; check the account, then ask again.',
  ),
  seller_payout_returned: notice(
    ['shop', 'amount', 'account', 'reason', 'link'],
    'Pencairan *{{2}}* untuk {{1}} ke {{3}} dikembalikan oleh bank. Alasannya: {{4}}.\nPenghasilan Anda: {{5}}\nUangnya tetap milik Anda; periksa rekening, lalu minta lagi.',
    'The bank sent the payout of *{{2}}* for {{1}} to {{3}} back. The reason: {{4}}.\nYour earnings: {{5}}\nThe money is still yours; check the account, then ask again.',
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
