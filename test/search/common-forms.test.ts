import { expect, test } from 'vitest';
import { CommonForms } from '../../api/search/postgres/common-forms.ts';

const list = (word: string, alternatives: number): string[] => [
  `'.${word}'`,
  ...Array.from({ length: alternatives - 1 }, (_, at) => `'.${word}${at}'`),
];

const NOW = new Date('2026-11-30T00:00:00Z');

test('common words are read apart, also beside many others for a rare one, but not a rare one beside a common one', async () => {
  const common = new CommonForms();
  let reads = 0;
  const rows = async () => {
    reads += 1;
    return [{ forms: ['.manis', '.rumahan', '.kemasan'], shares: [0.08, 0.06, 0.4] }];
  };
  const ctx = { clock: { now: () => NOW }, read: { rows } } as never;
  const manisRumahan = [list('manis', 50), list('rumahan', 59)];
  expect(await common.areReadApart(ctx, manisRumahan, 40_000)).toBe(false);
  expect(reads).toBe(0);
  expect(await common.areReadApart(ctx, manisRumahan, 60_000)).toBe(true);
  expect(await common.areReadApart(ctx, [list('rendang', 40), list('kemasan', 18)], 60_000)).toBe(false);
  expect(await common.areReadApart(ctx, [list('rendang', 40)], 10)).toBe(true);
  const begun = [list('manis', 50), [...list('rumahan', 59), `'.ru':*`]];
  expect(await common.areReadApart(ctx, begun, 60_000)).toBe(false);
  const four = ['manis', 'rumahan', 'kemasan', 'kemasan'].map((word) => list(word, 50));
  expect(await common.areReadApart(ctx, four.slice(0, 3), 60_000)).toBe(true);
  expect(await common.areReadApart(ctx, four, 60_000)).toBe(false);
  expect(reads).toBe(1);
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
  const manisRumahan = [list('manis', 50), list('rumahan', 59)];
  expect(await common.areReadApart(ctx, manisRumahan, 60_000)).toBe(false);
  isKnown = true;
  expect(await common.areReadApart(ctx, manisRumahan, 60_000)).toBe(false);
  expect(reads).toBe(1);
  now = new Date(NOW.getTime() + 60_000);
  expect(await common.areReadApart(ctx, manisRumahan, 60_000)).toBe(true);
});
