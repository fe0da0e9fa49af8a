import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { StoredVariant } from '../catalog/index.ts';
import { newKey } from '../platform/keys.ts';
import { type Rupiah, RupiahColumn } from '../platform/money.ts';
import { Cart } from './cart.ts';

/** The most pieces of one line. */
export const LARGEST_QUANTITY = 999;
/** The most lines of one cart. */
export const MOST_LINES = 100;

/** A variant in a cart, as stored; `CartLine` is what the world sees of it, at live price and stock. */
@Entity({ tableName: 'cart_line' })
@Unique({ name: 'cart_line_once_per_variant', properties: ['cartKey', 'variantKey'] })
@Check({ name: 'cart_line_quantity', expression: `quantity >= 1 and quantity <= ${LARGEST_QUANTITY}` })
@Check({ name: 'cart_line_price_positive', expression: 'price_when_added > 0' })
export class StoredCartLine {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Cart, { mapToPk: true, fieldName: 'cart_id', deleteRule: 'cascade' })
  cartKey!: string;

  @ManyToOne(() => StoredVariant, { mapToPk: true, fieldName: 'variant_id' })
  variantKey!: string;

  @Property({ type: 'integer' })
  quantity!: number;

  /** Ticked: to be bought with the next order. */
  @Property({ type: 'boolean' })
  selected: boolean = true;

  @Property({ type: RupiahColumn })
  priceWhenAdded!: Rupiah;
}
