import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { refuse } from '../platform/refusal.ts';
import { OtpChallenge, OtpEnd, OtpPurpose } from './otp-challenge.ts';
import { addressBlock, lockCounters, prefixOf, refuseTooMany } from './otp-limits.ts';
import { isIndonesianMobile, normalisePhone } from './phone-number.ts';

/** What to send, and what for. */
export interface OtpAsked {
  /** As the person typed it. */
  readonly phone: string;
  readonly purpose?: OtpPurpose | null;
}

/** What the person is told; the same whether the number is known or not. */
export interface OtpSent {
  readonly sentTo: string;
  readonly resendAfterSeconds: number;
  readonly expiresInSeconds: number;
}

/** The E.164 form of an Indonesian mobile as a person typed it. Refuses PHONE_INVALID. */
export function mobileOf(text: string): string {
  const phone = normalisePhone(text);
  return phone !== null && isIndonesianMobile(phone) ? phone : refuse('PHONE_INVALID', ['phone']);
}

/**
 * Makes a one-time code and has it sent by WhatsApp; an earlier one to the same number ends. Refuses PHONE_INVALID and
 * TOO_MANY_REQUESTS. Whether the number has an account is neither looked up nor told.
 */
export async function requestOtp(ctx: Context, input: OtpAsked): Promise<OtpSent> {
  const { clock, secrets, accountSettings: settings, remoteAddress, language } = ctx;
  const phone = mobileOf(input.phone);
  const addressHash =
    remoteAddress === null ? null : secrets.hmac('otp-address', addressBlock(remoteAddress)).toString('hex', 0, 16);
  const against = { phone, phonePrefix: prefixOf(phone), addressHash };
  return inTransaction(ctx, async (tx) => {
    // Lock, then count: of many at once the second waits here, and then sees the code of the first.
    await lockCounters(tx, against);
    const resendAfterSeconds = await refuseTooMany(tx, against, settings);
    const now = clock.now();
    await tx.nativeUpdate(OtpChallenge, { phone, endedAt: null }, { endedAt: now, endedAs: OtpEnd.REPLACED });
    const challenge = tx.create(OtpChallenge, {
      ...against,
      purpose: input.purpose ?? OtpPurpose.SIGN_IN,
      language,
      createdAt: now,
      expiresAt: new Date(now.getTime() + settings.otpLifeSeconds * 1000),
    });
    await appendEvent(tx, 'OtpRequested', { challengeKey: challenge.key });
    return { sentTo: phone, resendAfterSeconds, expiresInSeconds: settings.otpLifeSeconds };
  });
}
