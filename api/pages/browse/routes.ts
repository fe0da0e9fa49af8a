import type { FastifyInstance } from 'fastify';
import { addForm, addPage, safeReturn } from '../page-route.ts';
import type { PagesOptions } from '../visit.ts';
import { addToCart } from './add-to-cart.ts';
import { categoryIndexPage } from './category-index-page.ts';
import { choosePlace } from './choose-place.ts';
import { addCrawlerRoutes } from './crawler-routes.ts';
import { homePage } from './home-page.ts';
import { contactPage, privacyPage } from './legal-pages.ts';
import { placePage } from './place-page.ts';
import { pointPage } from './point-page.ts';
import { pointsPage } from './points-page.ts';
import { productPage } from './product-page.ts';
import { reviewsPage } from './reviews-page.ts';
import { categoryPage, searchPage } from './search-page.ts';
import { sellerPage } from './seller-page.ts';

const A_YEAR = 31_536_000;

/** Adds what visitors browse: home, search, categories, products, shops, points, and the pages about us. */
export function addBrowsePages(routes: FastifyInstance, options: PagesOptions): void {
  addPage(routes, options, '/', (visit) => homePage(visit, options));
  addPage(routes, options, '/cari', searchPage);
  addPage(routes, options, '/kategori', categoryIndexPage);
  addPage(routes, options, '/kategori/*', categoryPage);
  addPage(routes, options, '/produk/:slug', productPage);
  addPage(routes, options, '/produk/:slug/ulasan', reviewsPage);
  addPage(routes, options, '/toko/:slug', sellerPage);
  addPage(routes, options, '/titik', pointsPage);
  addPage(routes, options, '/titik/:slug', pointPage);
  addPage(routes, options, '/tempat', placePage);
  addForm(routes, options, '/tempat', choosePlace);
  addForm(routes, options, '/keranjang/tambah', addToCart);
  addPage(routes, options, '/privasi', privacyPage);
  addPage(routes, options, '/kontak', (visit) => contactPage(visit, options));
  addLanguageSwitch(routes, options);
  addCrawlerRoutes(routes, options);
}

/** /bahasa/id and /bahasa/en: remembers the language and goes back to where one was. */
function addLanguageSwitch(routes: FastifyInstance, { site }: PagesOptions): void {
  routes.get<{ Params: { language: string }; Querystring: { kembali?: string } }>(
    '/bahasa/:language',
    (request, reply) => {
      const { language } = request.params;
      if (language !== 'id' && language !== 'en') return reply.callNotFound();
      const secure = site.publicUrl.startsWith('https:');
      return reply
        .setCookie('berjubel_language', language, { path: '/', sameSite: 'lax', secure, maxAge: A_YEAR })
        .header('cache-control', 'no-store')
        .redirect(safeReturn(request.query.kembali ?? null));
    },
  );
}
