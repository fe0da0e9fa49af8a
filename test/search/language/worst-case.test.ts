import { expect, test } from 'vitest';
import {
  type Candidate,
  documentForms,
  marker,
  mend,
  priceWords,
  soundOf,
  stem,
  understand,
  Vocabulary,
} from '../../../api/search/language/index.ts';
import { seedTerms } from '../../../seeds/generate/vocabulary.ts';

/** What regular expressions stumble over: the beginnings of what they look for, again and again, and no end. */
const BEGINNINGS =
  `a e n 1 0 . , x ' " - / < an nya kan meng menge per ber se aa 1. 1, 1x 1/ 1" 1a a1 a' .1 ,1 x1 11. 1.1 111.111 ee oo
  kakuu oek sj ngng keke eke rp ribu puluh 2an á ˈ ﷺ 5kg dua s/d -an ≤`.split(/\s+/);
const TEXTS = [
  ...BEGINNINGS,
  ' ',
  '\t',
  '\u0301',
  'a ',
  '1 ',
  '1 x ',
  '1 / ',
  'rp . ',
  'di bawah ',
  'dua puluh ',
  'dan 5 ',
  'ke ri ',
];
const vocabulary = new Vocabulary(seedTerms());

const asCandidate = (word: string): Candidate => ({ word, uses: 0 });

/** Processor time in milliseconds, the least of three: other work on the machine and a first compilation do not count. */
function leastTime(work: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const began = process.cpuUsage();
    work();
    return process.cpuUsage(began).user / 1000;
  });
  return Math.min(...times);
}

test.each(TEXTS)('a search of nothing but %j is read in moments', (beginning) => {
  for (const text of [beginning.repeat(200).slice(0, 200), `${beginning.repeat(200).slice(0, 198)}!z`]) {
    const took = leastTime(() => {
      priceWords(text);
      stem(text);
      soundOf(text);
      const concepts = understand(text, vocabulary);
      marker(concepts)(text);
      const mistyped = concepts.filter(({ isMendable }) => isMendable).map(({ written }) => written);
      for (const word of mistyped) mend(word, vocabulary.wordsLike(word).map(asCandidate), true);
    });
    expect(took).toBeLessThan(100);
  }
});

test.each(TEXTS)('a description of nothing but %j is read in moments', (beginning) => {
  const nothing = {
    title: '',
    category: '',
    options: '',
    traits: '',
    skus: '',
    shop: '',
    kecamatan: 'beji',
    isHalal: true,
  };
  const description = beginning.repeat(10_000).slice(0, 10_000);
  expect(leastTime(() => documentForms({ ...nothing, description }))).toBeLessThan(500);
});
