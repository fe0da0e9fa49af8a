import { transformSync } from 'esbuild';
import pg from 'pg';
import { expect, test } from 'vitest';
import { mutatedSource } from '../../faults/mutants/copy-program.ts';
import { openTestDatabase } from '../../support/database.ts';
import { BAR_MUTANTS } from './mutants.ts';
import { changesOf } from './mutated-program.ts';
import { barsTried, testsOfBar } from './tests-of-bar.ts';

test('every bar that is tried has a mutant, and every mutant a bar', () => {
  const bars = [...new Set(BAR_MUTANTS.map(({ bar }) => bar))].sort();
  expect(bars).toEqual(barsTried());
  expect(bars.filter((bar) => testsOfBar(bar).length === 0)).toEqual([]);
});

test.each(BAR_MUTANTS.map((mutant) => [`${mutant.bar}: ${mutant.name}`, mutant] as const))(
  'the guard that a mutant of a bar takes off is there: %s',
  (_, mutant) => {
    const { name, foundBy } = mutant;
    const changes = changesOf(mutant);
    expect(changes.length).toBeGreaterThan(0);
    for (const source of changes) {
      const changed = mutatedSource({ name, foundBy, source });
      expect(changed).toContain(source.to);
      expect(() => transformSync(changed, { loader: 'ts' })).not.toThrow();
    }
  },
);

test('what mutants take off in the database can be taken off by its owner', async () => {
  const database = await openTestDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    for (const { sql } of BAR_MUTANTS) if (sql) await owner.query(`begin; ${sql}; rollback`);
  } finally {
    await owner.end();
    await database.drop();
  }
});
