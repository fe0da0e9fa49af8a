import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { DEMO_WIDGET_KEY } from '../seeds/load/demo-site.ts';
import type { App } from './app.ts';
import { communitySiteUrl } from './demo-market.ts';
import { ASSETS_FOLDER, DRAWINGS_FOLDER, pagesPlugin, readAssets, type Site } from './pages/index.ts';
import { SYSTEM } from './platform/context.ts';
import type { Executor } from './platform/graphql/executor.ts';
import type { StaticFolder } from './platform/http/static-folders.ts';
import { PROJECT_FOLDER } from './platform/project-folder.ts';
import { StartError } from './platform/start-error.ts';

const DAY = 86_400;

/** Files that are served as they stand: the pages' scripts and styles, drawings, GraphiQL and the widget. */
export const STATIC_FOLDERS: readonly StaticFolder[] = [
  { root: fileURLToPath(ASSETS_FOLDER), prefix: '/assets/', maxAgeSeconds: 365 * DAY, immutable: true },
  { root: fileURLToPath(DRAWINGS_FOLDER), prefix: '/drawings/', maxAgeSeconds: DAY },
];

/** The widget's script; its address is named by other sites and never changes within a version. */
const WIDGET_SCRIPT = new URL('storefront-widget/dist/widget/v1/berjubel.js', PROJECT_FOLDER);

/** What every page shares. */
export function siteOf({ options: { config } }: App): Site {
  return { publicUrl: config.publicUrl, assets: readAssets(), showsDemoBanner: config.showsDemoBanner };
}

/** Mounts the pages, the widget's script and, in a demo, the community's site that shows it. */
export async function mountSite(server: FastifyInstance, app: App, executor: Executor): Promise<void> {
  const { config } = app.options;
  const isDemoMarket = config.isDemo && config.seed === 'demo' && config.databaseUrl === null;
  await server.register(
    pagesPlugin({
      site: siteOf(app),
      contextOf: (request, reply) => app.contextOf(request, reply),
      execute: (documentId, variables, ctx) => executor.executeTrusted(documentId, variables, ctx),
      demoPeople: isDemoMarket ? (await import('./demo.ts')).demoPeople(config) : null,
      contact: config.contact,
    }),
  );
  await mountWidget(server);
  if (!isDemoMarket) return;
  const { communitySite } = await import('../simulators/index.ts');
  await server.register(
    communitySite({
      marketUrl: config.publicUrl,
      siteUrl: communitySiteUrl(config.port),
      async widgetKey() {
        const { read } = app.contextFor({ actor: SYSTEM });
        const [widget] = await read.rows('select 1 from widget where publishable_key = $1', [DEMO_WIDGET_KEY]);
        return widget ? DEMO_WIDGET_KEY : null;
      },
    }),
    { prefix: '/situs-demo' },
  );
}

/** Serves the widget's script to every site. Host pages keep it for some minutes, so that a mend reaches them the same day. */
async function mountWidget(server: FastifyInstance): Promise<void> {
  const script = await readFile(WIDGET_SCRIPT).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new StartError('The widget is not built yet: run npm run build');
  });
  server.get('/widget/v1/berjubel.js', (_request, reply) =>
    reply
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'public, max-age=600')
      .type('text/javascript; charset=utf-8')
      .send(script),
  );
}
