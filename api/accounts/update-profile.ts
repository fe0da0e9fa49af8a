import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { Account, type Locale } from './account.ts';
import { nameOf } from './account-name.ts';

/** What a person may change about themselves; what is left out stays. */
export interface ProfileChange {
  readonly name?: string | null;
  readonly locale?: Locale | null;
}

/** Changes name and language of the caller's account. Refuses NAME_TOO_LONG. */
export async function updateProfile(ctx: Context, { name, locale }: ProfileChange): Promise<Account> {
  return inTransaction(ctx, async (tx) => {
    const account = await tx.findOneOrFail(Account, { key: ctx.actor.key ?? '' });
    if (name !== undefined) account.name = nameOf(name);
    account.locale = locale ?? account.locale;
    return account;
  });
}
