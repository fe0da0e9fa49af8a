import type { Context } from '../../platform/context.ts';
import type { GroupChoice } from './group-conditions.ts';
import type { GroupsHeld, HeldGroups } from './held-groups.ts';

/** What came back of one look at the database, with the version of groups when they matter. */
interface Looked {
  readonly found: { readonly groups?: string };
}

/** Looks at most: where groups change with every look, the last one is good enough. */
const MOST_LOOKS = 5;

/**
 * Looks at a list with the groups that are held. When they are others by now, and it is narrowed to other ones, looks again. Gives the
 * last look, with the groups as that one saw them.
 */
export async function lookWithGroups<Look extends Looked>(
  ctx: Context,
  kept: HeldGroups,
  choose: (groups: GroupsHeld) => GroupChoice,
  look: (groups: GroupChoice) => Promise<Look>,
): Promise<Look & { readonly groups: GroupChoice }> {
  let groups = choose(kept.current);
  for (let looks = 1; ; looks += 1) {
    const looked = await look(groups);
    const version = looked.found.groups;
    if (version === undefined || version === groups.held.version) return { ...looked, groups };
    const now = choose(await kept.renew(ctx, version));
    const isSettled = now.held.version === version && isSame(groups, now);
    if (isSettled || looks >= MOST_LOOKS) return { ...looked, groups: now };
    groups = now;
  }
}

function isSame({ chosen: one }: GroupChoice, { chosen: other }: GroupChoice): boolean {
  const [ids, others] = [one?.ids ?? [], other?.ids ?? []];
  return ids.length === others.length && ids.every((id, at) => id === others[at]);
}
