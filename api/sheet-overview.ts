import { hash } from 'node:crypto';
import { type ImportFault, type SheetListing, type SheetRow, sheetListing } from './catalog/index.ts';
import { type KecamatanPlace, kecamatanWord } from './geography/index.ts';
import { LARGEST_STOCK } from './inventory/index.ts';
import type { ShopDirectory } from './sellers/index.ts';

/** What is known of the market before a sheet is read. */
interface Known {
  readonly shops: ShopDirectory;
  /** By `kecamatanWord`. */
  readonly kecamatan: ReadonlyMap<string, KecamatanPlace>;
}

/**
 * What a sheet says as a whole, from reading it once: how long it is, where each shop stands, and which of several rows of one SKU is the
 * last. A row means the same wherever it stands and however often the sheet is entered.
 */
export class SheetOverview {
  readonly #kecamatan: Known['kecamatan'];
  /** Where shops of a name stand, in the market or by some row: for each the key of its kecamatan. */
  readonly #standing = new Map<string, string[]>();
  readonly #lastLines = new Map<string, number>();
  #total = 0;

  private constructor({ kecamatan }: Known) {
    this.#kecamatan = kecamatan;
  }

  static async read(rows: AsyncIterable<SheetRow>, known: Known): Promise<SheetOverview> {
    const overview = new SheetOverview(known);
    for await (const row of rows) {
      overview.#total += 1;
      const listing = sheetListing(row, LARGEST_STOCK);
      if (!('code' in listing)) overview.#note(listing, known.shops);
    }
    return overview;
  }

  /** Rows of the sheet. */
  get total(): number {
    return this.#total;
  }

  /** The kecamatan of a row's shop, also where only other rows or the market name it; or why it is not known. */
  placeOf({ line, seller: text, kecamatan: name }: SheetListing): KecamatanPlace | ImportFault {
    if (name !== null)
      return this.#kecamatan.get(kecamatanWord(name)) ?? { line, code: 'KECAMATAN_UNKNOWN', values: { text: name } };
    const [key, ...others] = this.#standing.get(text.toLowerCase()) ?? [];
    const place = [...this.#kecamatan.values()].find(({ kecamatanKey }) => kecamatanKey === key);
    if (place && others.length === 0) return place;
    return { line, code: place ? 'SELLER_UNCLEAR' : 'KECAMATAN_MISSING', values: { text } };
  }

  /** On which line the SKU of a row, whose shop has this place, stands last, with or without the kecamatan. */
  lastLineOf(listing: SheetListing, { kecamatanKey }: KecamatanPlace): number {
    const isSole = this.#standing.get(listing.seller.toLowerCase())?.length === 1;
    const lines = [kecamatanKey, ...(isSole ? [''] : [])].map((key) => this.#lastLines.get(shopSku(listing, key)));
    return Math.max(listing.line, ...lines.map((line) => line ?? 0));
  }

  #note(listing: SheetListing, shops: ShopDirectory): void {
    const { seller, kecamatan, line } = listing;
    const key = kecamatan === null ? '' : this.#kecamatan.get(kecamatanWord(kecamatan))?.kecamatanKey;
    if (key === undefined) return;
    const name = seller.toLowerCase();
    const standing = this.#standing.get(name) ?? shops.named(seller, null).map(({ kecamatanKey }) => kecamatanKey);
    if (key !== '' && !standing.includes(key)) standing.push(key);
    this.#standing.set(name, standing);
    this.#lastLines.set(shopSku(listing, key), line);
  }
}

/** A digest, because one is kept for each row. */
function shopSku({ seller, sku }: SheetListing, kecamatanKey: string): string {
  return hash('sha1', [seller.toLowerCase(), kecamatanKey, sku].join('\n'), 'base64');
}
