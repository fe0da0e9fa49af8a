import { registerEnumType } from 'type-graphql';
import type { Sentences } from '../../platform/graphql/user-errors.ts';

/** Why a code does not hold. `from` and `again` are instants in Depok as `28-11-2026 09:00`. */
export const VOUCHER_SENTENCES = {
  VOUCHER_UNKNOWN: {
    id: 'Kode voucher ini tidak ada. Periksa lagi ejaannya.',
    en: 'There is no such voucher code. Check how it is spelled.',
    means: 'No voucher has this code.',
  },
  VOUCHER_NOT_BEGUN: {
    id: 'Voucher ini baru berlaku mulai {from} WIB.',
    en: 'This voucher holds from {from} WIB on.',
    means: 'Its time has not begun; the message names when it does.',
  },
  VOUCHER_OVER: {
    id: 'Voucher ini sudah berakhir.',
    en: 'This voucher is over.',
    means: 'Its time is over, or it was ended.',
  },
  VOUCHER_USED_UP: {
    id: 'Voucher ini sudah habis dipakai.',
    en: 'This voucher is used up.',
    means: 'It was used as often as it may be.',
  },
  VOUCHER_USED_UP_TODAY: {
    id: 'Voucher ini sudah habis untuk hari ini: sehari {limit} pesanan dari semua pembeli. Bisa dipakai lagi mulai {again} WIB.',
    en: 'This voucher is used up for today: {limit} orders a day, of all buyers together. It holds again from {again} WIB on.',
    means: 'All buyers together have used it as often as they may on a day; the message names when it holds again.',
  },
  VOUCHER_USED_UP_THIS_WEEK: {
    id: 'Voucher ini sudah habis untuk minggu ini: seminggu {limit} pesanan dari semua pembeli. Bisa dipakai lagi mulai {again} WIB.',
    en: 'This voucher is used up for this week: {limit} orders a week, of all buyers together. It holds again from {again} WIB on.',
    means: 'All buyers together have used it as often as they may in a week; the message names when it holds again.',
  },
  VOUCHER_USED_UP_THIS_MONTH: {
    id: 'Voucher ini sudah habis untuk bulan ini: sebulan {limit} pesanan dari semua pembeli. Bisa dipakai lagi mulai {again} WIB.',
    en: 'This voucher is used up for this month: {limit} orders a month, of all buyers together. It holds again from {again} WIB on.',
    means: 'All buyers together have used it as often as they may in a month; the message names when it holds again.',
  },
  VOUCHER_USED_BY_YOU: {
    id: 'Kamu sudah memakai voucher ini. Batasnya {limit} kali untuk satu pembeli.',
    en: 'You have used this voucher already. Its limit is {limit} for one buyer.',
    means: 'This buyer has used it as often as one may.',
  },
  VOUCHER_USED_UP_BY_YOU: {
    id: 'Kamu sudah memakai voucher ini sebanyak yang boleh sampai masa berlakunya habis.',
    en: 'You have used this voucher as often as you may until it ends.',
    means:
      'This buyer has used it as often as one may in a day, week or month, and it ends before the next one begins.',
  },
  VOUCHER_USED_TODAY: {
    id: 'Kamu sudah memakai voucher ini hari ini. Batasnya {limit} kali sehari; coba lagi besok.',
    en: 'You have used this voucher today already. Its limit is {limit} a day; try again tomorrow.',
    means: 'This buyer has used it as often as one may on a day.',
  },
  VOUCHER_USED_THIS_WEEK: {
    id: 'Kamu sudah memakai voucher ini minggu ini. Batasnya {limit} kali seminggu; coba lagi hari Senin.',
    en: 'You have used this voucher this week already. Its limit is {limit} a week; try again on Monday.',
    means: 'This buyer has used it as often as one may in a week.',
  },
  VOUCHER_USED_THIS_MONTH: {
    id: 'Kamu sudah memakai voucher ini bulan ini. Batasnya {limit} kali sebulan; coba lagi mulai {again} WIB.',
    en: 'You have used this voucher this month already. Its limit is {limit} a month; try again from {again} WIB on.',
    means: 'This buyer has used it as often as one may in a month; the message names when it can be used again.',
  },
  VOUCHER_OTHER_SHOPS: {
    id: 'Voucher ini hanya untuk barang dari {shops}.',
    en: 'This voucher is only for goods of {shops}.',
    means: 'Nothing ticked is of a shop in its scope; the message names up to three.',
  },
  VOUCHER_OTHER_CATEGORY: {
    id: 'Voucher ini hanya untuk kategori {category}.',
    en: 'This voucher is only for the category {categoryEn}.',
    means: 'Nothing ticked of its shops is of its category; the message names it.',
  },
  VOUCHER_TOO_LITTLE: {
    id: 'Kurang {missing} lagi: voucher ini berlaku mulai belanja {minimum}.',
    en: '{missing} short: this voucher holds from {minimum} on.',
    means: 'The goods in its scope cost less than its minimum; the message names how much is missing.',
  },
} satisfies Sentences;

/** Why a code does not hold, for programs. */
export type VoucherProblemCode = keyof typeof VOUCHER_SENTENCES;

/** The codes as a GraphQL enum. */
export const VoucherProblemEnum = Object.fromEntries(
  Object.keys(VOUCHER_SENTENCES).map((code) => [code, code]),
) as Readonly<Record<VoucherProblemCode, VoucherProblemCode>>;

registerEnumType(VoucherProblemEnum, {
  name: 'VoucherProblemCode',
  description: 'Why a voucher code takes nothing off.',
  valuesConfig: Object.fromEntries(
    Object.entries(VOUCHER_SENTENCES).map(([code, { means }]) => [code, { description: means }]),
  ),
});

/** Why a code does not hold, with the figures of its sentence. */
export interface VoucherProblem {
  readonly code: VoucherProblemCode;
  readonly values: Record<string, string | number>;
}
