import fastifyFormbody from '@fastify/formbody';
import type { FastifyPluginAsync } from 'fastify';
import { addBrowsePages } from './browse/routes.ts';
import { addBuyPages } from './buy-pages.ts';
import { addPaperPages } from './paper-pages.ts';
import type { PagesOptions } from './visit.ts';
import { registerWorkPages } from './work-pages.ts';

export { ASSETS_FOLDER, DRAWINGS_FOLDER, readAssets } from './assets.ts';
export type { DemoPeople, DemoPerson } from './demo-people.ts';
export { errorPages } from './error-page.ts';
export type { Site } from './layout.ts';
export { loadPapers } from './paper-pages.ts';
export type { PagesOptions } from './visit.ts';

/** The server-rendered pages: useful without scripts, made quicker by them. They ask the API like everybody else. */
export function pagesPlugin(options: PagesOptions): FastifyPluginAsync {
  return async (routes) => {
    await routes.register(fastifyFormbody, { bodyLimit: 20_000 });
    addBrowsePages(routes, options);
    addBuyPages(routes, options);
    addPaperPages(routes, options);
    registerWorkPages(routes, options);
  };
}
