import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { openVisit, type PagesOptions } from '../visit.ts';
import { marketSitemap, productSitemap, sitemapIndex } from './sitemap.ts';

/** Pages that are about one person or do something: of no use to search engines. */
const NOT_FOR_CRAWLERS = [
  '/akun',
  '/bahasa/',
  '/bayar',
  '/graphql',
  '/jual',
  '/keranjang',
  '/konter',
  '/kota',
  '/masuk',
  '/pesanan',
  '/simulator/',
  '/tempat',
];
const AN_HOUR = 'public, max-age=3600';

/** Adds /robots.txt, /sitemap.xml and the files it names. */
export function addCrawlerRoutes(routes: FastifyInstance, options: PagesOptions): void {
  routes.get('/robots.txt', (_request, reply) => {
    const closed = NOT_FOR_CRAWLERS.map((path) => `Disallow: ${path}`);
    const text = ['User-agent: *', ...closed, `Sitemap: ${options.site.publicUrl}/sitemap.xml`, ''].join('\n');
    return reply.header('cache-control', AN_HOUR).type('text/plain; charset=utf-8').send(text);
  });
  routes.get('/sitemap.xml', async (request, reply) => {
    const visit = await openVisit(options, request, reply);
    return xml(reply).send(await sitemapIndex(visit));
  });
  routes.get<{ Params: { file: string } }>('/sitemap/:file', async (request, reply) => {
    const [, name = '', category] = /^(pasar|produk-([a-z0-9-]{1,80}))\.xml$/.exec(request.params.file) ?? [];
    if (!name) return reply.callNotFound();
    const visit = await openVisit(options, request, reply);
    const parts = category ? productSitemap(visit, category) : marketSitemap(visit);
    return xml(reply).send(Readable.from(parts));
  });
}

function xml(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', AN_HOUR).type('application/xml; charset=utf-8');
}
