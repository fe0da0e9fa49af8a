import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Act } from './acts.ts';
import { ACTS_OF_BUYERS } from './acts-of-buyers.ts';
import { ACTS_OF_DESKS } from './acts-of-desks.ts';
import { ACTS_OF_DISPUTES } from './acts-of-disputes.ts';
import { ACTS_OF_KEEPERS } from './acts-of-keepers.ts';
import { ACTS_OF_MONEY } from './acts-of-money.ts';
import { ACTS_OF_REVIEWS } from './acts-of-reviews.ts';
import { type Desk, openDesk, refusalTo, type Told } from './ask.ts';
import { ACTORS, type ActorName } from './cast.ts';
import { rowContents } from './row-contents.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

const ACTS = [
  ...ACTS_OF_BUYERS,
  ...ACTS_OF_DESKS,
  ...ACTS_OF_DISPUTES,
  ...ACTS_OF_KEEPERS,
  ...ACTS_OF_MONEY,
  ...ACTS_OF_REVIEWS,
].map((act, at) => [at + 1, act.name, act] as const);

describe('rule 7: nobody changes what is not theirs', () => {
  test.each(ACTS)('%i. %s: who may not is refused and nothing changes; who may does it', async (_at, _name, act) => {
    const wrong: string[] = [];
    const strangers: [ActorName, object][] = [];
    for (const as of ACTORS) if (!act.may.has(as)) strangers.push([as, await act.input(desk, as)]);
    const before = await everything();
    for (const [as, input] of strangers) {
      const came = outcomeOf(act, await tell(act, as, input));
      const due = act.open.has(as) ? (act.refusal ?? 'NOT_FOUND') : refusalTo(as);
      if (came !== due) wrong.push(`${as}: ${came}, not ${due}`);
      expect([as, await everything()]).toEqual([as, before]);
    }
    for (const as of ACTORS.filter((name) => act.may.has(name))) {
      const came = outcomeOf(act, await tell(act, as, await act.input(desk, as)));
      const isDone = !act.doneBy || act.doneBy.has(as);
      if (isDone ? came !== 'done' : ['done', 'NOT_FOUND', refusalTo(as)].includes(came)) wrong.push(`${as}: ${came}`);
    }
    expect(wrong).toEqual([]);
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test.each(ACTS.filter(([, , act]) => act.twins))(
    '%i. %s: not yours and not there look the same',
    async (_at, _name, act) => {
      const different: string[] = [];
      for (const as of ACTORS.filter((name) => !act.may.has(name))) {
        for (const { theirs, missing } of (await act.twins?.(desk, as)) ?? []) {
          const [one, other] = [await tell(act, as, theirs), await tell(act, as, missing)].map(shape);
          if (one !== other) different.push(`${as}: ${one} / ${other}`);
        }
      }
      expect(different).toEqual([]);
      expect(desk.leaks.splice(0)).toEqual([]);
    },
  );
});

const everything = (): Promise<object> => rowContents(desk.stage.world.context());

function tell({ name, gives }: Act, as: ActorName, input: object): Promise<Told> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const errors = `userErrors { field message ... on ${type}UserError { code } }`;
  return desk.ask(as, `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${gives} ${errors} } }`, { input });
}

/** `done`, or the code of the refusal. What was refused shows nothing. */
function outcomeOf({ name }: Act, { data, errors }: Told): string {
  const payload = data?.[name] as (Record<string, unknown> & { userErrors: { code: string }[] }) | null | undefined;
  if (errors[0]) return payload ? `partly ${errors[0].extensions.code}` : errors[0].extensions.code;
  const { userErrors = [], ...shown } = payload ?? {};
  if (userErrors.length === 0) return 'done';
  return Object.values(shown).every((value) => value === null) ? userErrors[0]!.code : 'refused, and shown';
}

/** All that a caller could tell two answers apart by; a phone comes back as it was sent. */
const shape = ({ status, contentType, body }: Told): string => JSON.stringify([status, contentType, body]);
