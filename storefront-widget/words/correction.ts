import { bilingual } from './bilingual.ts';

/** What curators read where they put the ledger right. They are spoken to as "Anda". */
export const correctionWords = bilingual(
  {
    title: 'Buku besar',
    nothing: 'Tidak diubah',
    kinds: {
      PAID_BACK_BY_TRANSFER: 'Uang yang tidak tercatat ini sudah ditransfer kembali kepada pembayarnya',
      BORNE_BY_MARKET: 'Uang ini tidak ada di Midtrans; pasar yang menanggungnya',
    },
    amount: 'Jumlah yang dibukukan',
    amountHint: (whole: string) => `Hanya bila buku besar diubah. Kosongkan untuk seluruhnya, ${whole}.`,
    referenceHint: 'Hanya bila uang sudah ditransfer; ada di bukti transfer dari bank.',
    booked: {
      PAID_BACK_BY_TRANSFER: (amount: string) => `Dibukukan: ${amount} yang tidak tercatat, ditransfer kembali.`,
      BORNE_BY_MARKET: (amount: string) => `Dibukukan: ${amount} ditanggung pasar.`,
    },
  },
  {
    title: 'Ledger',
    nothing: 'Stays as it is',
    kinds: {
      PAID_BACK_BY_TRANSFER: 'This money, which no book knew, was sent back to its payer by transfer',
      BORNE_BY_MARKET: 'Midtrans does not hold this money; the market bears it',
    },
    amount: 'Amount to book',
    amountHint: (whole: string) => `Only where the ledger changes. Leave empty for all of it, ${whole}.`,
    referenceHint: "Only where money was transferred; it is on the bank's receipt.",
    booked: {
      PAID_BACK_BY_TRANSFER: (amount: string) => `Booked: ${amount} that no book knew, sent back by transfer.`,
      BORNE_BY_MARKET: (amount: string) => `Booked: ${amount}, borne by the market.`,
    },
  },
);
