import { Stock } from '../inventory/index.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** How many of each variant can be bought at this instant; one that has no stock is left out. Not a reservation. */
export async function leftOf(tx: Tx, variantKeys: readonly string[]): Promise<Map<string, number>> {
  const stocks = await tx.find(Stock, { variantKey: { $in: [...variantKeys] } }, { refresh: true });
  return new Map(stocks.map(({ variantKey, onHand, reserved }) => [variantKey, onHand - reserved]));
}
