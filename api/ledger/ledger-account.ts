import { Check, Entity, Enum, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { v5 as uuidv5 } from 'uuid';

/** The kinds of account. Debit accounts grow with positive lines, credit accounts (what is owed or earned) with negative ones. */
export const LedgerAccountKind = {
  /** Money that the payment provider has taken for us and not yet sent. Debit. */
  PROVIDER_CLEARING: 'PROVIDER_CLEARING',
  /** What the provider keeps, and settlements that it takes back after the goods went out. Debit. */
  PROVIDER_FEE: 'PROVIDER_FEE',
  /** Our account at the bank. Debit. */
  BANK: 'BANK',
  /** Notes and coins at one pickup point; owner is the point. Debit. */
  CASH_AT_POINT: 'CASH_AT_POINT',
  /** Sold, not yet past complaint; owner is the seller. Credit. */
  SELLER_HELD: 'SELLER_HELD',
  /** To be paid out; owner is the seller. Credit. */
  SELLER_PAYABLE: 'SELLER_PAYABLE',
  /** What the market earns. Credit. */
  COMMISSION: 'COMMISSION',
  /** A community's share of the commission, not yet past complaint; owner is the community. Credit. */
  COMMUNITY_HELD: 'COMMUNITY_HELD',
  /** A community's share of the commission, to be paid out; owner is the community. Credit. */
  COMMUNITY_PAYABLE: 'COMMUNITY_PAYABLE',
  /** Fees of a pickup point for parcels not yet past complaint; owner is the point. Credit. */
  POINT_HELD: 'POINT_HELD',
  /** Fees earned by a pickup point, less what it lost; owner is the point. Credit. */
  POINT_PAYABLE: 'POINT_PAYABLE',
  /** Payouts that were asked for and have neither arrived nor failed; owner is the seller, point or community. Credit. */
  PAYOUT_IN_TRANSIT: 'PAYOUT_IN_TRANSIT',
  /** Owed to buyers. Credit. */
  REFUND_DUE: 'REFUND_DUE',
  /** What the market gives away in vouchers. Debit. */
  VOUCHER_COST: 'VOUCHER_COST',
} as const;
export type LedgerAccountKind = (typeof LedgerAccountKind)[keyof typeof LedgerAccountKind];

/** Names an account without asking the database. */
export interface AccountName {
  readonly kind: LedgerAccountKind;
  /** Key of the seller, point or community it belongs to; null for the market's own. */
  readonly ownerKey: string | null;
}

/** Accounts whose balance is shown as positive when lines are positive. */
const DEBIT_KINDS: ReadonlySet<LedgerAccountKind> = new Set([
  'PROVIDER_CLEARING',
  'PROVIDER_FEE',
  'BANK',
  'CASH_AT_POINT',
  'VOUCHER_COST',
]);

/** 1 for accounts that grow with positive lines, -1 for accounts that grow with negative ones. */
export function naturalSign(kind: LedgerAccountKind): 1 | -1 {
  return DEBIT_KINDS.has(kind) ? 1 : -1;
}

/** Kinds that have one account for each owner; the others have one account in all. */
export const OWNED_KINDS: ReadonlySet<LedgerAccountKind> = new Set([
  'CASH_AT_POINT',
  'SELLER_HELD',
  'SELLER_PAYABLE',
  'COMMUNITY_HELD',
  'COMMUNITY_PAYABLE',
  'POINT_HELD',
  'POINT_PAYABLE',
  'PAYOUT_IN_TRANSIT',
]);

const PAYABLE_OF: Readonly<Partial<Record<LedgerAccountKind, LedgerAccountKind>>> = {
  SELLER_HELD: 'SELLER_PAYABLE',
  COMMUNITY_HELD: 'COMMUNITY_PAYABLE',
  POINT_HELD: 'POINT_PAYABLE',
};

/** Where what is held in an account goes once its sale is past complaint; null for an account that holds nothing back. */
export function payableAfter({ kind, ownerKey }: AccountName): AccountName | null {
  const payable = PAYABLE_OF[kind];
  return payable ? { kind: payable, ownerKey } : null;
}

const NAMESPACE = '5d0b1c9a-6c1c-4b6f-9a0e-7b2f1a3c4d5e';

/** The key of an account: made of its name, so that posting needs no look-up. */
export function ledgerAccountKey({ kind, ownerKey }: AccountName): string {
  return uuidv5(`${kind}:${ownerKey ?? ''}`, NAMESPACE);
}

/** An account of the ledger. It has no balance: a balance is the sum of its lines. */
@Entity({ tableName: 'ledger_account', comment: 'append-only' })
@Unique({ name: 'ledger_account_once', properties: ['kind', 'ownerKey'] })
@Check({
  name: 'ledger_account_owner',
  expression: `(owner_id is not null) = (kind in (${[...OWNED_KINDS].map((kind) => `'${kind}'`).join(', ')}))`,
})
export class LedgerAccount {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key!: string;

  @Enum({ items: () => Object.values(LedgerAccountKind) })
  kind!: LedgerAccountKind;

  /** The seller, pickup point or community; no foreign key, because its table depends on the kind. */
  @Property({ type: 'uuid', fieldName: 'owner_id', nullable: true })
  ownerKey!: string | null;
}
