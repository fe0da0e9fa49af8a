import type { FastifyInstance } from 'fastify';
import {
  cityOrderWords,
  disputeWords,
  moneyWords,
  reconciliationWords,
  reviewWords,
  shellWords,
  vocabularyWords,
  voucherWords,
  workWords,
} from '../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from './html.ts';
import { addPage, type PageParts } from './page-route.ts';
import { allowProviderPictures } from './provider-pictures.ts';
import { statementPage } from './statement/statement-page.ts';
import type { PagesOptions, Visit } from './visit.ts';

/**
 * The desks of those who work here: the shop's, the point's, the community's, the city's. Their scripts do the work; the frame is drawn
 * here. Statements need none.
 */
export function registerWorkPages(routes: FastifyInstance, options: PagesOptions): void {
  addPage(routes, options, '/jual', (visit) =>
    desk(visit, 'seller', workWords[visit.language].seller.title, 'berjubel-seller-desk'),
  );
  addPage(routes, options, '/konter', counterPage);
  addPage(routes, options, '/komunitas', (visit) =>
    desk(visit, 'community', workWords[visit.language].community.title, 'berjubel-community-desk'),
  );
  addPage(routes, options, '/kota', (visit) =>
    desk(visit, 'city', workWords[visit.language].city.title, 'berjubel-city-desk'),
  );
  addPage(routes, options, '/kota/pesanan', (visit) =>
    desk(visit, 'city', cityOrderWords[visit.language].title, 'berjubel-order-desk'),
  );
  addPage(routes, options, '/kota/keluhan', (visit) =>
    desk(visit, 'city', disputeWords[visit.language].city.title, 'berjubel-dispute-desk'),
  );
  addPage(routes, options, '/kota/rekonsiliasi', (visit) =>
    desk(visit, 'city', reconciliationWords[visit.language].title, 'berjubel-reconciliation-desk'),
  );
  addPage(routes, options, '/kota/pencairan', (visit) =>
    desk(visit, 'city', moneyWords[visit.language].desk, 'berjubel-payout-desk'),
  );
  addPage(routes, options, '/kota/ulasan', (visit) =>
    desk(visit, 'city', reviewWords[visit.language].city.title, 'berjubel-review-desk'),
  );
  addPage(routes, options, '/kota/kosakata', (visit) =>
    desk(visit, 'city', vocabularyWords[visit.language].title, 'berjubel-vocabulary-desk'),
  );
  addPage(routes, options, '/rekening-koran/:ownerId', statementPage);
  addPage(routes, options, '/kota/voucher', (visit) =>
    desk(visit, 'city', voucherWords[visit.language].title, 'berjubel-city-vouchers'),
  );
}

/** The counter shows QRIS codes; one whose answer was lost is there as the provider's picture alone. */
async function counterPage(visit: Visit): Promise<PageParts> {
  await allowProviderPictures(visit);
  return desk(visit, 'point', workWords[visit.language].point.title, 'berjubel-counter');
}

function desk(
  visit: Visit,
  area: 'seller' | 'point' | 'city' | 'community',
  title: string,
  element: string,
): PageParts {
  const words = shellWords[visit.language];
  const shape: Html = html`<p class="quiet waiting" role="status">${words.loading}</p><noscript><p class="note warm">${words.needsScripts}</p></noscript>`;
  return {
    area,
    title,
    isPrivate: true,
    isPersonal: true,
    head: html`<meta name="berjubel-now" content="${visit.now.toISOString()}">`,
    main: html`<h1>${title}</h1><div class="section">${trusted(`<${element}>`)}${shape}${trusted(`</${element}>`)}</div>`,
  };
}
