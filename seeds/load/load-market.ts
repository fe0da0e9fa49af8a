import sharp from 'sharp';
import { type StoredPicture, storePhoto } from '../../api/catalog/index.ts';
import type { Context } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { enterTerms, reindexAll } from '../../api/search/index.ts';
import { seedTerms } from '../generate/vocabulary.ts';
import type { SeedMarket, SeedProduct } from '../market-shape.ts';
import { loadCast, loadShops } from './load-people.ts';
import { loadCategories, loadGeography, loadPoints } from './load-places.ts';
import { loadProducts } from './load-products.ts';

/** How a market is loaded. */
export interface LoadOptions {
  /** Where the demo community's site is reached; its origin may show the widget. */
  readonly communitySiteUrl: string;
  /** Leaves the pictures out: quick, for measurements of large markets. */
  readonly withoutPictures?: boolean;
  /** Told how far it came, from 0 to 1, with what is being done. */
  readonly onProgress?: (done: number, what: string) => void;
  /** Told how many of all products are entered. */
  readonly onProducts?: (done: number, of: number) => void;
  /** Told how many of all products are findable. */
  readonly onIndexed?: (done: number, of: number) => void;
}

/** Products entered by one statement. */
const BATCH = 250;
/** Pictures drawn at once; each takes a core. */
const DRAWN_AT_ONCE = 2;

/** Whether nothing was ever entered, not even the districts. */
export async function isEmptyMarket(ctx: Context): Promise<boolean> {
  const [row] = await ctx.read.rows<{ empty: boolean }>('select not exists (select from kecamatan) as empty');
  return row?.empty ?? false;
}

/** Enters only what every market of Depok has: its districts, the category tree and the words of search. */
export async function loadGround(ctx: Context, market: SeedMarket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await loadGeography(tx, market.kecamatan);
    await loadCategories(tx, market.categories);
    await enterTerms(tx, seedTerms());
  });
}

/**
 * Enters a whole market in one transaction: all of it is there, or nothing, whenever the program is killed. Pictures go first,
 * through the same store as a seller's photo; entered again they are the same files.
 */
export async function loadMarket(ctx: Context, market: SeedMarket, options: LoadOptions): Promise<void> {
  const tell = options.onProgress ?? (() => {});
  const pictures = options.withoutPictures ? new Map<string, StoredPicture>() : await drawPictures(ctx, market, tell);
  await inTransaction(ctx, async (tx) => {
    const places = await loadGeography(tx, market.kecamatan);
    const categories = await loadCategories(tx, market.categories);
    await enterTerms(tx, seedTerms());
    const points = await loadPoints(tx, market.points, places);
    const shops = await loadShops(tx, market.shops, places);
    await loadCast(tx, market.cast, { places, points }, options.communitySiteUrl);
    let entered = 0;
    for (const batch of batches(market.products())) {
      await loadProducts(tx, batch, { shops, categories, pictures });
      tx.clear();
      entered += batch.length;
      options.onProducts?.(entered, market.productCount);
    }
  });
  tell(0.95, 'search');
  await reindexAll(ctx, options.onIndexed);
  tell(1, 'search');
}

/** Draws every picture that a product shows, once, and stores it as an upload would be. */
async function drawPictures(
  ctx: Context,
  market: SeedMarket,
  tell: (done: number, what: string) => void,
): Promise<ReadonlyMap<string, StoredPicture>> {
  const wanted = new Set<string>();
  for (const product of market.products()) for (const drawing of product.drawings) wanted.add(drawing);
  const waiting = [...wanted];
  const pictures = new Map<string, StoredPicture>();
  const draw = async (): Promise<void> => {
    for (let drawing = waiting.pop(); drawing !== undefined; drawing = waiting.pop()) {
      const png = await sharp(Buffer.from(market.drawingOf(drawing)))
        .png({ compressionLevel: 1 })
        .toBuffer();
      pictures.set(drawing, await storePhoto(ctx.files, png));
      tell((pictures.size / wanted.size) * 0.8, 'pictures');
    }
  };
  await Promise.all(Array.from({ length: DRAWN_AT_ONCE }, draw));
  return pictures;
}

function* batches(products: Iterable<SeedProduct>): Iterable<SeedProduct[]> {
  let batch: SeedProduct[] = [];
  for (const product of products) {
    batch.push(product);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
