import type { ProductSort } from '../../../storefront-widget/operations/generated/graphql.ts';
import { addressOf, type ProductsAsked } from '../../../storefront-widget/operations/product-filter.ts';
import { searchWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import { icon } from '../icon.ts';
import type { VisitorPlace } from '../place.ts';
import type { Visit } from '../visit.ts';
import type { Search } from './search-page.ts';

/** The order in which results come: the one chosen, unless it is the nearest and nobody said from where. */
export function sortOf(asked: ProductsAsked, place: VisitorPlace | null): ProductSort {
  const isNowhere = asked.sort === 'NEAREST' && place === null;
  return asked.sort && !isNowhere ? asked.sort : defaultSort(asked, place);
}

/** The order when nobody chose one: by words, else from near, else what sells and is rated best. */
function defaultSort(asked: ProductsAsked, place: VisitorPlace | null): ProductSort {
  return place && !asked.text ? 'NEAREST' : 'RELEVANCE';
}

/** The orders to choose from, as links; the nearest needs a place. */
export function sortMenu({ asked, base }: Search, { language, place }: Visit): Html {
  const words = searchWords[language];
  const usual = defaultSort(asked, place);
  const chosen = sortOf(asked, place);
  const nameOf = (sort: ProductSort): string =>
    sort === 'RELEVANCE' && !asked.text ? words.favourites : words.sorts[sort];
  const offered: ProductSort[] = [
    'RELEVANCE',
    ...(place ? (['NEAREST'] as const) : []),
    'NEWEST',
    'PRICE_ASC',
    'PRICE_DESC',
  ];
  return html`<details class="menu" name="menu"><summary>${icon('arrow-up-down')}<span class="unseen">${words.sort}: </span>${nameOf(chosen)}</summary>
<ul>${offered.map((sort) => {
    const address = addressOf({ ...asked, sort: sort === usual ? null : sort, after: null }, base);
    return html`<li><a href="${address}"${trusted(sort === chosen ? ' aria-current="true"' : '')}>${nameOf(sort)}</a></li>`;
  })}</ul></details>`;
}
