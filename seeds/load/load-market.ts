import { setTimeout as pause } from 'node:timers/promises';
import type { StoredPicture } from '../../api/catalog/index.ts';
import type { Context } from '../../api/platform/context.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { enterFirstTerms, reindexAll } from '../../api/search/index.ts';
import { seedTerms } from '../generate/vocabulary.ts';
import type { SeedMarket, SeedProduct } from '../market-shape.ts';
import { Album } from './album.ts';
import { insertRows, type RowsOf } from './insert-rows.ts';
import { refuseUsedMarket } from './is-empty-market.ts';
import { loadCategories, planCategories } from './load-categories.ts';
import { loadCast, loadShops } from './load-people.ts';
import { loadGeography, loadPoints, type PlaceKeys } from './load-places.ts';
import { productRows, readShopKeys } from './load-products.ts';
import { noteBegun, noteEntered, noteFinished, unfinishedSeed } from './unfinished-seed.ts';

/** How a market is loaded. */
export interface LoadOptions {
  /** Where the demo community's site is reached; its origin may show the widget. */
  readonly communitySiteUrl: string;
  /** Leaves the pictures out: quick, for measurements of large markets. */
  readonly withoutPictures?: boolean;
  /** Told how many pictures are drawn of those that the next products need. */
  readonly onPictures?: (done: number, of: number) => void;
  /** Told how many of all products are entered. */
  readonly onProducts?: (done: number, of: number) => void;
}

/** Products entered by one transaction. A market that has no more is there as a whole, or not at all. */
const BATCH = 2_500;
/** Milliseconds after which a batch has surely been handed to the database. */
const HANDED_OVER = 10;

/** Enters only what every market of Depok has: its districts, the category tree and the words of search. */
export async function loadGround(ctx: Context, market: SeedMarket): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockGround(tx);
    await enterGround(tx, market);
  });
}

/**
 * Enters a market into a database that is empty or has the ground alone, which stays as it is, or goes on where the same filling was
 * stopped: the first batch of products in one transaction with all else, each further one in its own, and how far it came beside it.
 * So whenever the program is killed there is nothing, or the beginning of the market and a note that says so; `finishMarket` takes the note away. Pictures go first,
 * through the same store as a seller's photo. Refuses a market in use, and a category tree into which the seed's does not fit.
 */
export async function loadMarket(ctx: Context, market: SeedMarket, options: LoadOptions): Promise<void> {
  const { withoutPictures = false, onPictures = () => {}, onProducts = () => {} } = options;
  const before = await unfinishedSeed(ctx);
  const batches = batchesOf(market.products(), before?.entered ?? 0);
  const album = new Album(ctx, market);
  const nextBatch = async (): Promise<SeedProduct[]> => {
    const { value: batch = [] } = batches.next();
    if (!withoutPictures) await album.draw(batch, onPictures);
    return batch;
  };
  let entered = before?.entered ?? 0;
  const tell = (products: number): void => {
    entered += products;
    onProducts(entered, market.productCount);
  };
  if (!before) {
    // Looked at again under the lock; here, so that no picture is drawn for nothing.
    await refuseUsedMarket(ctx.em.fork());
    await planCategories(ctx.em.fork(), market.categories);
    const first = await nextBatch();
    await inTransaction(ctx, (tx) => begin(tx, market, options, first, album.pictures));
    tell(first.length);
  }
  const begunAt = (await unfinishedSeed(ctx))?.begunAt ?? ctx.clock.now();
  const shops = await readShopKeys(ctx.em.fork());
  // Entered before, but it may have been stopped for long: what was taken out meanwhile is needed again.
  const categories = await inTransaction(ctx, async (tx) => {
    await lockGround(tx);
    return loadCategories(tx, market.categories);
  });
  const nextRows = async (): Promise<{ products: number; rows: readonly RowsOf[] }> => {
    const batch = await nextBatch();
    return {
      products: batch.length,
      rows: productRows(batch, { shops, categories, pictures: album.pictures, begunAt, reviewsOf: market.reviewsOf }),
    };
  };
  for (let next = await nextRows(); next.products > 0; ) {
    const { products, rows } = next;
    // The database and this program each have a core: while one batch is entered the next is made.
    const entering = inTransaction(ctx, (tx) => enterBatch(tx, products, rows));
    [, next] = await Promise.all([entering, pause(HANDED_OVER).then(nextRows)]);
    tell(products);
  }
}

/** Makes a market that was entered findable, and ends its filling. Tells how many of all products are findable. */
export async function finishMarket(ctx: Context, onIndexed?: (done: number, of: number) => void): Promise<void> {
  await reindexAll(ctx, onIndexed);
  await inTransaction(ctx, noteFinished);
}

/** Enters all that stands before the products, and the first of these. */
async function begin(
  tx: Tx,
  market: SeedMarket,
  { communitySiteUrl, withoutPictures = false }: LoadOptions,
  first: readonly SeedProduct[],
  pictures: ReadonlyMap<string, StoredPicture>,
): Promise<void> {
  await lockGround(tx);
  await refuseUsedMarket(tx);
  const { places, categories } = await enterGround(tx, market);
  const points = await loadPoints(tx, market.points, places);
  await loadShops(tx, market.shops(), places);
  await loadCast(tx, market.cast, { places, points }, communitySiteUrl);
  await noteBegun(tx, market, !withoutPictures);
  const shops = await readShopKeys(tx);
  await enterBatch(
    tx,
    first.length,
    productRows(first, { shops, categories, pictures, begunAt: tx.context.clock.now(), reviewsOf: market.reviewsOf }),
  );
}

/** Lets one filling wait for the other, to the end of its transaction: two processes may start on one empty database. */
async function lockGround(tx: Tx): Promise<void> {
  await tx.execute(`select pg_advisory_xact_lock(hashtextextended('ground', 0))`);
}

/** Enters what of the ground is not there. What curators made of the words, or took out of them, stays as it is. */
async function enterGround(
  tx: Tx,
  market: SeedMarket,
): Promise<{ places: PlaceKeys; categories: ReadonlyMap<string, string> }> {
  const places = await loadGeography(tx, market.kecamatan);
  const categories = await loadCategories(tx, market.categories);
  await enterFirstTerms(tx, seedTerms());
  return { places, categories };
}

async function enterBatch(tx: Tx, products: number, rows: readonly RowsOf[]): Promise<void> {
  await insertRows(tx, ...rows);
  await noteEntered(tx, products);
}

/** The products after the first ones, some at a time. */
function* batchesOf(products: Iterable<SeedProduct>, passed: number): Generator<SeedProduct[], undefined> {
  let batch: SeedProduct[] = [];
  let n = 0;
  for (const product of products) {
    n += 1;
    if (n <= passed) continue;
    batch.push(product);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
