import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicSchema } from '../../api/schema.ts';
import { openWorld, type World } from '../support/world.ts';
import { ENVIRONMENT, send, walk } from './bad-input-judge.ts';
import { openStage } from './bad-input-stage.ts';
import { fieldsWithArguments, operationsOf, rightRequest } from './bad-input-walk.ts';
import { MARK } from './bad-values.ts';

const QUESTIONS = [
  ...operationsOf(publicSchema(), 'query'),
  ...fieldsWithArguments(publicSchema()),
  ...operationsOf(publicSchema(), 'subscription'),
];

/** Lists with things of others in them, whose private fields are refused: of these a bad value that was taken is not noticed. */
const ALSO_OF_OTHERS = new Set(['Query.sellers']);

let world: World;
beforeAll(async () => {
  world = await openWorld({ environment: ENVIRONMENT });
});
afterAll(() => world.close());

describe('bad input to every query, to every field with arguments and to every subscription', () => {
  test('is the only thing wrong with the questions: without it they are answered', async () => {
    const refused: string[] = [];
    const stage = await openStage(world, 'everything');
    for (const asked of QUESTIONS) {
      const { body, codes } = await send(world, stage.token, await rightRequest(asked, stage));
      if (codes.length > 0 && !ALSO_OF_OTHERS.has(asked.name)) refused.push(`${asked.name}: ${body}`);
    }
    expect(refused).toEqual([]);
  }, 60_000);

  test.each(QUESTIONS.map((asked) => [asked.name, asked] as const))(
    '%s refuses it with a code, or answers with nothing, and changes nothing',
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
