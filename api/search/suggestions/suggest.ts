import type { Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { askedProducts } from '../asked-products.ts';
import type { HeldVocabulary } from '../held-vocabulary.ts';
import { understand, type Vocabulary, wordsOf } from '../language/index.ts';
import type { FoundProducts, ProductSearch, ProductsAsked } from '../product-search.ts';
import type { Suggestion } from '../suggestion.ts';
import { chosen } from './choose-suggestions.ts';
import { type FoundNames, findNames } from './find-names.ts';
import { completions, nameQuery } from './name-forms.ts';
import { titleSearches } from './title-words.ts';

/** Products that are looked at: also their titles and categories say what somebody may be after. */
const LOOKED_AT = 24;

/** What suggestions are made from. */
export interface SuggestionSources {
  readonly find: ProductSearch['find'];
  readonly vocabulary: HeldVocabulary;
}

/**
 * What somebody who types may be after: searches, then categories, shops and products, at most so many. The last word may be
 * unfinished; typing mistakes are mended and synonyms understood as in a search. The words typed are not suggested, nor anything twice.
 */
export async function suggest(
  ctx: Context,
  prefix: string,
  first: number,
  { find, vocabulary }: SuggestionSources,
): Promise<readonly Suggestion[]> {
  const beginning = shortBeginning(prefix, vocabulary.current.vocabulary);
  const look = (text: string): Promise<FoundProducts> => find(ctx, askedFor(text), NOTHING_MORE);
  const nameOf = (text: string): Promise<FoundNames> => {
    const words = vocabulary.current.vocabulary;
    return findNames(ctx, nameQuery([text, ...completions(text, words)], words), beginning);
  };
  if (beginning !== null) {
    // Half the market begins with two letters: no products are looked for before a third one says more.
    const names = await nameOf(prefix);
    const searches = names.words.filter((word) => isThing(word, vocabulary.current.vocabulary));
    return chosen({ prefix, names, searches, products: [] }, first);
  }
  const { version } = vocabulary.current;
  const asked = withoutLetter(prefix);
  const [found, named] = await Promise.all([look(asked), nameOf(asked)]);
  const { didYouMean } = found;
  const meant = didYouMean ?? asked;
  const isOld = didYouMean !== null || vocabulary.current.version !== version;
  const names = isOld ? await nameOf(meant) : named;
  const products = cardsOf(found);
  const [completed] = completions(meant, vocabulary.current.vocabulary);
  if (products.length < first && completed !== undefined) products.push(...cardsOf(await look(completed)));
  const offered = titleSearches(
    didYouMean ?? prefix,
    products.map(({ title }) => title),
  );
  return chosen({ prefix, names, searches: didYouMean === null ? offered : [didYouMean, ...offered], products }, first);
}

/** The one or two letters typed, when they are no word by themselves and may become anything; null when they say more. */
function shortBeginning(prefix: string, vocabulary: Vocabulary): string | null {
  const [only = '', ...others] = wordsOf(prefix);
  return others.length === 0 && /^\p{L}{1,2}$/u.test(only) && !vocabulary.holds(only) ? only : null;
}

/** The text without a last word of one letter: it may become anything. */
function withoutLetter(prefix: string): string {
  const words = wordsOf(prefix);
  return words.length > 1 && /^\p{L}$/u.test(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : prefix;
}

const isThing = (word: string, vocabulary: Vocabulary): boolean =>
  understand(word, vocabulary).every(({ role }) => role === 'THING');

const NOTHING_MORE = { facets: false, totalCount: false, highlight: false };

const askedFor = (text: string): ProductsAsked => ({ ...askedProducts({ first: LOOKED_AT }), text });

/** What was found with all words, be they only begun. */
const cardsOf = ({ products, relaxed }: FoundProducts): Product[] =>
  relaxed.length > 0 ? [] : products.map(({ node }) => node);
