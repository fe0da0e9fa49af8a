import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';
import { Cart } from './cart.ts';

/** Carries a cart from a widget in a host page to our own pages, once, within minutes. Only its hash is kept. */
@Entity()
@Unique({ name: 'checkout_token_hash', properties: ['tokenHash'] })
@Index({ name: 'checkout_token_expires_at', properties: ['expiresAt'] })
export class CheckoutToken {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Cart, { mapToPk: true, fieldName: 'cart_id', deleteRule: 'cascade' })
  cartKey!: string;

  @Property({ type: 'text' })
  tokenHash!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  redeemedAt: Date | null = null;
}
