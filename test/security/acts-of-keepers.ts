import { openTask, Task } from '../../api/accounts/index.ts';
import { ProductStatus } from '../../api/catalog/index.ts';
import { createWidget } from '../../api/communities/change-widget.ts';
import { refundOrder } from '../../api/orders/refunds/refund-order.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { SellerStatus } from '../../api/sellers/index.ts';
import { aProduct, type ProductAsked } from '../support/makers/catalog.ts';
import { everyDay } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { aShopVoucher, newVoucherCode } from '../support/makers/vouchers.ts';
import { type Act, differing, type Scene } from './acts.ts';
import { type ActorName, CURATOR, join, MANAGER_A, only, POINT_A, POINTS, SHOP_A, SHOPS, SIGNED_IN } from './cast.ts';
import { aCollectedOfA, anUpload } from './orders-of-a.ts';
import { noSuch } from './queries.ts';

const PRODUCT = 'product { id title status variants { id sku stockLeft } }';
const SELLER = 'seller { id name }';
const VOUCHER = 'voucher { id code uses }';
const WIDGET = 'widget { id title publishableKey allowedOrigins }';
let times = 0;
function key(): string {
  times += 1;
  return `key-of-a-keeper-${times}`;
}

const aListing = async ({ stage }: Scene, asked: ProductAsked = {}): Promise<{ productId: string }> => {
  const made = await aProduct(stage.world, { shop: stage.shopA, isIndexed: false, ...asked });
  return { productId: globalId('Product', made.product.key) };
};

/** A mutation of shop A on a listing of its own; strangers are asked about a draft, which is not there for them. */
const onListing = (name: string, asked: ProductAsked, more: () => object = () => ({}), gives = PRODUCT): Act => ({
  name,
  open: SIGNED_IN,
  may: SHOP_A,
  input: async (scene) => ({ ...(await aListing(scene, asked)), ...more() }),
  gives,
  twins: ({ things: { ids } }) => [differing({ productId: ids.draft, ...more() }, 'productId', noSuch('Product'))],
});

/** A mutation of shop A on itself; another shop that waits is not there for anybody else. */
const onShop = (name: string, more: (scene: Scene) => Promise<object> | object, gives: string): Act => ({
  name,
  open: SIGNED_IN,
  may: SHOP_A,
  input: async (scene) => ({ sellerId: scene.things.ids.seller, ...(await more(scene)) }),
  gives,
  twins: async (scene) => {
    const input = { sellerId: scene.things.ids.seller, ...(await more(scene)) };
    return [differing(input, 'sellerId', noSuch('Seller'))];
  },
});

/** A mutation of the curator. */
const ofCity = (name: string, input: Act['input'], gives: string): Act => ({
  name,
  open: CURATOR,
  may: CURATOR,
  input,
  gives,
});

const aWidget = (): object => ({ title: 'Tetangga', allowedOrigins: ['https://tetangga.example'] });

const aVoucherWanted = (): object => ({
  code: newVoucherCode(),
  name: 'Hemat',
  kind: 'AMOUNT',
  amount: 500,
  idempotencyKey: key(),
});

const onWidget = (name: string, more: () => object): Act => ({
  name,
  open: SIGNED_IN,
  may: MANAGER_A,
  input: async (scene) => ({ widgetId: await anotherWidget(scene), ...more() }),
  gives: WIDGET,
  twins: ({ things: { ids } }) => [differing({ widgetId: ids.widget, ...more() }, 'widgetId', noSuch('Widget'))],
});

