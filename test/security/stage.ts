import { registerCommunity } from '../../api/communities/register-community.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { newToken } from '../../api/platform/secrets.ts';
import { StoredSeller } from '../../api/sellers/index.ts';
import { aPerson, type Person, type PersonAsked } from '../support/makers/accounts.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPickupPoint, type Goods, type Market } from '../support/makers/orders.ts';
import { aSeller, type Shop } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import type { Cast } from './cast.ts';

/** Names and figures that occur nowhere else, so that a leak cannot be mistaken. */
export const TOLD = {
  buyerFirstName: 'Zubaidahwati',
  buyerLastName: 'Kusumarahasia',
  shopAddress: 'Jl. Dapur Terkunci No. 1791',
  shopLatitude: -6.3941237,
  shopLongitude: 106.8225411,
  halalCertificate: 'ID3291-RAHASIA-9914523',
  price: 123_457,
  metricsToken: 'metrics-token-of-the-stage-1791',
} as const;

/** A market with everybody who may call, before anything has happened in it. */
export interface Stage {
  readonly world: World;
  /** Without the guest's cart, which is filled later. */
  readonly people: Omit<Cast, 'cartToken'>;
  readonly shopA: Shop;
  readonly shopB: Shop;
  readonly productA: MadeProduct;
  readonly goodsA: Goods;
  /** The market as the makers of orders know it: shop A and point A. */
  readonly market: Market;
  readonly pointB: Market['point'];
  readonly communityA: string;
  readonly communityB: string;
}

const ROOMY = {
  RATE_LIMIT_PER_MINUTE: '1000000',
  UNPAID_ORDERS_PER_PERSON: '1000',
  PIECES_PER_PERSON: '1000',
  OTP_PER_ADDRESS_HOUR: '1000',
  METRICS_TOKEN: TOLD.metricsToken,
};

/** Opens a world and brings the cast; close the world in afterAll. */
export async function aStage(): Promise<Stage> {
  const world = await openWorld({ environment: ROOMY });
  const shopA = await aSecretiveShop(world);
  const shopB = await aSeller(world, { name: 'Toko Sebelah' });
  const [pointA, pointB] = [await aPickupPoint(world, { room: 5000 }), await aPickupPoint(world)];
  const someone = someoneOf(world);
  const operatorA = await someone('Operator Beringin', [['POINT_OPERATOR', pointA.key]]);
  const managerA = await someone('Manajer Cendana');
  const managerB = await someone('Manajer Damar');
  const communityA = await aCommunity(world, managerA, 'Warga Cendana');
  const communityB = await aCommunity(world, managerB, 'Warga Damar');
  const productA = await aProduct(world, { shop: shopA, variants: [{ price: TOLD.price, stock: 900 }] });
  const [variant] = productA.variants;
  const goodsA = {
    variantKey: variant!.key,
    productKey: productA.product.key,
    price: TOLD.price,
    weightGrams: variant!.weightGrams,
  };
  const people = {
    buyerA: await someone(`${TOLD.buyerFirstName} ${TOLD.buyerLastName}`),
    buyerB: await someone('Pembeli Lain'),
    sellerA: shopA.owner,
    staffA: await someone('Pegawai Eboni', [['SELLER_STAFF', shopA.seller.key]]),
    sellerB: shopB.owner,
    operatorA,
    operatorB: await someone('Operator Flamboyan', [['POINT_OPERATOR', pointB.key]]),
    curator: await someone('Kurator Gaharu', [['CURATOR', null]]),
    managerA: acting(managerA, 'COMMUNITY_MANAGER', communityA.key),
    managerB: acting(managerB, 'COMMUNITY_MANAGER', communityB.key),
  };
  const market = {
    point: pointA,
    pointId: idOfPoint(pointA.key),
    operator: operatorA,
    stalls: [{ ...shopA, goods: goodsA }],
  };
  const [idA, idB] = [communityA.id, communityB.id];
  return { world, people, shopA, shopB, productA, goodsA, market, pointB, communityA: idA, communityB: idB };
}

const idOfPoint = (key: string): string => Buffer.from(`PickupPoint:${key}`).toString('base64url');

function someoneOf(world: World): (name: string, roles?: PersonAsked['roles']) => Promise<Person> {
  let phones = 0;
  return (name, roles = []) => {
    phones += 1;
    return aPerson(world, { name, roles, phone: `+62817917100${String(phones).padStart(2, '0')}` });
  };
}

/** A shop with an address, a place and a certificate that are nobody's business. */
async function aSecretiveShop(world: World): Promise<Shop> {
  const { shopLatitude: latitude, shopLongitude: longitude, halalCertificate } = TOLD;
  const asked = { name: 'Warung Tirta', latitude, longitude, halalCertificate, ownerPhone: '+6281791719999' };
  const shop = await aSeller(world, asked);
  await inTransaction(world.context(), async (tx) => {
    const seller = await tx.findOneOrFail(StoredSeller, { key: shop.seller.key });
    seller.address = TOLD.shopAddress;
  });
  return shop;
}

async function aCommunity(world: World, manager: Person, name: string): Promise<{ key: string; id: string }> {
  const wanted = { name, siteUrl: 'https://warga.example', kecamatan: null, idempotencyKey: newToken() };
  const { key, id } = await registerCommunity(world.context(manager.actor), wanted);
  return { key, id };
}

/** A person as their next request finds them, with a role that came later. */
function acting(person: Person, role: string, subjectKey: string): Person {
  return { ...person, actor: { ...person.actor, roles: [...person.actor.roles, { role, subjectKey }] } };
}
