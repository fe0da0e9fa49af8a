import type { Domain } from '../platform/domain.ts';
import { LedgerAccount } from './ledger-account.ts';
import { LedgerLine } from './ledger-line.ts';
import { LedgerResolver } from './ledger-resolver.ts';
import { LedgerTransaction } from './ledger-transaction.ts';

export { balanceOf } from './balance.ts';
export { postReleased, postReversed } from './end-postings.ts';
export { type AccountName, LedgerAccountKind } from './ledger-account.ts';
export { type Posting, post } from './post.ts';
export { postBorne, postLost, postRefundLessFee, postRefundOwed, type RefundBearer } from './refund-postings.ts';
export { postCashTaken, postPaid, postPaidTooLate, type Sale } from './sale-postings.ts';
export { commissionOn, communityShareOn, inProportion } from './shares.ts';

/** What ledger brings to the program. */
export const ledgerDomain: Domain = {
  name: 'ledger',
  entities: [LedgerAccount, LedgerTransaction, LedgerLine],
  resolvers: [LedgerResolver],
  listeners: [],
  jobs: [],
  nodes: {},
};
