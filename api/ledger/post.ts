import type { Tx } from '../platform/database/transaction.ts';
import { newKey } from '../platform/keys.ts';
import type { Rupiah } from '../platform/money.ts';
import { type AccountName, ledgerAccountKey } from './ledger-account.ts';

/** One side of a movement: positive is debit, negative is credit. */
export interface PostingLine {
  readonly account: AccountName;
  readonly amount: Rupiah;
}

/** A movement of money to be written. */
export interface Posting {
  /** What it does, once: the same effect posted again changes nothing. */
  readonly effect: string;
  /** A few words for the statement; no personal data. */
  readonly memo: string;
  /** Sum to zero. Lines of one account are added up; those of nothing are left out. */
  readonly lines: readonly PostingLine[];
}

/**
 * Writes a movement of money; false when its effect was written before, and then nothing changes. Lines that do not sum to
 * zero are a fault: thrown here, and refused by the database at the commit.
 */
export async function post(tx: Tx, { effect, memo, lines }: Posting): Promise<boolean> {
  const byAccount = new Map<string, { name: AccountName; amount: Rupiah }>();
  for (const { account, amount } of lines) {
    const key = ledgerAccountKey(account);
    byAccount.set(key, { name: account, amount: (byAccount.get(key)?.amount ?? 0) + amount });
  }
  const wanted = [...byAccount]
    .filter(([, { amount }]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1)) // new accounts lock until the commit
    .map(([key, { name, amount }]) => ({
      id: newKey(),
      account_id: key,
      kind: name.kind,
      owner_id: name.ownerKey,
      amount,
    }));
  const sum = wanted.reduce((total, { amount }) => total + amount, 0);
  if (sum !== 0) throw new Error(`Posting ${effect} is off by ${sum}`);
  if (wanted.length === 0) return false;
  await tx.flush();
  const written = await tx.execute<{ id: string }[]>(
    `with wanted as (
       select * from jsonb_to_recordset(?::jsonb) as t(id uuid, account_id uuid, kind text, owner_id uuid, amount bigint)
     ), accounts as (
       insert into ledger_account (id, kind, owner_id) select account_id, kind, owner_id from wanted order by account_id
       on conflict do nothing
     ), movement as (
       insert into ledger_transaction (id, effect, memo, at, line_count) values (?, ?, ?, ?, ?)
       on conflict (effect) do nothing returning id, at
     )
     insert into ledger_line (id, transaction_id, account_id, amount, at)
     select wanted.id, movement.id, wanted.account_id, wanted.amount, movement.at from wanted, movement returning id`,
    [JSON.stringify(wanted), newKey(), effect, memo, tx.context.clock.now(), wanted.length],
  );
  return written.length > 0;
}
