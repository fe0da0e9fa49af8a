import type { Reader } from '../platform/database/reader.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import { type AccountName, ledgerAccountKey, naturalSign } from './ledger-account.ts';

/**
 * What an account held at an instant (now, when left out), in whole rupiah: the sum of its lines, with the sign that is natural
 * for its kind: money that we have, or that we owe, is positive. 0 for an account without lines. Only what came since the last
 * kept balance is summed.
 */
export async function balanceOf(from: Reader | Tx, account: AccountName, at: Date | null = null): Promise<Rupiah> {
  const values = [ledgerAccountKey(account), at?.toISOString() ?? null];
  const rows =
    'rows' in from
      ? await from.rows<{ balance: string }>(statement('$1', '$2'), values, 'ledger-balance')
      : await from.execute<{ balance: string }[]>(statement('?', '?'), values);
  const sum = Number(rows[0]?.balance ?? 0);
  return sum === 0 ? 0 : sum * naturalSign(account.kind);
}

function statement(account: string, at: string): string {
  return `select ledger_balance(${account}::uuid, coalesce(${at}::timestamptz, 'infinity'::timestamptz))::text as balance`;
}
