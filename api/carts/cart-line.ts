import { Field, Int, ObjectType } from 'type-graphql';
import { Access, type AccessRule } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { type Cart, holdsCart } from './cart.ts';
import { CartLineIssue } from './cart-line-issue.ts';
import type { PricedLine } from './price-lines.ts';

const holderOfLine: AccessRule = {
  name: 'owner of the cart, or holder of its token',
  permits: (source: CartLine, ctx) => holdsCart(source.cart, ctx.actor),
};

@ObjectType({ implements: Node, description: 'A variant in a cart, at the present price and stock.' })
@Access(holderOfLine)
export class CartLine extends Node {
  /** Not public. */
  readonly cart: Cart;
  readonly variantKey: string;
  readonly productKey: string;

  @Field(() => Int, { description: 'Pieces: what was asked for, cut to what is left.' })
  readonly quantity: number;

  @Field(() => Boolean, { description: 'Ticked: to be bought with the next order.' })
  readonly selected: boolean;

  @Field(() => RupiahScalar, { description: 'Price of one now, in whole rupiah.' })
  readonly unitPrice: Rupiah;

  @Field(() => RupiahScalar, { description: 'Unit price times quantity; counted in the cart when ticked and buyable.' })
  readonly total: Rupiah;

  @Field(() => RupiahScalar, { description: 'Price of one when it was added or last changed, in whole rupiah.' })
  readonly priceWhenAdded: Rupiah;

  @Field(() => CartLineIssue, {
    nullable: true,
    description: 'What changed since it was added; null when nothing did.',
  })
  readonly issue: CartLineIssue | null;

  @Field(() => Int, { description: 'Pieces that can be bought now.' })
  readonly stockLeft: number;

  constructor(cart: Cart, line: PricedLine) {
    super();
    this.cart = cart;
    this.key = line.lineKey;
    this.variantKey = line.variantKey;
    this.productKey = line.productKey;
    this.quantity = line.quantity;
    this.selected = line.selected;
    this.unitPrice = line.unitPrice;
    this.total = line.total;
    this.priceWhenAdded = line.priceWhenAdded;
    this.issue = line.issue;
    this.stockLeft = line.left;
  }
}
