import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { StoredVariant } from '../catalog/index.ts';

/** Why stock moved. */
export const StockMovementKind = {
  RESERVE: 'RESERVE',
  RELEASE: 'RELEASE',
  SETTLE: 'SETTLE',
  PUT_BACK: 'PUT_BACK',
  WRITE_OFF: 'WRITE_OFF',
  ADJUST: 'ADJUST',
} as const;
export type StockMovementKind = (typeof StockMovementKind)[keyof typeof StockMovementKind];

/** One change of one variant's stock; only ever appended. The sum of a variant's movements is its stock. */
@Entity({ tableName: 'stock_movement', comment: 'append-only' })
@Check({ name: 'stock_movement_moves', expression: 'on_hand_delta <> 0 or reserved_delta <> 0' })
@Unique({ name: 'stock_movement_adjusted_once', properties: ['actorKey', 'idempotencyKey'] })
@Index({ name: 'stock_movement_of_variant', properties: ['variantKey', 'at'] })
export class StockMovement {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key!: string;

  @ManyToOne(() => StoredVariant, { mapToPk: true, fieldName: 'variant_id' })
  variantKey!: string;

  @Enum({ items: () => Object.values(StockMovementKind) })
  kind!: StockMovementKind;

  @Property({ type: 'integer' })
  onHandDelta!: number;

  @Property({ type: 'integer' })
  reservedDelta!: number;

  /** What caused it: `order:<key>`, `parcel:<key>`, or the seller's words. */
  @Property({ type: 'text' })
  cause!: string;

  /** Account that acted, null for the program itself. */
  @Property({ type: 'uuid', fieldName: 'actor_id', nullable: true })
  actorKey!: string | null;

  /** The seller's key of an ADJUST, unique with the actor; null for the rest. */
  @Property({ type: 'text', nullable: true })
  idempotencyKey!: string | null;

  @Property({ type: 'timestamptz' })
  at!: Date;
}
