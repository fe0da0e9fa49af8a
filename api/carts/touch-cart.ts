import type { Tx } from '../platform/database/transaction.ts';
import type { Cart } from './cart.ts';

/** Notes that the buyer changed a locked cart: what it had to tell before has been seen. */
export function touch(tx: Tx, cart: Cart): void {
  cart.updatedAt = tx.context.clock.now();
  cart.storedNotices = [];
}
