import type pg from 'pg';
import { systemClock } from '../../api/platform/clock.ts';
import type { Context } from '../../api/platform/context.ts';
import { ChangeLog } from '../../api/search/changes/change-log.ts';
import { HeldVocabulary } from '../../api/search/held-vocabulary.ts';
import { CommonForms } from '../../api/search/postgres/common-forms.ts';
import { findProducts } from '../../api/search/postgres/find-products.ts';
import { HeldGroups } from '../../api/search/postgres/held-groups.ts';
import { ReadyFacets } from '../../api/search/postgres/ready-facets.ts';
import { StatementNames } from '../../api/search/postgres/search-statement.ts';
import { UnderstoodTexts } from '../../api/search/postgres/understood-texts.ts';
import { type StoredCard, shownCard } from './card.ts';
import { type StoredFacets, shownFacets } from './list.ts';

/** A plain search by words, as the API reads a request for one. */
const PLAIN = {
  filter: {
    ...{ category: [], kecamatan: [], seller: [], pickupPoint: [] },
    ...{ priceMin: null, priceMax: null, priceRanges: [], halal: null, inStock: null },
  },
  ...{ sort: 'RELEVANCE', near: null, after: null },
} as const;
const WANTED = { facets: true, totalCount: true, highlight: true };
const kept = {
  ...{ facets: new ReadyFacets(), groups: new HeldGroups(), vocabulary: new HeldVocabulary() },
  ...{ texts: new UnderstoodTexts(), names: new StatementNames(), changes: new ChangeLog(), common: new CommonForms() },
};

/**
 * A page of what carries the words, with what it can be narrowed by. What words mean is the market's own rule and no SQL by hand could
 * give the same; so here the market's statements are asked without GraphQL and all that stands around it.
 */
export async function search(pool: pg.Pool, { search: text, first }: { search: string; first: number }) {
  const found = await findProducts(bare(pool), { ...PLAIN, text, first } as never, WANTED, kept);
  const last = found.products.at(-1);
  return {
    products: {
      edges: found.products.map(({ node }) => ({
        node: { ...shownCard(node as unknown as StoredCard), highlightedTitle: node.highlightedTitle ?? null },
      })),
      pageInfo: { hasNextPage: found.hasNextPage, endCursor: last?.cursor ?? null },
      totalCount: found.totalCount,
      totalCountIsExact: found.totalCountIsExact,
      didYouMean: found.didYouMean,
      relaxed: found.relaxed,
      degraded: found.degraded,
      facets: shownFacets(found.facets as unknown as StoredFacets),
    },
  };
}

/** As much of a context as a search takes: a pool to read from. */
function bare(pool: pg.Pool): Context {
  const read = {
    rows: async (text: string, values: unknown[] = [], name?: string) =>
      (await pool.query(name === undefined ? { text, values } : { name, text, values })).rows,
  };
  return { read, clock: systemClock } as unknown as Context;
}
