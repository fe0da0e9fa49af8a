import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { type Payload, payload } from '../platform/graphql/user-errors.ts';
import type { Cart } from './cart.ts';
import { answerCart, type CartAnswer } from './cart-cookie.ts';
import {
  CreateCartInput,
  CreateCheckoutTokenInput,
  RedeemCheckoutTokenInput,
  RemoveCartLineInput,
  SetCartLineInput,
  SetCartPickupPointInput,
  SetCartSelectionInput,
} from './cart-inputs.ts';
import {
  CREATE_CART,
  CREATE_CHECKOUT_TOKEN,
  CreateCartPayload,
  CreateCheckoutTokenPayload,
  REDEEM_CHECKOUT_TOKEN,
  REMOVE_CART_LINE,
  RedeemCheckoutTokenPayload,
  RemoveCartLinePayload,
  SET_CART_LINE,
  SET_CART_PICKUP_POINT,
  SET_CART_SELECTION,
  SetCartLinePayload,
  SetCartPickupPointPayload,
  SetCartSelectionPayload,
} from './cart-payloads.ts';
import { createCheckoutToken, redeemCheckoutToken } from './checkout-tokens.ts';
import { createCart } from './create-cart.ts';
import { removeCartLine } from './remove-cart-line.ts';
import { setCartLine } from './set-cart-line.ts';
import { setCartPickupPoint } from './set-cart-pickup-point.ts';
import { setCartSelection } from './set-cart-selection.ts';

// Open to everyone: a guest has a cart too, and each use case looks for the caller's own.
@Resolver()
export class ChangeCartResolver {
  @Access(everyone)
  @Mutation(() => CreateCartPayload, { description: "The caller's cart, made when there is none." })
  createCart(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateCartInput, { description: 'What it is made with.' }) input: CreateCartInput,
  ): Promise<Payload<CartAnswer>> {
    const { idempotencyKey, widgetKey = null } = input;
    return payload(ctx, CREATE_CART, async () => answerCart(ctx, await createCart(ctx, { idempotencyKey, widgetKey })));
  }

  @Access(everyone)
  @Mutation(() => SetCartLinePayload, {
    description:
      'Sets how many of a variant are in a cart; makes the cart when there is none. More than the stock is cut to it.',
  })
  setCartLine(
    @Ctx() ctx: Context,
    @Arg('input', () => SetCartLineInput, { description: 'What the line shall be.' }) input: SetCartLineInput,
  ): Promise<Payload<CartAnswer>> {
    const { cartId = null, variantId, quantity, selected = null } = input;
    return payload(ctx, SET_CART_LINE, async () =>
      answerCart(ctx, await setCartLine(ctx, { cartId, variantId, quantity, selected })),
    );
  }

  @Access(everyone)
  @Mutation(() => RemoveCartLinePayload, { description: 'Takes a line out of a cart.' })
  removeCartLine(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveCartLineInput, { description: 'The line.' }) input: RemoveCartLineInput,
  ): Promise<Payload<{ cart: Cart }>> {
    return payload(ctx, REMOVE_CART_LINE, async () => ({ cart: await removeCartLine(ctx, input.lineId) }));
  }

  @Access(everyone)
  @Mutation(() => SetCartSelectionPayload, { description: 'Ticks or unticks lines of a cart.' })
  setCartSelection(
    @Ctx() ctx: Context,
    @Arg('input', () => SetCartSelectionInput, { description: 'The lines.' }) input: SetCartSelectionInput,
  ): Promise<Payload<{ cart: Cart }>> {
    const { cartId = null, lineIds, selected } = input;
    return payload(ctx, SET_CART_SELECTION, async () => ({
      cart: await setCartSelection(ctx, { cartId, lineIds, selected }),
    }));
  }

  @Access(everyone)
  @Mutation(() => SetCartPickupPointPayload, {
    description: 'Chooses where to collect; makes the cart when there is none.',
  })
  setCartPickupPoint(
    @Ctx() ctx: Context,
    @Arg('input', () => SetCartPickupPointInput, { description: 'The point.' }) input: SetCartPickupPointInput,
  ): Promise<Payload<CartAnswer>> {
    const { cartId = null, pickupPointId } = input;
    return payload(ctx, SET_CART_PICKUP_POINT, async () =>
      answerCart(ctx, await setCartPickupPoint(ctx, { cartId, pickupPointId })),
    );
  }

  @Access(everyone)
  @Mutation(() => CreateCheckoutTokenPayload, {
    description: 'A one-time address of our own checkout for a cart in a widget.',
  })
  createCheckoutToken(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateCheckoutTokenInput, { description: 'The cart.' }) input: CreateCheckoutTokenInput,
  ): Promise<Payload<{ url: string }>> {
    return payload(ctx, CREATE_CHECKOUT_TOKEN, async () => ({ url: await createCheckoutToken(ctx, input.cartId) }));
  }

  @Access(everyone)
  @Mutation(() => RedeemCheckoutTokenPayload, {
    description: "Moves the lines of a widget's cart into the caller's own, once; makes the cart when there is none.",
  })
  redeemCheckoutToken(
    @Ctx() ctx: Context,
    @Arg('input', () => RedeemCheckoutTokenInput, { description: 'The token.' }) input: RedeemCheckoutTokenInput,
  ): Promise<Payload<CartAnswer>> {
    return payload(ctx, REDEEM_CHECKOUT_TOKEN, async () =>
      answerCart(ctx, await redeemCheckoutToken(ctx, input.token)),
    );
  }
}
