import { Account, accountByKey, OtpChallenge, otpCodeOf } from '../accounts/index.ts';
import type { Context, Language } from '../platform/context.ts';
import type { Message } from './message.ts';
import type { TemplateMessage } from './message-sender.ts';
import { noticeFactsOf } from './notice-facts.ts';
import { noticeOf } from './notices.ts';
import { payoutFactsOf, payoutNoticeOf } from './payout-notices.ts';
import { parameterOf } from './words.ts';

/** Makes a message ready to leave; null when it is no longer true, or when there is nobody to send it to. */
export async function compose(ctx: Context, message: Message): Promise<TemplateMessage | null> {
  return message.challengeKey === null ? composeNotice(ctx, message) : composeOtp(ctx, message, message.challengeKey);
}

async function composeOtp(ctx: Context, message: Message, challengeKey: string): Promise<TemplateMessage | null> {
  const challenge = await ctx.em.findOne(OtpChallenge, { key: challengeKey });
  if (!challenge || challenge.endedAt !== null || challenge.expiresAt <= ctx.clock.now()) return null;
  const account = await ctx.em.findOne(Account, { phone: challenge.phone });
  if (account && !mayReach(ctx, account)) return null;
  return wireMessage(message, challenge.phone, [otpCodeOf(ctx, challengeKey)]);
}

async function composeNotice(ctx: Context, message: Message): Promise<TemplateMessage | null> {
  const account = message.accountKey === null ? null : await accountByKey(ctx, message.accountKey);
  if (!account?.phone || !mayReach(ctx, account)) return null;
  const parameters = await parametersOf(ctx, message);
  return parameters && wireMessage(message, account.phone, parameters.map(parameterOf));
}

/** The words of a notice, about a payout or an order; null when it is no longer true. */
async function parametersOf(ctx: Context, message: Message): Promise<readonly string[] | null> {
  const aboutPayout = payoutNoticeOf(message.template);
  if (aboutPayout) {
    const facts = await payoutFactsOf(ctx, message);
    return facts && aboutPayout.holds(facts) ? aboutPayout.parameters(facts) : null;
  }
  const notice = noticeOf(message.template);
  const facts = notice && (await noticeFactsOf(ctx, message));
  return facts && notice.holds?.(facts) !== false ? notice.parameters(facts) : null;
}

/** People of the demo are reached through the simulator alone: their numbers may belong to somebody. */
export function mayReach({ messageSender }: Context, { isDemo }: Account): boolean {
  return !(isDemo && messageSender.isReal);
}

function wireMessage(message: Message, to: string, parameters: readonly string[]): TemplateMessage {
  const { template, language, key: reference } = message;
  return { to, template, language: language as Language, parameters, reference };
}
