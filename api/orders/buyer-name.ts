import { accountByKey } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';

/** What sellers and operators see of a buyer: the first word of the name; null when no name was told. */
export async function firstNameOf(ctx: Context, buyerKey: string): Promise<string | null> {
  const name = (await accountByKey(ctx, buyerKey))?.name;
  return name?.trim().split(/\s+/)[0] || null;
}
