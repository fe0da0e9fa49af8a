import { describe, expect, test } from 'vitest';
import {
  mend,
  readingsOf,
  soundOf,
  stem,
  understand,
  Vocabulary,
  wordsOf,
} from '../../../api/search/language/index.ts';

const vocabulary = new Vocabulary([
  { kind: 'SYNONYM', term: 'ikat pinggang', meanings: ['gesper'] },
  { kind: 'SYNONYM', term: 'semir rambut', meanings: ['cat rambut'] },
  { kind: 'SYNONYM', term: 'sampo', meanings: ['keramas'] },
  { kind: 'PHRASE', term: 'sampo bayi', meanings: [] },
  { kind: 'BRAND', term: 'tiga roda', meanings: ['semen'] },
]);

/** Every word, or sound of a word, that a search may be found by. */
const formsOf = (text: string): string[] =>
  understand(text, vocabulary).flatMap(({ alternatives }) =>
    alternatives.flatMap(({ phrase }) => phrase.flat().map((form) => form.replace(/^~/, ''))),
  );

test('the words of a term are understood in any order', () => {
  expect(formsOf('rambut semir')).toContain('cat');
  expect(understand('rambut semir', vocabulary)).toHaveLength(1);
});

test('a term is understood while it is being typed', () => {
  expect(formsOf('ikat ping')).toContain(soundOf('gesper'));
  expect(formsOf('gesp')).toContain(soundOf('pinggang'));
  expect(formsOf('ge')).not.toContain(soundOf('pinggang'));
});

test('a place is understood written as two words', () => {
  const places = new Vocabulary([
    { kind: 'PLACE', term: 'Sukmajaya', meanings: ['sukmajaya'] },
    { kind: 'WORD', term: 'jaya', meanings: [] },
  ]);
  const roles = (text: string) => understand(text, places).map(({ written, role }) => `${written} ${role}`);
  expect(roles('hampers sukma jaya')).toEqual(['hampers THING', 'sukma jaya PLACE']);
});

test('two words of a term may be said by one', () => {
  const gifts = new Vocabulary([
    { kind: 'PHRASE', term: 'kado ulang tahun', meanings: [] },
    { kind: 'SYNONYM', term: 'ulang tahun', meanings: ['ultah'] },
  ]);
  const [gift] = understand('kado ulang tahun', gifts);
  expect(gift?.alternatives.map(({ phrase }) => phrase.flat().join(' '))).toContain(`~kado ~${soundOf('ultah')}`);
});

test('a word may be of the term before it as well', () => {
  const pets = new Vocabulary([
    { kind: 'PHRASE', term: 'kucing persia', meanings: [] },
    { kind: 'SYNONYM', term: 'makanan kucing', meanings: ['pakan kucing'] },
  ]);
  const [term, word] = understand('persia kucing makanan', pets);
  expect([term?.written, word?.written]).toEqual(['persia kucing', 'makanan']);
  expect(word?.alternatives.map(({ phrase }) => phrase.flat().join(' '))).toContain('~pakan ~kucing');
});

test('a term of several words is understood written as one, by letter alone', () => {
  expect(formsOf('ikatpinggang')).toContain(soundOf('gesper'));
  expect(formsOf('ikatpinggangan')).not.toContain(soundOf('gesper'));
});

test('a term of one word is understood written as two, and a part of a longer one', () => {
  const glasses = new Vocabulary([
    { kind: 'SYNONYM', term: 'kacamata', meanings: ['glasses'] },
    { kind: 'SYNONYM', term: 'kacamata hitam', meanings: ['sunglasses'] },
    { kind: 'PLACE', term: 'sukmajaya', meanings: ['sukmajaya'] },
    { kind: 'WORD', term: 'mejakayu', meanings: [] },
  ]);
  const written = (text: string): string[] => understand(text, glasses).map((each) => `${each.written} ${each.role}`);
  expect(written('kaca mata')).toEqual(['kaca mata THING']);
  expect(written('kaca mata hitam')).toEqual(['kaca mata hitam THING']);
  expect(written('sampo sukma jaya')).toEqual(['sampo THING', 'sukma jaya PLACE']);
  expect(written('meja kayu')).toEqual(['meja GENERAL', 'kayu GENERAL']);
});

