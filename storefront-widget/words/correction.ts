import { bilingual } from './bilingual.ts';

/** What curators read where they put the ledger right. They are spoken to as "Anda". */
export const correctionWords = bilingual(
  {
    title: 'Betulkan buku besar',
    what: 'Apa yang terjadi dengan uangnya',
    nothing: 'Buku besar tidak diubah',
    kinds: {
      PAID_BACK_BY_TRANSFER: 'Uang yang tidak tercatat, sudah ditransfer kembali kepada pembayarnya',
      BORNE_BY_MARKET: 'Uangnya tidak ada di Midtrans; selisihnya ditanggung pasar',
    },
    amount: 'Jumlah',
    amountHint: (whole: string) => `Kosongkan untuk seluruhnya, ${whole}.`,
    referenceHint: 'Wajib bila uang ditransfer; ada di bukti transfer dari bank.',
    booked: (kind: string, amount: string) => `Dibukukan ${amount}: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}.`,
  },
  {
    title: 'Put the ledger right',
    what: 'What happened to the money',
    nothing: 'The ledger stays as it is',
    kinds: {
      PAID_BACK_BY_TRANSFER: 'Money that no book knew, sent back to its payer by transfer',
      BORNE_BY_MARKET: 'Midtrans does not hold the money; the market bears the difference',
    },
    amount: 'Amount',
    amountHint: (whole: string) => `Leave empty for all of it, ${whole}.`,
    referenceHint: "Required where money was transferred; it is on the bank's receipt.",
    booked: (kind: string, amount: string) => `Booked ${amount}: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}.`,
  },
);
