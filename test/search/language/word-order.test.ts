import { describe, expect, test } from 'vitest';
import { askedWords } from '../../../api/search/asked-words.ts';
import { soundOf, understand, Vocabulary } from '../../../api/search/language/index.ts';
import { mendedText } from '../../../api/search/postgres/mended-text.ts';
import { formsOf } from './forms-of.ts';

const vocabulary = new Vocabulary([
  { kind: 'WORD', term: 'beras', meanings: [] },
  { kind: 'WORD', term: 'rak', meanings: [] },
  { kind: 'SYNONYM', term: 'waterproofing', meanings: ['pelapis'] },
  { kind: 'SYNONYM', term: 'risol', meanings: ['risoles'] },
  { kind: 'PHRASE', term: 'risol mayo', meanings: [] },
  { kind: 'SYNONYM', term: 'pembuat beras', meanings: ['penanak'] },
  { kind: 'PHRASE', term: 'sandal jepit', meanings: [] },
  { kind: 'WORD', term: 'kado', meanings: [] },
]);
const asked = (text: string) => askedWords(understand(text, vocabulary));

describe('what is looked for comes first, wherever it was written', () => {
  test.each([
    ['merah beras', 'beras'],
    ['segar alpukat', 'alpukat'],
    ['pulen beras rojolele', 'beras'],
    ['beras pulen', 'beras'],
    ['mesin espreso', 'mesin'],
  ])('of %s it is %s', (text, thing) => expect(asked(text).concepts[0]?.written).toBe(thing));

  test('not a term that only sounds like it with what it is for', () => {
    const written = (text: string) => asked(text).concepts.map((concept) => concept.written);
    expect(written('beras buat merah')).toEqual(['beras', 'merah']);
    expect(written('beras pembuat')).toEqual(['beras pembuat']);
  });

  test('not what it is for, of which the vocabulary may know', () => {
    const known = (text: string) =>
      asked(text)
        .concepts.filter(({ isTerm }) => isTerm)
        .map(({ written }) => written);
    expect(known('rak untuk beras')).toEqual(['rak']);
    expect(known('rak beras')).toEqual(['rak', 'beras']);
  });

  test('and stands behind words of the shop window in a title', () => {
    const forms = formsOf({ title: 'Promo Buah Mangga Manis' });
    expect([forms.has('^promo'), forms.has('^mangga'), forms.has('^manis')]).toEqual([true, true, false]);
  });

  test('and the title that begins with it is the better one', () => {
    for (const text of ['merah beras', 'menanak beras', 'kado beras'])
      expect(JSON.stringify(asked(text).judged.first)).toContain('^beras');
  });
});

describe('a fuller name for the one thing that is asked for', () => {
  const meters = new Vocabulary([
    { kind: 'SYNONYM', term: 'thermogun', meanings: ['termometer', 'termometer tembak'] },
  ]);
  const fuller = (text: string) => JSON.stringify(askedWords(understand(text, meters)).judged.phrase);

  test('is the better hit', () => expect(fuller('thermogun')).toContain('&termometar tembak'));

  test('but not where words of little weight narrow it, nor of what has but one name', () => {
    expect(fuller('thermogun murah')).not.toContain('tembak');
    expect(fuller('termometer infrared')).not.toContain('tembak');
    expect(fuller('beras')).toBe('{"any":[]}');
  });
});

describe('words that say little', () => {
  test('are the one that says that a colour follows', () => {
    const demanded = (text: string) => asked(text).concepts.map(({ written }) => written);
    expect(demanded('beras warna merah')).toEqual(['beras', 'merah']);
    expect(demanded('beras warna')).toEqual(['beras', 'warna']);
    expect(demanded('warna beras')).toContain('warna');
  });

  test('count before praise where they may say how a thing is', () => {
    const bonus = (text: string) => JSON.stringify(asked(text).judged.bonus);
    expect(bonus('beras potong murah')).toContain('".potong"');
    expect(bonus('beras potong murah')).not.toContain('".murah"');
    expect(bonus('beras murah')).toContain('".murah"');
  });
});

test('a mistyped word is rather the one that is a term with the word beside it', () => {
  const candidates = [
    { word: 'sambal', uses: 9 },
    { word: 'sandal', uses: 1 },
  ];
  const meant = (text: string) => {
    const words = asked(text);
    const at = words.concepts.findIndex(({ written }) => written === 'samdal');
    return mendedText(text, words, [{ at, candidates, titles: [] }], vocabulary)?.text;
  };
  expect([meant('samdal jepit'), meant('samdal merah')]).toEqual(['sandal jepit', 'sambal merah']);
});

describe('what is still being typed', () => {
  test('is better at the beginning of a title', () => {
    expect(asked('ber').judged.first).toMatchObject({ any: expect.arrayContaining([{ form: '^ber', isBegun: true }]) });
  });

  test('is the word itself before other names for it', () => {
    const [concept] = understand('waterp', vocabulary);
    const nearness = (form: string) =>
      concept?.alternatives.find(({ phrase }) => phrase[0]?.some((each) => each.endsWith(form)))?.nearness;
    expect([nearness(soundOf('waterproofing')), nearness(soundOf('pelapis'))]).toEqual(['LOOSE', 'BROAD']);
  });

  test('may begin as a word of no weight: roti gan', () => {
    const { concepts, judged } = asked('roti gan');
    expect(concepts.map(({ written }) => written)).toEqual(['roti']);
    expect(JSON.stringify(judged.bonus)).toContain('{"form":".gan","isBegun":true}');
    expect(JSON.stringify(asked('gan roti').judged.bonus)).not.toContain('gan');
    expect(JSON.stringify(asked('undangan per').judged.bonus)).toContain('{"form":".per","isBegun":true}');
  });

  test('begins a title where it may be typed out: panci asks for no umpan pancing', () => {
    const wanted = (text: string) => JSON.stringify(asked(text).concepts[0]?.wanted);
    expect(wanted('panci')).toContain('{"form":"^panci","isBegun":true}');
    expect(wanted('panci')).not.toContain('{"form":".panci","isBegun":true}');
    expect(wanted('pancin')).toContain('{"form":".pancin","isBegun":true}');
  });

  test('may follow another word for the first one of a term', () => {
    const [concept] = understand('risol may', vocabulary);
    expect(concept?.alternatives.filter(({ isPrefix }) => isPrefix).flatMap(({ phrase }) => phrase[0])).toContain(
      `~${soundOf('risoles')}`,
    );
  });
});
