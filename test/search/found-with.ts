import { ChangeLog } from '../../api/search/changes/change-log.ts';
import { HeldVocabulary } from '../../api/search/held-vocabulary.ts';
import { CommonForms } from '../../api/search/postgres/common-forms.ts';
import { findProducts } from '../../api/search/postgres/find-products.ts';
import { HeldGroups } from '../../api/search/postgres/held-groups.ts';
import type { Kept } from '../../api/search/postgres/kept.ts';
import { ReadyFacets } from '../../api/search/postgres/ready-facets.ts';
import { StatementNames } from '../../api/search/postgres/search-statement.ts';
import { UnderstoodTexts } from '../../api/search/postgres/understood-texts.ts';
import { type Looked, NO_FILTER, PLAIN } from '../contract/search-market.ts';
import type { World } from '../support/world.ts';

/** One for all: the connections that they share know statements by these names. */
const names = new StatementNames();
/** What an engine keeps, with some of it as a test wants it. */
export const keptWith = (more: Partial<Kept>): Kept => ({
  ...{ facets: new ReadyFacets(), groups: new HeldGroups(), vocabulary: new HeldVocabulary() },
  ...{ texts: new UnderstoodTexts(), names, changes: new ChangeLog(), common: new CommonForms() },
  ...more,
});

/** What is found, and the statements that found it. */
export async function foundWith(world: World, kept: Kept, asked: Looked) {
  const statements: string[] = [];
  const ctx = world.context();
  const rows: typeof ctx.read.rows = (text, values, name) => {
    statements.push(text);
    return ctx.read.rows(text, values, name);
  };
  const { products, totalCount, totalCountIsExact, facets, relaxed, hasNextPage } = await findProducts(
    Object.assign(world.context(), { read: { ...ctx.read, rows } }),
    { ...PLAIN, ...asked, filter: { ...NO_FILTER, ...asked.filter } },
    { facets: true, totalCount: true, highlight: true },
    kept,
  );
  const shown = products.map(({ node }) => node.id);
  return {
    ...{ statements, list: { shown, hasNextPage }, counts: { totalCount, totalCountIsExact, facets, relaxed } },
    after: products.at(-1)?.cursor ?? null,
  };
}
