import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateMarket } from '../../seeds/market.ts';
import {
  AcceptParcelDocument,
  CheckoutPageDocument,
  ChoosePointDocument,
  CollectParcelDocument,
  OrderLiveDocument,
  OrderPageDocument,
  OrderToCollectDocument,
  PackParcelDocument,
  PlaceOrderDocument,
  ReceiveParcelDocument,
  RedeemCheckoutDocument,
  RequestOtpDocument,
  SellerQueueDocument,
  SetLineDocument,
  WidgetCheckoutDocument,
  WidgetCreateCartDocument,
  WidgetProductsDocument,
  WidgetSetLineDocument,
} from '../../storefront-widget/operations/generated/graphql.ts';
import { ApiClient, done } from '../support/api-client.ts';
import { type Program, startProgram } from '../support/program.ts';
import { aSeededFolder, type SeededFolder } from '../support/seeded-folder.ts';

const { cast } = generateMarket({ seed: 1, products: 0 });
const POINT = 'dcomart-balaikota';

const GOODS = `query Goods($search: String, $filter: ProductFilter) {
  products(search: $search, filter: $filter, first: 20) {
    totalCount
    edges { node { slug title isHalal inStock seller { slug kecamatan { slug } } priceRange { min } variants { id price stockLeft inStock } } }
    facets { kecamatan { kecamatan { slug } count } halal { isHalal count } }
  }
}`;

interface Goods {
  products: {
    totalCount: number;
    edges: {
      node: {
        slug: string;
        title: string;
        isHalal: boolean;
        inStock: boolean;
        seller: { slug: string; kecamatan: { slug: string } };
        priceRange: { min: number };
        variants: { id: string; price: number; stockLeft: number; inStock: boolean }[];
      };
    }[];
    facets: {
      kecamatan: { kecamatan: { slug: string }; count: number }[];
      halal: { isHalal: boolean; count: number }[];
    };
  };
}

let program: Program;
let folder: SeededFolder;

beforeAll(async () => {
  folder = await aSeededFolder();
  program = await startProgram({ DATA_DIR: folder.dataDir });
}, 300_000);

afterAll(async () => {
  await program?.stop();
  await folder?.remove();
});

/** The codes on a phone of the WhatsApp simulator, oldest first, read from its page. */
async function codesOnPhone(phone: string): Promise<string[]> {
  const page = await (await fetch(`${program.url}/simulator/whatsapp/phone/${phone.slice(1)}`)).text();
  return [...page.matchAll(/<span class="code">(\d{6})<\/span>/g)].map(([, code]) => code ?? '');
}

