import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/index.ts';
import { Widget } from '../communities/index.ts';
import { StoredPickupPoint } from '../pickup/index.ts';
import type { Actor } from '../platform/context.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access, type AccessRule } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import type { StoredNotice } from './cart-notice.ts';
import { Voucher } from './vouchers/voucher.ts';

/** Whether the caller is the account of the cart, or brought a secret that holds it while nobody owns it. */
export function holdsCart({ accountKey, tokenHash }: Pick<Cart, 'accountKey' | 'tokenHash'>, actor: Actor): boolean {
  if (accountKey !== null) return accountKey === actor.key;
  return tokenHash !== null && tokenHash === actor.cartTokenHash;
}

/** Account of the cart, or holder of its secret. */
export const holderOfCart: AccessRule = {
  name: 'owner of the cart, or holder of its token',
  permits: (source: Cart, ctx) => holdsCart(source, ctx.actor),
};

@ObjectType({ implements: Node, description: 'What a buyer means to buy, of any number of sellers.' })
@Access(holderOfCart)
@Entity()
@Unique({ name: 'cart_once_per_account', properties: ['accountKey'] })
@Unique({ name: 'cart_token_hash', properties: ['tokenHash'] })
@Check({ name: 'cart_held_by_account_or_token', expression: '(account_id is null) <> (token_hash is null)' })
@Index({ name: 'cart_updated_at', properties: ['updatedAt'] })
export class Cart extends StoredNode {
  /** The account it belongs to; null for a guest's. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'account_id', nullable: true })
  accountKey: string | null = null;

  /** SHA-256 (hex) of the secret that holds a guest's cart; null for an account's. */
  @Property({ type: 'text', nullable: true })
  tokenHash: string | null = null;

  @ManyToOne(() => StoredPickupPoint, { mapToPk: true, fieldName: 'pickup_point_id', nullable: true })
  pickupPointKey: string | null = null;

  /** The widget it was filled through; its community gets the share. */
  @ManyToOne(() => Widget, { mapToPk: true, fieldName: 'widget_id', nullable: true })
  widgetKey: string | null = null;

  /** The code that its buyer put on it; whether it holds is looked at anew each time. */
  @ManyToOne(() => Voucher, { mapToPk: true, fieldName: 'voucher_id', nullable: true })
  voucherKey: string | null = null;

  /** What happened to it that its buyer should know; emptied by the next change. */
  @Property({ type: 'json' })
  storedNotices: StoredNotice[] = [];

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
