import { expect, test } from 'vitest';
import { Vocabulary } from '../../api/search/language/index.ts';
import { CommonForms } from '../../api/search/postgres/common-forms.ts';
import { queriesOfText } from '../../api/search/postgres/words-queries.ts';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';

const vocabulary = new Vocabulary(seedTerms());
/** What each of these words means, as the index would be asked for it. */
const lists = (text: string) => queriesOfText(text, vocabulary).alternatives;

const NOW = new Date('2026-11-30T00:00:00Z');

test('common words are read apart, but not a rare one beside a common one, nor in a small market', async () => {
  const common = new CommonForms();
  let reads = 0;
  const rows = async () => {
    reads += 1;
    return [{ forms: ['.manis', '.rumahan', '.pedas', '.gurih'], shares: [0.08, 0.06, 0.07, 0.08] }];
  };
  const ctx = { clock: { now: () => NOW }, read: { rows } } as never;
  const areApart = (text: string, products = 60_000) => common.areReadApart(ctx, lists(text), products);
  expect(await areApart('manis rumahan', 40_000)).toBe(false);
  expect(reads).toBe(0);
  expect(await areApart('manis rumahan')).toBe(true);
  expect(await areApart('rendang manis')).toBe(false);
  expect(await areApart('rendang', 10)).toBe(true);
  expect(await areApart('manis rumahan pedas gurih')).toBe(false);
  expect(reads).toBe(1);
});

test('what a word begins with is as common as all that begins so', async () => {
  const begun = async (longer: number) => {
    const rows = async () => [{ forms: ['.manis', '.rumahan', '.rumahanan'], shares: [0.02, 0.06, longer] }];
    const ctx = { clock: { now: () => NOW }, read: { rows } } as never;
    return new CommonForms().areReadApart(ctx, lists('manis rumahan'), 60_000);
  };
  expect(await begun(0.01)).toBe(true);
  expect(await begun(0.9)).toBe(false);
  const rows = async () => [{ forms: ['.manis', '.jas'], shares: [0.08, 0.07] }];
  const ctx = { clock: { now: () => NOW }, read: { rows } } as never;
  const isBegunInPhrase = lists('manis jas huj').some((list) => list.some((each) => /^\(.*:\*/.test(each)));
  expect(isBegunInPhrase).toBe(true);
  expect(await new CommonForms().areReadApart(ctx, lists('manis jas huj'), 60_000)).toBe(false);
});

test('while nothing is known of how common words are, none are read apart, and soon it is looked for again', async () => {
  const common = new CommonForms();
  let now = NOW;
  let isKnown = false;
  let reads = 0;
  const rows = async () => {
    reads += 1;
    return isKnown ? [{ forms: ['.manis', '.rumahan'], shares: [0.08, 0.06] }] : [];
  };
  const ctx = { clock: { now: () => now }, read: { rows } } as never;
  const manisRumahan = lists('manis rumahan');
  expect(await common.areReadApart(ctx, manisRumahan, 60_000)).toBe(false);
  isKnown = true;
  expect(await common.areReadApart(ctx, manisRumahan, 60_000)).toBe(false);
  expect(reads).toBe(1);
  now = new Date(NOW.getTime() + 60_000);
  expect(await common.areReadApart(ctx, manisRumahan, 60_000)).toBe(true);
});
