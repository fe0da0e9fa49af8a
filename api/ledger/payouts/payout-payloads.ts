import { COMMON, errorFamily, payloadType } from '../../platform/graphql/user-errors.ts';
import { Earnings } from './earnings.ts';
import { Payout } from './payout.ts';
import { PayoutBatch } from './payout-batch.ts';

const { NOT_FOUND, IDEMPOTENCY_KEY_INVALID } = COMMON;

/** Refusals of setBankAccount. */
export const SET_BANK_ACCOUNT = errorFamily('SetBankAccount', {
  NOT_FOUND,
  BANK_UNKNOWN: { id: 'Bank tidak dikenal.', en: 'Unknown bank.', means: 'No bank of the list has this code.' },
  NUMBER_INVALID: {
    id: 'Nomor rekening {bank} terdiri dari {limit} angka.',
    en: 'An account number of {bank} has {limit} digits.',
    means: 'The number has not the form of one of that bank; the message names it.',
  },
  HOLDER_INVALID: {
    id: 'Nama pemilik rekening 3 sampai 70 huruf tanpa angka atau tanda lain, seperti di buku tabungan.',
    en: 'The name of the holder has 3 to 70 letters without digits or other signs, as the bank writes it.',
    means: 'The name is too short, too long, or has signs that no bank prints.',
  },
});
/** What setBankAccount gives back. */
export const SetBankAccountPayload = payloadType(SET_BANK_ACCOUNT, {
  earnings: { type: () => Earnings, description: 'The earnings, with the new bank account.' },
});

/** Refusals of requestPayout. */
export const REQUEST_PAYOUT = errorFamily('RequestPayout', {
  NOT_FOUND,
  IDEMPOTENCY_KEY_INVALID,
  SHOP_SUSPENDED: {
    id: 'Toko ini sedang tidak boleh berjualan; pencairan menunggu.',
    en: 'This shop may not sell at present; payouts wait.',
    means: 'The shop is not verified, or was taken out of the market.',
  },
  PAYOUT_OPEN: {
    id: 'Masih ada pencairan yang sedang diproses.',
    en: 'A payout is still on its way.',
    means: 'The last payout has not ended.',
  },
  BANK_ACCOUNT_MISSING: {
    id: 'Isi dulu rekening bank.',
    en: 'Enter a bank account first.',
    means: 'There is no bank account.',
  },
  BANK_ACCOUNT_PAUSED: {
    id: 'Rekening baru diisi; pencairan bisa dalam {hours} jam.',
    en: 'The bank account is new; payouts can begin in {hours} hours.',
    means: 'The bank account was entered a short while ago; the message says how long it takes.',
  },
  BELOW_MINIMUM: {
    id: 'Yang bisa dicairkan {available}, paling sedikit {minimum}.',
    en: '{available} can be paid out, the least is {minimum}.',
    means: 'Less than the minimum is payable, or a debt has to be earned back first.',
  },
});
/** What requestPayout gives back. */
export const RequestPayoutPayload = payloadType(REQUEST_PAYOUT, {
  payout: { type: () => Payout, description: 'The payout.' },
});

const batch = { batch: { type: () => PayoutBatch, description: 'The batch as it now is.' } };

/** Refusals of createPayoutBatch. */
export const CREATE_PAYOUT_BATCH = errorFamily('CreatePayoutBatch', {
  IDEMPOTENCY_KEY_INVALID,
  NOTHING_WAITS: { id: 'Tidak ada pencairan yang menunggu.', en: 'No payout waits.', means: 'No payout waits.' },
});
/** What createPayoutBatch gives back. */
export const CreatePayoutBatchPayload = payloadType(CREATE_PAYOUT_BATCH, batch);

const RESULTS = {
  NOT_FOUND,
  TOO_MANY: {
    id: 'Paling banyak {limit} baris.',
    en: 'At most {limit} lines.',
    means: 'More results than a batch has lines.',
  },
  RESULT_TWICE: {
    id: 'Satu pencairan disebut dua kali.',
    en: 'A payout is named twice.',
    means: 'Two results are about one payout.',
  },
  REASON_MISSING: {
    id: 'Tulis alasan dari bank.',
    en: 'Write the reason that the bank gave.',
    means: 'It was not paid, and the reason is empty.',
  },
  TOO_LONG: {
    id: 'Alasan paling panjang {limit} huruf.',
    en: 'The reason has at most {limit} characters.',
    means: 'The reason is too long; the message names the limit.',
  },
  WRONG_STATUS: {
    id: 'Hasil ini tidak cocok dengan keadaan pencairan: {status}.',
    en: 'This result does not fit where the payout stands: {status}.',
    means: 'The payout has ended in another way; the message says how.',
  },
};

/** Refusals of recordPayoutResults. */
export const RECORD_PAYOUT_RESULTS = errorFamily('RecordPayoutResults', RESULTS);
/** What recordPayoutResults gives back. */
export const RecordPayoutResultsPayload = payloadType(RECORD_PAYOUT_RESULTS, batch);

/** Refusals of uploadPayoutResults. */
export const UPLOAD_PAYOUT_RESULTS = errorFamily('UploadPayoutResults', {
  ...RESULTS,
  FILE_INVALID: {
    id: 'Berkas tidak bisa dibaca di baris {line}: perlu kolom payout dan result (PAID, FAILED, RETURNED).',
    en: 'The file cannot be read at line {line}: it needs columns payout and result (PAID, FAILED, RETURNED).',
    means: 'The text is no CSV, misses a column, or has a result that is none; the message names the line.',
  },
});
/** What uploadPayoutResults gives back. */
export const UploadPayoutResultsPayload = payloadType(UPLOAD_PAYOUT_RESULTS, batch);
