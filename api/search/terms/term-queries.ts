import type { Context } from '../../platform/context.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../../platform/graphql/connection.ts';
import { searchText } from '../asked-products.ts';
import { keptTerm } from '../kept-term.ts';
import type { TermKind } from '../language/index.ts';
import { SearchTerm } from '../search-term.ts';

/** Which terms are asked for. */
export interface TermsAsked {
  /** Letters of the term or of one of its meanings. */
  readonly search?: string | null;
  readonly kind?: TermKind | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Terms of the vocabulary by alphabet. */
export async function listTerms(ctx: Context, { search, kind, first, after }: TermsAsked): Promise<Page<SearchTerm>> {
  const size = pageSize(first);
  const place = decodeCursor(after, ['string', 'string']);
  const letters = keptTerm(searchText(search, 'search') ?? '');
  const rows = await ctx.read.rows<Pick<SearchTerm, 'kind' | 'term' | 'meanings'>>(
    `select kind, term, meanings from search_term
      where ($1::text is null or kind = $1) and ($3::text is null or (term, kind) > ($3, $4::text))
        and ($2 = '' or strpos(term, $2) > 0 or exists (select from unnest(meanings) meaning where strpos(meaning, $2) > 0))
      order by term, kind limit $5`,
    [kind ?? null, letters, place?.[0] ?? null, place?.[1] ?? null, size + 1],
    'search-terms',
  );
  const terms = rows.map((row) => Object.assign(new SearchTerm(), row));
  return pageOf(terms, size, after, (row) => encodeCursor([row.term, row.kind]));
}
