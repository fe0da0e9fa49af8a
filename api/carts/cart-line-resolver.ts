import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { VerifyOtpPayload } from '../accounts/index.ts';
import { Product, productByKey, Variant, variantByKey } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Cart } from './cart.ts';
import { CartLine } from './cart-line.ts';
import { findCart } from './own-cart.ts';

@Resolver(() => CartLine)
export class CartLineResolver {
  @FieldResolver(() => Variant, { description: 'What is bought.' })
  async variant(@Ctx() ctx: Context, @Root() line: CartLine): Promise<Variant> {
    const variant = await variantByKey(ctx, line.variantKey);
    if (!variant) throw new Error(`variant ${line.variantKey} is gone`);
    return variant;
  }

  @FieldResolver(() => Product, { description: 'The product of the variant.' })
  async product(@Ctx() ctx: Context, @Root() line: CartLine): Promise<Product> {
    const product = await productByKey(ctx, line.productKey);
    if (!product) throw new Error(`product ${line.productKey} is gone`);
    return product;
  }
}

@Resolver(() => VerifyOtpPayload)
export class SignedInCartResolver {
  @Access(everyone)
  @FieldResolver(() => Cart, {
    nullable: true,
    description:
      "The account's cart, with the lines of the cart before signing in; null after a refusal, or without one.",
  })
  async cart(@Ctx() ctx: Context, @Root() payload: { viewer?: unknown }): Promise<Cart | null> {
    return payload.viewer ? findCart(ctx, null) : null;
  }
}
