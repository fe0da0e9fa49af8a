import type { LedgerAccountKind } from '../ledger-account.ts';

/** Accounts as statements call them, whoever's they are. */
export const StatementAccount = {
  HELD: 'HELD',
  PAYABLE: 'PAYABLE',
  ON_ITS_WAY: 'ON_ITS_WAY',
  CASH: 'CASH',
} as const;
export type StatementAccount = keyof typeof StatementAccount;

const NAMES: Readonly<Partial<Record<LedgerAccountKind, StatementAccount>>> = {
  SELLER_HELD: 'HELD',
  COMMUNITY_HELD: 'HELD',
  POINT_HELD: 'HELD',
  PAYOUT_IN_TRANSIT: 'ON_ITS_WAY',
  CASH_AT_POINT: 'CASH',
};

/** What a statement calls an account of this kind. */
export function statementAccount(kind: LedgerAccountKind): StatementAccount {
  return NAMES[kind] ?? 'PAYABLE';
}
