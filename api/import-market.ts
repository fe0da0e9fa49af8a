import { hash } from 'node:crypto';
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
import { type KecamatanPlace, kecamatanByName, kecamatanWord } from './geography/index.ts';
import { countStock, holdStock, LARGEST_STOCK } from './inventory/index.ts';
import type { Context } from './platform/context.ts';
import { inTransaction } from './platform/database/transaction.ts';
import { keepIndexPromise, promiseIndex } from './search/index.ts';
import { isShopName, ShopDirectory, type ShopNamed } from './sellers/index.ts';

/** What an import did. */
export interface ImportResult {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that were not entered, each told through onFault. */
  readonly listed: number;
}

/** How an import tells what it does. */
export interface ImportOptions {
  readonly onFault: (fault: ImportFault) => void;
  /** Rows done, of all; the file is read once before the first. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Rows entered by one transaction. */
const BATCH = 1000;

/** What is known of the market, to find shops and categories by name. */
interface Directories {
  readonly shops: ShopDirectory;
  readonly categories: CategoryDirectory;
  readonly kecamatan: ReadonlyMap<string, KecamatanPlace>;
}

/** A row with its shop: there already, or to be entered. */
interface Placed {
  readonly listing: SheetListing;
  readonly place: KecamatanPlace | null;
}

/**
 * Enters the products of a sheet, some at a time: what is there and says the same stays untouched, so that it can be run again.
 * The sheet is read twice: first to see that all of it can be read, how long it is, and which of several rows of one SKU is the last.
 */
export async function importProducts(
  ctx: Context,
  rows: () => AsyncIterable<SheetRow>,
  { onFault, onProgress = () => {} }: ImportOptions,
): Promise<ImportResult> {
  const { total, lastLines } = await look(rows());
  const directories = {
    shops: await ShopDirectory.read(ctx),
    categories: await CategoryDirectory.read(ctx),
    kecamatan: await kecamatanByName(ctx),
  };
  const sum = { rows: total, created: 0, changed: 0, unchanged: 0, listed: 0 };
  const report = (fault: ImportFault): void => {
    sum.listed += 1;
    onFault(fault);
  };
  let batch: SheetListing[] = [];
  const flush = async (done: number): Promise<void> => {
    const { created, changed, entered } = await enter(ctx, directories, batch, report);
    sum.created += created;
    sum.changed += changed;
    sum.unchanged += entered - created - changed;
    batch = [];
    onProgress(done, total);
  };
  let done = 0;
  for await (const row of rows()) {
    done += 1;
    const read = sheetListing(row, LARGEST_STOCK);
    const last = 'code' in read ? row.line : (lastLines.get(shopSku(read)) ?? row.line);
    if ('code' in read) report(read);
    else if (last > row.line) report({ line: row.line, code: 'SKU_REPEATED', values: { text: read.sku, line: last } });
    else batch.push(read);
    if (batch.length >= BATCH) await flush(done);
  }
  await flush(done);
  return sum;
}

/** How many rows there are, and on which line each SKU of a shop stands last. */
async function look(rows: AsyncIterable<SheetRow>): Promise<{ total: number; lastLines: Map<string, number> }> {
  const lastLines = new Map<string, number>();
  let total = 0;
  for await (const row of rows) {
    total += 1;
    const listing = sheetListing(row, LARGEST_STOCK);
    if (!('code' in listing)) lastLines.set(shopSku(listing), row.line);
  }
  return { total, lastLines };
}

function shopSku({ seller, kecamatan, sku }: SheetListing): string {
  // A digest, because one is kept for each row.
  return hash('sha1', [seller.toLowerCase(), kecamatanWord(kecamatan ?? ''), sku].join('\n'), 'base64');
}

/** Enters a batch: what is new among shops and categories first, then the listings with their stock in one transaction, then the search. */
async function enter(
  ctx: Context,
  directories: Directories,
  batch: readonly SheetListing[],
  report: (fault: ImportFault) => void,
): Promise<{ created: number; changed: number; entered: number }> {
  const placed = batch.flatMap((listing) => {
    const found = place(directories, listing);
    if (!('code' in found)) return [found];
    report(found);
    return [];
  });
  await enterShopsAndCategories(ctx, directories, placed);
  const named = placed.map(({ listing, place }) => ({
    ...listing,
    sellerKey: directories.shops.named(listing.seller, place?.kecamatanKey ?? null)[0]!.key,
    categoryKey: listing.category === null ? null : directories.categories.find(listing.category),
    newCategoryKey: directories.categories.find(listing.category)!,
  }));
  const wanted = lastOfEach(named, report);
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

/** Of rows that turn out to be one SKU of one shop, because only one of them names the kecamatan, the last. */
function lastOfEach<Row extends SheetListing & { readonly sellerKey: string }>(
  rows: readonly Row[],
  report: (fault: ImportFault) => void,
): Row[] {
  const identity = ({ sellerKey, sku }: Row): string => `${sellerKey}\n${sku}`;
  const last = new Map(rows.map((row) => [identity(row), row]));
  for (const row of rows) {
    const { line } = last.get(identity(row)) ?? row;
    if (line !== row.line) report({ line: row.line, code: 'SKU_REPEATED', values: { text: row.sku, line } });
  }
  return [...last.values()];
}

/** Where the shop of a row is, or why the row cannot be entered. */
function place({ shops, kecamatan, categories }: Directories, listing: SheetListing): Placed | ImportFault {
  const { line, seller: text } = listing;
  const fault = (code: string, values: ImportFault['values'] = { text }): ImportFault => ({ line, code, values });
  const place = listing.kecamatan === null ? null : (kecamatan.get(kecamatanWord(listing.kecamatan)) ?? null);
  if (listing.kecamatan !== null && place === null) return fault('KECAMATAN_UNKNOWN', { text: listing.kecamatan });
  if (categories.find(listing.category) === null && [...(listing.category ?? '')].length > LONGEST_CATEGORY)
    return fault('CATEGORY_TOO_LONG', { limit: LONGEST_CATEGORY });
  const [known, ...others] = shops.named(text, place?.kecamatanKey ?? null);
  if (known && known.status !== 'VERIFIED') return fault('SELLER_NOT_OPEN');
  if (known && place === null && others.length > 0) return fault('SELLER_UNCLEAR');
  if (!known && place === null) return fault('KECAMATAN_MISSING');
  if (!known && !isShopName(text)) return fault('NAME_INVALID', { limit: 60 });
  return { listing, place };
}

async function enterShopsAndCategories(
  ctx: Context,
  { shops, categories }: Directories,
  placed: readonly Placed[],
): Promise<void> {
  const missing = new Map<string, ShopNamed>();
  for (const { listing, place } of placed)
    if (place && shops.named(listing.seller, place.kecamatanKey).length === 0)
      missing.set(`${listing.seller.toLowerCase()}\n${place.kecamatanKey}`, { name: listing.seller, place });
  await shops.enter(ctx, [...missing.values()]);
  await categories.enter(ctx, new Set(placed.map(({ listing }) => listing.category)));
}
