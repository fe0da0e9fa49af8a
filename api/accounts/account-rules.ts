import type { Context } from '../platform/context.ts';
import { type AccessRule, holderOf } from '../platform/graphql/access.ts';

/** What belongs to one account: rows that carry `accountKey`, and the account itself by its `key`. */
interface Owned {
  readonly key?: string;
  readonly accountKey?: string;
}

/** The person whom an account, or a row of an account, is about. */
export const self: AccessRule = {
  name: 'self',
  permits: (source: Owned, ctx: Context) =>
    ctx.actor.kind === 'ACCOUNT' && (source.accountKey ?? source.key) === ctx.actor.key,
};

/** A curator of the city. */
export const curator: AccessRule = { ...holderOf('CURATOR'), name: 'curator' };

/** Whether the caller holds one of these roles for this very row (a shop, a point, a community). */
export function memberOf(ctx: Context, roles: readonly string[], subjectKey: string | null): boolean {
  return ctx.actor.roles.some((held) => roles.includes(held.role) && held.subjectKey === subjectKey);
}

/** Whether the caller is a curator of the city. */
export function isCurator(ctx: Context): boolean {
  return memberOf(ctx, ['CURATOR'], null);
}
