import { COMMON, errorFamily, payloadType, type Sentences } from '../platform/graphql/user-errors.ts';
import { Review } from './review.ts';

const { NOT_FOUND, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED } = COMMON;
const review = { review: { type: () => Review, description: 'The review as it now is.' } };

const REVIEW_HIDDEN = {
  REVIEW_HIDDEN: {
    id: 'Ulasan ini disembunyikan kurator: {reason}',
    en: 'A curator has hidden this review: {reason}',
    means: 'A curator hid the review; the message gives the reason.',
  },
} satisfies Sentences;

/** Refusals about a curator's reason. */
const JUDGEMENT = {
  NOT_FOUND,
  REASON_INVALID: {
    id: 'Alasan 3 sampai {limit} huruf.',
    en: 'A reason has 3 to {limit} characters.',
    means: 'The reason is too short or too long.',
  },
} satisfies Sentences;

/** Refusals of writeReview. */
export const WRITE_REVIEW = errorFamily('WriteReview', {
  NOT_FOUND,
  NOT_COLLECTED: {
    id: 'Ulasan bisa ditulis setelah barangnya diambil.',
    en: 'A review can be written once the goods have been collected.',
    means: 'The parcel of the line has not been collected.',
  },
  OWN_SHOP: {
    id: 'Barang dari toko sendiri tidak bisa diulas.',
    en: 'Goods of your own shop cannot be reviewed.',
    means: 'The caller works for the shop.',
  },
  ...REVIEW_HIDDEN,
  RATING_INVALID: {
    id: 'Pilih 1 sampai 5 bintang.',
    en: 'Choose 1 to 5 stars.',
    means: 'The rating is not 1 to 5.',
  },
  TEXT_TOO_LONG: {
    id: 'Ulasan paling panjang {limit} huruf.',
    en: 'A review has at most {limit} characters.',
    means: 'The text is too long; the message names the limit.',
  },
  TOO_MANY_PHOTOS: {
    id: 'Foto paling banyak {limit}.',
    en: 'At most {limit} photos.',
    means: 'More photos than a review may have.',
  },
  UPLOAD_NOT_READY: {
    id: 'Foto ini belum terkirim. Kirim lagi.',
    en: 'This photo has not been received. Send it again.',
    means: 'No READY upload of the caller has this id.',
  },
  IDEMPOTENCY_KEY_INVALID,
  IDEMPOTENCY_KEY_REUSED,
});
/** What writeReview gives back. */
export const WriteReviewPayload = payloadType(WRITE_REVIEW, review);

/** Refusals of answerReview. */
export const ANSWER_REVIEW = errorFamily('AnswerReview', {
  NOT_FOUND,
  ...REVIEW_HIDDEN,
  ANSWER_INVALID: {
    id: 'Jawaban 1 sampai {limit} huruf.',
    en: 'An answer has 1 to {limit} characters.',
    means: 'The answer is empty or too long.',
  },
});
/** What answerReview gives back. */
export const AnswerReviewPayload = payloadType(ANSWER_REVIEW, review);

/** Refusals of hideReview. */
export const HIDE_REVIEW = errorFamily('HideReview', JUDGEMENT);
/** What hideReview gives back. */
export const HideReviewPayload = payloadType(HIDE_REVIEW, review);

/** Refusals of showReview. */
export const SHOW_REVIEW = errorFamily('ShowReview', JUDGEMENT);
/** What showReview gives back. */
export const ShowReviewPayload = payloadType(SHOW_REVIEW, review);
