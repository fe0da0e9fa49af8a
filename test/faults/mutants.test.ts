import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { mutatedSource } from './mutants/copy-program.ts';
import { MUTANTS } from './mutants/mutants.ts';

test.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
  'the guard that a mutant takes off is there: %s',
  (_, mutant) => {
    expect(mutant.source ?? mutant.sql).toBeDefined();
    if (!mutant.source) return;
    const changed = mutatedSource(mutant);
    expect(changed).toContain(mutant.source.to);
    expect(() => transformSync(changed, { loader: 'ts' })).not.toThrow();
    const gone = { ...mutant, source: { ...mutant.source, from: 'a text that is nowhere' } };
    expect(() => mutatedSource(gone)).toThrow('is not there');
  },
);

test('no two mutants have one name: what caught each is noted under it', () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
});

test('locks of rows are among what mutants take off', () => {
  const taken = MUTANTS.flatMap(({ source }) => source?.from ?? []).join('\n');
  expect(taken).toContain('for no key update');
  expect(taken).toContain('lockPayment(');
});
