import type { Domain } from '../platform/domain.ts';
import { closeLedgerNightly } from './closing/close-ledger.ts';
import { LedgerClosing } from './closing/ledger-closing.ts';
import { LedgerKeptBalance } from './closing/ledger-kept-balance.ts';
import { LedgerAccount } from './ledger-account.ts';
import { LedgerLine } from './ledger-line.ts';
import { LedgerResolver } from './ledger-resolver.ts';
import { LedgerTransaction } from './ledger-transaction.ts';
import { BankAccount } from './payouts/bank-account.ts';
import { BatchResolver } from './payouts/batch-resolver.ts';
import { payWeeklyRound } from './payouts/pay-weekly.ts';
import { Payout } from './payouts/payout.ts';
import { PayoutBatch } from './payouts/payout-batch.ts';
import { payoutNodes } from './payouts/payout-queries.ts';
import { EarningsResolver, PayoutResolver } from './payouts/payout-resolver.ts';
import { PayoutRound } from './payouts/payout-round.ts';
import { CashDelivery } from './settlements/cash-delivery.ts';
import { CashResolver } from './settlements/cash-resolver.ts';
import { ProviderFee } from './settlements/provider-fee.ts';
import { ProviderSettlement } from './settlements/provider-settlement.ts';
import { SettlementResolver, settlementNodes } from './settlements/settlement-resolver.ts';
import { StatementResolver } from './statements/statement-resolver.ts';

export { balanceOf } from './balance.ts';
export { postChargeReversed, postReleased, postReversed } from './end-postings.ts';
export { ledgerFiles } from './file-routes.ts';
export { type AccountName, LedgerAccountKind } from './ledger-account.ts';
export { ownerName } from './owner.ts';
export { Payout } from './payouts/payout.ts';
export { bankAccountByKey } from './payouts/payout-queries.ts';
export { PAYOUT_DEFAULTS, type PayoutSettings } from './payouts/payout-settings.ts';
export { type Posting, post } from './post.ts';
export {
  type GoodsUndone,
  postBorne,
  postLost,
  postLostUnsold,
  postRefundLessFee,
  postRefundOwed,
  type RefundBearer,
} from './refund-postings.ts';
export { postCashTaken, postPaid, postPaidTooLate, type Sale } from './sale-postings.ts';
export { ProviderFee } from './settlements/provider-fee.ts';
export { ProviderSettlement } from './settlements/provider-settlement.ts';
export { type FeeAgreed, listProviderFees, setProviderFee } from './settlements/set-provider-fee.ts';
export { commissionOn, communityShareOn, inProportion, partOf } from './shares.ts';
export type { EffectCodes } from './statements/effect-codes.ts';
export { type SoldParcel, takenFromSellers } from './taken-from-sellers.ts';

/** What ledger brings to the program. */
export const ledgerDomain: Domain = {
  name: 'ledger',
  entities: [
    LedgerAccount,
    LedgerTransaction,
    LedgerLine,
    LedgerClosing,
    LedgerKeptBalance,
    BankAccount,
    PayoutBatch,
    Payout,
    PayoutRound,
    ProviderFee,
    ProviderSettlement,
    CashDelivery,
  ],
  resolvers: [
    LedgerResolver,
    EarningsResolver,
    PayoutResolver,
    BatchResolver,
    StatementResolver,
    SettlementResolver,
    CashResolver,
  ],
  listeners: [],
  jobs: [closeLedgerNightly, payWeeklyRound],
  nodes: { ...payoutNodes, ...settlementNodes },
};
