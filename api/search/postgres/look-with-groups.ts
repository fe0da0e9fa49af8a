import type { GroupChoice } from './group-conditions.ts';
import type { GroupsHeld, GroupsTold, HeldGroups } from './held-groups.ts';

/** What came back of one look at the database. */
interface Looked {
  readonly found: { readonly groups?: GroupsTold | null };
}

/** Looks at most: where groups change with every look, the last one is good enough. */
const MOST_LOOKS = 5;

/**
 * Looks at a list with the groups that are held. When they are others by now, and it is narrowed to other ones, looks again. Gives the
 * last look, with the groups as that one saw them.
 */
export async function lookWithGroups<Look extends Looked>(
  kept: HeldGroups,
  choose: (groups: GroupsHeld) => GroupChoice,
  look: (groups: GroupChoice) => Promise<Look>,
): Promise<Look & { readonly groups: GroupChoice }> {
  let groups = choose(kept.current);
  for (let looks = 1; ; looks += 1) {
    const looked = await look(groups);
    if (!looked.found.groups) return { ...looked, groups };
    const now = choose(kept.take(groups.held, looked.found.groups));
    const isKnown = now.held.version !== null && isSame(groups, now);
    if (isKnown || looks >= MOST_LOOKS) return { ...looked, groups: now };
    groups = now;
  }
}

function isSame({ chosen: one }: GroupChoice, { chosen: other }: GroupChoice): boolean {
  const [ids, others] = [one?.ids ?? [], other?.ids ?? []];
  return ids.length === others.length && ids.every((id, at) => id === others[at]);
}
