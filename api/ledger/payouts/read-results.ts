import { CsvError, parse } from 'csv-parse/sync';
import { refuse } from '../../platform/refusal.ts';
import { type PayoutOutcome, PayoutResult } from './record-results.ts';

/** The columns that a file of results must have; it may have those of the batch's own file as well. */
const COLUMNS = ['payout', 'result'] as const;

/** A line of the file by its columns, and its number as people count. */
interface FileRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * Reads what the bank said from a CSV text with a header line: columns `payout` and `result` (PAID, FAILED, RETURNED), and `reason`, parted
 * by commas, or by semicolons as spreadsheets write them here. Lines without a result, and the line of totals, are passed over. Refuses
 * FILE_INVALID {line}.
 */
export function readPayoutResults(text: string): PayoutOutcome[] {
  const rows = rowsOf(text);
  const missing = COLUMNS.some((column) => rows[0] && !Object.hasOwn(rows[0].record, column));
  if (rows.length === 0 || missing) refuse('FILE_INVALID', ['csv'], { line: 1 });
  return rows.flatMap(({ record, info: { lines: fileLine } }) => {
    const { payout = '', result = '', reason = '', line = '' } = record;
    if (line === 'TOTAL' || result === '') return [];
    const said = result.toUpperCase();
    if (!Object.hasOwn(PayoutResult, said)) refuse('FILE_INVALID', ['csv'], { line: fileLine });
    return [{ payoutId: payout, result: said as PayoutResult, reason, fileLine }];
  });
}

function rowsOf(text: string): FileRow[] {
  const [header = ''] = text.split('\n', 1);
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  const form = { columns: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true } as const;
  try {
    return parse(text, { ...form, delimiter, info: true }) as unknown as FileRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('FILE_INVALID', ['csv'], { line: Number(error.lines ?? 1) });
  }
}