/** Mutations of those who keep shops, listings and sites, and of the city. */
export const ACTS_OF_KEEPERS: readonly Act[] = [
  {
    name: 'applyAsSeller',
    open: SIGNED_IN,
    may: SIGNED_IN,
    doneBy: only('sellerB'),
    input: ({ stage }, as) => ({
      name: as === 'sellerB' ? 'Kedai Baru' : '',
      description: '',
      address: 'Jl. Baru No. 2',
      kelurahanId: globalId('Kelurahan', stage.shopB.seller.kelurahanKey),
      idempotencyKey: key(),
    }),
    gives: SELLER,
  },
  onShop('updateSeller', () => ({ description: 'Keripik dan kue.' }), 'seller { id name balance { held payable } }'),
  onShop('setSellerPoints', ({ things: { ids } }) => ({ pickupPointIds: [ids.point] }), SELLER),
  onShop('createProduct', async (scene) => ({ ...(await aNewListing(scene)), idempotencyKey: key() }), PRODUCT),
  onListing('updateProduct', {}, () => ({ description: 'Renyah.' })),
  onListing('publishProduct', { status: ProductStatus.DRAFT }),
  onListing('archiveProduct', {}),
  onListing('setVariant', {}, () => ({ sku: key(), price: 9_000, weightGrams: 100 }), `${PRODUCT} variant { id sku }`),
  {
    name: 'createVoucher',
    open: join(SHOPS, CURATOR),
    may: SHOP_A,
    input: ({ things: { ids } }) => ({ ...aVoucherWanted(), sellerId: ids.seller }),
    gives: VOUCHER,
    twins: ({ things: { ids } }) => [
      differing({ ...aVoucherWanted(), sellerId: ids.seller }, 'sellerId', noSuch('Seller')),
    ],
  },
  { name: 'createVoucher', open: join(SHOPS, CURATOR), may: CURATOR, input: () => aVoucherWanted(), gives: VOUCHER },
  {
    name: 'endVoucher',
    open: join(SHOPS, CURATOR),
    may: join(SHOP_A, CURATOR),
    input: async ({ stage: { world, market } }) => {
      const { id } = await aShopVoucher(world, market.stalls[0]!, { kind: 'FREE_POINT_FEE' });
      return { voucherId: id };
    },
    gives: VOUCHER,
    twins: ({ things: { ids } }) => [differing({ voucherId: ids.voucher }, 'voucherId', noSuch('Voucher'))],
  },
  {
    name: 'createUpload',
    open: SIGNED_IN,
    may: SIGNED_IN,
    input: () => ({ idempotencyKey: key() }),
    gives: 'ticket url upload { id status }',
  },
  {
    name: 'addProductPhoto',
    open: SIGNED_IN,
    may: SHOP_A,
    input: async (scene, as) => ({ ...(await aListing(scene)), uploadId: await uploadOf(scene, as) }),
    gives: PRODUCT,
    twins: async (scene, as) => {
      const uploadId = await uploadOf(scene, as);
      return [differing({ productId: scene.things.ids.draft, uploadId }, 'productId', noSuch('Product'))];
    },
  },
  {
    name: 'removeProductPhoto',
    open: SIGNED_IN,
    may: SHOP_A,
    input: async (scene) => ({ photoId: await photoOf(scene) }),
    gives: PRODUCT,
    twins: ({ things: { ids } }) => [differing({ photoId: ids.draftPhoto }, 'photoId', noSuch('Photo'))],
  },
  {
    name: 'adjustStock',
    open: SHOPS,
    may: SHOP_A,
    input: ({ stage }) => aCorrection(globalId('Variant', stage.goodsA.variantKey)),
    gives: 'variant { id stockLeft }',
    twins: ({ things: { ids } }) => [differing(aCorrection(ids.draftVariant), 'variantId', noSuch('Variant'))],
  },
  {
    name: 'registerCommunity',
    open: SIGNED_IN,
    may: SIGNED_IN,
    doneBy: only('managerB'),
    input: (_scene, as) => ({
      name: as === 'managerB' ? 'Warga Baru' : '',
      siteUrl: 'https://baru.example',
      idempotencyKey: key(),
    }),
    gives: 'community { id name widgets { publishableKey } }',
  },
  {
    name: 'createWidget',
    open: SIGNED_IN,
    may: MANAGER_A,
    input: ({ things: { ids } }) => ({ communityId: ids.community, ...aWidget(), idempotencyKey: key() }),
    gives: WIDGET,
    twins: ({ things: { ids, hiddenSlug }, stage }, as) => {
      const input = { communityId: ids.community, ...aWidget(), idempotencyKey: key() };
      const own = { ...input, communityId: stage.communityB, sellers: [hiddenSlug] };
      const ofManager = as === 'managerB' ? [differing(own, 'sellers', ['toko-entah'])] : [];
      return [differing(input, 'communityId', noSuch('Community')), ...ofManager];
    },
  },
  onWidget('updateWidget', aWidget),
  onWidget('rotateWidgetKey', () => ({})),

  ofCity('verifySeller', (scene) => aWaitingShop(scene), SELLER),
  ofCity('suspendSeller', async (scene) => ({ ...(await aWaitingShop(scene)), reason: 'Uji' }), SELLER),
  ofCity('blockProduct', async (scene) => ({ ...(await aListing(scene)), reason: 'Uji' }), PRODUCT),
  ofCity('unblockProduct', async (scene) => ({ ...(await aBlockedListing(scene)), reason: 'Uji' }), PRODUCT),
  ofCity('upsertPickupPoint', (scene) => aPointToPut(scene), 'pickupPoint { id name }'),
  ofCity('saveSynonyms', () => aTermToSave(), 'terms { kind term meanings }'),
  ofCity('completeTask', async (scene) => ({ taskId: await aTask(scene), note: 'Beres' }), 'task { id detail note }'),
  ofCity(
    'askForRefundAccount',
    async (scene) => ({ taskId: await aTransferTask(scene) }),
    'task { id detail refundAccount { bank } accountAskedAt }',
  ),
  ofCity('takeTask', async (scene) => ({ taskId: await aTask(scene) }), 'task { id detail owner }'),
  ofCity(
    'reconcilePayments',
    () => ({ day: '2026-11-20' }),
    'reconciliation { id day differences { providerOrderId } }',
  ),
  {
    name: 'setPointHours',
    open: join(POINTS, CURATOR),
    may: join(POINT_A, CURATOR),
    input: ({ things: { ids } }) => ({ pickupPointId: ids.point, hours: everyDay() }),
    gives: 'pickupPoint { id name }',
    twins: ({ things: { ids } }) => [
      differing({ pickupPointId: ids.point, hours: everyDay() }, 'pickupPointId', noSuch('PickupPoint')),
    ],
  },
];

