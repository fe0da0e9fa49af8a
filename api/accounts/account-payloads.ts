import { Int } from 'type-graphql';
import { COMMON, errorFamily, payloadType, type Sentences } from '../platform/graphql/user-errors.ts';
import { Account } from './account.ts';
import { CODE_SENTENCES, PHONE_SENTENCES, SENDING_SENTENCES } from './otp-errors.ts';
import { PhoneNumberScalar } from './phone-number.ts';
import { Viewer } from './viewer.ts';

const NAME_SENTENCES = {
  NAME_TOO_LONG: {
    id: 'Nama paling panjang {limit} huruf.',
    en: 'A name has at most {limit} characters.',
    means: 'The name is too long; the message names the limit.',
  },
} satisfies Sentences;

/** Refusals of requestOtp. */
export const REQUEST_OTP = errorFamily('RequestOtp', SENDING_SENTENCES);

/** What requestOtp gives back. */
export const RequestOtpPayload = payloadType(REQUEST_OTP, {
  sentTo: { type: () => PhoneNumberScalar, description: 'The number to which the code goes.' },
  resendAfterSeconds: { type: () => Int, description: 'Seconds until another code may be asked for.' },
  expiresInSeconds: { type: () => Int, description: 'Seconds for which the code is good.' },
});

/** Refusals of verifyOtp. */
export const VERIFY_OTP = errorFamily('VerifyOtp', {
  ...PHONE_SENTENCES,
  ...CODE_SENTENCES,
  ...NAME_SENTENCES,
  CONSENT_REQUIRED: {
    id: 'Setujui dulu syarat pemakaian dan pemberitahuan privasi.',
    en: 'Agree to the terms of use and the privacy notice first.',
    means: 'The present terms and privacy notice have to be agreed to; the code stays good.',
  },
});

/** What verifyOtp gives back; carts add the merged cart. */
export const VerifyOtpPayload = payloadType(VERIFY_OTP, {
  viewer: { type: () => Viewer, description: 'The person who is now signed in.' },
  accessToken: {
    type: () => String,
    description: 'Bearer token for clients that sent `X-Client: api`; null for pages, which get a cookie instead.',
  },
});

/** Refusals of signOut. */
export const SIGN_OUT = errorFamily('SignOut', { NOT_FOUND: COMMON.NOT_FOUND });

/** What signOut gives back. */
export const SignOutPayload = payloadType(SIGN_OUT, {
  signedOut: { type: () => Boolean, description: 'True when the device is signed out.' },
});

/** Refusals of updateProfile. */
export const UPDATE_PROFILE = errorFamily('UpdateProfile', NAME_SENTENCES);

/** What updateProfile gives back. */
export const UpdateProfilePayload = payloadType(UPDATE_PROFILE, {
  account: { type: () => Account, description: 'The account as it now is.' },
});
