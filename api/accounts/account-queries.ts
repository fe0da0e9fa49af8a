import type { Context } from '../platform/context.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { Account } from './account.ts';
import { Consent } from './consent.ts';
import { Device } from './device.ts';
import { Membership, type MembershipRole } from './membership.ts';

/** An account by key, null when there is none. Not a check of access: whoever shows it does that. */
export const accountByKey = defineLoader<string, Account | null>(async (ctx, keys) => {
  const rows = await ctx.em.fork().find(Account, { key: { $in: [...keys] } });
  return inOrder(keys, rows, (row) => row.key);
});

/** Roles of an account, the oldest first. */
export function rolesOf(ctx: Context, accountKey: string): Promise<Membership[]> {
  return ctx.em.fork().find(Membership, { accountKey }, { orderBy: { createdAt: 'asc', key: 'asc' } });
}

/** Devices in which an account is signed in, the last used first. */
export function devicesOf(ctx: Context, accountKey: string): Promise<Device[]> {
  return ctx.em
    .fork()
    .find(
      Device,
      { accountKey, signedOutAt: null, expiresAt: { $gt: ctx.clock.now() } },
      { orderBy: { lastSeenAt: 'desc', key: 'desc' } },
    );
}

/** What an account agreed to, the oldest first. */
export function consentsOf(ctx: Context, accountKey: string): Promise<Consent[]> {
  return ctx.em.fork().find(Consent, { accountKey }, { orderBy: { givenAt: 'asc', key: 'asc' } });
}

/** The people who hold one of these roles for a row, e.g. everyone who works for a shop. */
export async function membersOf(ctx: Context, roles: readonly string[], subjectKey: string): Promise<Account[]> {
  const held = await ctx.em.fork().find(Membership, { subjectKey, role: { $in: roles as readonly MembershipRole[] } });
  const keys = [...new Set(held.map(({ accountKey }) => accountKey))];
  return ctx.em.fork().find(Account, { key: { $in: keys }, erasedAt: null }, { orderBy: { key: 'asc' } });
}