const aTermToSave = (): object => ({
  terms: [{ kind: 'SYNONYM', term: `kata ${key().replaceAll('-', '')}`, meanings: ['rengginang'] }],
  reason: 'Uji',
});

const aCorrection = (variantId: string): object => ({ variantId, delta: 1, reason: 'Hitung', idempotencyKey: key() });

const uploadOf = ({ stage }: Scene, as: ActorName): Promise<string> =>
  anUpload(stage, as === 'anonymous' || as === 'guestA' ? stage.people.buyerB : stage.people[as]);

function aNewListing({ stage }: Scene): object {
  return { title: 'Kue lapis', categoryId: globalId('Category', stage.productA.product.categoryKey) };
}

const aBlockedListing = (scene: Scene): Promise<{ productId: string }> =>
  aListing(scene, { status: ProductStatus.BLOCKED });

async function aWaitingShop({ stage }: Scene): Promise<{ sellerId: string }> {
  const { seller } = await aSeller(stage.world, { status: SellerStatus.APPLIED });
  return { sellerId: globalId('Seller', seller.key) };
}

async function photoOf(scene: Scene): Promise<string> {
  const made = await aProduct(scene.stage.world, { shop: scene.stage.shopA, isIndexed: false });
  const [photo] = await scene.stage.world
    .context()
    .read.rows<{ id: string }>('select id from photo where product_id = $1', [made.product.key]);
  return globalId('Photo', photo!.id);
}

async function anotherWidget({ stage }: Scene): Promise<string> {
  const wanted = { title: 'Lain', allowedOrigins: ['https://lain.example'], kecamatan: null, category: null };
  const manager = stage.world.context(stage.people.managerA.actor);
  return (await createWidget(manager, stage.communityA, key(), { ...wanted, theme: 'AUTO', sellers: [] })).id;
}

async function aTask({ stage }: Scene): Promise<string> {
  const once = newKey();
  const task = { kind: 'LOST_PARCEL', title: 'Cari', detail: 'Cari di rak', subject: {}, once } as const;
  await inTransaction(stage.world.context(), (tx) => openTask(tx, task));
  return (await stage.world.context().em.findOneOrFail(Task, { once })).id;
}

/** A refund in cash, whose buyer has not said where it goes. */
async function aTransferTask({ stage }: Scene): Promise<string> {
  const { order } = await aCollectedOfA(stage);
  await refundOrder(stage.world.context(stage.people.curator.actor), order.code, 'Uji');
  const { em } = stage.world.context();
  return (await em.fork().findOneOrFail(Task, { subject: { orderKey: order.key } })).id;
}

function aPointToPut({ stage: { market } }: Scene): object {
  const { slug, kind, name, address, kelurahanKey, latitude, longitude, roomCapacity, holdingDays } = market.point;
  const place = { kelurahanId: globalId('Kelurahan', kelurahanKey), location: { latitude, longitude } };
  return { slug, kind, name, address, ...place, hours: everyDay(), roomCapacity, holdingDays, isActive: true };
}
