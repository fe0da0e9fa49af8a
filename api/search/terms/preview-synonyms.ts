import type { Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { askedProducts, LONGEST_SEARCH } from '../asked-products.ts';
import { readTerms } from '../held-vocabulary.ts';
import { type Term, Vocabulary } from '../language/index.ts';
import type { FoundProducts } from '../product-search.ts';
import type { SearchOutcome, SynonymEffect } from './synonym-effect.ts';
import { type CheckedChange, checkedChange, type TermChange, termKey } from './term-change.ts';
import { differencesOf, refuseTooLarge } from './term-differences.ts';
import { TERM_LIMITS } from './term-limits.ts';

/** Products at the head of each list that are compared, and those of them that are shown. */
export const COMPARED = 100;
export const SHOWN = 10;

/**
 * What these searches find today, and what they would find with the change; the engine that answers visitors is asked both times, and
 * nothing is written. Without queries those that the change is about are taken. Refuses what a save of the change would refuse, and
 * QUERIES_INVALID.
 */
export async function previewSynonyms(
  ctx: Context,
  asked: TermChange,
  queries: readonly string[] | null,
): Promise<SynonymEffect[]> {
  const change = await checkedChange(ctx, asked);
  const texts = queries ? checkedQueries(queries) : sampleQueries(change);
  const { terms, places } = await readTerms(ctx);
  differencesOf(change, terms);
  const changed = changedTerms(terms, change);
  refuseTooLarge(changed.length);
  const [now, then] = [terms, changed].map((all) => new Vocabulary([...all, ...places]));
  const effects: SynonymEffect[] = [];
  for (const query of texts) effects.push(effectOf(query, await found(ctx, query, now), await found(ctx, query, then)));
  return effects;
}

function checkedQueries(queries: readonly string[]): string[] {
  const [limit, characters] = [TERM_LIMITS.queriesTo, LONGEST_SEARCH];
  const texts = queries.map(oneLine);
  const isGood = (text: string): boolean => text !== '' && [...text].length <= characters;
  if (texts.length === 0 || texts.length > limit || !texts.every(isGood))
    refuse('QUERIES_INVALID', [], { limit, characters });
  return [...new Set(texts)];
}

/** The terms of the change and what these mean or meant, as somebody would search for them. */
function sampleQueries({ terms, remove }: CheckedChange): string[] {
  const named = [...terms, ...remove].map(({ term }) => term);
  const meant = [...terms, ...remove.map((gone) => ({ ...gone, meanings: gone.seen }))].flatMap(({ kind, meanings }) =>
    kind === 'SYNONYM' || kind === 'VARIANT' ? meanings : [],
  );
  return [...new Set([...named, ...meant])].slice(0, TERM_LIMITS.queriesTo);
}

function changedTerms(terms: readonly Term[], { terms: saved, remove }: CheckedChange): Term[] {
  const changed = new Set([...saved, ...remove].map(termKey));
  return [...terms.filter((row) => !changed.has(termKey(row))), ...saved];
}

function found(ctx: Context, text: string, vocabulary: Vocabulary | undefined): Promise<FoundProducts> {
  const asked = { ...askedProducts({ search: text, first: COMPARED }), vocabulary };
  return ctx.search.find(ctx, asked, { facets: false, totalCount: true, highlight: false });
}

function effectOf(query: string, before: FoundProducts, after: FoundProducts): SynonymEffect {
  const [was, is] = [before, after].map(({ products }) => products.map(({ node }) => node)) as [Product[], Product[]];
  const without = (list: readonly Product[], other: readonly Product[]): Product[] => {
    const ids = new Set(other.map(({ id }) => id));
    return list.filter(({ id }) => !ids.has(id));
  };
  return {
    query,
    before: outcome(before, was),
    after: outcome(after, is),
    cameIn: without(is, was),
    wentOut: without(was, is),
  };
}

function outcome(
  { totalCount, totalCountIsExact, didYouMean, degraded }: FoundProducts,
  all: Product[],
): SearchOutcome {
  return { totalCount, totalCountIsExact, didYouMean, degraded, products: all.slice(0, SHOWN) };
}
