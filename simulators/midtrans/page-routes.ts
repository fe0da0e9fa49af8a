import type { FastifyInstance, FastifyReply } from 'fastify';
import { toBuffer } from 'qrcode';
import { sendPage } from '../stage/page.ts';
import { asRecord } from '../stage/scope.ts';
import { STYLE } from '../stage/style.ts';
import { type BooksView, booksPage, isBooksView } from './books-page.ts';
import { move } from './moves.ts';
import { payPage, WALLETS, waitingPage } from './pages.ts';
import { settlementSheet } from './settlement-sheet.ts';
import type { Simulation } from './simulation.ts';

const LISTED = 200;

/** What people see: the payer's pages, the books, and the QR pictures that a shop shows. None of it asks for the merchant's key. */
export function registerPageRoutes(app: FastifyInstance, simulation: Simulation): void {
  const base = app.prefix;
  const { books, clock, courier, merchant } = simulation;
  const find = (id: string) => {
    clock.sync();
    return books.find(id);
  };

  app.get('/style.css', (_request, reply) =>
    reply.type('text/css').header('cache-control', 'max-age=3600').send(STYLE),
  );
  app.get('/', (_request, reply) => sendPage(reply, 200, waiting()));
  app.get<{ Querystring: { lihat?: string } }>('/books', (request, reply) => {
    clock.sync();
    const view: BooksView = isBooksView(request.query.lihat) ? request.query.lihat : 'semua';
    return sendPage(reply, 200, booksPage(base, books.list(), { view, now: clock.now(), limit: LISTED }));
  });
  app.get<{ Querystring: { day?: string } }>('/books/settlement.csv', (request, reply) => {
    clock.sync();
    const day = String(request.query.day ?? '');
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return reply.code(400).type('text/plain').send('day is yyyy-mm-dd');
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="settlement-${day}.csv"`)
      .header('cache-control', 'no-store')
      .send(settlementSheet(books.list(), day));
  });

  app.get<{ Querystring: { number?: string; qr?: string } }>('/pay', (request, reply) => {
    const { number, qr } = request.query;
    const typed = String(qr ?? number ?? '');
    const found = qr === undefined ? books.findForPayer(typed) : books.findByQr(typed);
    if (found) return reply.redirect(`${base}/pay/${found.transactionId}`, 303);
    return sendPage(reply, 404, waiting(typed));
  });

  app.get<{ Params: { id: string } }>('/pay/:id', (request, reply) => {
    const found = find(request.params.id);
    return found
      ? sendPage(reply, 200, payPage(base, found, merchant.name, toldAbout(found.orderId)))
      : sendPage(reply, 404, waiting(request.params.id));
  });

  app.post<{ Params: { id: string } }>('/pay/:id', async (request, reply) => {
    const found = find(request.params.id);
    if (!found) return sendPage(reply, 404, waiting(request.params.id));
    const { act, issuer } = asRecord(request.body) ?? {};
    if (act === 'pay' || act === 'deny' || act === 'expire') {
      // A second tap finds the transaction already moved; the page then shows what it is now.
      move(simulation, found, act, typeof issuer === 'string' && issuer in WALLETS ? issuer : undefined);
      await books.saved();
    }
    return reply.redirect(`${base}/pay/${found.transactionId}`, 303);
  });

  const picture = (id: string, reply: FastifyReply) => sendPicture(reply, books.find(id)?.qrText);
  for (const path of [
    '/v2/qris/:id/qr-code',
    '/v2/gopay/:id/qr-code',
    '/v4/qris/:id/qr-code',
    '/v4/qris/gopay/:id/qr-code',
  ]) {
    app.get<{ Params: { id: string } }>(path, (request, reply) => picture(request.params.id, reply));
  }

  function toldAbout(orderId: string) {
    return courier.journal.list().filter((notice) => notice.orderId === orderId);
  }

  function waiting(missed?: string): string {
    clock.sync();
    const pending = books.list().filter((each) => each.status === 'pending');
    return waitingPage(base, pending.slice(0, LISTED), missed);
  }
}

async function sendPicture(reply: FastifyReply, text: string | undefined): Promise<FastifyReply> {
  if (!text) return reply.code(404).type('text/plain').send('not found');
  const png = await toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 4, scale: 6 });
  return reply.type('image/png').header('cache-control', 'max-age=86400').send(png);
}
