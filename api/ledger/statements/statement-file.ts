import type { Context, Language } from '../../platform/context.ts';
import { csvLine } from '../csv-line.ts';
import type { Statement } from './statement.ts';
import { allMovements } from './statement-movements.ts';

const WIB_MS = 7 * 3_600_000;

interface FileWords {
  readonly header: readonly string[];
  readonly opening: string;
  readonly closing: string;
  /** What Excel takes for the end of a column where this language is set. */
  readonly separator: ',' | ';';
}

const WORDS: Readonly<Record<Language, FileWords>> = {
  id: {
    header: ['waktu_wib', 'keterangan', 'kode', 'jumlah', 'saldo'],
    opening: 'Saldo awal',
    closing: 'Saldo akhir',
    separator: ';',
  },
  en: {
    header: ['time_wib', 'memo', 'code', 'amount', 'balance'],
    opening: 'Opening balance',
    closing: 'Closing balance',
    separator: ',',
  },
};

/** A statement as CSV (docs/payout-files.md), piece by piece, however long it is. A final one gives the same bytes for ever. */
export async function* statementFile(ctx: Context, statement: Statement): AsyncGenerator<string> {
  const words = WORDS[ctx.language];
  const line = (...values: (string | number)[]): string => csvLine(values, words.separator);
  yield `\uFEFF${line(...words.header)}`;
  yield line(timeInWib(statement.begin), words.opening, '', '', statement.opening);
  for await (const movements of allMovements(ctx, statement))
    yield movements
      .map(({ at, memo, code, amount, balance }) => line(timeInWib(at), memo, code ?? '', amount, balance))
      .join('');
  yield line(timeInWib(statement.asOf), words.closing, '', '', statement.closing);
}

/** An instant as sheets read it: 2026-11-28 09:30:00, in WIB. */
function timeInWib(at: Date): string {
  return new Date(at.getTime() + WIB_MS).toISOString().slice(0, 19).replace('T', ' ');
}
