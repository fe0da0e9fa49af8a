import { expect, test } from 'vitest';
import { understand, Vocabulary } from '../../api/search/language/index.ts';
import { SHOPPER_WORDS } from '../../seeds/generate/facts.ts';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';

/** What a title may carry alone to be found. */
const askedFor = (text: string, vocabulary: Vocabulary): string[] =>
  understand(text, vocabulary).flatMap(({ alternatives }) =>
    alternatives.flatMap(({ phrase }) => (phrase.length === 1 ? (phrase[0] ?? []) : [])),
  );

test('goods said with the name of their kind are those that are titled without it, and no others of that kind', () => {
  const vocabulary = new Vocabulary(seedTerms());
  expect(askedFor('kue lupis', vocabulary)).toContain('~lupis');
  expect(askedFor('lupis kue', vocabulary)).toContain('~lupis');
  expect(askedFor('kembang telang', vocabulary)).toContain('~tlang');
  expect(askedFor('kue lupis', vocabulary)).not.toContain('~klepun');
  expect(askedFor('kue lupis', vocabulary)).not.toContain('~kue');
});

test('no name of such goods repeats their kind', () => {
  const repeated = SHOPPER_WORDS.kinds.flatMap(({ heads, names }) =>
    names.filter((name) => heads.some((head) => name.startsWith(`${head} `))),
  );
  expect(repeated).toEqual([]);
});