test('a word that is known for itself is no other one that sounds like it, but one of its own root', () => {
  const known = new Vocabulary([
    { kind: 'WORD', term: 'gardan', meanings: [] },
    { kind: 'ENGLISH', term: 'garden', meanings: ['taman'] },
    { kind: 'WORD', term: 'cukur', meanings: [] },
    { kind: 'BROADER', term: 'mencukur', meanings: ['silet'] },
  ]);
  const found = (text: string): string[] =>
    understand(text, known).flatMap(({ alternatives }) => alternatives.flatMap(({ phrase }) => phrase.flat()));
  expect(found('gardan')).not.toContain('~taman');
  expect(found('garden')).toContain('~taman');
  expect(found('cukur')).toContain('~silet');
});

test('a thing that is typed out is not the beginning of a time', () => {
  const things = new Vocabulary([{ kind: 'SYNONYM', term: 'tahu', meanings: ['tofu'] }]);
  const isBegun = (text: string): boolean =>
    understand(text, things).some(({ alternatives }) => alternatives.some(({ isPrefix }) => isPrefix));
  expect([isBegun('tahu'), isBegun('tah'), isBegun('tofu')]).toEqual([false, true, true]);
});

test.each([
  ['khitan', 'kitten'],
  ['parut', 'parrot'],
  ['udang', 'udeng'],
  ['buket', 'bucket'],
  ['tirai', 'tire'],
  ['black', 'belacan'],
])('%s does not sound like %s', (one, other) => expect(soundOf(one)).not.toBe(soundOf(other)));

test('a known word with affixes is no typing mistake', () => {
  const [gesperan] = understand('gesperan', vocabulary);
  const [gespran] = understand('gespran', vocabulary);
  expect([gesperan?.isMendable, gespran?.isMendable]).toEqual([false, true]);
});

test('a word is no term that only sounds like it and has half its letters otherwise', () => {
  const cloth = new Vocabulary([{ kind: 'ENGLISH', term: 'cloth', meanings: ['kain'] }]);
  const loose = (text: string): unknown[] =>
    understand(text, cloth).flatMap(({ alternatives }) =>
      alternatives.filter(({ nearness, isPrefix }) => nearness === 'LOOSE' && !isPrefix),
    );
  expect(loose('kloet')).toEqual([]);
  expect(loose('clott')).toHaveLength(1);
});

test('a term may stand there with one of its words said otherwise', () => {
  expect(formsOf('sampo bayi')).toContain(soundOf('keramas'));
});

test('a brand stands for its kind, unless the kind is named as well', () => {
  const brand = (text: string): string[] =>
    understand(text, vocabulary)
      .filter(({ written }) => written === 'tiga roda')
      .flatMap(({ alternatives }) => alternatives.flatMap(({ phrase }) => phrase.flat()))
      .map((form) => form.replace(/^~/, ''));
  expect(brand('tiga roda')).toContain(soundOf('semen'));
  expect(brand('semen tiga roda')).not.toContain(soundOf('semen'));
});

test('words that only announce how a thing is are not asked for, unless they begin or end what is said', () => {
  const rolesOf = (text: string) => understand(text, vocabulary).map(({ written, role }) => `${written} ${role}`);
  expect(rolesOf('daster bahan katun')).toEqual(['daster THING', 'bahan WEAK', 'katun THING']);
  expect(rolesOf('keripik rasa balado')).toContain('rasa WEAK');
  expect(rolesOf('bahan katun')[0]).toBe('bahan GENERAL');
  expect(rolesOf('buku rasa')).not.toContain('rasa WEAK');
});

test('the name of a kind beside a brand of it may be left out of a title', () => {
  const [kind, brand] = understand('semen tiga roda', vocabulary);
  const pair = `&${soundOf('tiga')} ${soundOf('roda')}`;
  const said = kind?.alternatives.filter(({ pairs }) => pairs?.includes(pair));
  expect(said?.map(({ nearness }) => nearness)).toEqual(['LOOSE']);
  expect(brand?.alternatives.some(({ phrase }) => phrase[0]?.includes('~semen'))).toBe(false);
  const [other] = understand('cat tiga roda', vocabulary);
  expect(other?.alternatives.some(({ pairs }) => pairs?.includes(pair))).toBe(false);
});

