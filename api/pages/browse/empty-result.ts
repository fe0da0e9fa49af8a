import { type Language, searchWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import { type FilterInUse, withoutFilters } from './filters-in-use.ts';
import type { Search } from './search-page.ts';

/** Nothing was found: a drawing, one sentence, and the ways on. */
export function emptyResult({ asked, base, result }: Search, inUse: readonly FilterInUse[], language: Language): Html {
  const words = searchWords[language];
  const isCategory = base !== '/cari' && !asked.text;
  const isPriced = Boolean(result.products.saidPrice);
  const sentence = isPriced ? words.emptyPriced : isCategory ? words.emptyCategory : words.emptyHelp;
  return html`<div class="empty">
<img src="/drawings/empty-search.svg" alt="" width="160" height="160">
<h2>${asked.text ? words.emptyFor(asked.text) : words.emptyTitle}</h2>
<p class="quiet">${inUse.length > 0 ? words.emptyFiltered : sentence}</p>
${
  inUse.length > 0
    ? html`<ul class="chips centred">${inUse.map(
        ({ name, without }) =>
          html`<li><a class="chip" href="${without}" aria-label="${words.remove(name)}">${name}${icon('x')}</a></li>`,
      )}</ul><a class="button second" href="${withoutFilters(asked, base)}">${words.clear}</a>`
    : isPriced
      ? html`<a class="button" href="#q">${words.changeWords}</a>`
      : html`<a class="button" href="/kategori">${words.categories}</a>`
}
</div>`;
}
