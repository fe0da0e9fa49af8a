import { expect, test } from 'vitest';
import { soundOf, stem, wordsOf } from '../../../api/search/language/index.ts';
import { ROOTS } from '../../../api/search/language/roots.ts';
import { seedCategories } from '../../../seeds/generate/places.ts';

test('what a category is called does not sound like another word of the language', () => {
  const called = new Set(seedCategories().flatMap(({ name }) => wordsOf(name)));
  const alike = [...called].flatMap((word) => {
    const roots = [...ROOTS].filter((root) => root !== stem(word) && soundOf(root) === soundOf(word));
    return roots.map((root) => `${word} ${root}`);
  });
  expect(called).toContain('fesyen');
  expect(alike).toEqual([]);
});
