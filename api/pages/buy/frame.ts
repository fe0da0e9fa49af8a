import { buyWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import type { PageParts } from '../page-route.ts';
import type { Visit } from '../visit.ts';

/** The frame of a buyer's page: heading, what scripts fill, and a word for those who have none. Never kept by a cache. */
export function framed({ language, now }: Visit, title: string, body: Html, look = 'buy-page'): PageParts {
  return {
    title,
    isPrivate: true,
    isPersonal: true,
    // Deadlines count down by the market's clock, also on phones whose own is wrong.
    head: html`<meta name="berjubel-now" content="${now.toISOString()}">`,
    main: html`<div class="${look}"><h1>${title}</h1>
<noscript><p class="note warm">${buyWords[language].noScript}</p></noscript>
${body}</div>`,
  };
}

/** Shapes of what comes, hidden from screen readers, which are told that it is loading. */
export function waiting(loading: string, shapes: Html): Html {
  return html`<div class="waiting"><p class="unseen" role="status">${loading}</p><div class="stack" aria-hidden="true">${shapes}</div></div>`;
}

/** A grey block of so many lines. */
export function block(lines: 1 | 2 | 3 | 5 | 8): Html {
  return trusted(`<div class="skeleton lines-${lines}"></div>`);
}
