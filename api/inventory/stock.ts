import { Check, Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { StoredVariant } from '../catalog/index.ts';

/** The most pieces of one variant that a person may enter. */
export const LARGEST_STOCK = 1_000_000;
/** The most pieces that can be kept: what is given back to a shop that has entered all it may must always find room. */
const LARGEST_KEPT = 2_000_000_000;

/** How much of a variant there is. `on_hand` minus `reserved` can be bought. Every change of it is a StockMovement as well. */
@Entity({ tableName: 'stock' })
@Check({ name: 'stock_reserved_within_on_hand', expression: 'on_hand >= reserved' })
@Check({ name: 'stock_reserved_not_negative', expression: 'reserved >= 0' })
@Check({ name: 'stock_on_hand_limit', expression: `on_hand <= ${LARGEST_KEPT}` })
export class Stock {
  @ManyToOne(() => StoredVariant, { mapToPk: true, primary: true, fieldName: 'variant_id' })
  variantKey!: string;

  /** Pieces with the seller, the reserved ones included. */
  @Property({ type: 'integer' })
  onHand!: number;

  /** Pieces of orders that are not settled yet. */
  @Property({ type: 'integer' })
  reserved!: number;
}
