import { bilingual } from './bilingual.ts';

/** What curators read where our books are compared with the provider's. */
export const reconciliationWords = bilingual(
  {
    title: 'Rekonsiliasi',
    intro:
      'Tiap malam pukul 02.30 catatan kita sehari sebelumnya dicocokkan dengan Midtrans. Yang berbeda menjadi tugas. Di sini Anda bisa mencocokkan hari mana pun.',
    day: 'Hari',
    sheet: 'Lembar penyelesaian Midtrans (CSV)',
    sheetHint:
      'Boleh dikosongkan; lalu Midtrans ditanya satu per satu. Dengan lembar, uang tanpa pesanan juga ketahuan.',
    tooLarge: 'Lembar ini terlalu besar. Unduh untuk satu hari saja, atau buang kolom yang tidak perlu.',
    compare: 'Cocokkan',
    started: 'Pencocokan dimulai. Hasilnya muncul di bawah.',
    earlier: 'Hasil',
    none: 'Belum ada yang dicocokkan.',
    more: 'Hasil yang lebih lama',
    refresh: 'Perbarui hasil',
    running: 'Sedang dicocokkan…',
    good: 'Cocok',
    bad: 'Ada selisih',
    compared: (time: string, how: string) => `Dicocokkan ${time}, ${how}.`,
    agrees: (checked: number) =>
      checked === 0 ? 'Tidak ada pembayaran pada hari itu.' : `${checked} pembayaran, semuanya cocok.`,
    differs: (found: number, checked: number) => `${found} selisih dari ${checked} pembayaran.`,
    ours: 'Catatan kita',
    theirs: 'Midtrans',
    sources: { STATUS: 'dengan menanyai Midtrans satu per satu', SHEET: 'dengan lembar CSV' },
    kinds: {
      PAID_BUT_NO_ORDER: 'Uang tanpa pesanan',
      ORDER_BUT_NO_MONEY: 'Pesanan tanpa uang',
      AMOUNT_DIFFERS: 'Jumlah berbeda',
      REFUND_DIFFERS: 'Pengembalian berbeda',
    },
    toTasks: 'Buka tugas',
  },
  {
    title: 'Reconciliation',
    intro:
      'Each night at 02.30 our books of the day before are compared with those of Midtrans. What differs becomes a task. Here any day can be compared.',
    day: 'Day',
    sheet: "Midtrans' settlement sheet (CSV)",
    sheetHint: 'May be left out; Midtrans is then asked one by one. A sheet also shows money without an order.',
    tooLarge: 'This sheet is too large. Download one day only, or leave out columns that are not needed.',
    compare: 'Compare',
    started: 'Comparing. The result appears below.',
    earlier: 'Results',
    none: 'Nothing has been compared yet.',
    more: 'Older results',
    refresh: 'Refresh the results',
    running: 'Comparing…',
    good: 'Agrees',
    bad: 'Differs',
    compared: (time: string, how: string) => `Compared ${time}, ${how}.`,
    agrees: (checked: number) =>
      checked === 0 ? 'There was no payment on that day.' : `${checked} payments, all agree.`,
    differs: (found: number, checked: number) => `${found} differences in ${checked} payments.`,
    ours: 'Our books',
    theirs: 'Midtrans',
    sources: { STATUS: 'by asking Midtrans one by one', SHEET: 'with a CSV sheet' },
    kinds: {
      PAID_BUT_NO_ORDER: 'Money without an order',
      ORDER_BUT_NO_MONEY: 'Order without money',
      AMOUNT_DIFFERS: 'Sums differ',
      REFUND_DIFFERS: 'Refunds differ',
    },
    toTasks: 'Open the tasks',
  },
);
