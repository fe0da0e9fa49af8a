import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import { sameText } from '../platform/secrets.ts';
import type { OtpPurpose } from './otp-challenge.ts';
import { otpCodeOf } from './otp-code.ts';

/** A code that a person typed. */
export interface OtpTried {
  /** E.164. */
  readonly phone: string;
  readonly code: string;
  readonly purpose: `${OtpPurpose}`;
  /** Path of the code in the mutation's input. */
  readonly field: readonly string[];
}

/**
 * Tries a code and gives the key of its challenge when it is right; `useOtp` then uses it up in the caller's transaction.
 * Refuses CODE_WRONG, CODE_EXPIRED, CODE_LOCKED. The try is counted, and committed, before the code is compared: a
 * thousand guesses at once are still five.
 */
export async function tryOtp(ctx: Context, { phone, code, purpose, field }: OtpTried): Promise<string> {
  const { otpTries } = ctx.accountSettings;
  const counted = await countTry(ctx, phone, purpose);
  if (counted === null) refuse('CODE_EXPIRED', field);
  if (counted.tries > otpTries) refuse('CODE_LOCKED', field);
  if (sameText(code.replace(/[\s-]/g, ''), otpCodeOf(ctx, counted.key))) return counted.key;
  const left = otpTries - counted.tries;
  return left > 0 ? refuse('CODE_WRONG', field, { left }) : refuse('CODE_LOCKED', field);
}

/** Counts a try of the live code of a number, in its own transaction; null when there is none. Stops one above the limit. */
function countTry(ctx: Context, phone: string, purpose: string): Promise<{ key: string; tries: number } | null> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.execute<{ key: string; tries: number }[]>(
      `update otp_challenge set tries = least(tries + 1, ?)
        where phone = ? and purpose = ? and ended_at is null and expires_at > ? returning id as key, tries`,
      [ctx.accountSettings.otpTries + 1, phone, purpose, ctx.clock.now()],
    );
    return row ?? null;
  });
}

/** Uses a code up, in the transaction of what it allows: of a hundred at once one wins. Refuses CODE_EXPIRED to the others. */
export async function useOtp(tx: Tx, challengeKey: string, field: readonly string[]): Promise<void> {
  const now = tx.context.clock.now();
  const used = await tx.execute<{ id: string }[]>(
    `update otp_challenge set ended_at = ?, ended_as = 'USED'
      where id = ? and ended_at is null and expires_at > ? returning id`,
    [now, challengeKey, now],
  );
  if (used.length === 0) refuse('CODE_EXPIRED', field);
}
