import type { Sentences } from '../platform/graphql/user-errors.ts';

/** What a buyer is told of each event, in words that need no explanation. {shop}, {point} and {amount} stand for themselves. */
export const TIMELINE = {
  OrderPlaced: {
    id: 'Pesananmu sudah kami catat.',
    en: 'We have your order.',
    means: 'The order was placed.',
  },
  PaymentMethodChanged: {
    id: 'Kamu memilih cara bayar lain.',
    en: 'You chose another way to pay.',
    means: 'The buyer chose another way to pay.',
  },
  OrderPaid: {
    id: 'Uangmu sudah kami terima, terima kasih.',
    en: 'Your money has arrived, thank you.',
    means: 'The order was paid.',
  },
  OrderPaidAtPoint: {
    id: 'Sudah kamu bayar di {point}.',
    en: 'You paid at {point}.',
    means: 'All that was due at the point was paid, in cash or by QRIS.',
  },
  OrderExpired: {
    id: 'Waktu bayar habis, jadi pesanan ini tidak dilanjutkan.',
    en: 'The time to pay ran out, so this order ended.',
    means: 'The order was not paid in time.',
  },
  OrderCancelled: {
    id: 'Pesanan ini dibatalkan.',
    en: 'This order was cancelled.',
    means: 'The order was called off; nothing was paid.',
  },
  OrderRefundDue: {
    id: 'Uangmu datang setelah waktu bayar habis dan barangnya sudah tidak ada. Uangmu kami kembalikan.',
    en: 'Your money came after the time to pay, and the goods were gone. We are sending it back.',
    means: 'Late money that is owed back.',
  },
  OrderPartlyRefunded: {
    id: '{amount} sudah kami kirim kembali kepadamu.',
    en: '{amount} is on its way back to you.',
    means: 'A part of the money was sent back.',
  },
  OrderRefunded: {
    id: 'Semua uangmu sudah kami kirim kembali.',
    en: 'All your money is on its way back to you.',
    means: 'All of the money has been sent back.',
  },
  OrderReversed: {
    id: 'Bank menarik kembali pembayaranmu, jadi paket tidak bisa diserahkan.',
    en: 'The bank took your payment back, so nothing can be handed over.',
    means: 'The provider took the payment back.',
  },
  ParcelStarted: {
    id: '{shop} sudah diberi tahu dan akan menjawab.',
    en: '{shop} has been told and will answer.',
    means: 'The parcel waits for the answer of its seller.',
  },
  ParcelAccepted: {
    id: '{shop} sedang menyiapkan pesananmu.',
    en: '{shop} is preparing your order.',
    means: 'The seller accepted the parcel.',
  },
  ParcelRejected: {
    id: '{shop} tidak bisa memenuhi pesananmu.',
    en: '{shop} cannot deliver your order.',
    means: 'The seller rejected the parcel.',
  },
  ParcelCancelled: {
    id: 'Paket dari {shop} dibatalkan.',
    en: 'The parcel from {shop} was cancelled.',
    means: 'The parcel was called off.',
  },
  ParcelLapsed: {
    id: '{shop} tidak menyiapkan paketnya tepat waktu, jadi paket ini kami batalkan.',
    en: '{shop} was not in time, so we ended this parcel.',
    means: 'The seller did not answer, or did not deliver, in time.',
  },
  ParcelPacked: {
    id: '{shop} selesai membungkus paketmu.',
    en: '{shop} has packed your parcel.',
    means: 'The parcel is packed.',
  },
  ParcelDropped: {
    id: '{shop} sudah mengantar paketmu ke {point}.',
    en: '{shop} has brought your parcel to {point}.',
    means: 'The seller says that the parcel was left at the point.',
  },
  ParcelReceived: {
    id: 'Paket dari {shop} sudah ada di {point}. Silakan diambil.',
    en: 'The parcel from {shop} is at {point}. Come and collect it.',
    means: 'The point received the parcel.',
  },
  ParcelRefused: {
    id: 'Paket dari {shop} datang dalam keadaan rusak, jadi tidak kami terima.',
    en: 'The parcel from {shop} came damaged, so the point did not take it.',
    means: 'The point refused the parcel as damaged.',
  },
  ParcelReturningSoon: {
    id: 'Besok hari terakhir paket dari {shop} disimpan di {point}.',
    en: 'Tomorrow is the last day on which {point} keeps the parcel from {shop}.',
    means: 'The holding days end tomorrow.',
  },
  ParcelCollected: {
    id: 'Paket dari {shop} sudah kamu ambil.',
    en: 'You have collected the parcel from {shop}.',
    means: 'The parcel was handed over.',
  },
  ParcelUncollected: {
    id: 'Paket dari {shop} belum diambil dan akan kembali ke penjual.',
    en: 'The parcel from {shop} was not collected and will go back to the seller.',
    means: 'The holding days are over.',
  },
  ParcelReturned: {
    id: 'Paket dari {shop} sudah kembali ke penjual.',
    en: 'The parcel from {shop} is back with the seller.',
    means: 'The parcel went back to its seller.',
  },
  ParcelLost: {
    id: 'Paket dari {shop} tidak ditemukan di {point}. Kami minta maaf, uangmu kami kembalikan.',
    en: 'The parcel from {shop} cannot be found at {point}. We are sorry; your money comes back.',
    means: 'The parcel was lost at the point.',
  },
  ParcelRevived: {
    id: 'Uangmu datang terlambat, tetapi barang dari {shop} masih ada. Pesananmu dilanjutkan.',
    en: 'Your money came late, but {shop} still has the goods. Your order goes on.',
    means: 'Late money revived the parcel.',
  },
  ParcelReversed: {
    id: 'Paket dari {shop} dihentikan karena pembayarannya ditarik kembali.',
    en: 'The parcel from {shop} was stopped because its payment was taken back.',
    means: 'The provider took the payment of the parcel back.',
  },
  ParcelPartlyRefunded: {
    id: '{amount} untuk paket dari {shop} kami kembalikan.',
    en: '{amount} for the parcel from {shop} is coming back to you.',
    means: 'A part of what was paid for the parcel goes back.',
  },
  ParcelPiecesMissing: {
    id: 'Ada barang yang tidak jadi ikut di paket dari {shop}. Barang itu ditanggung voucher.',
    en: 'Something is missing from the parcel from {shop}. A voucher had paid for it.',
    means: 'Pieces that a voucher had paid for are not there; nothing goes back.',
  },
  DisputeOpened: {
    id: 'Keluhanmu sudah kami teruskan ke {shop}. Uangnya kami tahan dulu.',
    en: 'We have passed your complaint on to {shop}. The money is held meanwhile.',
    means: 'The buyer complained about a collected parcel.',
  },
  DisputeOffered: {
    id: '{shop} menawarkan {amount} kembali.',
    en: '{shop} offers to give back {amount}.',
    means: 'The seller offers a part of what is claimed.',
  },
  DisputeEscalated: {
    id: 'Keluhan tentang paket dari {shop} sekarang diputuskan oleh petugas kota.',
    en: 'The city now decides about your complaint to {shop}.',
    means: 'A curator has to decide the dispute.',
  },
  DisputeSettled: {
    id: 'Kamu dan {shop} sepakat: {amount} kembali kepadamu.',
    en: 'You and {shop} have agreed: {amount} comes back to you.',
    means: 'Buyer and seller agreed.',
  },
  DisputeDecided: {
    id: 'Petugas kota memutuskan keluhanmu tentang paket dari {shop}: {amount} kembali.',
    en: 'The city has decided about your complaint to {shop}: {amount} comes back.',
    means: 'A curator decided the dispute.',
  },
  DisputeWithdrawn: {
    id: 'Kamu mencabut keluhan tentang paket dari {shop}.',
    en: 'You took your complaint to {shop} back.',
    means: 'The buyer took the dispute back.',
  },
  CollectionLocked: {
    id: 'PIN salah lima kali di {point}, jadi pengambilan dikunci. Buka di halaman ini.',
    en: 'Five wrong PINs at {point}: collecting is locked. Unlock it on this page.',
    means: 'Five wrong PINs locked the order.',
  },
  CollectionUnlocked: {
    id: 'Kamu punya PIN baru.',
    en: 'You have a new PIN.',
    means: 'The buyer unlocked the order and has a new PIN.',
  },
} satisfies Sentences;
