import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/transaction.ts';

/**
 * What payments are for, seen from here. Locks are taken in one order everywhere (order, then payment), but payments know
 * no orders: so before a payment is locked, the keeper of its reference locks that.
 */
export interface PaymentReferences {
  /** Locks the row that this reference names, before the payment is locked; a reference that is not there is left alone. */
  lock(tx: Tx, reference: string): Promise<void>;
  /** Those of these references that are there and for which money counts: paid, or owed or sent back, or taken back by a bank. */
  knowMoney(ctx: Context, references: readonly string[]): Promise<ReadonlySet<string>>;
}

declare module '../platform/context.ts' {
  interface Ports {
    /** Implemented by orders, handed in by app.ts. */
    readonly paymentReferences: PaymentReferences;
  }
}
