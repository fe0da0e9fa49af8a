import type { Language } from '../../platform/context.ts';

/** What each kind of movement is called in a statement, by the first word of its effect. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  paid: { id: 'Pesanan dibayar', en: 'Order paid' },
  cash: { id: 'Dibayar tunai di titik ambil', en: 'Paid in cash at the point' },
  refund: { id: 'Dikembalikan ke pembeli', en: 'Refunded to the buyer' },
  undone: { id: 'Penjualan batal, dibayar voucher', en: 'Sale undone, a voucher had paid for it' },
  lost: { id: 'Hilang di titik ambil, yang menggantinya', en: 'Lost at the point, which makes up for it' },
  released: { id: 'Tidak ditahan lagi, siap dicairkan', en: 'Held no more, ready to be paid out' },
  reversed: { id: 'Pembayaran ditarik penyedia', en: 'Payment taken back by the provider' },
  payout: { id: 'Pencairan diminta', en: 'Payout asked for' },
  'payout-paid': { id: 'Pencairan terkirim', en: 'Paid out' },
  'payout-back': { id: 'Pencairan batal, uang kembali', en: 'Payout undone, money back' },
  'cash-handed-in': { id: 'Uang tunai disetor', en: 'Cash handed in' },
};

/** What a movement is called, in the reader's language; its memo where the kind has no words. */
export function movementWords(effect: string, memo: string, language: Language): string {
  const kind = effect.slice(0, effect.indexOf(':'));
  return (Object.hasOwn(WORDS, kind) && WORDS[kind]?.[language]) || memo;
}
