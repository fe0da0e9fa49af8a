import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { Access } from '../platform/graphql/access.ts';
import { Account } from './account.ts';
import { consentsOf } from './account-queries.ts';
import { self } from './account-rules.ts';
import { ConsentPurpose } from './consent.ts';

const HOUR_MS = 3600 * 1000;

@ObjectType({ description: 'The person behind the call.' })
@Access(self)
export class Viewer {
  /** Not public. */
  readonly accountKey: string;

  @Field(() => Account, { description: 'Their account.' })
  readonly account: Account;

  constructor(account: Account) {
    this.account = account;
    this.accountKey = account.key;
  }
}

/** The person behind the call, null for a visitor. */
export async function viewerOf(ctx: Context): Promise<Viewer | null> {
  const account = ctx.actor.key === null ? null : await ctx.em.fork().findOne(Account, { key: ctx.actor.key });
  return account ? new Viewer(account) : null;
}

/** Notes that the device of the request is in use; writes once an hour at most. */
export async function noteDeviceSeen(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  if (ctx.actor.deviceKey === null) return;
  await ctx.em.execute('update device set last_seen_at = ? where id = ? and last_seen_at <= ?', [
    now,
    ctx.actor.deviceKey,
    new Date(now.getTime() - HOUR_MS),
  ]);
}

/** Whether the person has yet to agree to the present terms and privacy notice. */
export async function needsConsent(ctx: Context, accountKey: string): Promise<boolean> {
  const { termsVersion } = ctx.accountSettings;
  const consents = await consentsOf(ctx, accountKey);
  return !consents.some(
    ({ purpose, version }) => purpose === ConsentPurpose.TERMS_AND_PRIVACY && version === termsVersion,
  );
}
