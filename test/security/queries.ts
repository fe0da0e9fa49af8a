import { newCode, ORDER_CODE_LETTERS, PARCEL_CODE_LETTERS } from '../../api/orders/codes.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import {
  BUYER_A,
  CURATOR,
  EVERYONE,
  HANDLERS,
  join,
  only,
  PARTIES,
  PARTIES_TO_SALE,
  POINT_A,
  POINTS,
  SHOP_A,
  SHOPS,
  SIGNED_IN,
  type Who,
  without,
} from './cast.ts';
import type { Stage } from './stage.ts';
import type { ThingName, Things } from './things.ts';

/** A query or subscription: who may ask it at all, and how it is asked. */
export interface Question {
  readonly may: Who;
  readonly ask: string;
}

/** A question about something of A's, and the same about something that is not there. */
export interface Twins {
  readonly name: string;
  /** To whom both must be answered alike. */
  readonly to: Who;
  readonly theirs: string;
  readonly missing: string;
}

/** A well-formed id of this type, of nothing. */
export const noSuch = (type: string): string => globalId(type, newKey());
/** A well-formed code of no order. */
export const noOrder = (): string => `BJ-${newCode(ORDER_CODE_LETTERS)}`;
/** A well-formed code of no parcel. */
export const noParcel = (): string => `PK-${newCode(PARCEL_CODE_LETTERS)}`;
/** A well-formed collect code of no order. */
export const noCollectCode = (): string => newCode(8);

/** A look at a change of the vocabulary that finds something of A's. */
export const PREVIEW =
  'previewSynonyms(input: { terms: [{ kind: WORD, term: "rengginang", meanings: [] }] }, queries: ["keripik", "keripij"])';

/** The statement of an owner over the days of the stage. */
export const STATEMENT = (ownerId: string): string =>
  `statement(ownerId: "${ownerId}", from: "2026-11-01", to: "2026-11-30")`;
/** Who may see what shop A earns, beside nobody of the shop but its owner. */
export const MONEY_A = only('sellerA', 'curator');

/** Every query of the schema. */
export function queriesOf({ shopA, market, productA }: Stage, { ids, waiting, widgetKey }: Things): Questions {
  const collect = `orderToCollect(pointId: "${ids.point}", code: "${waiting.order.collectCode}") { orderCode }`;
  return {
    ...toAll({
      viewer: 'viewer { account { phone } }',
      kecamatans: 'kecamatans { name }',
      kelurahans: 'kelurahans(kecamatan: "beji") { name }',
      seller: `seller(slug: "${shopA.seller.slug}") { name location { latitude longitude } }`,
      sellers: 'sellers(first: 100) { edges { node { name slug location { latitude longitude } } } }',
      product: `product(slug: "${productA.product.slug}") { title seller { location { latitude longitude } } }`,
      products: 'products(first: 50) { edges { node { title seller { name location { longitude latitude } } } } }',
      suggest: 'suggest(prefix: "res") { text product { title } seller { name } }',
      banks: 'banks { code name }',
      categories: 'categories { name }',
      category: 'category(slug: "keripik") { name }',
      widget: `widget(key: "${widgetKey}") { title community { name siteUrl } }`,
      pickupPoints: 'pickupPoints(first: 50) { edges { node { name address } } }',
      pickupPoint: `pickupPoint(slug: "${market.point.slug}") { name }`,
      cart: `cart(id: "${ids.cart}") { id total }`,
      node: `node(id: "${ids.order}") { id }`,
      nodes: `nodes(ids: ["${ids.order}", "${ids.parcel}", "${ids.account}"]) { id }`,
    }),
    order: { may: SIGNED_IN, ask: `order(code: "${waiting.order.code}") { code }` },
    orders: { may: SIGNED_IN, ask: 'orders(first: 100) { edges { node { code } } }' },
    orderToCollect: { may: POINTS, ask: collect },
    parcelByCode: { may: join(POINTS, SHOPS), ask: `parcelByCode(code: "${waiting.parcel.code}") { orderCode }` },
    tasks: { may: CURATOR, ask: 'tasks(first: 100) { edges { node { title detail note } } }' },
    reconciliations: {
      may: CURATOR,
      ask: 'reconciliations(first: 100) { edges { node { day ours theirs differences { providerOrderId } } } }',
    },
    disputes: { may: CURATOR, ask: 'disputes(first: 100) { edges { node { status statements { text } } } }' },
    reviews: { may: CURATOR, ask: 'reviews(first: 100) { edges { node { rating text hiddenReason } } }' },
    searchTerms: { may: CURATOR, ask: 'searchTerms(first: 100) { edges { node { kind term meanings } } }' },
    previewSynonyms: { may: CURATOR, ask: `${PREVIEW} { effects { query after { totalCount } } }` },
    searchMisses: { may: CURATOR, ask: 'searchMisses(first: 100) { edges { node { words asked missed } } }' },
    cityOrder: { may: CURATOR, ask: `cityOrder(code: "${waiting.order.code}") { code total parcels { code } }` },
    vouchers: { may: CURATOR, ask: 'vouchers(first: 100) { edges { node { code name uses } } }' },
    earnings: { may: SIGNED_IN, ask: `earnings(ownerId: "${ids.seller}") { payable bankAccount { holderName } }` },
    statement: { may: SIGNED_IN, ask: `${STATEMENT(ids.seller)} { opening movements { edges { node { code } } } }` },
    payouts: { may: CURATOR, ask: 'payouts(first: 100) { edges { node { id bankAccount { holderName } } } }' },
    payoutBatches: { may: CURATOR, ask: 'payoutBatches(first: 50) { edges { node { id code lines { id } } } }' },
    providerSettlements: { may: CURATOR, ask: 'providerSettlements(first: 100) { edges { node { id reference } } }' },
    providerFees: { may: CURATOR, ask: 'providerFees { method validFrom basisPoints flat isAssumed }' },
    ledgerBalance: { may: CURATOR, ask: `ledgerBalance(account: "SELLER_HELD:${ids.seller}")` },
  };
}