test('a service is offered by what begins with the deed, and by no goods that are made for it', () => {
  const heads = (text: string) =>
    understand(text, vocabulary).flatMap(({ alternatives }) =>
      alternatives.flatMap(({ isHead, isPrefix, phrase }) => (isHead && !isPrefix ? phrase : [])),
    );
  expect(heads('jasa pijat')).toEqual([['pijat']]);
  expect(heads('tukang las panggilan')).toEqual([['las']]);
  expect(heads('tukang sepatu')).toEqual([]);
  expect(heads('kursi pijat')).toEqual([]);
});

test('a brand stands for no kind where the kind is said otherwise', () => {
  const phones = new Vocabulary([
    { kind: 'SYNONYM', term: 'ponsel', meanings: ['hp'] },
    { kind: 'BRAND', term: 'samsung', meanings: ['ponsel'] },
  ]);
  const [, brand] = understand('hp samsung', phones);
  expect(brand?.alternatives.filter(({ nearness, isPrefix }) => nearness === 'LOOSE' && !isPrefix)).toEqual([]);
});

describe('words that mean the same', () => {
  const meanings = new Vocabulary([
    { kind: 'SYNONYM', term: 'bibit', meanings: ['anakan', 'biji'] },
    { kind: 'SYNONYM', term: 'komik', meanings: ['manga'] },
    { kind: 'SYNONYM', term: 'mangga', meanings: ['mempelam'] },
    { kind: 'SYNONYM', term: 'pewangi', meanings: ['pengharum'] },
    { kind: 'SYNONYM', term: 'pemarut', meanings: ['parutan'] },
    { kind: 'SYNONYM', term: 'rias', meanings: ['dandan'] },
    { kind: 'WORD', term: 'kawat', meanings: [] },
  ]);
  const found = (text: string) =>
    understand(text, meanings).flatMap(({ alternatives }) => alternatives.flatMap(({ phrase }) => phrase.flat()));

  test('are looked for as they are written: children are no seeds', () => {
    expect(found('bibit')).toContain('anakan');
    expect(found('bibit')).not.toContain(`~${soundOf('anakan')}`);
    expect(found('bibit')).toContain('~biji');
    expect(found('rias')).not.toContain('~dan');
  });

  test('are those of the word as it is written; only one that is not known means what sounds alike', () => {
    expect(soundOf('mangga')).toBe(soundOf('manga'));
    expect(found('mangga')).not.toContain('~komik');
    expect(found('manga')).toContain('~komik');
    expect(found('komikk')).toContain('~manga');
  });

  test('and what is done with a thing are two things', () => {
    const alone = understand('pewangi', meanings).flatMap(({ alternatives }) =>
      alternatives.flatMap(({ phrase }) => (phrase.length === 1 ? phrase.flat() : [])),
    );
    expect(alone).not.toContain('~wangi');
    expect(found('pewangi')).toContain('pengharum');
    for (const [word, root] of [
      ['penjahit', '~jahit'],
      ['pemarut', '~parut'],
    ])
      expect(found(word ?? '')).toContain(root);
  });

  test('are meant by a beginning of four letters; a word that is only known is no beginning of it', () => {
    expect(found('mem')).not.toContain('~manga');
    expect(found('memp')).toContain('~manga');
    expect(found('kawa')).not.toContain('~kawat');
  });
});

describe('what comprises others', () => {
  const comprising = new Vocabulary([
    { kind: 'SYNONYM', term: 'penghapus', meanings: ['setip'] },
    { kind: 'BROADER', term: 'menghapus', meanings: ['papan tulis'] },
    { kind: 'BROADER', term: 'pemotong', meanings: ['pisau'] },
    { kind: 'BROADER', term: 'mencuci baju', meanings: ['detergen'] },
    { kind: 'VARIANT', term: 'deterjen', meanings: ['detergen'] },
  ]);
  const found = (text: string) =>
    understand(text, comprising).flatMap(({ alternatives }) => alternatives.flatMap(({ phrase }) => phrase.flat()));

  test('means what its other affixes mean, too', () => {
    expect(found('menghapus')).toEqual(expect.arrayContaining(['setip', 'papan'].map((word) => `~${soundOf(word)}`)));
  });

  test('is no name of a thing by itself', () => {
    expect(found('pemotong')).toEqual(expect.arrayContaining(['potong', 'pisau'].map((word) => `~${soundOf(word)}`)));
  });

  test('comprises them in every spelling', () => {
    expect(found('mencuci baju')).toEqual(
      expect.arrayContaining([`~${soundOf('detergen')}`, `~${soundOf('deterjen')}`]),
    );
  });
});

