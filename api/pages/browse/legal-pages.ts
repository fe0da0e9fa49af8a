import { type LegalPart, legalWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import type { PageParts } from '../page-route.ts';
import type { PagesOptions, Visit } from '../visit.ts';

/** Privacy and terms: /privasi. What people agree to when they sign in. */
export function privacyPage({ language }: Visit): PageParts {
  const words = legalWords[language];
  const parts = (list: readonly LegalPart[]): Html[] =>
    list.map(({ title, paragraphs }) => html`<h3>${title}</h3>${paragraphs.map((text) => html`<p>${text}</p>`)}`);
  return {
    title: words.title,
    description: words.intro,
    main: html`<article class="prose"><h1>${words.title}</h1>
<p class="intro">${words.intro}</p>
<h2 id="privasi">${words.privacy}</h2>${parts(words.privacyParts)}
<h2 id="ketentuan">${words.terms}</h2>${parts(words.termsParts)}
</article>`,
  };
}

/** How to reach us: /kontak. */
export function contactPage({ language }: Visit, { contact }: PagesOptions): PageParts {
  const words = legalWords[language];
  const way = (title: string, help: string, link: string, address: string): Html =>
    html`<li class="card"><h2>${title}</h2><p>${help}</p><a class="button second" href="${address}">${link}</a></li>`;
  return {
    title: words.contactTitle,
    description: words.contactIntro,
    main: html`<h1>${words.contactTitle}</h1><p class="intro quiet">${words.contactIntro}</p>
<ul class="ways">
${way(words.aboutOrder, words.aboutOrderHelp, words.aboutOrderLink, '/pesanan')}
${way(words.aboutPoint, words.aboutPointHelp, words.aboutPointLink, '/titik')}
${way(words.aboutSelling, words.aboutSellingHelp, words.aboutSellingLink, '/jual')}
</ul>
<dl class="facts-list">
${contact.whatsApp ? html`<div><dt>${words.whatsApp}</dt><dd><a href="https://wa.me/${contact.whatsApp.replace(/\D/g, '')}">${contact.whatsApp}</a></dd></div>` : ''}
${contact.email ? html`<div><dt>${words.email}</dt><dd><a href="mailto:${contact.email}">${contact.email}</a></dd></div>` : ''}
<div><dt>${words.office}</dt><dd>${words.officeAddress}</dd></div>
</dl>`,
  };
}
