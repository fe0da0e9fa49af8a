import { CsvError, parse } from 'csv-parse/sync';
import { refuse } from '../../platform/refusal.ts';
import { type PayoutOutcome, PayoutResult } from './record-results.ts';

/** The columns that a file of results must have; it may have those of the batch's own file as well. */
const COLUMNS = ['payout', 'result'] as const;

/**
 * Reads what the bank said from a CSV text with a header line: columns `payout` and `result` (PAID, FAILED, RETURNED), and `reason`.
 * Lines without a result, and the line of totals, are passed over. Refuses FILE_INVALID {line}.
 */
export function readPayoutResults(text: string): PayoutOutcome[] {
  const rows = rowsOf(text);
  const missing = COLUMNS.some((column) => rows[0] && !Object.hasOwn(rows[0], column));
  if (rows.length === 0 || missing) refuse('FILE_INVALID', ['csv'], { line: 1 });
  return rows.flatMap((row, at) => {
    const { payout = '', result = '', reason = '', line = '' } = row;
    if (line === 'TOTAL' || result === '') return [];
    const said = result.toUpperCase();
    if (!Object.hasOwn(PayoutResult, said)) refuse('FILE_INVALID', ['csv'], { line: at + 2 });
    return [{ payoutId: payout, result: said as PayoutResult, reason }];
  });
}

function rowsOf(text: string): Record<string, string>[] {
  try {
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('FILE_INVALID', ['csv'], { line: Number(error.lines ?? 1) });
  }
}
