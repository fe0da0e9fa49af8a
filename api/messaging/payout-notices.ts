import { bankAccountByKey, ownerName, Payout } from '../ledger/index.ts';
import type { Context } from '../platform/context.ts';
import { formatRupiah } from '../platform/money.ts';
import type { Message } from './message.ts';
import { withoutStop } from './words.ts';

/** What a notice about a payout can speak of, read when it is sent. */
export interface PayoutFacts {
  readonly payout: Pick<Payout, 'amount' | 'status' | 'reason'>;
  /** Name of the shop. */
  readonly shop: string;
  /** Bank, and the last digits of the account: BCA •••• 1234. */
  readonly account: string;
  /** Where the shop sees what it has earned. */
  readonly link: string;
}

/** A message to the owners of a shop that a payout causes. */
export interface PayoutNotice {
  readonly on: string;
  /** The provider's template. */
  readonly template: string;
  /** Whether it is still true. */
  readonly holds: (facts: PayoutFacts) => boolean;
  /** {{1}} and on. */
  readonly parameters: (facts: PayoutFacts) => readonly string[];
}

const amount = ({ payout }: PayoutFacts): string => formatRupiah(payout.amount);
const reason = ({ payout }: PayoutFacts): string => withoutStop(payout.reason ?? '');

/** Which end of a payout is told, in which words. Money that came back after it was sent is told as well. */
export const PAYOUT_NOTICES: readonly PayoutNotice[] = [
  {
    on: 'PayoutPaid',
    template: 'seller_payout_paid',
    holds: ({ payout }) => payout.status === 'PAID',
    parameters: (facts) => [facts.shop, amount(facts), facts.account, facts.link],
  },
  {
    on: 'PayoutFailed',
    template: 'seller_payout_failed',
    holds: ({ payout }) => payout.status === 'FAILED',
    parameters: (facts) => [facts.shop, amount(facts), facts.account, reason(facts), facts.link],
  },
  {
    on: 'PayoutReturned',
    template: 'seller_payout_returned',
    holds: ({ payout }) => payout.status === 'RETURNED',
    parameters: (facts) => [facts.shop, amount(facts), facts.account, reason(facts), facts.link],
  },
];

/** The notice that a message of this template stands for; null when it is about something else. */
export function payoutNoticeOf(template: string): PayoutNotice | null {
  return PAYOUT_NOTICES.find((notice) => notice.template === template) ?? null;
}

/** Reads what a message about a payout can speak of; null when the payout is not there. */
export async function payoutFactsOf(ctx: Context, { eventKey }: Message): Promise<PayoutFacts | null> {
  const [event] = await ctx.read.rows<{ payoutKey: string | null }>(
    `select subject->>'payoutKey' as "payoutKey" from event where id = $1`,
    [eventKey],
  );
  const payout = event?.payoutKey ? await ctx.em.findOne(Payout, { key: event.payoutKey }) : null;
  const account = payout && (await bankAccountByKey(ctx, payout.bankAccountKey));
  if (!payout || !account) return null;
  return {
    payout,
    shop: (await ownerName(ctx, payout.ownerKey)) ?? '',
    account: `${account.bankCode} ${account.maskedNumber}`,
    link: `${ctx.publicUrl}/jual`,
  };
}
