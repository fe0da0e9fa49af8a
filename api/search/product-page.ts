import { type FieldNode, type GraphQLResolveInfo, getArgumentValues, isObjectType } from 'graphql';
import { type Companion, type Product, productBySlug } from '../catalog/index.ts';
import { isPlace, type Place } from '../geography/index.ts';
import { firstPickupWeekday, nearestPointsJson, type PointNearby, primeNearestPoints } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { LARGEST_PAGE } from '../platform/graphql/connection.ts';
import { keyOf } from '../platform/keys.ts';
import { PRODUCT_PAGE_SIZES } from './product-page-sizes.ts';
import { primeCountOfShop, primeProductsOfShop } from './shop-products.ts';
import { selectedFields } from './wanted-parts.ts';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'schema' | 'variableValues'>;

/** A field of a product that a domain left of this one adds, and of which it can bring along what it needs. */
export interface FieldCompanion {
  /** Name of the field. */
  readonly field: string;
  /** What to bring along for these arguments; null leaves it to the field. */
  of(args: object): Companion | null;
}

declare module '../platform/context.ts' {
  interface Ports {
    readonly productCompanions: readonly FieldCompanion[];
  }
}

/** Fields of a product that its statement can bring along. A field asked for twice is left to its loader. */
interface WantedFields {
  readonly points: FieldNode | undefined;
  readonly more: FieldNode | undefined;
  readonly isCounted: boolean;
  /** All that were asked for once, by name. */
  readonly once: ReadonlyMap<string, FieldNode>;
}

const known = new WeakMap<FieldNode, WantedFields>();

/**
 * The product with this name in addresses; null when there is none that the caller may see. Its points, the other goods of its shop
 * and their number come in the same statement where they are asked for.
 */
export function productPage(ctx: Context, slug: string, info: Info): Promise<Product | null> {
  const { points, more, isCounted, once } = wantedFields(info);
  const companions: Companion[] = [];
  if (points) companions.push(...nearestPointsCompanion(ctx, argumentsOf(info, points)));
  if (more) companions.push(...moreCompanion(argumentsOf(info, more)));
  if (isCounted) companions.push(COUNT);
  for (const { field, of } of ctx.productCompanions) {
    const node = once.get(field);
    const companion = node && of(argumentsOf(info, node));
    if (companion) companions.push(companion);
  }
  return productBySlug(ctx, slug, companions);
}

function wantedFields({ fieldNodes, fragments }: Info): WantedFields {
  const [first] = fieldNodes;
  const seen = first && fieldNodes.length === 1 ? known.get(first) : undefined;
  if (seen) return seen;
  const fields = fieldNodes.flatMap((node) => selectedFields(node.selectionSet, fragments));
  const named = (name: string): FieldNode[] => fields.filter((field) => field.name.value === name);
  const single = (name: string): FieldNode | undefined => (named(name).length === 1 ? named(name)[0] : undefined);
  const ofSeller = named('seller').flatMap((node) => selectedFields(node.selectionSet, fragments));
  const wanted = {
    points: single('nearestPickupPoints'),
    more: single('moreFromSeller'),
    once: new Map(fields.filter(({ name }) => single(name.value)).map((node) => [node.name.value, node])),
    isCounted: ofSeller.some(({ name }) => name.value === 'productCount'),
  };
  if (first && fieldNodes.length === 1) known.set(first, wanted);
  return wanted;
}

interface FieldArguments {
  readonly near?: Place | null;
  readonly first?: number | null;
}

function argumentsOf({ schema, variableValues }: Info, node: FieldNode): FieldArguments {
  const product = schema.getType('Product');
  const field = isObjectType(product) ? product.getFields()[node.name.value] : undefined;
  return field ? getArgumentValues(field, node, variableValues) : {};
}

/** A number that the field will refuse is not asked of the database. */
function sizeOr(usual: number, first: number | null | undefined): number | null {
  const size = first ?? usual;
  return size >= 1 && size <= LARGEST_PAGE ? size : null;
}

function nearestPointsCompanion(ctx: Context, { near, first }: FieldArguments): Companion[] {
  const most = sizeOr(PRODUCT_PAGE_SIZES.points, first);
  // A place or a number that the field will refuse is not asked of the database.
  if (most === null || (near && !isPlace(near))) return [];
  const weekday = firstPickupWeekday(ctx.clock.now());
  return [
    {
      name: near ? 'points-near' : 'points-near-shop',
      sql(parameter) {
        const place = near
          ? { latitude: `${parameter(near.latitude)}::float8`, longitude: `${parameter(near.longitude)}::float8` }
          : SHOP_PLACE;
        return nearestPointsJson('s.id', place, `${parameter(weekday)}::int`, `${parameter(most)}::int`);
      },
      take(taker, { seller }: Product, found: PointNearby[]) {
        primeNearestPoints(taker, keyOf('Seller', seller.id) ?? '', near ?? seller.location, most, found);
      },
    },
  ];
}

/** Where the world may think the shop stands: what `Seller.location` says. */
const SHOP_PLACE = {
  latitude: 'round(s.latitude::numeric, 3)::float8',
  longitude: 'round(s.longitude::numeric, 3)::float8',
};

function moreCompanion({ first }: FieldArguments): Companion[] {
  const size = sizeOr(PRODUCT_PAGE_SIZES.more, first);
  if (size === null) return [];
  // One more than shown: the product itself may be among them.
  const most = size + 1;
  return [
    {
      name: 'more',
      sql: (parameter) => `(select coalesce(json_agg(e.card order by d.product_id desc), '[]')
        from (select d.product_id from search_document d where d.seller_id = p.seller_id
               order by d.product_id desc limit ${parameter(most)}::int) d join search_entry e on e.product_id = d.product_id)`,
      take(taker, { seller }: Product, cards: Product[]) {
        primeProductsOfShop(taker, keyOf('Seller', seller.id) ?? '', most, cards);
      },
    },
  ];
}

const COUNT: Companion = {
  name: 'count',
  sql: () => `coalesce((select n.products from search_count n
    where n.scope = '' and n.facet = 'seller' and n.value = s.slug), 0)`,
  take(ctx, { seller }: Product, count: number) {
    primeCountOfShop(ctx, seller.slug, count);
  },
};
