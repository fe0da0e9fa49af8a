import { OtpChallenge } from '../accounts/index.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineJob, queueJob } from '../platform/jobs/define-job.ts';
import { Message } from './message.ts';
import { sendMessage } from './send-message.ts';

/** Writes the message that carries a one-time code into the outbox, once, and has it sent. */
export const sendOtp = defineJob<{ eventKey: string; challengeKey: string }>({
  name: 'messaging.sendOtp',
  on: ['OtpRequested'],
  payload: ({ key, subject }) => (subject.challengeKey ? { eventKey: key, challengeKey: subject.challengeKey } : null),
  attempts: 5,
  run: ({ eventKey, challengeKey }, ctx) =>
    inTransaction(ctx, async (tx) => {
      const challenge = await tx.findOne(OtpChallenge, { key: challengeKey });
      const once = `otp:${challengeKey}`;
      if (!challenge || (await tx.count(Message, { once })) > 0) return;
      const now = ctx.clock.now();
      const message = tx.create(Message, {
        template: 'otp',
        language: challenge.language,
        challengeKey,
        eventKey,
        parcelKeys: [],
        once,
        createdAt: now,
        nextAttemptAt: now,
      });
      queueJob(tx, sendMessage, { messageKey: message.key });
    }),
});
