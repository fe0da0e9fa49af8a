import type { FastifyInstance, FastifyReply } from 'fastify';
import { helmetWith } from '../platform/http/content-policy.ts';
import { isFromOtherSite } from '../platform/http/other-sites.ts';
import { layout, type Page } from './layout.ts';
import { ApiRefusal, openVisit, type PagesOptions, type Visit } from './visit.ts';

/** What a page's function returns; the rest of the page follows from the visit. */
export type PageParts = Omit<Page, 'language' | 'path' | 'area' | 'knowsCart'> & {
  readonly area?: Page['area'];
  /** The page shows something of one person: no cache may keep it. */
  readonly isPersonal?: boolean;
  /** Hashes of inline blocks that this page's policy allows: 'sha256-…'. */
  readonly scriptHashes?: readonly string[];
  /** 200 unless said. */
  readonly status?: number;
};

/** Another address to go to. */
export interface Redirect {
  readonly goTo: string;
  /** 302 unless said; 303 after a form, 301 when it is for ever. */
  readonly status?: 301 | 302 | 303;
}

/** A file of one person to keep: no cache may hold it. */
export interface Download {
  readonly body: Buffer;
  readonly mediaType: string;
  /** ASCII, without quotes. */
  readonly fileName: string;
}

/** A page, a file, another address, or null: there is no such page. */
export type Shown = PageParts | Download | Redirect | null;

/** Adds a page at an address. Someone who must sign in first is sent to the sign-in page and comes back afterwards. */
export function addPage(
  routes: FastifyInstance,
  options: PagesOptions,
  path: string,
  page: (visit: Visit) => Promise<Shown> | Shown,
): void {
  routes.get(path, async (request, reply) => {
    const visit = await openVisit(options, request, reply);
    return show(visit, await shownOrSignIn(visit, page));
  });
}

/**
 * Adds what happens when a form is sent to an address, without scripts. Forms of other sites are refused. A form with files needs
 * `bodyLimit`, in bytes; its fields are left for `act` to read.
 */
export function addForm(
  routes: FastifyInstance,
  options: PagesOptions,
  path: string,
  act: (visit: Visit, form: URLSearchParams) => Promise<Shown>,
  bodyLimit?: number,
): void {
  routes.post(path, bodyLimit ? { bodyLimit } : {}, async (request, reply) => {
    const visit = await openVisit(options, request, reply);
    if (isFromOtherSite(request, options.site.publicUrl))
      return reply.code(403).type('text/plain; charset=utf-8').send('403');
    const form = new URLSearchParams(request.body as Record<string, string> | undefined);
    return show(visit, await shownOrSignIn(visit, (asked) => act(asked, form)));
  });
}

async function shownOrSignIn(visit: Visit, page: (visit: Visit) => Promise<Shown> | Shown): Promise<Shown> {
  try {
    return await page(visit);
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.code !== 'UNAUTHENTICATED') throw error;
    return { goTo: `/masuk?kembali=${encodeURIComponent(visit.path)}` };
  }
}

async function show(visit: Visit, shown: Shown): Promise<FastifyReply> {
  const { reply, request, language } = visit;
  reply.header('vary', 'cookie, accept-language');
  if (!shown) {
    reply.callNotFound();
    return reply;
  }
  if ('goTo' in shown) return reply.header('cache-control', 'no-store').redirect(shown.goTo, shown.status ?? 302);
  if ('fileName' in shown)
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${shown.fileName}"`)
      .type(shown.mediaType)
      .send(shown.body);
  const { area = 'storefront', isPersonal = false, scriptHashes = [], status = 200, ...parts } = shown;
  if (scriptHashes.length > 0)
    await reply.helmet(helmetWith({ 'script-src': scriptHashes.map((hash) => `'${hash}'`) }));
  return reply
    .code(status)
    .header('cache-control', isPersonal ? 'no-store' : 'private, no-cache')
    .header('content-language', language)
    .type('text/html; charset=utf-8')
    .send(layout(visit.site, { ...parts, area, language, path: visit.path, knowsCart: mayHaveCart(request.cookies) }));
}

/** Whether it is worth asking how much is in the cart. */
function mayHaveCart(cookies: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(cookies.berjubel_cart ?? cookies.berjubel_device);
}

/** An address of our own to go back to, from a form or a query; `fallback` when it is missing or leads elsewhere. */
export function safeReturn(address: string | null, fallback = '/'): string {
  return address && /^\/(?![/\\])[^\s\\]{0,1000}$/.test(address) ? address : fallback;
}
