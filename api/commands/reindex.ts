import 'reflect-metadata';
import { SYSTEM } from '../platform/context.ts';
import { runCommand } from '../run-command.ts';
import { reindexAll } from '../search/index.ts';
import { progressOf } from './progress.ts';

/** Makes the search again from the catalogue: `npm run reindex`. Searchers see what was there before until it is done. */
await runCommand({
  async run(app) {
    const progress = progressOf('Indeks / index', 'produk');
    await reindexAll(app.contextFor({ actor: SYSTEM }), progress.show);
    progress.clear();
    process.stdout.write('Pencarian sudah dibuat ulang / The search was made again.\n');
    return 0;
  },
});
