import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { StoredVariant } from '../catalog/index.ts';
import { newKey } from '../platform/keys.ts';
import { type Rupiah, RupiahColumn } from '../platform/money.ts';
import { Cart } from './cart.ts';

/** The most pieces of one line. */
export const LARGEST_QUANTITY = 999;
/** The most lines of one cart. */
export const MOST_LINES = 100;

/** What keeps a line from being bought as it stands. */
export const CartLineIssue = {
  PRICE_CHANGED: 'PRICE_CHANGED',
  OUT_OF_STOCK: 'OUT_OF_STOCK',
  QUANTITY_REDUCED: 'QUANTITY_REDUCED',
  UNAVAILABLE: 'UNAVAILABLE',
} as const;
export type CartLineIssue = keyof typeof CartLineIssue;

registerEnumType(CartLineIssue, {
  name: 'CartLineIssue',
  description: 'What changed about a line since it was added.',
  valuesConfig: {
    PRICE_CHANGED: { description: 'The price is another now; the line can be bought at the new price.' },
    OUT_OF_STOCK: {
      description: 'None is left; the line is not counted and must be unticked or removed before ordering.',
    },
    QUANTITY_REDUCED: { description: 'Fewer are left than were asked for; the line is counted with what is left.' },
    UNAVAILABLE: {
      description: 'It is not sold any more; the line is not counted and must be unticked or removed before ordering.',
    },
  },
});

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
