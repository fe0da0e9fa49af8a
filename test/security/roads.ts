import {
  BUYER_A,
  CURATOR,
  EVERYONE,
  HANDLERS,
  join,
  MANAGER_A,
  NOBODY,
  only,
  PARTIES,
  PARTIES_TO_SALE,
  POINT_A,
  POINTS,
  SHOP_A,
  SHOPS,
  SIGNED_IN,
  VISITORS,
  type Who,
  without,
} from './cast.ts';
import { MONEY_A, PREVIEW, STATEMENT } from './queries.ts';
import type { Stage } from './stage.ts';
import type { ThingName, Things } from './things.ts';

/** A way to an object of A's. Whoever neither reaches it nor is turned away finds nothing there. */
export interface Road {
  readonly name: string;
  /** Type of the object at its end. */
  readonly type: string;
  /** The root field that leads there, with this selection on the object. */
  ask(selection: string): string;
  readonly reached: Who;
  /** Who is told that they may not. */
  readonly refused: Who;
  /** Whether a refusal takes the whole answer with it, so that no other road can share the request. */
  readonly isAlone?: boolean;
  /** Who may read each field here, where it is another's object than the table of fields is about. */
  readonly who?: Who;
}

const STRANGERS_TO_SHOPS = without(EVERYONE, SHOP_A);
const APPLICANT = only('sellerA');
const GUEST = only('guestA');
const DESKS = without(SIGNED_IN, only('buyerA', 'buyerB'));

/** What `viewer` and its like show to each: their own, which the search for leaks holds against everybody else's. */
const OF_THE_CALLER: readonly (readonly [type: string, path: string, who: Who])[] = [
  ['Viewer', 'viewer', SIGNED_IN],
  ['Account', 'viewer > account', SIGNED_IN],
  ['Device', 'viewer > devices', SIGNED_IN],
  ['Consent', 'viewer > consents', SIGNED_IN],
  ['Membership', 'viewer > memberships', DESKS],
  ['Cart', 'cart', only('buyerA', 'guestA')],
];

const OF_THE_VOCABULARY: readonly (readonly [type: string, path: string])[] = [
  ['SearchTerm', 'searchTerms > edges > node'],
  ['SearchTermEdge', 'searchTerms > edges'],
  ['SearchTermConnection', 'searchTerms'],
  ['PreviewSynonymsPayload', PREVIEW],
  ['SynonymEffect', `${PREVIEW} > effects`],
  ['SearchOutcome', `${PREVIEW} > effects > before`],
];

/** What somebody who keeps money, or watches over it, is shown of it. */
const OF_THE_KEEPER: readonly (readonly [type: string, path: string])[] = [
  ['Earnings', 'earnings'],
  ['BankAccount', 'earnings > bankAccount'],
  ['PayoutConnection', 'earnings > payouts'],
  ['PayoutEdge', 'earnings > payouts > edges'],
  ['Payout', 'earnings > payouts > edges > node'],
  ['Statement', 'statement'],
  ['StatementMovementConnection', 'statement > movements'],
  ['StatementMovementEdge', 'statement > movements > edges'],
  ['StatementMovement', 'statement > movements > edges > node'],
  ['StatementChange', 'statement > movements > edges > node > changes'],
];

/** Lists of the curator. */
const OF_THE_CITY: readonly (readonly [type: string, list: string])[] = [
  ['Payout', 'payouts'],
  ['PayoutBatch', 'payoutBatches'],
  ['ProviderSettlement', 'providerSettlements'],
];

const NEAR = '{ latitude: -6.4, longitude: 106.8 }';

/** What shop A has and nobody can buy. */
const HIDDEN_GOODS = [
  ['Product', 'draft'],
  ['Variant', 'draftVariant'],
  ['Photo', 'draftPhoto'],
] as const;

