import type { Context } from '../../platform/context.ts';
import { listParameter } from '../../platform/database/list-parameter.ts';
import type { Rupiah } from '../../platform/money.ts';
import { type LedgerAccountKind, ledgerAccountKey } from '../ledger-account.ts';
import { accountOf, OWNER_TRAITS, type Owner } from '../owner.ts';
import { type StatementAccount, statementAccount } from './statement-account.ts';

/** A movement of an owner's money. Sums have the sign of the owner: positive is in its favour. */
export interface Movement {
  readonly key: string;
  readonly at: Date;
  readonly effect: string;
  readonly memo: string;
  /** What it changed of all that the owner has with the market, in rupiah; 0 where it only moved from one account to another. */
  readonly amount: Rupiah;
  /** What it changed of each account. */
  readonly changes: readonly { readonly account: StatementAccount; readonly amount: Rupiah }[];
}

/** A movement as it is read. */
type Stored = Omit<Movement, 'amount' | 'changes'> & {
  readonly changes: readonly { readonly account: LedgerAccountKind; readonly amount: Rupiah }[];
};

/** A place in the order of movements: those after it follow. */
export interface MovementPlace {
  readonly at: Date;
  readonly key: string;
}

/** Keys of the accounts of an owner. */
function accountKeys(owner: Owner): string[] {
  return OWNER_TRAITS[owner.ownerKind].accounts.map((kind) => ledgerAccountKey(accountOf(owner, kind)));
}

/**
 * Movements of an owner after a place and before an instant, the oldest first, at most so many. Each account's own lines are read
 * in the order of their index, so that any page costs the same.
 */
export async function readMovements(
  ctx: Context,
  owner: Owner,
  { after, before, most }: { after: MovementPlace; before: Date; most: number },
): Promise<Movement[]> {
  const rows = await ctx.read.rows<Stored>(
    `select t.id as key, t.at, t.effect, t.memo, found.changes
       from (select l.transaction_id, l.at,
                    jsonb_agg(jsonb_build_object('account', a.kind, 'amount', -l.amount) order by a.kind) as changes
               from ledger_account a
              cross join lateral (
                    select transaction_id, at, amount from ledger_line
                     where account_id = a.id and (at, transaction_id) > ($2::timestamptz, $3::uuid) and at < $4
                     order by at, transaction_id limit $5) l
              where a.id = any(${listParameter('$1', 'uuid')})
              group by l.transaction_id, l.at
              order by l.at, l.transaction_id limit $5) found
       join ledger_transaction t on t.id = found.transaction_id
      order by found.at, found.transaction_id`,
    [accountKeys(owner), after.at, after.key, before, most],
    'ledger-movements',
  );
  return rows.map(({ changes, ...row }) => ({
    ...row,
    amount: changes.reduce((sum, { amount }) => sum + amount, 0),
    changes: changes.map(({ account, amount }) => ({ account: statementAccount(account), amount })),
  }));
}

/** All that an owner had with the market just before each of two instants, in rupiah. */
export async function balancesBefore(ctx: Context, owner: Owner, first: Date, second: Date): Promise<[Rupiah, Rupiah]> {
  const [sums] = await ctx.read.rows<{ first: string; second: string }>(
    `select -coalesce(sum(ledger_balance(id, $2::timestamptz - interval '1 microsecond')), 0) as first,
            -coalesce(sum(ledger_balance(id, $3::timestamptz - interval '1 microsecond')), 0) as second
       from unnest(${listParameter('$1', 'uuid')}) as id`,
    [accountKeys(owner), first, second],
    'ledger-balances-before',
  );
  return [Number(sums?.first ?? 0), Number(sums?.second ?? 0)];
}
