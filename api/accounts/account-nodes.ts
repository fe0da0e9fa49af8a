import type { Context } from '../platform/context.ts';
import type { NodeLookup } from '../platform/domain.ts';
import { inOrder } from '../platform/graphql/loader.ts';
import { Account } from './account.ts';
import { isCurator } from './account-rules.ts';
import { Device } from './device.ts';
import { Membership } from './membership.ts';
import { Task } from './task.ts';

const ofCaller = (ctx: Context): string | null => (ctx.actor.kind === 'ACCOUNT' ? ctx.actor.key : null);

/** How `node` finds what accounts keep: a person's own things, and tasks for curators. */
export const accountNodes: Readonly<Record<string, NodeLookup>> = {
  async Account(ctx, keys) {
    const own = keys.filter((key) => key === ofCaller(ctx));
    return inOrder(keys, await ctx.em.fork().find(Account, { key: { $in: own } }), (row) => row.key);
  },
  async Device(ctx, keys) {
    const accountKey = ofCaller(ctx);
    if (accountKey === null) return keys.map(() => null);
    const rows = await ctx.em.fork().find(Device, { key: { $in: [...keys] }, accountKey, signedOutAt: null });
    return inOrder(keys, rows, (row) => row.key);
  },
  async Membership(ctx, keys) {
    const accountKey = ofCaller(ctx);
    if (accountKey === null) return keys.map(() => null);
    return inOrder(
      keys,
      await ctx.em.fork().find(Membership, { key: { $in: [...keys] }, accountKey }),
      (row) => row.key,
    );
  },
  async Task(ctx, keys) {
    if (!isCurator(ctx)) return keys.map(() => null);
    return inOrder(keys, await ctx.em.fork().find(Task, { key: { $in: [...keys] } }), (row) => row.key);
  },
};
