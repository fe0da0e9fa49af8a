import {
  CategoryDirectory,
  type ImportFault,
  type ListingKeys,
  LONGEST_CATEGORY,
  listingKeys,
  type SheetListing,
  type SheetRow,
  sheetListing,
  writeListings,
} from './catalog/index.ts';
import { type KecamatanPlace, kecamatanByName } from './geography/index.ts';
import { countStock, holdStock, LARGEST_STOCK } from './inventory/index.ts';
import type { Context } from './platform/context.ts';
import { inTransaction } from './platform/database/transaction.ts';
import { keepIndexPromise, promiseIndex } from './search/index.ts';
import { isShopName, ShopDirectory, type ShopNamed } from './sellers/index.ts';
import { SheetOverview } from './sheet-overview.ts';

/** What an import did. */
export interface ImportResult {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that were not entered, each told through onFault, by line. */
  readonly listed: number;
}

/** How an import tells what it does. */
export interface ImportOptions {
  readonly onFault: (fault: ImportFault) => void;
  /** Rows done, of all; the file is read once before the first. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Rows read before those that are good are entered by one transaction. */
const BATCH = 1000;

/** What is known of the market, to find shops and categories by name. */
interface Directories {
  readonly shops: ShopDirectory;
  readonly categories: CategoryDirectory;
}

/** A row with its shop: there already, or to be entered. */
interface Placed {
  readonly listing: SheetListing;
  readonly place: KecamatanPlace;
}

/**
 * Enters the products of a sheet, some at a time: what is there and says the same stays untouched, so that it can be run again.
 * The sheet is read twice: first to see that all of it can be read, and what it says as a whole.
 */
export async function importProducts(
  ctx: Context,
  rows: () => AsyncIterable<SheetRow>,
  { onFault, onProgress = () => {} }: ImportOptions,
): Promise<ImportResult> {
  const shops = await ShopDirectory.read(ctx);
  const overview = await SheetOverview.read(rows(), { shops, kecamatan: await kecamatanByName(ctx) });
  const directories = { shops, categories: await CategoryDirectory.read(ctx) };
  const { total } = overview;
  const sum = { rows: total, created: 0, changed: 0, unchanged: 0, listed: 0 };
  let batch: Placed[] = [];
  let faults: ImportFault[] = [];
  const report = (fault: ImportFault): number => faults.push(fault);
  const flush = async (done: number): Promise<void> => {
    const { created, changed, entered } = await enter(ctx, directories, batch, report);
    sum.created += created;
    sum.changed += changed;
    sum.unchanged += entered - created - changed;
    sum.listed += faults.length;
    // Some faults show only when the batch is entered, others when a row is read; people go through a file by line.
    for (const fault of faults.sort((a, b) => a.line - b.line)) onFault(fault);
    batch = [];
    faults = [];
    onProgress(done, total);
  };
  let done = 0;
  for await (const row of rows()) {
    done += 1;
    const read = sheetListing(row, LARGEST_STOCK);
    const placed = 'code' in read ? read : placedBy(overview, read);
    if ('code' in placed) report(placed);
    else batch.push(placed);
    if (done % BATCH === 0) await flush(done);
  }
  await flush(done);
  return sum;
}

/** A row with the place of its shop, or why it is left out: another row of the same SKU comes later, or nothing says where the shop is. */
function placedBy(overview: SheetOverview, listing: SheetListing): Placed | ImportFault {
  const { line, sku: text } = listing;
  const place = overview.placeOf(listing);
  if ('code' in place) return place;
  const last = overview.lastLineOf(listing, place);
  return last > line ? { line, code: 'SKU_REPEATED', values: { text, line: last } } : { listing, place };
}

/** Enters a batch: what is new among shops and categories first, then the listings with their stock in one transaction, then the search. */
async function enter(
  ctx: Context,
  directories: Directories,
  batch: readonly Placed[],
  report: (fault: ImportFault) => unknown,
): Promise<{ created: number; changed: number; entered: number }> {
  const placed = batch.filter((row) => {
    const fault = refusal(directories, row);
    if (fault) report(fault);
    return fault === null;
  });
  await enterShopsAndCategories(ctx, directories, placed);
  const wanted = placed.map(({ listing, place }) => ({
    ...listing,
    sellerKey: directories.shops.named(listing.seller, place.kecamatanKey)[0]!.key,
    categoryKey: listing.category === null ? null : directories.categories.find(listing.category),
    newCategoryKey: directories.categories.find(listing.category)!,
  }));
  const { promise, refused, created, changed } = await inTransaction(ctx, async (tx) => {
    const keys = await listingKeys(tx, wanted);
    const listings = wanted.map((listing, at) => ({ ...listing, ...keys[at]! }));
    const reserved = await holdStock(
      tx,
      listings.flatMap(({ isNew, variantKey }) => (isNew ? [] : [variantKey])),
    );
    const isShort = ({ stock, variantKey }: SheetListing & ListingKeys): boolean =>
      stock !== null && stock < (reserved.get(variantKey) ?? 0);
    const good = listings.filter((listing) => !isShort(listing));
    const written = await writeListings(tx, good);
    const counts = good.flatMap(({ stock, isNew, variantKey }) =>
      stock !== null || isNew ? [{ variantKey, onHand: stock ?? 0 }] : [],
    );
    const counted = new Set(await countStock(tx, counts, 'import'));
    const restocked = good.flatMap(({ variantKey, productKey }) => (counted.has(variantKey) ? [productKey] : []));
    const shown = [...new Set([...written, ...restocked])];
    const fresh = good.filter(({ isNew }) => isNew).length;
    return {
      promise: shown.length > 0 ? promiseIndex(tx, shown) : null,
      refused: listings
        .filter(isShort)
        .map(({ line, variantKey }) => ({ line, reserved: reserved.get(variantKey) ?? 0 })),
      created: fresh,
      changed: shown.length - fresh,
    };
  });
  for (const { line, reserved } of refused) report({ line, code: 'BELOW_RESERVED', values: { reserved } });
  if (promise) await keepIndexPromise(ctx, promise);
  return { created, changed, entered: wanted.length - refused.length };
}

/** Why the shop or the category of a row cannot be used; null when they can. */
function refusal({ shops, categories }: Directories, { listing, place }: Placed): ImportFault | null {
  const { line, seller: text } = listing;
  const fault = (code: string, values: ImportFault['values'] = { text }): ImportFault => ({ line, code, values });
  if (categories.find(listing.category) === null && [...(listing.category ?? '')].length > LONGEST_CATEGORY)
    return fault('CATEGORY_TOO_LONG', { limit: LONGEST_CATEGORY });
  const [known] = shops.named(text, place.kecamatanKey);
  if (known && known.status !== 'VERIFIED') return fault('SELLER_NOT_OPEN');
  return known || isShopName(text) ? null : fault('NAME_INVALID', { limit: 60 });
}

async function enterShopsAndCategories(
  ctx: Context,
  { shops, categories }: Directories,
  placed: readonly Placed[],
): Promise<void> {
  const missing = new Map<string, ShopNamed>();
  for (const { listing, place } of placed)
    if (shops.named(listing.seller, place.kecamatanKey).length === 0)
      missing.set(`${listing.seller.toLowerCase()}\n${place.kecamatanKey}`, { name: listing.seller, place });
  await shops.enter(ctx, [...missing.values()]);
  await categories.enter(ctx, new Set(placed.map(({ listing }) => listing.category)));
}