/** Waits for one more code than there were. */
async function nextCode(phone: string, before: number): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const code = (await codesOnPhone(phone))[before];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no code came to ${phone}`);
}

async function signIn(client: ApiClient, phone: string): Promise<void> {
  const before = (await codesOnPhone(phone)).length;
  done((await client.ask(RequestOtpDocument, { input: { phone } })).requestOtp);
  const code = await nextCode(phone, before);
  const text = `mutation Verify($input: VerifyOtpInput!) { verifyOtp(input: $input) { accessToken userErrors { message code } } }`;
  const { verifyOtp } = await client.ask<
    { verifyOtp: { accessToken: string; userErrors: { message: string; code: string }[] } },
    object
  >(text, {
    input: { phone, code, consent: true },
  });
  client.token = done(verifyOtp).accessToken;
}

function buyable(goods: Goods): Goods['products']['edges'][number]['node']['variants'][number] {
  const variant = goods.products.edges
    .flatMap(({ node }) => node.variants)
    .find(({ inStock, stockLeft }) => inStock && stockLeft >= 2);
  if (!variant) throw new Error('nothing to buy');
  return variant;
}

/** A cart with a piece of each demo seller, the point chosen; the buyer signed in. */
async function filledCart(client: ApiClient): Promise<{ id: string; total: number }> {
  for (const { shopSlug } of cast.sellers) {
    const variant = buyable(await client.ask<Goods, object>(GOODS, { filter: { seller: [shopSlug], inStock: true } }));
    done(
      (await client.ask(SetLineDocument, { input: { variantId: variant.id, quantity: 1, selected: true } }))
        .setCartLine,
    );
  }
  const { cart } = await client.ask(CheckoutPageDocument, { near: { latitude: -6.39, longitude: 106.82 } });
  const offered = cart?.availablePickupPoints ?? [];
  expect(offered.length).toBeGreaterThanOrEqual(11);
  const distances = offered.flatMap(({ distanceMetres }) => distanceMetres ?? []);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  const point = offered.find(({ pickupPoint }) => pickupPoint.slug === POINT);
  expect(point).toMatchObject({ isAvailable: true });
  const chosen = done(
    (await client.ask(ChoosePointDocument, { input: { pickupPointId: point?.pickupPoint.id ?? '' } }))
      .setCartPickupPoint,
  );
  return { id: chosen.cart?.id ?? '', total: chosen.cart?.total ?? 0 };
}

/** Each seller accepts and packs its parcel; gives the parcel codes. */
async function sellersPack(orderCode: string): Promise<string[]> {
  const codes: string[] = [];
  for (const seller of cast.sellers) {
    const client = new ApiClient(program.url);
    await signIn(client, seller.phone);
    const queue = await client.ask(SellerQueueDocument, { slug: seller.shopSlug });
    const parcel = queue.seller?.parcels.edges.map(({ node }) => node).find((node) => node.orderCode === orderCode);
    if (!parcel) throw new Error(`${seller.shopSlug} has no parcel of ${orderCode}`);
    done((await client.ask(AcceptParcelDocument, { input: { parcelId: parcel.id } })).acceptParcel);
    const packed = done((await client.ask(PackParcelDocument, { input: { parcelId: parcel.id } })).markParcelPacked);
    codes.push(packed.parcel?.code ?? '');
  }
  return codes;
}

async function handOver(
  orderCode: string,
  parcelCodes: readonly string[],
  buyer: ApiClient,
  cash: boolean,
): Promise<void> {
  const operator = new ApiClient(program.url);
  const [who] = cast.operators;
  await signIn(operator, who?.phone ?? '');
  const { pickupPoint } = await operator.ask<{ pickupPoint: { id: string } }, object>(
    `query P($slug: String!) { pickupPoint(slug: $slug) { id } }`,
    {
      slug: who?.pointSlug,
    },
  );
  for (const parcelCode of parcelCodes)
    done((await operator.ask(ReceiveParcelDocument, { input: { pointId: pickupPoint.id, parcelCode } })).receiveParcel);
  const { order } = await buyer.ask(OrderPageDocument, { code: orderCode });
  const collection = order?.collection;
  if (!collection?.pin) throw new Error('the buyer sees no PIN');
  const { orderToCollect } = await operator.ask(OrderToCollectDocument, {
    pointId: pickupPoint.id,
    code: collection.code,
  });
  expect(orderToCollect?.parcels).toHaveLength(parcelCodes.length);
  const wrong = await operator.ask(CollectParcelDocument, {
    input: {
      pointId: pickupPoint.id,
      collectCode: collection.code,
      pin: collection.pin === '000000' ? '000001' : '000000',
      cashTaken: cash ? orderToCollect?.cashDue : null,
    },
  });
  expect(wrong.collectParcel.userErrors).toHaveLength(1);
  const out = done(
    (
      await operator.ask(CollectParcelDocument, {
        input: {
          pointId: pickupPoint.id,
          collectCode: collection.code,
          pin: collection.pin,
          cashTaken: cash ? orderToCollect?.cashDue : null,
        },
      })
    ).collectParcel,
  );
  expect(out.parcels).toHaveLength(parcelCodes.length);
}

describe('the market, by plain GraphQL requests against the running program', () => {
  test('step 1: a search for keripik singkong narrows by kecamatan, price, category, point and halal', async () => {
    const visitor = new ApiClient(program.url);
    const all = (await visitor.ask<Goods, object>(GOODS, { search: 'keripik singkong' })).products;
    expect(all.totalCount).toBeGreaterThanOrEqual(20);
    expect(all.edges[0]?.node.title.toLowerCase()).toContain('keripik singkong');
    const facet = all.facets.kecamatan[0];
    const narrowed = (
      await visitor.ask<Goods, object>(GOODS, {
        search: 'keripik singkong',
        filter: {
          kecamatan: [facet?.kecamatan.slug],
          halal: true,
          priceMax: 50_000,
          category: ['makanan-kemasan'],
          pickupPoint: [POINT],
        },
      })
    ).products;
    expect(narrowed.totalCount).toBeGreaterThan(0);
    expect(narrowed.totalCount).toBeLessThanOrEqual(facet?.count ?? 0);
    for (const { node } of narrowed.edges) {
      expect(node.seller.kecamatan.slug).toBe(facet?.kecamatan.slug);
      expect(node.isHalal).toBe(true);
      expect(node.priceRange.min).toBeLessThanOrEqual(50_000);
    }
  });

  test('steps 2 to 5: a guest fills a cart, signs in, pays by QRIS, and collects from three sellers; every step is seen', async () => {
    const buyer = new ApiClient(program.url);
    const cart = await buyer.ask<{ createCart: { cartToken: string; userErrors: { message: string }[] } }, object>(
      `mutation C($input: CreateCartInput!) { createCart(input: $input) { cartToken userErrors { message } } }`,
      { input: { idempotencyKey: crypto.randomUUID() } },
    );
    buyer.cartToken = done(cart.createCart).cartToken;
    const guest = await filledCart(buyer);
    await signIn(buyer, cast.buyer.phone);
    buyer.cartToken = null;
    const { cart: merged } = await buyer.ask(CheckoutPageDocument, {});
    expect(merged).toMatchObject({ total: guest.total, selectedCount: 3 });
    const placed = done(
      (
        await buyer.ask(PlaceOrderDocument, {
          input: {
            cartId: merged?.id ?? '',
            expectedTotal: guest.total,
            paymentMethod: 'QRIS',
            idempotencyKey: crypto.randomUUID(),
          },
        })
      ).placeOrder,
    );
    const code = placed.order?.code ?? '';
    const pending = await buyer.follow(OrderLiveDocument, { code }, ({ orderUpdated }) =>
      Boolean(orderUpdated.payment?.instructions?.qrImageUrl),
    );
    const payPage = pending.orderUpdated.payment?.instructions?.simulatorUrl ?? '';
    const paid = buyer.follow(OrderLiveDocument, { code }, ({ orderUpdated }) => orderUpdated.paymentStatus === 'PAID');
    const pay = await fetch(payPage, {
      method: 'POST',
      body: new URLSearchParams({ act: 'pay', action: 'pay' }),
      redirect: 'manual',
    });
    expect(pay.status).toBeLessThan(400);
    expect((await paid).orderUpdated.status).toBe('WAITING_FOR_SELLERS');

    await handOver(code, await sellersPack(code), buyer, false);
    const { order } = await buyer.ask(OrderPageDocument, { code });
    expect(order).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PAID' });
    expect(order?.timeline.length).toBeGreaterThanOrEqual(8);
  }, 60_000);

  test('step 4, cash: the order is paid at the point in the act of handing over', async () => {
    const buyer = new ApiClient(program.url);
    await signIn(buyer, '+6281300000077');
    const cart = await filledCart(buyer);
    const placed = done(
      (
        await buyer.ask(PlaceOrderDocument, {
          input: {
            cartId: cart.id,
            expectedTotal: cart.total,
            paymentMethod: 'CASH',
            idempotencyKey: crypto.randomUUID(),
          },
        })
      ).placeOrder,
    );
    const code = placed.order?.code ?? '';
    await handOver(code, await sellersPack(code), buyer, true);
    const { order } = await buyer.ask(OrderPageDocument, { code });
    expect(order).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PAID' });
  }, 60_000);

  test('step 6: a community site shows the widget, and what is chosen there is paid on our pages', async () => {
    const siteUrl = `http://127.0.0.1:${program.port}/situs-demo/`;
    const page = await (await fetch(siteUrl)).text();
    const key = /berjubel-widget key="(pk_[^"]+)"/.exec(page)?.[1] ?? '';
    const host = new ApiClient(program.url, { origin: new URL(siteUrl).origin, 'x-publishable-key': key });
    const { widget } = await host.ask(WidgetProductsDocument, { key, first: 12 });
    expect(widget?.products.edges.length).toBeGreaterThan(0);
    const slug = widget?.products.edges.find(({ node }) => node.inStock)?.node.slug;
    const visitor = new ApiClient(program.url);
    const { product } = await visitor.ask<{ product: { variants: { id: string; inStock: boolean }[] } }, object>(
      `query V($slug: String!) { product(slug: $slug) { variants { id inStock } } }`,
      { slug },
    );
    const made = done(
      (await host.ask(WidgetCreateCartDocument, { input: { idempotencyKey: crypto.randomUUID(), widgetKey: key } }))
        .createCart,
    );
    host.cartToken = made.cartToken ?? null;
    const variantId = product.variants.find(({ inStock }) => inStock)?.id ?? '';
    const line = done(
      (await host.ask(WidgetSetLineDocument, { input: { variantId, quantity: 1, selected: true } })).setCartLine,
    );
    const { url } = done(
      (await host.ask(WidgetCheckoutDocument, { input: { cartId: line.cart?.id ?? '' } })).createCheckoutToken,
    );
    const token = new URL(url ?? '', program.url).hash.slice(1);
    const buyer = new ApiClient(program.url);
    await signIn(buyer, '+6281300000078');
    const redeemed = done((await buyer.ask(RedeemCheckoutDocument, { input: { token } })).redeemCheckoutToken);
    expect(redeemed.cart).toMatchObject({ itemCount: 1 });
    const again = (await buyer.ask(RedeemCheckoutDocument, { input: { token } })).redeemCheckoutToken;
    expect(again.userErrors).toHaveLength(1);
  });

  test('the ledger agrees with what happened: everything sums to zero, and the sellers hold what was sold', async () => {
    const curator = new ApiClient(program.url);
    await signIn(curator, cast.curator.phone);
    const { ledgerBalance } = await curator.ask<{ ledgerBalance: number }, object>(
      `query L($account: String!) { ledgerBalance(account: $account) }`,
      {
        account: 'COMMISSION',
      },
    );
    expect(ledgerBalance).not.toBe(0);
  });
});
