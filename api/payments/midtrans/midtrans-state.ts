import { LARGEST_RUPIAH, type Rupiah } from '../../platform/money.ts';
import type { ProviderRefund, ProviderState, ProviderStatus } from '../payment-provider.ts';
import { readInstructions } from './midtrans-instructions.ts';

type Body = Readonly<Record<string, unknown>>;

/** The provider's words, in lower case, and ours. `authorize` and card challenges are not money yet. */
const STATUSES: Readonly<Record<string, ProviderStatus>> = {
  pending: 'PENDING',
  authorize: 'PENDING',
  capture: 'SETTLED',
  settlement: 'SETTLED',
  deny: 'DENIED',
  failure: 'DENIED',
  cancel: 'CANCELLED',
  expire: 'EXPIRED',
  partial_refund: 'PARTLY_REFUNDED',
  refund: 'REFUNDED',
  // Part of the money is still there; a person has to look at the rest.
  partial_chargeback: 'SETTLED',
  chargeback: 'REVERSED',
};

/** Reads an answer about one charge; null when it is not one we understand, so that nothing is decided on it. */
export function readState(body: Body, simulatorPages: string | null): ProviderState | null {
  const said = String(body.transaction_status ?? '').toLowerCase();
  const mapped = STATUSES[said];
  const amount = readAmount(body.gross_amount);
  const { order_id: providerOrderId, transaction_id: transactionId } = body;
  if (!mapped || amount === null || typeof providerOrderId !== 'string' || typeof transactionId !== 'string')
    return null;
  const refunds = readRefunds(body.refunds);
  if (refunds === null) return null;
  return {
    providerOrderId,
    transactionId,
    status: withFraud(mapped, body.fraud_status),
    amount,
    currency: typeof body.currency === 'string' ? body.currency : 'IDR',
    merchantId: typeof body.merchant_id === 'string' ? body.merchant_id : null,
    refunds,
    isPartlyDisputed: said === 'partial_chargeback',
    instructions: readInstructions(body, simulatorPages),
    answer: withoutSignature(body),
  };
}

/** Whole rupiah out of "150000.00"; null for anything else, also for a fraction. */
export function readAmount(text: unknown): Rupiah | null {
  const digits = typeof text === 'string' ? /^(\d{1,16})(\.0{1,2})?$/.exec(text)?.[1] : undefined;
  const amount = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(amount) && amount <= LARGEST_RUPIAH ? amount : null;
}

/** Money counts as paid only when nobody doubts it. */
function withFraud(status: ProviderStatus, fraud: unknown): ProviderStatus {
  if (status !== 'SETTLED' || fraud === undefined || fraud === null) return status;
  const said = String(fraud).toLowerCase();
  if (said === 'accept' || said === '') return 'SETTLED';
  return said === 'deny' ? 'DENIED' : 'PENDING';
}

function readRefunds(list: unknown): ProviderRefund[] | null {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return null;
  const refunds = list.map((entry: Body) => {
    const amount = readAmount(entry?.refund_amount);
    return amount === null
      ? null
      : {
          refundKey: String(entry.refund_key ?? entry.refund_chargeback_id ?? ''),
          amount,
          isConfirmed: typeof entry.bank_confirmed_at === 'string',
        };
  });
  return refunds.every((refund) => refund !== null) ? refunds : null;
}

/** A signature is made with the server key; there is no reason to keep it. */
function withoutSignature({ signature_key: _signature, ...kept }: Body): object {
  return kept;
}
