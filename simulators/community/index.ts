import type { FastifyPluginAsync } from 'fastify';
import { communityPage, communityStyle } from './page.ts';

/** How the stand-in for a partner's website is set up. */
export interface CommunitySiteOptions {
  /** Address of the market, whose widget this site shows. */
  readonly marketUrl: string;
  /** Key of the site's widget; asked at each visit, because the demo's data come after the server's start. */
  readonly widgetKey: () => Promise<string | null>;
  /** Where people reach this site: another host than the market's, so that its cookies would be third-party. */
  readonly siteUrl: string;
}

/** A neighbourhood's own website, as far as a demo needs one: some news, and the widget. Register under a prefix. */
export function communitySite({ marketUrl, widgetKey, siteUrl }: CommunitySiteOptions): FastifyPluginAsync {
  return async (app) => {
    app.get('/', async (request, reply) => {
      const site = new URL(siteUrl);
      if (request.hostname !== site.hostname) return reply.redirect(siteUrl);
      const key = await widgetKey();
      return (
        reply
          .header(
            'content-security-policy',
            `default-src 'none'; script-src ${marketUrl}; connect-src ${marketUrl}; img-src 'self' ${marketUrl} data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
          )
          // Another site has no such header, and would show nobody's cookies to anyone.
          .header('cross-origin-opener-policy', 'unsafe-none')
          .type('text/html; charset=utf-8')
          .send(communityPage(marketUrl, key))
      );
    });
    app.get('/gaya.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(communityStyle));
  };
}
