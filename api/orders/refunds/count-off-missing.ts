import { addSold } from '../../catalog/index.ts';
import { putBackStock, writeOffStock } from '../../inventory/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { OrderLine } from '../order-line.ts';
import type { Parcel } from '../parcel.ts';

/** Pieces that were sold and are not there: their sale is undone and they are counted off, so that nobody can buy them again. */
export async function countOffMissing(
  tx: Tx,
  parcel: Parcel,
  lines: readonly OrderLine[],
  pieces: ReadonlyMap<string, number>,
): Promise<void> {
  const missing = lines
    .filter(({ key }) => pieces.has(key))
    .map(({ key, variantKey, productKey }) => ({ variantKey, productKey, quantity: pieces.get(key)! }));
  const cause = `parcel:${parcel.key}`;
  await putBackStock(tx, missing, cause);
  await writeOffStock(tx, missing, cause);
  await addSold(
    tx,
    missing.map(({ productKey, quantity }) => ({ productKey, pieces: -quantity })),
  );
}
