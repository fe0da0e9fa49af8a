import type { ProductFilter, ProductSort } from './generated/graphql.ts';

/** Prices from the one to the other, both included, in whole rupiah; null for no limit. */
export interface PriceBand {
  readonly min: number;
  readonly max: number | null;
}

/** What a search address asks for. */
export interface ProductsAsked {
  readonly text: string;
  /** Paths or slugs; of several any. What stands below a category belongs to it. */
  readonly category: readonly string[];
  readonly kecamatan: readonly string[];
  readonly point: readonly string[];
  readonly seller: readonly string[];
  readonly priceMin: number | null;
  readonly priceMax: number | null;
  /** The price lies in any of these. */
  readonly prices: readonly PriceBand[];
  /** Least rating in whole stars; null for any. */
  readonly stars: number | null;
  readonly halal: boolean;
  readonly inStock: boolean;
  /** Null leaves it to the page. */
  readonly sort: ProductSort | null;
  readonly after: string | null;
}

const SORTS: Readonly<Record<string, ProductSort>> = {
  cocok: 'RELEVANCE',
  terdekat: 'NEAREST',
  terbaru: 'NEWEST',
  termurah: 'PRICE_ASC',
  termahal: 'PRICE_DESC',
};

/** Reads the query of a search address (or the fields of the filter form); what is not understood is left out. */
export function productsAsked(query: URLSearchParams): ProductsAsked {
  return {
    text: (query.get('q') ?? '').trim().slice(0, 200),
    category: outermost(slugs(query, 'kategori', /^[a-z0-9-]+(\/[a-z0-9-]+)*$/)),
    kecamatan: slugs(query, 'kecamatan'),
    point: slugs(query, 'titik'),
    seller: slugs(query, 'toko'),
    priceMin: rupiahIn(query.get('harga_min')),
    priceMax: rupiahIn(query.get('harga_maks')),
    prices: priceBands(query.getAll('harga')),
    stars: /^[1-4]$/.test(query.get('bintang') ?? '') ? Number(query.get('bintang')) : null,
    halal: query.get('halal') === '1',
    inStock: query.get('stok') === '1',
    sort: SORTS[query.get('urut') ?? ''] ?? null,
    after: query.get('setelah') || null,
  };
}

/** The address that asks for this: of the category's page when `base` is one, of the search page otherwise. */
export function addressOf(asked: ProductsAsked, base = '/cari'): string {
  const query = new URLSearchParams();
  if (asked.text) query.set('q', asked.text);
  if (base === '/cari') for (const path of asked.category) query.append('kategori', path);
  for (const slug of asked.kecamatan) query.append('kecamatan', slug);
  for (const slug of asked.point) query.append('titik', slug);
  for (const slug of asked.seller) query.append('toko', slug);
  if (asked.priceMin !== null) query.set('harga_min', String(asked.priceMin));
  if (asked.priceMax !== null) query.set('harga_maks', String(asked.priceMax));
  for (const band of asked.prices) query.append('harga', nameOfBand(band));
  if (asked.stars !== null) query.set('bintang', String(asked.stars));
  if (asked.halal) query.set('halal', '1');
  if (asked.inStock) query.set('stok', '1');
  if (asked.sort) query.set('urut', nameOfSort(asked.sort));
  if (asked.after) query.set('setelah', asked.after);
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}

/** The order's name in addresses. */
export function nameOfSort(sort: ProductSort): string {
  return Object.entries(SORTS).find(([, value]) => value === sort)?.[0] ?? '';
}

/** The band's name in addresses: 10000-24999, 250000-. */
export function nameOfBand({ min, max }: PriceBand): string {
  return `${min}-${max ?? ''}`;
}

/** The filter as the API takes it. */
export function filterOf(asked: ProductsAsked): ProductFilter {
  return {
    ...(asked.category.length > 0 ? { category: [...asked.category] } : {}),
    ...(asked.kecamatan.length > 0 ? { kecamatan: [...asked.kecamatan] } : {}),
    ...(asked.point.length > 0 ? { pickupPoint: [...asked.point] } : {}),
    ...(asked.seller.length > 0 ? { seller: [...asked.seller] } : {}),
    ...(asked.priceMin !== null ? { priceMin: asked.priceMin } : {}),
    ...(asked.priceMax !== null ? { priceMax: asked.priceMax } : {}),
    ...(asked.prices.length > 0 ? { priceRanges: [...asked.prices] } : {}),
    ...(asked.stars !== null ? { ratingMin: asked.stars } : {}),
    ...(asked.halal ? { halal: true } : {}),
    ...(asked.inStock ? { inStock: true } : {}),
  };
}

function slugs(query: URLSearchParams, name: string, pattern = /^[a-z0-9-]+$/): string[] {
  const values = query.getAll(name).flatMap((value) => value.split(','));
  return [...new Set(values.filter((value) => value.length <= 200 && pattern.test(value)))].slice(0, 20);
}

/** Whether the one category is the other, or stands below it; both are paths. */
export function isWithin(path: string, branch: string): boolean {
  return path === branch || path.startsWith(`${branch}/`);
}

/** Without the categories that another of them holds already. */
function outermost(paths: readonly string[]): string[] {
  return paths.filter((path) => !paths.some((branch) => branch !== path && isWithin(path, branch)));
}

function priceBands(names: readonly string[]): PriceBand[] {
  const bands = [...new Set(names)].flatMap((name) => {
    const [, min, max] = /^(\d{1,12})-(\d{0,12})$/.exec(name) ?? [];
    return min === undefined ? [] : [{ min: Number(min), max: max ? Number(max) : null }];
  });
  return bands.slice(0, 20);
}

/** A price as people type it: 12500, 12.500, Rp12.500; null when it is none. */
function rupiahIn(text: string | null): number | null {
  const digits = (text ?? '').replace(/^\s*Rp/i, '').replace(/[.\s]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}
