import type { FastifyRequest } from 'fastify';
import { shellWords } from '../../storefront-widget/words/index.ts';
import type { ErrorPages } from '../platform/http/error-pages.ts';
import { html } from './html.ts';
import { icon } from './icon.ts';
import { layout, type Site } from './layout.ts';

/** Pages for errors and unknown addresses: what happened, and one way on. */
export function errorPages(site: Site): ErrorPages {
  return ({ status, message, requestId, language }, request: FastifyRequest) => {
    const words = shellWords[language];
    const isMissing = status === 404;
    const title = isMissing ? words.notFoundTitle : message;
    return layout(site, {
      area: 'storefront',
      language,
      path: isOurs(request.url) ? request.url : '/',
      title,
      isPrivate: true,
      main: html`<div class="empty"><img src="/drawings/${isMissing ? 'not-found' : 'error'}.svg" alt="" width="160" height="160">
<h1>${title}</h1>
${
  isMissing
    ? html`<p class="quiet">${words.notFoundHelp}</p><form class="shop-search" action="/cari" method="get" role="search" aria-label="${words.notFoundTitle}"><label class="unseen" for="cari-lagi">${words.searchLabel}</label><input id="cari-lagi" name="q" type="search" placeholder="${words.searchPlaceholder}" maxlength="200"><button class="button" type="submit">${words.search}</button></form>`
    : html`<p class="quiet">${words.brokenHelp}</p>`
}
<a class="button plain" href="/">${icon('arrow-left')}${words.home}</a>
${status >= 500 ? html`<p class="quiet small figures">${requestId}</p>` : ''}</div>`,
    });
  };
}

/** An address that may stand in a link back. */
function isOurs(url: string): boolean {
  return /^\/(?![/\\])/.test(url) && url.length < 1000;
}
