import { LockMode } from '@mikro-orm/core';
import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { isMemberOfSeller } from '../sellers/index.ts';
import { StoredProduct } from './stored-product.ts';

/** A product by public id under lock, whoever's it is. Refuses NOT_FOUND on the field that led to it. */
export async function lockProduct(tx: Tx, productId: string, field = 'productId'): Promise<StoredProduct> {
  const key = keyOf('Product', productId);
  const product =
    key === null ? null : await tx.findOne(StoredProduct, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return product ?? refuse('NOT_FOUND', [field]);
}

/** A product of the caller's shop under lock. Refuses NOT_FOUND on the field that led to it: not there and not yours look the same. */
export async function lockOwnProduct(tx: Tx, productId: string, field = 'productId'): Promise<StoredProduct> {
  const product = await lockProduct(tx, productId, field);
  return isMemberOfSeller(tx.context, product.sellerKey) ? product : refuse('NOT_FOUND', [field]);
}

/** Records that a product changed, when it is worth telling, and gives its key. */
export async function tellProduct(tx: Tx, event: ProductEvent, product: StoredProduct): Promise<string> {
  product.updatedAt = tx.context.clock.now();
  await appendEvent(tx, event, { productKey: product.key, sellerKey: product.sellerKey });
  return product.key;
}

/** What happens to products; subject { productKey, sellerKey }. */
export type ProductEvent =
  | 'ProductCreated'
  | 'ProductUpdated'
  | 'ProductPublished'
  | 'ProductArchived'
  | 'ProductBlocked';