test('words that only a foreign term means are each understood by themselves', () => {
  const foreign = new Vocabulary([
    { kind: 'SYNONYM', term: 'sabuk', meanings: ['gesper'] },
    { kind: 'ENGLISH', term: 'leather belt', meanings: ['sabuk kulit'] },
  ]);
  expect(understand('sabuk kulit', foreign).map(({ written }) => written)).toEqual(['sabuk', 'kulit']);
  expect(understand('leather belt', foreign)).toHaveLength(1);
});

test('two words that mean the same as one may stand apart in a title', () => {
  const wings = new Vocabulary([{ kind: 'ENGLISH', term: 'wings', meanings: ['sayap ayam'] }]);
  const apart = understand('wings', wings).flatMap(({ alternatives }) => alternatives.filter((each) => each.isInTitle));
  expect(apart).toEqual([{ nearness: 'BROAD', phrase: [['~sayap'], ['~ayam']], isInTitle: true }]);
});

test('each word of a term may be written as two', () => {
  const rackets = new Vocabulary([{ kind: 'PHRASE', term: 'raket bulutangkis', meanings: [] }]);
  const forms = understand('raket bulutangkis', rackets).flatMap(({ alternatives }) =>
    alternatives.flatMap(({ phrase }) => phrase.flat()),
  );
  expect(forms).toContain('+bulutangkis');
});

test('a verb beside a thing is what is done with it; alone it is a thing itself', () => {
  const roles = (text: string) => understand(text, vocabulary).map(({ role }) => role);
  expect(roles('menyambung pipa')).toEqual(['DEED', 'THING']);
  expect(roles('menyambung')).toEqual(['THING']);
  expect(roles('merah melati')).not.toContain('DEED');
});

test('a word with a digit in it is a size or a model, which narrows a thing', () => {
  expect(understand('popok m34', vocabulary).map(({ role }) => role)).toEqual(['THING', 'AMOUNT']);
});

describe('a typing mistake', () => {
  const isMendable = (text: string) => understand(text, vocabulary).some((concept) => concept.isMendable);

  test('is not what everybody knows, whether a market sells it or not, nor a form of it', () => {
    for (const word of ['kalender', 'badut', 'majalah', 'mencabut']) expect(isMendable(word)).toBe(false);
    for (const word of ['kalendar', 'sempo']) expect(isMendable(word)).toBe(true);
  });

  test('may sound like a term that is not meant', () => {
    expect(
      understand('kloet', new Vocabulary([{ kind: 'ENGLISH', term: 'cloth', meanings: ['kain'] }]))[0],
    ).toMatchObject({
      isMendable: true,
    });
  });

  test.each([
    ['lmari', 'lemari', true],
    ['ebras', 'beras', true],
    ['tembal', 'sembal', true],
    ['kalender', 'blender', false],
    ['kusen', 'kuneng', false],
    ['gergajii', 'gergajinya', true],
    ['kloet', 'kloset', true],
  ])('%s may mean %s: %j', (mistyped, word, may) => {
    expect(mend(mistyped, [{ word, uses: 1 }], true)).toBe(may ? word : null);
  });

  test('means rather a word of the market than another spelling of one that it lacks', () => {
    const candidates = [
      { word: 'dasar', uses: 0 },
      { word: 'daster', uses: 1 },
    ];
    expect(soundOf('daser')).toBe(soundOf('dasar'));
    expect(mend('daser', candidates, true)).toBe('daster');
  });

  test('means the nearest in letters before what is far, though it sounds the same', () => {
    const candidates = ['cloth', 'kloset'].map((word) => ({ word, uses: 1 }));
    expect(mend('kloet', candidates, true)).toBe('kloset');
  });
});

