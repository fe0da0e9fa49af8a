import type { Product } from '../../catalog/index.ts';
import { listParameter } from '../../platform/database/list-parameter.ts';
import type { AskedWords } from '../asked-words.ts';
import { type FormQuery, isNothing } from '../form-query.ts';
import { marker } from '../language/index.ts';
import { COUNTED_EXACTLY } from '../postgres/search-statement.ts';
import type { FoundProduct, FoundProducts } from '../product-search.ts';
import { countQuery, countsOf, facetQueries, filterOf, type NarrowedList } from './counted-list.ts';
import { namedFacets } from './facets.ts';
import type { Search } from './find-products.ts';
import { formFilter } from './form-filter.ts';
import { type Listed, listed } from './list.ts';

/** The answer for what carries a query. */
export async function lookAt(search: Search, words: AskedWords, query: FormQuery): Promise<FoundProducts> {
  const { ctx, asked, wanted } = search;
  const list: NarrowedList = { words: formFilter(query), conditions: search.conditions };
  const isCounted = wanted.facets || wanted.totalCount;
  const counting = wanted.facets ? facetQueries(list) : isCounted ? [countQuery(filterOf(list))] : [];
  const [page, counted] = isNothing(query)
    ? [[], []]
    : await Promise.all([listed(search, words, filterOf(list)), search.answers(counting)]);
  const [products, facets] = await Promise.all([
    cards(search, words, page),
    wanted.facets ? namedFacets(ctx, countsOf(list, counted)) : null,
  ]);
  const total = counted[0]?.totalHits ?? 0;
  return {
    products,
    hasNextPage: page.length > asked.first,
    totalCount: Math.min(total, COUNTED_EXACTLY),
    totalCountIsExact: total <= COUNTED_EXACTLY,
    facets,
    didYouMean: null,
    relaxed: [],
    degraded: false,
  };
}

/** The cards of a page, as PostgreSQL holds them: quicker than the index reads them. One that was taken out a moment ago is not among them. */
async function cards({ ctx, asked, wanted }: Search, words: AskedWords, page: Listed): Promise<FoundProduct[]> {
  const shown = page.slice(0, asked.first);
  if (shown.length === 0) return [];
  const found = await ctx.read.rows<{ key: string; card: Product }>(
    `select product_id as key, card from search_entry where product_id = any(${listParameter('$1', 'uuid')})`,
    [shown.map(({ key }) => key)],
    'search-cards',
  );
  const written = new Map(found.map(({ key, card }) => [key, card]));
  const marked = wanted.highlight ? marker(words.concepts) : null;
  return shown.flatMap((place) => {
    const node = written.get(place.key);
    if (!node) return [];
    if (marked) node.highlightedTitle = marked(node.title);
    return [
      {
        node,
        get cursor() {
          return place.cursor();
        },
      },
    ];
  });
}