type Questions = Readonly<Record<string, Question>>;

const toAll = (asked: Readonly<Record<string, string>>): Questions =>
  Object.fromEntries(Object.entries(asked).map(([name, ask]) => [name, { may: EVERYONE, ask }]));

/** Every subscription of the schema. */
export function subscriptionsOf(_stage: Stage, { ids, waiting }: Things): Questions {
  return {
    orderUpdated: { may: SIGNED_IN, ask: `orderUpdated(code: "${waiting.order.code}")` },
    parcelQueue: { may: SHOPS, ask: `parcelQueue(sellerId: "${ids.seller}")` },
    pointQueue: { may: POINTS, ask: `pointQueue(pointId: "${ids.point}")` },
  };
}

/** Who is brought something by each subscription, and what kind of thing it is. */
export const PUSHED: Readonly<Record<string, { readonly to: Who; readonly type: string }>> = {
  orderUpdated: { to: BUYER_A, type: 'Order' },
  parcelQueue: { to: SHOP_A, type: 'Parcel' },
  pointQueue: { to: POINT_A, type: 'Parcel' },
};

/** Types whose objects `node` shows to these alone. */
const NODES: readonly (readonly [thing: ThingName, type: string, seenBy: Who])[] = [
  ['account', 'Account', BUYER_A],
  ['device', 'Device', BUYER_A],
  ['membership', 'Membership', only('sellerA')],
  ['upload', 'Upload', only('sellerA')],
  ['task', 'Task', CURATOR],
  ['reconciliation', 'Reconciliation', CURATOR],
  ['cart', 'Cart', BUYER_A],
  ['cartLine', 'CartLine', BUYER_A],
  ['guestCart', 'Cart', only('guestA')],
  ['guestLine', 'CartLine', only('guestA')],
  ['order', 'Order', BUYER_A],
  ['orderLine', 'OrderLine', PARTIES],
  ['orderEvent', 'OrderEvent', BUYER_A],
  ['parcel', 'Parcel', PARTIES],
  ['payment', 'Payment', BUYER_A],
  ['refund', 'Refund', BUYER_A],
  ['voucher', 'Voucher', join(SHOP_A, CURATOR)],
  ['payout', 'Payout', MONEY_A],
  ['payoutBatch', 'PayoutBatch', CURATOR],
  ['settlement', 'ProviderSettlement', CURATOR],
  ['dispute', 'Dispute', PARTIES_TO_SALE],
  ['refundAccount', 'RefundAccount', join(BUYER_A, CURATOR)],
  ['hiddenSeller', 'Seller', only('sellerA', 'curator')],
  ['draft', 'Product', join(SHOP_A, CURATOR)],
  ['draftVariant', 'Variant', join(SHOP_A, CURATOR)],
  ['draftPhoto', 'Photo', join(SHOP_A, CURATOR)],
  ['inactivePoint', 'PickupPoint', CURATOR],
];

