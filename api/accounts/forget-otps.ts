import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import { OtpChallenge } from './otp-challenge.ts';

const TWO_DAYS_MS = 2 * 24 * 3600 * 1000;

/** Forgets codes once no limit counts them any more: they carry numbers of people who may never have signed in. */
export function forgetOldOtps(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - TWO_DAYS_MS);
  return inTransaction(ctx, (tx) => tx.nativeDelete(OtpChallenge, { createdAt: { $lt: before } }));
}

/** Every night. */
export const forgetOtps = defineJob<Record<string, never>>({
  name: 'accounts.forgetOtps',
  on: [],
  payload: () => null,
  attempts: 5,
  cron: '17 19 * * *',
  async run(_payload, ctx) {
    await forgetOldOtps(ctx);
  },
});
