import { COMMON, errorFamily, payloadType } from '../../platform/graphql/user-errors.ts';
import { Cart } from '../cart.ts';
import { Voucher } from './voucher.ts';
import { VOUCHER_SENTENCES } from './voucher-problem.ts';

const cart = { type: () => Cart, description: 'The cart as it now is.' };
const voucher = { type: () => Voucher, description: 'The voucher as it now is.' };

const { VOUCHER_UNKNOWN, VOUCHER_OVER, VOUCHER_NOT_BEGUN, VOUCHER_USED_UP, VOUCHER_USED_BY_YOU } = VOUCHER_SENTENCES;
const { VOUCHER_USED_UP_TODAY, VOUCHER_USED_UP_THIS_WEEK, VOUCHER_USED_UP_THIS_MONTH } = VOUCHER_SENTENCES;
const { VOUCHER_USED_UP_BY_YOU, VOUCHER_USED_TODAY, VOUCHER_USED_THIS_WEEK, VOUCHER_USED_THIS_MONTH } =
  VOUCHER_SENTENCES;

/** Refusals of applyVoucher. */
export const APPLY_VOUCHER = errorFamily('ApplyVoucher', {
  NOT_FOUND: COMMON.NOT_FOUND,
  VOUCHER_UNKNOWN,
  VOUCHER_OVER,
  VOUCHER_NOT_BEGUN,
  VOUCHER_USED_UP,
  VOUCHER_USED_UP_TODAY,
  VOUCHER_USED_UP_THIS_WEEK,
  VOUCHER_USED_UP_THIS_MONTH,
  VOUCHER_USED_BY_YOU,
  VOUCHER_USED_UP_BY_YOU,
  VOUCHER_USED_TODAY,
  VOUCHER_USED_THIS_WEEK,
  VOUCHER_USED_THIS_MONTH,
});
/** What applyVoucher gives back. */
export const ApplyVoucherPayload = payloadType(APPLY_VOUCHER, { cart });

/** Refusals of removeVoucher. */
export const REMOVE_VOUCHER = errorFamily('RemoveVoucher', { NOT_FOUND: COMMON.NOT_FOUND });
/** What removeVoucher gives back. */
export const RemoveVoucherPayload = payloadType(REMOVE_VOUCHER, { cart });

/** Refusals of createVoucher. */
export const CREATE_VOUCHER = errorFamily('CreateVoucher', {
  NOT_FOUND: COMMON.NOT_FOUND,
  INVALID: COMMON.INVALID,
  IDEMPOTENCY_KEY_INVALID: COMMON.IDEMPOTENCY_KEY_INVALID,
  IDEMPOTENCY_KEY_REUSED: COMMON.IDEMPOTENCY_KEY_REUSED,
  CODE_INVALID: {
    id: 'Kode 4 sampai 20 huruf dan angka.',
    en: 'A code has 4 to 20 letters and digits.',
    means: 'The code is too short, too long, or has other signs in it.',
  },
  CODE_TAKEN: {
    id: 'Kode ini sudah pernah dipakai voucher lain. Pilih kode lain.',
    en: 'Another voucher has or had this code. Choose another.',
    means: 'A code is given once, also after its voucher is over.',
  },
  PERIOD_WITHOUT_LIMIT: {
    id: 'Isi batas dalam satu masa, untuk semua pembeli atau per pembeli; tanpa batas, kosongkan masanya.',
    en: 'Give a limit in the period, of all buyers or for one buyer; without a limit, leave the period out.',
    means: 'A period is named, and neither limitPerPeriod nor limitInPeriod is given.',
  },
  LIMIT_WITHOUT_PERIOD: {
    id: 'Pilih masanya: batas ini untuk sehari, seminggu, atau sebulan.',
    en: 'Choose the period: the limit is one of a day, a week or a month.',
    means: 'limitPerPeriod or limitInPeriod is given, and no period.',
  },
  TERMS_OF_ANOTHER_KIND: {
    id: 'Isi persen hanya untuk diskon persen, dan rupiah hanya untuk potongan rupiah.',
    en: 'Percent are for a percentage alone, a sum for an amount alone.',
    means: 'A figure that its kind needs is missing, or one of another kind is there.',
  },
  SELLERS_NOT_NAMED: {
    id: 'Sebut toko yang ikut menanggung biayanya.',
    en: 'Name the shops that bear a part of the cost.',
    means: 'Shops bear a part of the cost and none is named.',
  },
  TOO_MANY_VOUCHERS: {
    id: 'Paling banyak {limit} voucher berlaku bersamaan. Akhiri salah satu dulu.',
    en: 'At most {limit} vouchers hold at once. End one of them first.',
    means: 'The shop, or the city, has as many vouchers that are not over as it may have.',
  },
});
/** What createVoucher gives back. */
export const CreateVoucherPayload = payloadType(CREATE_VOUCHER, { voucher });

/** Refusals of endVoucher. */
export const END_VOUCHER = errorFamily('EndVoucher', { NOT_FOUND: COMMON.NOT_FOUND });
/** What endVoucher gives back. */
export const EndVoucherPayload = payloadType(END_VOUCHER, { voucher });
