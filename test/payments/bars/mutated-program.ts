import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProgram, mutatedSource } from '../../faults/mutants/copy-program.ts';
import { ROOT } from '../../faults/stage/child.ts';
import type { BarMutant, SourceChange } from './mutants.ts';

/** What is changed for a mutant: its sources, and the template of the test databases where it has SQL. */
export function changesOf({ changes, sql }: BarMutant): SourceChange[] {
  return sql === undefined ? [...changes] : [...changes, onTemplate(sql)];
}

/** Copies the program and its tests into a folder, with the changes of a mutant in it. Throws when there is nothing to change. */
export function copyForBar(folder: string, mutant: BarMutant): void {
  const { name, foundBy } = mutant;
  copyProgram(folder, { name, foundBy });
  cpSync(join(ROOT, 'vitest.config.ts'), join(folder, 'vitest.config.ts'));
  for (const source of changesOf(mutant))
    writeFileSync(join(folder, source.file), mutatedSource({ name, foundBy, source }, folder));
}

function onTemplate(sql: string): SourceChange {
  const from = 'await migrateMarket(ownerUrl);';
  return {
    file: 'test/support/database-server.ts',
    from,
    to: `${from}
    const { default: pg } = await import('pg');
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(${JSON.stringify(sql)});
    await owner.end();`,
  };
}
