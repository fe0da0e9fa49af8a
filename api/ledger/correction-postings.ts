import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import { type Posting, post } from './post.ts';
import { CLEARING } from './sale-postings.ts';

/** What a curator found out about money by looking into a difference. */
export interface Correction {
  /** PAID_BACK_BY_TRANSFER: money that only the provider knew went back from our bank. BORNE_BY_MARKET: money that only our books knew is lost. */
  readonly kind: 'PAID_BACK_BY_TRANSFER' | 'BORNE_BY_MARKET';
  /** In whole rupiah, above 0. */
  readonly amount: Rupiah;
}

/** Puts the books right after a difference was looked into. Once per task. */
export function postCorrection(tx: Tx, taskKey: string, correction: Correction): Promise<boolean> {
  return post(tx, { effect: `correction:${taskKey}`, ...movementOf(correction) });
}

function movementOf({ kind, amount }: Correction): Omit<Posting, 'effect'> {
  if (kind === 'BORNE_BY_MARKET')
    return {
      memo: 'Corrected: the provider holds less, the market bears it',
      lines: [
        { account: { kind: 'PROVIDER_FEE', ownerKey: null }, amount },
        { account: CLEARING, amount: -amount },
      ],
    };
  return {
    memo: 'Corrected: money that no order knew went back by transfer',
    lines: [
      { account: CLEARING, amount },
      { account: { kind: 'BANK', ownerKey: null }, amount: -amount },
    ],
  };
}
