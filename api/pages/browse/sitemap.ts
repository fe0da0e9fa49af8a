import {
  SitemapIndexDocument,
  SitemapProductsDocument,
  SitemapSellersDocument,
} from '../../../storefront-widget/operations/generated/graphql.ts';
import type { Visit } from '../visit.ts';

/** Pages of 100 that one file lists at most, so that it stays below the 50,000 addresses that a sitemap may have. */
const MOST_PAGES = 490;
const OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The index: one file for shops, points and categories, and one for the products of each category at the root. */
export async function sitemapIndex(visit: Visit): Promise<string> {
  const { categories } = await visit.ask(SitemapIndexDocument, {});
  const files = ['pasar', ...categories.map(({ slug }) => `produk-${slug}`)];
  const entries = files.map((name) => `<sitemap><loc>${visit.site.publicUrl}/sitemap/${name}.xml</loc></sitemap>`);
  return `${OPEN}<sitemapindex ${NAMESPACE}>${entries.join('')}</sitemapindex>`;
}

/** Start page, categories, points and shops. */
export async function* marketSitemap(visit: Visit): AsyncGenerator<string> {
  const { categories, pickupPoints } = await visit.ask(SitemapIndexDocument, {});
  const paths = categories.flatMap(({ path, children }) => [path, ...children.map((child) => child.path)]);
  yield `${OPEN}<urlset ${NAMESPACE}>`;
  yield ['/', '/kategori', '/titik', '/privasi', '/kontak'].map((path) => entry(visit, path)).join('');
  yield paths.map((path) => entry(visit, `/kategori/${path}`)).join('');
  yield pickupPoints.edges.map(({ node }) => entry(visit, `/titik/${node.slug}`)).join('');
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { sellers }: Awaited<ReturnType<typeof askSellers>> = await askSellers(visit, after);
    yield sellers.edges.map(({ node }) => entry(visit, `/toko/${node.slug}`)).join('');
    if (!sellers.pageInfo.hasNextPage) break;
    after = sellers.pageInfo.endCursor;
  }
  yield '</urlset>';
}

/** The products of a category at the root of the tree. */
export async function* productSitemap(visit: Visit, category: string): AsyncGenerator<string> {
  yield `${OPEN}<urlset ${NAMESPACE}>`;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { products }: Awaited<ReturnType<typeof askProducts>> = await askProducts(visit, category, after);
    yield products.edges.map(({ node }) => entry(visit, `/produk/${node.slug}`, node.updatedAt)).join('');
    if (!products.pageInfo.hasNextPage) break;
    after = products.pageInfo.endCursor;
  }
  yield '</urlset>';
}

function askSellers(visit: Visit, after: string | null) {
  return visit.ask(SitemapSellersDocument, { after });
}

function askProducts(visit: Visit, category: string, after: string | null) {
  return visit.ask(SitemapProductsDocument, { category, after });
}

/** Slugs and paths are made of letters, digits, hyphens and slashes: nothing to escape. */
function entry({ site }: Visit, path: string, changedAt?: string): string {
  const changed = changedAt ? `<lastmod>${new Date(changedAt).toISOString()}</lastmod>` : '';
  return `<url><loc>${site.publicUrl}${path}</loc>${changed}</url>\n`;
}
