import 'reflect-metadata';
import { SYSTEM } from '../platform/context.ts';
import { runCommand } from '../run-command.ts';
import { reindexAll } from '../search/index.ts';
import { progressOf } from './progress.ts';

/** Makes the search again from the catalogue: `npm run reindex`. Searchers find everything meanwhile. Exit code 1 when Meilisearch did not take it. */
await runCommand({
  async run(app) {
    const progress = progressOf('Indeks / index', 'produk');
    const isWhole = await reindexAll(app.contextFor({ actor: SYSTEM }), progress.show);
    progress.clear();
    if (isWhole) process.stdout.write('Pencarian sudah dibuat ulang / The search was made again.\n');
    else
      process.stderr.write(
        'Meilisearch tidak menerimanya; PostgreSQL yang menjawab / Meilisearch did not take it; PostgreSQL answers.\n',
      );
    return isWhole ? 0 : 1;
  },
});
