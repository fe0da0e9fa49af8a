import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicSchema } from '../../api/schema.ts';
import { openWorld, type World } from '../support/world.ts';
import { ENVIRONMENT, send, walk, wantedFor } from './bad-input-judge.ts';
import { openStage } from './bad-input-stage.ts';
import { operationsOf, rightRequest } from './bad-input-walk.ts';
import { MARK } from './bad-values.ts';

const MUTATIONS = operationsOf(publicSchema(), 'mutation');

let world: World;
beforeAll(async () => {
  world = await openWorld({ environment: ENVIRONMENT });
});
afterAll(() => world.close());

describe('bad input to every mutation of the schema, from somebody who may do everything', () => {
  test('is the only thing wrong with the calls: without it they are done', async () => {
    const refused: string[] = [];
    for (const asked of MUTATIONS) {
      const stage = await openStage(world, wantedFor(asked));
      const { body, codes } = await send(world, stage.token, await rightRequest(asked, stage));
      if (codes.length > 0) refused.push(`${asked.name}: ${body}`);
    }
    expect(refused).toEqual([]);
  }, 60_000);

  test.each(MUTATIONS.map((asked) => [asked.name, asked] as const))(
    '%s refuses it with a code and changes nothing',
    async (_name, asked) => {
      expect(await walk(world, asked)).toEqual([]);
    },
    60_000,
  );

  test('none of it is in the log, and nothing was logged as a fault', () => {
    expect(world.logged()).not.toContain(MARK);
    expect(world.logged()).not.toContain('"level":50');
  });
});
