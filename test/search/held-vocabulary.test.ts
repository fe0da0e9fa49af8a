import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../api/platform/context.ts';
import { HeldVocabulary } from '../../api/search/held-vocabulary.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A context that tells how often the vocabulary was read through it. */
function watching(): { ctx: Context; reads: () => number } {
  let reads = 0;
  const { read } = world.context();
  const rows: typeof read.rows = (text, values, name) => {
    if (name === 'search-vocabulary') reads += 1;
    return read.rows(text, values, name);
  };
  return { ctx: Object.assign(world.context(), { read: { ...read, rows } }), reads: () => reads };
}

/** Puts another version into force, and tells which. */
async function anotherVersion(): Promise<string> {
  const [row] = await world
    .context()
    .em.fork()
    .execute<{ version: string }[]>(
      `insert into search_vocabulary (id, version) values (1, gen_random_uuid())
       on conflict (id) do update set version = excluded.version returning version`,
    );
  return row?.version ?? '';
}

describe('a new vocabulary', () => {
  test('is read once for all searches that see it at once', async () => {
    const held = new HeldVocabulary();
    const { ctx, reads } = watching();
    for (let times = 1; times <= 2; times += 1) {
      const version = await anotherVersion();
      const all = await Promise.all(Array.from({ length: 20 }, () => held.renew(ctx, version)));
      expect(new Set(all.map((each) => each.version))).toEqual(new Set([version]));
      expect(reads()).toBe(times);
    }
  });

  test('is not missed by who sees it while an older one is still being read', async () => {
    const held = new HeldVocabulary();
    const { ctx } = watching();
    const [older, newer] = [await anotherVersion(), await anotherVersion()];
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const rows = async () => {
      begun.resolve();
      await gate.promise;
      return [{ version: older, terms: [], places: [] }] as never;
    };
    const before = held.renew({ ...ctx, read: { rows } } as Context, older);
    await begun.promise;
    const after = held.renew(ctx, newer);
    gate.resolve();
    expect([(await before).version, (await after).version]).toEqual([older, newer]);
    expect(held.current.version).toBe(newer);
  });
});
