import { describe, expect, test } from 'vitest';
import { askedWords } from '../../api/search/asked-words.ts';
import { allOf } from '../../api/search/form-query.ts';
import { understand, Vocabulary } from '../../api/search/language/index.ts';
import { formFilter } from '../../api/search/meilisearch/form-filter.ts';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';

const filterOf = (text: string, vocabulary: Vocabulary): string =>
  formFilter(allOf(askedWords(understand(text, vocabulary)).concepts.map(({ wanted }) => wanted)));

describe('what is asked of Meilisearch, which reads long filters slowly', () => {
  test('does not name again with more what is enough by itself', () => {
    const vocabulary = new Vocabulary(
      ['jas hujan', 'jas hujan anak', 'jas hujan kelelawar'].map((term) => ({ kind: 'PHRASE', term, meanings: [] })),
    );
    const filter = filterOf('jas huj', vocabulary);
    expect(filter).toContain('".&jas hujan"');
    expect(filter).not.toContain('&hujan anak');
    expect(filterOf('jas hujan anak', vocabulary)).toContain('&hujan anak');
  });

  test('stays short for beginnings of what the vocabulary knows', () => {
    const vocabulary = new Vocabulary(seedTerms());
    const known = seedTerms().flatMap(({ term, meanings }) => [term, ...meanings]);
    const begun = new Set(
      known.flatMap((text) => {
        const words = text.split(' ');
        const before = words.slice(0, -1);
        const last = words.at(-1) ?? '';
        return [1, 2, 3, 4, 6].map((letters) => [...before, last.slice(0, letters)].join(' '));
      }),
    );
    const longest = Math.max(
      ...[...begun].filter((_, at) => at % 12 === 0).map((text) => filterOf(text, vocabulary).length),
    );
    expect(begun.size).toBeGreaterThan(3_000);
    expect(longest).toBeLessThan(16_000);
  });
});
