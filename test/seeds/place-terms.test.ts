import { expect, test } from 'vitest';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';

test('no everyday name of a place is a word for goods as well', () => {
  const terms = seedTerms();
  const goods = terms.filter(({ kind }) => kind !== 'PLACE').flatMap(({ term, meanings }) => [term, ...meanings]);
  const places = terms.filter(({ kind }) => kind === 'PLACE').map(({ term }) => term);
  expect(places).toContain('margonda');
  expect(places.filter((place) => goods.includes(place))).toEqual([]);
});
