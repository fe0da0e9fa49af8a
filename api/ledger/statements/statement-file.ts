import type { Context, Language } from '../../platform/context.ts';
import { csvLine } from '../csv-line.ts';
import type { Statement } from './statement.ts';
import { allMovements } from './statement-movements.ts';

const WIB_MS = 7 * 3_600_000;

const WORDS: Readonly<Record<Language, { header: readonly string[]; opening: string; closing: string }>> = {
  id: { header: ['waktu_wib', 'keterangan', 'kode', 'jumlah', 'saldo'], opening: 'Saldo awal', closing: 'Saldo akhir' },
  en: {
    header: ['time_wib', 'memo', 'code', 'amount', 'balance'],
    opening: 'Opening balance',
    closing: 'Closing balance',
  },
};

/** A statement as CSV (docs/payout-files.md), piece by piece, however long it is. A final one gives the same bytes for ever. */
export async function* statementFile(ctx: Context, statement: Statement): AsyncGenerator<string> {
  const words = WORDS[ctx.language];
  yield `\uFEFF${csvLine(words.header)}`;
  yield csvLine([timeInWib(statement.begin), words.opening, '', '', statement.opening]);
  for await (const movements of allMovements(ctx, statement))
    yield movements
      .map(({ at, memo, code, amount, balance }) => csvLine([timeInWib(at), memo, code ?? '', amount, balance]))
      .join('');
  yield csvLine([timeInWib(statement.asOf), words.closing, '', '', statement.closing]);
}

/** An instant as sheets read it: 2026-11-28 09:30:00, in WIB. */
function timeInWib(at: Date): string {
  return new Date(at.getTime() + WIB_MS).toISOString().slice(0, 19).replace('T', ' ');
}