describe('numbers in words', () => {
  test.each([
    ['dua puluh lima kilo', '#25000g'],
    ['seratus lima puluh ml', '#150ml'],
    ['satu setengah liter', '#1500ml'],
    ['dua belas butir', '#12'],
    ['43"', '#1092.2mm'],
    ['dua pintu', '#2'],
  ])('%s', (text, form) => {
    expect(readingsOf(text).flatMap(({ forms }) => forms)).toContain(form);
  });

  test('of two numbers neither is lost', () => {
    expect(wordsOf('satu dua')).toEqual(['satu', 'dua']);
    expect(readingsOf('satu dua')).toHaveLength(2);
  });
});

describe('words of one root meet', () => {
  test.each([
    'makan memakan dimakan',
    'cat mengecat pengecat',
    'kerja bekerja pekerja',
    'tahan menahan penahan',
    'nikah menikah',
  ])('%s', (words) => expect(new Set(words.split(' ').map(stem)).size).toBe(1));
});

describe('sounds', () => {
  test.each([
    ['akuarium', 'aquarium'],
    ['lembap', 'lembab'],
  ])('%s is %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)));

  test.each([
    ['pupuk', 'popok'],
    ['zzzz', 's'],
    ['syari', 'sari'],
  ])('%s is not %s', (one, other) => expect(soundOf(one)).not.toBe(soundOf(other)));
});

describe('words that a title has otherwise', () => {
  const sockets = new Vocabulary([
    { kind: 'SYNONYM', term: 'colokan', meanings: ['stop kontak'] },
    { kind: 'PHRASE', term: 'colokan usb', meanings: [] },
    { kind: 'WORD', term: 'sajadah', meanings: [] },
  ]);
  const phrasesOf = (text: string) =>
    understand(text, sockets).flatMap(({ alternatives }) =>
      alternatives.filter(({ isInTitle }) => isInTitle).map(({ phrase }) => phrase.flat().join(' ')),
    );

  test('two for one word of a term', () => expect(phrasesOf('colokan usb')).toContain('~stup ~kontak ~usb'));

  test('two that were joined and stand apart, of which one is known', () => {
    expect(phrasesOf('sajadahturki')).toContain('~sajadah ~turki');
    expect(phrasesOf('turkisajadah')).toContain('~turki ~sajadah');
  });

  test('but what nobody knows is not taken apart, nor is a known word', () => {
    expect(phrasesOf('turkivoal')).toEqual([]);
    expect(phrasesOf('sajadah')).toEqual([]);
    expect(phrasesOf('sajadahku')).not.toContain('~sajadah ~ku');
  });
});

describe('a short word that is a term', () => {
  const bells = new Vocabulary([
    { kind: 'PHRASE', term: 'bel', meanings: [] },
    { kind: 'PHRASE', term: 'kotak p3k', meanings: [] },
    { kind: 'WORD', term: 'pek', meanings: [] },
  ]);
  const begun = (text: string) =>
    understand(text, bells).flatMap(({ alternatives }) => alternatives.filter(({ isPrefix }) => isPrefix));

  test('is the beginning of another at the head of a title only', () =>
    expect(begun('bel').map(({ isHead }) => isHead)).toEqual([true]));

  test('while what is none may begin any word', () =>
    expect(begun('bla').map(({ isHead }) => isHead)).toEqual([undefined]));

  test('or holds a digit is not read with a letter for it', () =>
    expect(understand('p3k', bells).map(({ written }) => written)).toEqual(['p3k']));
});

test('a letter behind the beginning of a term is typed on, though it is a unit by itself', () => {
  const kitchen = new Vocabulary([
    { kind: 'PHRASE', term: 'kompor gas', meanings: [] },
    { kind: 'SYNONYM', term: 'g', meanings: ['gram'] },
  ]);
  const written = (text: string) => understand(text, kitchen).map((concept) => concept.written);
  expect(written('kompor g')).toEqual(['kompor g']);
  expect(written('kompor x')).toEqual(['kompor', 'x']);
});