/** Every road to A's things that a query can take. */
export function roadsOf(stage: Stage, things: Things): readonly Road[] {
  const { ids, waiting, unpaid, damaged, draft, widgetKey } = things;
  const road = (name: string, type: string, path: string, reached: Who, refused: Who = NOBODY): Road => ({
    name,
    type,
    ask: (selection) => along(path, selection),
    reached,
    refused,
  });
  const node = (type: string, id: string, reached: Who): Road =>
    road(`node of ${type}`, type, `node(id: "${id}") > ... on ${type}`, reached);
  const nodes = (type: string, id: string, reached: Who): Road =>
    road(`nodes of ${type}`, type, `nodes(ids: ["${id}"]) > ... on ${type}`, reached);
  const alone = (of: Road): Road => ({ ...of, isAlone: true });

  const earnings = `earnings(ownerId: "${ids.seller}")`;
  const order = `order(code: "${waiting.order.code}")`;
  const unpaidOrder = `order(code: "${unpaid.order.code}")`;
  const cityOrder = `cityOrder(code: "${waiting.order.code}")`;
  const parcel = `node(id: "${ids.parcel}") > ... on Parcel`;
  const shop = `seller(slug: "${stage.shopA.seller.slug}")`;
  const point = `pickupPoint(slug: "${stage.market.point.slug}")`;
  const cart = `cart(id: "${ids.cart}")`;
  const guestCart = `cart(id: "${ids.guestCart}")`;
  const dispute = `node(id: "${ids.dispute}") > ... on Dispute`;
  const orderEvent = `node(id: "${ids.orderEvent}") > ... on OrderEvent`;
  const collect = `orderToCollect(pointId: "${ids.point}", code: "${waiting.order.collectCode}")`;
  const notBuyers = without(PARTIES, BUYER_A);
  const noCounter = without(EVERYONE, POINTS);
  const noDesk = without(EVERYONE, SHOPS, POINTS);
  const owned = (type: ThingName, name: string, to: Who): Road[] => [
    node(name, ids[type], to),
    nodes(name, ids[type], to),
  ];

  return [
    ...owned('order', 'Order', BUYER_A),
    road('order by code', 'Order', order, BUYER_A, VISITORS),
    road('order of a parcel', 'Order', `${parcel} > order`, BUYER_A, notBuyers),
    alone(road('orders', 'Order', 'orders > edges > node', BUYER_A, VISITORS)),
    { ...alone(road('list of orders', 'OrderConnection', 'orders', SIGNED_IN, VISITORS)), who: SIGNED_IN },
    alone(road('page of orders', 'OrderEdge', 'orders > edges', BUYER_A, VISITORS)),
    road('order for the city', 'CityOrder', cityOrder, CURATOR, without(EVERYONE, CURATOR)),
    road('parcels of an order for the city', 'Parcel', `${cityOrder} > parcels`, CURATOR, without(EVERYONE, CURATOR)),
    road(
      'refunds of an order for the city',
      'CityRefund',
      `cityOrder(code: "${damaged.order.code}") > refunds`,
      CURATOR,
      without(EVERYONE, CURATOR),
    ),
    ...owned('parcel', 'Parcel', PARTIES),
    node('Parcel', ids.damagedParcel, PARTIES),
    node('Parcel', things.fresh.parcel.id, PARTIES),
    road('parcels of an order', 'Parcel', `${order} > parcels`, BUYER_A, VISITORS),
    road('parcels of a shop', 'Parcel', `${shop} > parcels > edges > node`, SHOP_A, STRANGERS_TO_SHOPS),
    road('list of a shop', 'ParcelConnection', `${shop} > parcels`, SHOP_A, STRANGERS_TO_SHOPS),
    road('page of a shop', 'ParcelEdge', `${shop} > parcels > edges`, SHOP_A, STRANGERS_TO_SHOPS),
    road('parcels of a point', 'Parcel', `${point} > parcels > edges > node`, POINT_A, without(EVERYONE, POINT_A)),
    road('parcel by code', 'Parcel', `parcelByCode(code: "${waiting.parcel.code}")`, HANDLERS, noDesk),
    road('parcel of an event', 'Parcel', `${orderEvent} > parcel`, BUYER_A),
    road('parcels to collect', 'Parcel', `${collect} > parcels`, POINT_A, noCounter),
    road('what a code opens', 'Collectable', collect, POINT_A, noCounter),
    road('code shown at a counter', 'CounterPayment', `${collect} > qris`, POINT_A, noCounter),
    {
      ...road('what is scanned', 'PaymentInstructions', `${collect} > qris > instructions`, POINT_A, noCounter),
      who: POINT_A,
    },
    {
      ...road('ways to pay at a counter', 'PaymentMethodOffer', `${collect} > paymentMethods`, POINT_A, noCounter),
      who: POINT_A,
    },
    ...owned('orderLine', 'OrderLine', PARTIES),
    road('lines of a parcel', 'OrderLine', `${parcel} > lines`, PARTIES),
    ...owned('orderEvent', 'OrderEvent', BUYER_A),
    road('timeline', 'OrderEvent', `${order} > timeline`, BUYER_A, VISITORS),
    road('codes', 'CollectionCodes', `${order} > collection`, BUYER_A, VISITORS),
    ...owned('payment', 'Payment', BUYER_A),
    road('payment of an order', 'Payment', `${unpaidOrder} > payment`, BUYER_A, VISITORS),
    node('Payment', ids.paidBack, BUYER_A),
    road('instructions', 'PaymentInstructions', `node(id: "${ids.payment}") > ... on Payment > instructions`, BUYER_A),
    ...things.otherUnpaid.map(({ order: { code } }) =>
      road(
        'instructions of an order',
        'PaymentInstructions',
        `order(code: "${code}") > payment > instructions`,
        BUYER_A,
        VISITORS,
      ),
    ),
    road('other ways to pay', 'PaymentMethodOffer', `${unpaidOrder} > payment > otherMethods`, BUYER_A, VISITORS),
    ...owned('refund', 'Refund', BUYER_A),
    road(
      'refunds of a parcel',
      'ParcelRefund',
      `node(id: "${ids.damagedParcel}") > ... on Parcel > refunds`,
      PARTIES_TO_SALE,
      POINT_A,
    ),
    road('refunds', 'Refund', `order(code: "${damaged.order.code}") > payment > refunds`, BUYER_A, VISITORS),

    ...owned('dispute', 'Dispute', PARTIES_TO_SALE),
    node('Dispute', ids.decidedDispute, PARTIES_TO_SALE),
    node('Parcel', ids.collectedParcel, PARTIES),
    road(
      'dispute of a parcel',
      'Dispute',
      `node(id: "${ids.disputedParcel}") > ... on Parcel > dispute`,
      PARTIES_TO_SALE,
      POINT_A,
    ),
    road('disputes of a shop', 'Dispute', `${shop} > disputes > edges > node`, SHOP_A, STRANGERS_TO_SHOPS),
    road('list of disputes of a shop', 'DisputeConnection', `${shop} > disputes`, SHOP_A, STRANGERS_TO_SHOPS),
    road('page of disputes of a shop', 'DisputeEdge', `${shop} > disputes > edges`, SHOP_A, STRANGERS_TO_SHOPS),
    alone(road('disputes', 'Dispute', 'disputes > edges > node', CURATOR, without(EVERYONE, CURATOR))),
    alone(road('list of disputes', 'DisputeConnection', 'disputes', CURATOR, without(EVERYONE, CURATOR))),
    alone(road('page of disputes', 'DisputeEdge', 'disputes > edges', CURATOR, without(EVERYONE, CURATOR))),
    road('lines of a dispute', 'DisputeLine', `${dispute} > lines`, PARTIES_TO_SALE),
    road('what was said in a dispute', 'DisputeStatement', `${dispute} > statements`, PARTIES_TO_SALE),
    road('parcel of a dispute', 'Parcel', `${dispute} > parcel`, PARTIES_TO_SALE),
    road('line of a dispute', 'OrderLine', `${dispute} > lines > line`, PARTIES_TO_SALE),
    ...owned('review', 'Review', PARTIES_TO_SALE),
    road('reviews of a shop', 'Review', `${shop} > reviews > edges > node`, SHOP_A, STRANGERS_TO_SHOPS),
    alone(road('reviews', 'Review', 'reviews > edges > node', CURATOR, without(EVERYONE, CURATOR))),
    ...['LineReview', 'OrderLine', 'Review'].map((type, at) => {
      const path = `order(code: "${things.collected.order.code}") > parcels > reviews${['', ' > line', ' > review'][at]}`;
      return road(`${type} of what was collected`, type, path, BUYER_A, VISITORS);
    }),
    ...owned('refundAccount', 'RefundAccount', join(BUYER_A, CURATOR)),
    road('refund account', 'RefundAccount', `order(code: "${damaged.order.code}") > refundAccount`, BUYER_A, VISITORS),

    ...owned('cart', 'Cart', BUYER_A),
    road('cart by id', 'Cart', cart, BUYER_A),
    road('lines of a cart', 'CartLine', `${cart} > lines`, BUYER_A),
    road('lines of a group', 'CartLine', `${cart} > groups > lines`, BUYER_A),
    road('line of a notice', 'CartLine', `${cart} > notices > line`, BUYER_A),
    ...owned('cartLine', 'CartLine', BUYER_A),
    road('groups of a cart', 'CartGroup', `${cart} > groups`, BUYER_A),
    road('points of a cart', 'CartPickupPoint', `${cart} > availablePickupPoints(near: ${NEAR})`, BUYER_A),
    road('notices of a cart', 'CartNotice', `${cart} > notices`, BUYER_A),
    road('voucher of a cart', 'CartVoucher', `${cart} > voucher`, BUYER_A),
    road('ways to pay a cart', 'PaymentMethodOffer', `${cart} > paymentMethods`, BUYER_A),
    { ...node('Cart', ids.guestCart, GUEST), name: 'node of a guest cart', who: GUEST },
    { ...node('CartLine', ids.guestLine, GUEST), name: 'node of a guest line', who: GUEST },
    { ...road('guest cart by id', 'Cart', guestCart, GUEST), who: GUEST },
    { ...road('lines of a guest cart', 'CartLine', `${guestCart} > lines`, GUEST), who: GUEST },

    ...owned('voucher', 'Voucher', join(SHOP_A, CURATOR)),
    ...(['edges > node', 'edges', ''] as const).flatMap((path, at) => {
      const type = ['Voucher', 'VoucherEdge', 'VoucherConnection'][at] ?? '';
      const to = `vouchers${path && ' > '}${path}`;
      return [
        road(`${to} of a shop`, type, `${shop} > ${to}`, SHOP_A, STRANGERS_TO_SHOPS),
        { ...alone(road(`${to} of the city`, type, to, CURATOR, without(EVERYONE, CURATOR))), who: CURATOR },
      ];
    }),

    ...owned('account', 'Account', BUYER_A),
    ...owned('device', 'Device', BUYER_A),
    ...owned('membership', 'Membership', APPLICANT),
    ...owned('upload', 'Upload', APPLICANT),
    ...owned('task', 'Task', CURATOR),
    alone(road('tasks', 'Task', 'tasks > edges > node', CURATOR, without(EVERYONE, CURATOR))),
    alone(road('list of tasks', 'TaskConnection', 'tasks', CURATOR, without(EVERYONE, CURATOR))),
    alone(road('page of tasks', 'TaskEdge', 'tasks > edges', CURATOR, without(EVERYONE, CURATOR))),
    ...owned('reconciliation', 'Reconciliation', CURATOR),
    ...(['edges > node > differences', 'edges > node', 'edges', ''] as const).map((path, at) => {
      const type = ['Difference', '', 'Edge', 'Connection'][at] ?? '';
      const to = `reconciliations${path && ' > '}${path}`;
      return alone(road(to, `Reconciliation${type}`, to, CURATOR, without(EVERYONE, CURATOR)));
    }),
    ...OF_THE_VOCABULARY.map(([type, path]) => alone(road(path, type, path, CURATOR, without(EVERYONE, CURATOR)))),
    ...(['edges > node', 'edges', ''] as const).map((path, at) => {
      const type = ['MissedSearch', 'MissedSearchEdge', 'MissedSearchConnection'][at] ?? '';
      const to = `searchMisses${path && ' > '}${path}`;
      return alone(road(to, type, to, CURATOR, without(EVERYONE, CURATOR)));
    }),
    ...owned('payout', 'Payout', MONEY_A),
    ...owned('payoutBatch', 'PayoutBatch', CURATOR),
    ...owned('settlement', 'ProviderSettlement', CURATOR),
    ...OF_THE_KEEPER.map(([type, path]) =>
      road(
        path,
        type,
        path.replace('earnings', earnings).replace('statement', STATEMENT(ids.seller)),
        MONEY_A,
        VISITORS,
      ),
    ),
    ...OF_THE_CITY.flatMap(([type, list]) =>
      (['edges > node', 'edges', ''] as const).map((path, at) => {
        const to = `${list}${path && ' > '}${path}`;
        const of = alone(road(to, `${type}${['', 'Edge', 'Connection'][at]}`, to, CURATOR, without(EVERYONE, CURATOR)));
        return { ...of, who: CURATOR };
      }),
    ),
    {
      ...alone(road('fees of the provider', 'ProviderFee', 'providerFees', CURATOR, without(EVERYONE, CURATOR))),
      who: CURATOR,
    },
    ...OF_THE_CALLER.map(([type, path, who]) => ({ ...road(path, type, path, who), who })),

    road('shop by slug', 'Seller', shop, EVERYONE),
    ...owned('seller', 'Seller', EVERYONE),
    road('shop of a parcel', 'Seller', `${parcel} > seller`, PARTIES),
    road('shop of a product', 'Seller', `product(slug: "${stage.productA.product.slug}") > seller`, EVERYONE),
    road('shop of a group', 'Seller', `${cart} > groups > seller`, BUYER_A),
    road('balance', 'SellerBalance', `${shop} > balance`, SHOP_A, STRANGERS_TO_SHOPS),
    road('point by slug', 'PickupPoint', point, EVERYONE),
    ...owned('point', 'PickupPoint', EVERYONE),
    road('point of an order', 'PickupPoint', `${order} > pickupPoint`, BUYER_A, VISITORS),
    road('point of a parcel', 'PickupPoint', `${parcel} > pickupPoint`, PARTIES),
    ...owned('community', 'Community', EVERYONE),
    road('community of a cart', 'Community', `${cart} > community`, BUYER_A),
    road('community of a widget', 'Community', `widget(key: "${widgetKey}") > community`, EVERYONE),
    ...owned('widget', 'Widget', EVERYONE),
    road('widget by key', 'Widget', `widget(key: "${widgetKey}")`, EVERYONE),
    road(
      'widgets',
      'Widget',
      `node(id: "${ids.community}") > ... on Community > widgets`,
      MANAGER_A,
      without(EVERYONE, MANAGER_A),
    ),

    ...owned('hiddenSeller', 'Seller', join(APPLICANT, CURATOR)).map((of) => ({
      ...of,
      name: `${of.name} that waits`,
    })),
    road('shop that waits by slug', 'Seller', `seller(slug: "${things.hiddenSlug}")`, NOBODY),
    ...HIDDEN_GOODS.map(([type, thing]) => node(type, ids[thing], join(SHOP_A, CURATOR))),
    road('draft by slug', 'Product', `product(slug: "${draft.product.slug}")`, join(SHOP_A, CURATOR)),
    node('PickupPoint', ids.inactivePoint, CURATOR),
    road('closed point by slug', 'PickupPoint', `pickupPoint(slug: "${things.inactiveSlug}")`, NOBODY),
  ];
}

/** A selection at the end of a path, each step inside the one before. */
function along(path: string, selection: string): string {
  return path.split(' > ').reduceRight((inner, step) => `${step} { ${inner} }`, selection);
}
