import type { FastifyInstance } from 'fastify';
import { OrderPaperDocument } from '../../storefront-widget/operations/generated/graphql.ts';
import type { PaperKind } from '../../storefront-widget/words/index.ts';
import { addPage, type Download, type Shown } from './page-route.ts';
import { type OrderPaper, paperOfOrder } from './paper/order-paper.ts';
import { paperPage } from './paper/paper-page.ts';
import type { PagesOptions, Visit } from './visit.ts';

/** What makes PDFs: a large library, which is loaded after the start. */
export const loadPapers = () => import('./paper/paper-pdf.ts');

/** Adds invoice and receipt of an order, each as a page and as a PDF. An order has one of them at a time: the other leads to it. */
export function addPaperPages(routes: FastifyInstance, options: PagesOptions): void {
  for (const kind of ['tagihan', 'kuitansi'] as const) {
    addPage(routes, options, `/pesanan/:code/${kind}`, (visit) => shownPaper(visit, kind, '', paperPage));
    addPage(routes, options, `/pesanan/:code/${kind}.pdf`, (visit) => shownPaper(visit, kind, '.pdf', paperDownload));
  }
}

/** The paper of the caller's own order; somebody else's is not there, as with the page of the order. The API sends visitors to sign in. */
async function shownPaper(
  visit: Visit,
  kind: PaperKind,
  form: '' | '.pdf',
  show: (visit: Visit, paper: OrderPaper) => Promise<Shown> | Shown,
): Promise<Shown> {
  const { params, site } = visit;
  const { order, viewer } = await visit.ask(OrderPaperDocument, { code: params.code ?? '' });
  if (!order) return null;
  const buyerName = viewer?.account.name ?? null;
  const paper = paperOfOrder(order, { publicUrl: site.publicUrl, buyerName, isDemo: site.showsDemoBanner });
  if (paper.kind !== kind) return { goTo: `/pesanan/${order.code}/${paper.kind}${form}` };
  return show(visit, paper);
}

async function paperDownload(_: Visit, paper: OrderPaper): Promise<Download> {
  const { paperPdf } = await loadPapers();
  const fileName = `${paper.kind}-${paper.orderCode}.pdf`;
  return { body: await paperPdf(paper), mediaType: 'application/pdf', fileName };
}
