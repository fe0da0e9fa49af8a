import { describe, expect, test } from 'vitest';
import { understand, Vocabulary } from '../../../api/search/language/index.ts';
import { instrumentOf } from '../../../api/search/language/tools.ts';
import { formsOf } from './forms-of.ts';

const vocabulary = new Vocabulary([
  { kind: 'SYNONYM', term: 'termometer', meanings: ['pengukur suhu'] },
  { kind: 'SYNONYM', term: 'printer', meanings: ['pencetak'] },
  { kind: 'SYNONYM', term: 'mesin jahit', meanings: ['sewing machine'] },
  { kind: 'PHRASE', term: 'jahit sepatu', meanings: [] },
  { kind: 'SYNONYM', term: 'wajan', meanings: ['penggorengan'] },
  { kind: 'SYNONYM', term: 'permen', meanings: ['pemanis'] },
  { kind: 'BROADER', term: 'alat potong', meanings: ['pisau'] },
]);

/** The concepts of a search of which some alternative, that is no beginning of a word, stands in a title. */
function foundIn(title: string, text: string): string[] {
  const forms = formsOf({ title });
  const has = (form: string): boolean => forms.has(`.${form}`);
  return understand(text, vocabulary)
    .filter(({ alternatives }) =>
      alternatives.some(
        ({ phrase, pairs = [], isPrefix }) => !isPrefix && phrase.every((each) => each.some(has)) && pairs.every(has),
      ),
    )
    .map(({ written }) => written);
}

test.each([
  ['ukur', 'pengukur'],
  ['giling', 'penggiling'],
  ['kocok', 'pengocok'],
  ['saring', 'penyaring'],
  ['tumbuk', 'penumbuk'],
  ['potong', 'pemotong'],
  ['cetak', 'pencetak'],
  ['bor', 'pengebor'],
  ['lipat', 'pelipat'],
  ['bungkus', 'pembungkus'],
  ['steril', 'pensteril'],
  ['kritik', 'pekritik'],
])('a tool for %s is a %s', (root, tool) => expect(instrumentOf(root)).toBe(tool));

describe('a tool is found by its deed', () => {
  test.each([
    ['Termometer Digital', 'alat ukur suhu', ['alat ukur suhu']],
    ['Termometer Digital', 'alat pengukur suhu', ['alat pengukur suhu']],
    ['Gilingan Daging', 'alat giling daging', ['alat giling', 'daging']],
    ['Penggiling Daging', 'mesin giling', ['mesin giling']],
    ['Pemotong Kentang', 'alat potong kentang', ['alat potong', 'kentang']],
    ['Pisau Dapur', 'alat potong', ['alat potong']],
    ['Bor Listrik', 'alat bor', ['alat bor']],
    ['Cetakan Pukis', 'pencetak', ['pencetak']],
    ['Alat Cetak Kue', 'pencetak', ['pencetak']],
    ['Alat Ukur Suhu', 'pengukur suhu', ['pengukur suhu']],
  ])('%s by %s', (title, text, concepts) => expect(foundIn(title, text)).toEqual(concepts));

  test.each([
    ['Daging Giling', 'alat giling'],
    ['Lukisan Bunga', 'alat lukis'],
    ['Ukiran Jati', 'alat ukir'],
    ['Jahit Sepatu', 'mesin jahit sepatu'],
    ['Manisan Mangga', 'pemanis'],
    ['Kopi Bubuk', 'mesin kopi'],
  ])('but what is made or sold is no tool: %s by %s', (title, text) =>
    expect(foundIn(title, text).filter((written) => /alat|mesin|pe/.test(written.split(' ')[0] ?? ''))).not.toContain(
      understand(text, vocabulary)[0]?.written,
    ),
  );
});

test.each(['gilingan', 'penggiling', 'gilingan daging'])('%s is rather the tool than what is made with it', (text) => {
  const [tool] = understand(text, vocabulary);
  const near = tool?.alternatives.filter(({ nearness }) => nearness === 'EXACT' || nearness === 'NEAR') ?? [];
  expect(near.some(({ phrase }) => phrase.length === 1 && phrase.flat().includes('~giling'))).toBe(false);
  expect(foundIn('Daging Giling', text)).toEqual(text.split(' '));
});

test('a term that begins with a tool is found by its other names, and by its bare root after these', () => {
  const grinders = new Vocabulary([{ kind: 'SYNONYM', term: 'gilingan daging', meanings: ['meat grinder'] }]);
  const [grinder] = understand('gilingan daging', grinders);
  const nearnessOf = (...phrase: string[]): string[] =>
    (grinder?.alternatives ?? [])
      .filter(
        (each) => each.phrase.length === phrase.length && phrase.every((form, at) => each.phrase[at]?.[0] === form),
      )
      .map(({ nearness }) => nearness);
  expect(nearnessOf('penggiling', '~daging')).toEqual(['NEAR']);
  expect(nearnessOf('~mesin', '~giling', '~daging')).toEqual(['NEAR']);
  expect(nearnessOf('~giling', '~daging')).toEqual([]);
});

test('a term between two affixes is what its synonyms are before it is anything of its root', () => {
  const [asked] = understand('penggorengan', vocabulary);
  const ofRoot = asked?.alternatives.filter(({ phrase }) => phrase.flat().some((form) => form === '~gorang'));
  expect(ofRoot?.map(({ nearness }) => nearness)).toEqual(['BROAD']);
});
