import { globalId } from '../../api/platform/keys.ts';
import type { MadeProduct } from '../support/makers/catalog.ts';
import type { Answer, Sender, World } from '../support/world.ts';

/** A cart as these tests read it. */
export interface SeenCart {
  id: string;
  total: number;
  goodsTotal: number;
  pointFeeTotal: number;
  selectedCount: number;
  itemCount: number;
  lines: {
    id: string;
    quantity: number;
    selected: boolean;
    unitPrice: number;
    total: number;
    priceWhenAdded: number;
    issue: string | null;
    stockLeft: number;
    variant: { id: string; sku: string };
    product: { title: string };
  }[];
  groups: {
    seller: { name: string };
    goodsTotal: number;
    pointFee: number;
    parcelSize: string;
    lines: { id: string }[];
  }[];
  notices: { code: string; message: string; line: { id: string } | null }[];
  pickupPoint: { id: string } | null;
  expectedPickupAt: string | null;
  community: { slug: string } | null;
}

/** What a mutation of a cart answers. */
export interface Changed {
  cart: SeenCart | null;
  cartToken?: string | null;
  userErrors: { code: string; field: string[] | null; message: string }[];
}

const CART = `fragment C on Cart {
  id total goodsTotal pointFeeTotal selectedCount itemCount expectedPickupAt
  lines { id quantity selected unitPrice total priceWhenAdded issue stockLeft variant { id sku } product { title } }
  groups { seller { name } goodsTotal pointFee parcelSize lines { id } }
  notices { code message line { id } }
  pickupPoint { id } community { slug }
}`;

const mutation = (name: string, more: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return `mutation Do($input: ${type}Input!) {
    ${name}(input: $input) { cart { ...C } ${more} userErrors { field message ... on ${type}UserError { code } } }
  } ${CART}`;
};

/** Sends a mutation of carts and answers its payload; throws on top-level errors. */
export async function change(world: World, name: string, input: object, sender: Sender = {}): Promise<Changed> {
  const more = ['createCart', 'setCartLine', 'setCartPickupPoint', 'redeemCheckoutToken'].includes(name)
    ? 'cartToken'
    : '';
  const answer: Answer<Record<string, Changed>> = await world.request(mutation(name, more), { input }, sender);
  const payload = answer.data?.[name];
  if (!payload) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
  return payload;
}

/** Reads a cart by id, or the sender's own. */
export async function read(world: World, sender: Sender = {}, id: string | null = null): Promise<SeenCart | null> {
  const answer: Answer<{ cart: SeenCart | null }> = await world.request(
    `query Cart($id: ID) { cart(id: $id) { ...C } } ${CART}`,
    { id },
    sender,
  );
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data.cart;
}

/** Public id of a product's variant. */
export function variantId({ variants }: MadeProduct, at = 0): string {
  return globalId('Variant', variants[at]?.key ?? '');
}

/** A guest with an empty cart. */
export async function aGuest(world: World, input: object = {}): Promise<{ cartToken: string; id: string }> {
  const { cart, cartToken } = await change(world, 'createCart', { idempotencyKey: 'a-key-of-a-guest', ...input });
  if (!cart || !cartToken) throw new Error('no cart');
  return { cartToken, id: cart.id };
}
