import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { faultSentence, openSheet, SheetError, type SheetRow } from '../catalog/index.ts';
import { importProducts } from '../import-market.ts';
import { SYSTEM } from '../platform/context.ts';
import { StartError } from '../platform/start-error.ts';
import { prepareGround } from '../prepare-market.ts';
import { runCommand } from '../run-command.ts';
import { count, progressOf } from './progress.ts';

/** Loads the products of a sheet: `npm run import-products -- FILE`. Ends with 0 when all rows went in, 2 when some are listed. */
let rows: () => AsyncIterable<SheetRow>;

await runCommand({
  async check() {
    const { positionals } = parseArgs({ allowPositionals: true, strict: false });
    const [file] = positionals;
    if (!file || positionals.length > 1)
      throw new StartError('Say which file: npm run import-products -- FILE (.csv, .xlsx or .jsonl)');
    rows = await readable(() => openSheet(file));
  },
  async run(app) {
    const ctx = app.contextFor({ actor: SYSTEM });
    await prepareGround(ctx);
    const progress = progressOf('Impor / import', 'baris');
    const result = await readable(() =>
      importProducts(ctx, rows, {
        onFault(fault) {
          progress.clear();
          process.stdout.write(`${faultSentence(fault)}\n`);
        },
        onProgress: progress.show,
      }),
    );
    progress.clear();
    const { rows: all, created, changed, unchanged, listed } = result;
    process.stdout.write(
      `${count(all)} baris / rows: ${count(created)} baru / new, ${count(changed)} berubah / changed, ` +
        `${count(unchanged)} tetap / unchanged, ${count(listed)} tidak masuk / not entered\n`,
    );
    return listed > 0 ? 2 : 0;
  },
});

/** What cannot be read is for the operator to mend. */
async function readable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SheetError) throw new StartError(error.message);
    throw error;
  }
}
