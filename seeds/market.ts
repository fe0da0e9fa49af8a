import { drawRecipe } from './drawings/draw-product.ts';
import type { Tint } from './drawings/frame.ts';
import { FULL_ASSORTMENT, smallAssortment } from './generate/assortment.ts';
import { CAST } from './generate/cast.ts';
import { seedCategories, seedKecamatan, seedPoints } from './generate/places.ts';
import { productsOf } from './generate/products.ts';
import { reviewsOf } from './generate/reviews.ts';
import { planShops } from './generate/shops.ts';
import type { SeedMarket, SeedProduct, SeedShop } from './market-shape.ts';

/** How large a market is made, and the number from which all of it follows. */
export interface MarketOptions {
  readonly seed: number;
  /** How many products it has, 0 to some millions. */
  readonly products: number;
  /** How many shops; one for twenty products and at least 122 when not said. */
  readonly shops?: number;
}

/** Up to so many products a market keeps to some 230 pictures, so that a first start is quick; a larger one shows all goods. */
const SMALL_MARKET = 5000;
/** With so many every kecamatan has the everyday goods. */
const FEWEST_SHOPS = 122;
const PRODUCTS_OF_SHOP = 20;

/**
 * A market of Depok as plain facts, the same for the same options: nothing is read but the words under seeds/data, and neither
 * clock nor database is asked. Shops and products are made when they are asked for, one by one.
 */
export function generateMarket(options: MarketOptions): SeedMarket {
  const { seed, products } = options;
  const shopCount =
    options.shops ?? (products === 0 ? 0 : Math.max(FEWEST_SHOPS, Math.round(products / PRODUCTS_OF_SHOP)));
  const assortment = products > SMALL_MARKET ? FULL_ASSORTMENT : smallAssortment();
  return {
    seed,
    kecamatan: seedKecamatan(),
    categories: seedCategories(),
    points: seedPoints(),
    cast: CAST,
    productCount: products,
    *shops(): Iterable<SeedShop> {
      for (const { shop } of planShops(seed, shopCount)) yield shop;
    },
    *products(): Iterable<SeedProduct> {
      let [shop, made] = [0, 0];
      for (const plan of planShops(seed, shopCount)) {
        shop += 1;
        const until = Math.round((shop * products) / shopCount);
        yield* productsOf(plan, assortment, seed, until - made, made);
        made = until;
      }
    },
    reviewsOf: (product) => reviewsOf(seed, product),
    drawingOf,
  };
}

/** The SVG of a drawing key as products name it. Refuses a key that names no look. */
function drawingOf(key: string): string {
  const [look = '', tint = ''] = key.split('@');
  return drawRecipe({ look, tint: tint as Tint });
}
