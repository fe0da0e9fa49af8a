import type { Opt } from '@mikro-orm/core';
import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';
import { type Rupiah, RupiahColumn } from '../platform/money.ts';
import { StoredSeller } from '../sellers/index.ts';
import { StoredProduct } from './stored-product.ts';

/** What is sold: a product in one size, flavour or pack, as stored. Its stock is kept by inventory. */
@Entity({ tableName: 'variant' })
@Index({ name: 'variant_of_product', properties: ['productKey', 'position'] })
@Unique({ name: 'variant_sku_once', properties: ['sellerKey', 'sku'] })
@Check({ name: 'variant_price_range', expression: 'price > 0 and price <= 1000000000' })
@Check({ name: 'variant_weight_range', expression: 'weight_grams >= 0 and weight_grams <= 100000' })
@Check({ name: 'variant_sku_length', expression: 'char_length(sku) >= 1 and char_length(sku) <= 40' })
export class StoredVariant {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => StoredProduct, { mapToPk: true, fieldName: 'product_id' })
  productKey!: string;

  /** Seller of the product, here so that an SKU is unique per seller. */
  @ManyToOne(() => StoredSeller, { mapToPk: true, fieldName: 'seller_id' })
  sellerKey!: string;

  /** The seller's own code for it. */
  @Property({ type: 'text' })
  sku!: string;

  /** What tells it from its siblings, e.g. 250 g; empty when there is one variant only. */
  @Property({ type: 'text' })
  name: Opt<string> = '';

  /** Choices by name in order, e.g. [{ name: 'Rasa', value: 'balado' }]. */
  @Property({ type: 'json' })
  options: Opt<readonly { readonly name: string; readonly value: string }[]> = [];

  @Property({ type: RupiahColumn })
  price!: Rupiah;

  @Property({ type: 'integer' })
  weightGrams!: number;

  /** Order among its siblings. */
  @Property({ type: 'integer' })
  position: Opt<number> = 0;

  /** No longer sold; kept because orders refer to it. */
  @Property({ type: 'boolean' })
  isArchived: Opt<boolean> = false;
}
