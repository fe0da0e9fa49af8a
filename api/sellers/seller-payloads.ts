import { COMMON, errorFamily, payloadType } from '../platform/graphql/user-errors.ts';
import { Seller } from './seller.ts';
import { SELLER_SENTENCES } from './seller-errors.ts';

const { NOT_FOUND, ...PARTICULARS } = SELLER_SENTENCES;

const seller = { seller: { type: () => Seller, description: 'The shop as it now is.' } };

/** Refusals of applyAsSeller. */
export const APPLY_AS_SELLER = errorFamily('ApplyAsSeller', {
  ...PARTICULARS,
  TOO_MANY_APPLICATIONS: {
    id: 'Sudah ada {limit} toko yang menunggu diperiksa.',
    en: '{limit} shops are already waiting to be looked at.',
    means: 'The person has as many shops waiting for a curator as allowed.',
  },
  IDEMPOTENCY_KEY_REUSED: COMMON.IDEMPOTENCY_KEY_REUSED,
  IDEMPOTENCY_KEY_INVALID: COMMON.IDEMPOTENCY_KEY_INVALID,
});

/** What applyAsSeller gives back. */
export const ApplyAsSellerPayload = payloadType(APPLY_AS_SELLER, seller);

/** Refusals of updateSeller. */
export const UPDATE_SELLER = errorFamily('UpdateSeller', SELLER_SENTENCES);

/** What updateSeller gives back. */
export const UpdateSellerPayload = payloadType(UPDATE_SELLER, seller);

const REASON_TOO_LONG = {
  id: 'Alasan paling panjang {limit} huruf.',
  en: 'The reason has at most {limit} characters.',
  means: 'The reason is too long; the message names the limit.',
};

/** Refusals of verifySeller. */
export const VERIFY_SELLER = errorFamily('VerifySeller', { NOT_FOUND: COMMON.NOT_FOUND, REASON_TOO_LONG });

/** What verifySeller gives back. */
export const VerifySellerPayload = payloadType(VERIFY_SELLER, seller);

/** Refusals of suspendSeller. */
export const SUSPEND_SELLER = errorFamily('SuspendSeller', {
  NOT_FOUND: COMMON.NOT_FOUND,
  REASON_MISSING: { id: 'Tulis alasannya.', en: 'Give a reason.', means: 'The reason is empty.' },
  REASON_TOO_LONG,
});

/** What suspendSeller gives back. */
export const SuspendSellerPayload = payloadType(SUSPEND_SELLER, seller);
