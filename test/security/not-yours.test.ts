import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk, type Told } from './ask.ts';
import { ACTORS } from './cast.ts';
import { streamTwinsOf, twinsOf } from './queries.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

/** All that a caller could tell two answers apart by. */
const shape = ({ status, contentType, body }: Told) => ({ status, contentType, body });

describe('rule 7: not yours and not there look the same', () => {
  test.each(ACTORS)('to %s, in every query that takes an id, a code or a name', async (as) => {
    const different: string[] = [];
    for (const { name, to, theirs, missing } of twinsOf(desk.stage, desk.things)) {
      if (!to.has(as)) continue;
      const [one, other] = [shape(await desk.ask(as, theirs)), shape(await desk.ask(as, missing))];
      if (JSON.stringify(one) !== JSON.stringify(other)) different.push(`${name}: ${one.body} / ${other.body}`);
    }
    expect(different).toEqual([]);
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test.each(ACTORS)('to %s, in every subscription', async (as) => {
    for (const { to, theirs, missing } of streamTwinsOf(desk.things)) {
      if (to.has(as)) expect(shape(await desk.follow(as, theirs))).toEqual(shape(await desk.follow(as, missing)));
    }
    expect(desk.leaks.splice(0)).toEqual([]);
  });
});
