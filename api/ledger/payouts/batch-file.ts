import { createHash } from 'node:crypto';
import type { Rupiah } from '../../platform/money.ts';
import { csvLine } from '../csv-line.ts';
import { bankOf } from './banks.ts';

/** A payout as the file for the bank shows it. */
export interface BatchLine {
  readonly lineNumber: number;
  /** Public id of the payout. */
  readonly payoutId: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holderName: string;
  readonly amount: Rupiah;
}

/** A file for the bank. */
export interface BatchFile {
  readonly text: string;
  /** SHA-256 (hex) of everything before the last line. */
  readonly checksum: string;
  readonly total: Rupiah;
}

const HEADER = ['line', 'payout', 'bank', 'clearing_code', 'bank_name', 'account_number', 'holder', 'amount', 'remark'];

/** The file of a batch (docs/payout-files.md). The same batch gives the same bytes. */
export function batchFile(code: string, lines: readonly BatchLine[]): BatchFile {
  const rows = lines.map((line) => csvLine(columnsOf(code, line)));
  const body = [csvLine(HEADER), ...rows].join('');
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const checksum = createHash('sha256').update(body, 'utf8').digest('hex');
  const end = csvLine(['TOTAL', code, '', '', '', '', lines.length, total, checksum]);
  return { text: body + end, checksum, total };
}

function columnsOf(code: string, line: BatchLine): (string | number)[] {
  const bank = bankOf(line.bankCode);
  const { lineNumber, payoutId, bankCode, accountNumber, holderName, amount } = line;
  return [
    lineNumber,
    payoutId,
    bankCode,
    bank?.clearingCode ?? '',
    bank?.name ?? '',
    accountNumber,
    holderName,
    amount,
    `Berjubel ${code} ${lineNumber}`,
  ];
}