/** Every query that takes an id, a code or a hidden name, asked about A's and about nothing. */
export function twinsOf({ market, pointB }: Stage, things: Things): readonly Twins[] {
  const { ids, waiting, draft } = things;
  const twins = (name: string, to: Who, ask: (id: string) => string, theirs: string, missing: string): Twins => ({
    name,
    to,
    theirs: ask(theirs),
    missing: ask(missing),
  });
  const others = (seenBy: Who): Who => without(EVERYONE, seenBy);
  const collect = (pointId: string, code: string): string =>
    `{ orderToCollect(pointId: "${pointId}", code: "${code}") { orderCode parcels { code } } }`;
  const atB = globalId('PickupPoint', pointB.key);
  const { collectCode } = waiting.order;
  return [
    ...NODES.flatMap(([thing, type, seenBy]) => [
      twins(`node of ${thing}`, others(seenBy), (id) => `{ node(id: "${id}") { id } }`, ids[thing], noSuch(type)),
      twins(`nodes of ${thing}`, others(seenBy), (id) => `{ nodes(ids: ["${id}"]) { id } }`, ids[thing], noSuch(type)),
    ]),
    twins('order', others(BUYER_A), (code) => `{ order(code: "${code}") { id } }`, waiting.order.code, noOrder()),
    twins(
      'cityOrder',
      others(CURATOR),
      (code) => `{ cityOrder(code: "${code}") { total } }`,
      waiting.order.code,
      noOrder(),
    ),
    twins('cart', others(BUYER_A), (id) => `{ cart(id: "${id}") { id } }`, ids.cart, noSuch('Cart')),
    twins('guest cart', others(only('guestA')), (id) => `{ cart(id: "${id}") { id } }`, ids.guestCart, noSuch('Cart')),
    twins(
      'parcelByCode',
      others(HANDLERS),
      (code) => `{ parcelByCode(code: "${code}") { id } }`,
      waiting.parcel.code,
      noParcel(),
    ),
    twins('point of a code', others(POINT_A), (id) => collect(id, collectCode), ids.point, noSuch('PickupPoint')),
    twins('code at another point', only('operatorB'), (code) => collect(atB, code), collectCode, noCollectCode()),
    twins('order code at A', EVERYONE, (code) => collect(market.pointId, code), waiting.order.code, noOrder()),
    twins('shop', EVERYONE, (slug) => `{ seller(slug: "${slug}") { id } }`, things.hiddenSlug, 'toko-entah'),
    twins('point', EVERYONE, (slug) => `{ pickupPoint(slug: "${slug}") { id } }`, things.inactiveSlug, 'titik-entah'),
    twins(
      'product',
      others(join(SHOP_A, CURATOR)),
      (slug) => `{ product(slug: "${slug}") { id } }`,
      draft.product.slug,
      'produk-entah',
    ),
    twins(
      'earnings',
      others(MONEY_A),
      (id) => `{ earnings(ownerId: "${id}") { payable } }`,
      ids.seller,
      noSuch('Seller'),
    ),
    twins('statement', others(MONEY_A), (id) => `{ ${STATEMENT(id)} { opening } }`, ids.seller, noSuch('Seller')),
    twins(
      'ledgerBalance',
      others(CURATOR),
      (id) => `{ ledgerBalance(account: "SELLER_HELD:${id}") }`,
      ids.seller,
      noSuch('Seller'),
    ),
  ];
}

/** The subscriptions asked about A's and about nothing. */
export function streamTwinsOf({ ids, waiting }: Things): readonly Twins[] {
  const stream = (name: string, argument: string, to: Who, theirs: string, missing: string): Twins => {
    const ask = (id: string): string => `subscription { ${name}(${argument}: "${id}") { id } }`;
    return { name, to: without(EVERYONE, to), theirs: ask(theirs), missing: ask(missing) };
  };
  return [
    stream('orderUpdated', 'code', BUYER_A, waiting.order.code, noOrder()),
    stream('parcelQueue', 'sellerId', SHOP_A, ids.seller, noSuch('Seller')),
    stream('pointQueue', 'pointId', POINT_A, ids.point, noSuch('PickupPoint')),
  ];
}
