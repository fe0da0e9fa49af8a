import type { Context } from '../platform/context.ts';
import type { AccessRule } from '../platform/graphql/access.ts';

/** Whether the caller manages this community. */
export function managesCommunity(ctx: Context, communityKey: string): boolean {
  return ctx.actor.roles.some((held) => held.role === 'COMMUNITY_MANAGER' && held.subjectKey === communityKey);
}

/** A manager of the community, or of the widget's community. */
export const communityManager: AccessRule = {
  name: 'manager of the community',
  permits: (source: { communityKey?: string; key?: string }, ctx) =>
    managesCommunity(ctx, source.communityKey ?? source.key ?? ''),
};
