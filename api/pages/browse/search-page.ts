import { SearchPageDocument, type SearchPageQuery } from '../../../storefront-widget/operations/generated/graphql.ts';
import {
  addressOf,
  filterOf,
  type ProductsAsked,
  productsAsked,
} from '../../../storefront-widget/operations/product-filter.ts';
import { browseWords, searchWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import type { PageParts, Shown } from '../page-route.ts';
import { nearOf } from '../place.ts';
import { ApiRefusal, type Visit } from '../visit.ts';
import { nameOf } from './categories.ts';
import { categoryName } from './category-names.ts';
import { categoryTrail, childrenOf } from './category-trail.ts';
import { emptyResult } from './empty-result.ts';
import { filterForm } from './filter-form.ts';
import { chipsInUse, filtersInUse } from './filters-in-use.ts';
import { placeLine } from './place-line.ts';
import { productGrid } from './product-card.ts';
import { saidPriceNote, withSaidPrice } from './said-price.ts';
import { sortMenu, sortOf } from './sort-menu.ts';

/** Categories that a title names; the chips name all of them. */
const MOST_NAMED = 3;

/** A result with all that its page shows around it. */
export interface Search {
  readonly asked: ProductsAsked;
  /** Where the address of this search begins: /cari, or the page of a category. */
  readonly base: string;
  readonly result: SearchPageQuery;
}

/** Search results: /cari?q=…&kecamatan=…. */
export async function searchPage(visit: Visit): Promise<Shown> {
  const asked = productsAsked(visit.query);
  const search = await find(visit, asked, '/cari');
  if (!search) return { goTo: addressOf({ ...asked, after: null }) };
  const words = searchWords[visit.language];
  const named = asked.category.map((path) => categoryName(search, path, visit.language));
  const title = asked.text ? words.resultsFor(asked.text) : named.slice(0, MOST_NAMED).join(', ') || words.everything;
  // Endless combinations of words and filters are of no use to search engines.
  return { ...resultPage(visit, search, title), isPrivate: visit.query.size > 0, search: asked.text };
}

/** A category: /kategori/makanan-kemasan/keripik, with the same filters. Null when there is no such category. */
export async function categoryPage(visit: Visit): Promise<Shown> {
  const path = visit.params['*'] ?? '';
  const base = `/kategori/${path}`;
  const asked = { ...productsAsked(visit.query), category: [path] };
  const search = await find(visit, asked, base);
  if (!search) return { goTo: addressOf({ ...asked, after: null }, base) };
  const { category } = search.result;
  if (!category) return null;
  if (category.path !== path) return { goTo: `/kategori/${category.path}`, status: 301 };
  return {
    ...resultPage(visit, search, nameOf(category, visit.language)),
    isPrivate: visit.query.size > 0,
    search: asked.text,
  };
}

/** Null when the place in the list is not of this list (any more). */
async function find(visit: Visit, asked: ProductsAsked, base: string): Promise<Search | null> {
  // One has a trail and what is inside it; of several the whole tree tells the names.
  const [category = '', ...others] = asked.category;
  const [seller = '', point = ''] = [asked.seller[0], asked.point[0]];
  try {
    const result = await visit.ask(SearchPageDocument, {
      search: asked.text || null,
      filter: filterOf(asked),
      sort: sortOf(asked, visit.place),
      near: nearOf(visit.place),
      after: asked.after,
      category: category.slice(category.lastIndexOf('/') + 1),
      withCategory: category !== '' && others.length === 0,
      withCategories: others.length > 0,
      seller,
      withSeller: seller !== '',
      point,
      withPoint: point !== '',
    });
    return { asked, base, result };
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'BAD_USER_INPUT' && asked.after) return null;
    throw error;
  }
}

function resultPage(visit: Visit, search: Search, title: string): PageParts {
  const { language } = visit;
  const { products } = search.result;
  const cards = products.edges.map(({ node }) => node);
  const inUse = filtersInUse(search, language);
  const words = searchWords[language];
  return {
    title,
    main: html`<div class="results-page">
<div class="results-head">
${search.result.category ? categoryTrail(search.result.category, language) : ''}
<h1>${title}</h1>
${placeLine(visit)}
${childrenOf(search, language)}
</div>
${filterForm(search, language, inUse.length)}
<section class="results" aria-label="${title}">
${cards.length > 0 ? chipsInUse(inUse, search, language) : ''}
${cards.length > 0 || search.asked.after ? html`<div class="count-and-sort row spread"><p role="status">${words.found(products.totalCount, products.totalCountIsExact)}</p>${sortMenu(search, visit)}</div>` : ''}
${remarks(search, language)}
${cards.length > 0 ? productGrid(cards, language) : emptyResult(search, inUse, language)}
${paging(search, language)}
</section>
</div>`,
  };
}

/** What the search did with the words, honestly. */
function remarks({ asked, base, result: { products } }: Search, language: Visit['language']): Html {
  const words = searchWords[language];
  const mended = products.didYouMean;
  return html`${saidPriceNote(products.saidPrice, language)}${
    mended
      ? html`<p class="note warm">${words.mended} <a href="${addressOf(withSaidPrice({ ...asked, text: mended, after: null }, products.saidPrice), base)}">${mended}</a>.</p>`
      : ''
  }${
    products.relaxed.length > 0 && products.edges.length > 0
      ? html`<p class="note warm">${words.relaxed} ${products.relaxed.map((word, at) => html`${at > 0 ? ', ' : ''}<s>${word}</s>`)}.</p>`
      : ''
  }${products.isGuess && products.edges.length > 0 ? html`<p class="note warm">${words.guessed}</p>` : ''}${products.degraded ? html`<p class="note warm">${words.degraded}</p>` : ''}`;
}

function paging({ asked, base, result: { products } }: Search, language: Visit['language']): Html | string {
  const words = browseWords[language].paging;
  const { hasNextPage, endCursor } = products.pageInfo;
  if (!hasNextPage && !asked.after) return '';
  return html`<nav class="paging" aria-label="${words.label}">
${asked.after ? html`<a class="button plain" href="${addressOf({ ...asked, after: null }, base)}">${words.first}</a>` : ''}
${
  hasNextPage && endCursor
    ? html`<a class="button second" rel="next" href="${addressOf({ ...asked, after: endCursor }, base)}">${words.next}${icon('arrow-right')}</a>`
    : ''
}
</nav>`;
}
