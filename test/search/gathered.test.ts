import { describe, expect, test } from 'vitest';
import { type AskedConcept, type AskedWords, askedWords } from '../../api/search/asked-words.ts';
import { type FormQuery, NOTHING } from '../../api/search/form-query.ts';
import { gatheredWords } from '../../api/search/gathered.ts';

type Role = AskedConcept['role'];

const leaf = (form: string): FormQuery => ({ form, isBegun: false });

/** Concepts; of those that the vocabulary knows a sign stands before. */
function wordsOf(...concepts: [string, Role][]): AskedWords {
  const first = concepts.find(([, role]) => role !== 'DEED');
  const isThing = concepts.some(([, role]) => role === 'THING');
  return {
    concepts: concepts.map(([written, role]) => {
      const form = written.replace('!', '');
      return { written: form, role, isTerm: form !== written, wanted: leaf(form), known: leaf(form) } as AskedConcept;
    }),
    named: leaf(`named ${first?.[0]}`),
    plainlyNamed: null,
    told: leaf(`told ${first?.[0]}`),
    headed: isThing ? leaf(`first ${first?.[0]}`) : NOTHING,
    called: leaf(`called ${first?.[0]}`),
    judged: askedWords([]).judged,
  };
}

/** The forms of a document, of which the first is what it is called, or with a sign before it means the same; what stands in brackets is named nowhere, and behind a plus is what it is like. */
const formsOf = (document: string): string[] => [
  `first ${document.split(' ')[0]?.replace('~', '')}`,
  `called ${document.split(' ')[0]}`,
  ...document
    .replace('~', '')
    .split(' ')
    .flatMap((form) => {
      if (form.startsWith('(')) return [form.slice(1, -1)];
      const [like = '', isLike] = [form.replace('+', ''), form.startsWith('+')];
      return [like, `told ${like}`, ...(isLike ? [] : [`named ${like}`])];
    }),
];

const carriedBy = (documents: readonly string[]) => {
  const carries = (query: FormQuery, document: readonly string[]): boolean =>
    'form' in query
      ? document.includes(query.form)
      : 'any' in query
        ? query.any.some((each) => carries(each, document))
        : query.all.every((each) => carries(each, document));
  return async (queries: readonly FormQuery[]) =>
    queries.map((query) => documents.some((document) => carries(query, formsOf(document))));
};

describe('words that are given up', () => {
  test.each<[string, [string, Role][], string[], number[], boolean]>([
    [
      'none when all are carried together',
      [
        ['kaos', 'THING'],
        ['merah', 'GENERAL'],
      ],
      ['kaos merah'],
      [],
      true,
    ],
    [
      'none when the thing is only spoken of',
      [
        ['kulkas', 'THING'],
        ['beji', 'PLACE'],
      ],
      ['(kulkas)', 'beji'],
      [],
      false,
    ],
    [
      'a place that nothing is in',
      [
        ['kaos', 'THING'],
        ['beji', 'PLACE'],
      ],
      ['kaos', 'beji'],
      [1],
      true,
    ],
    [
      'a place in which the thing is only spoken of',
      [
        ['kulkas', 'THING'],
        ['beji', 'PLACE'],
      ],
      ['(kulkas) beji', 'kulkas'],
      [1],
      true,
    ],
    [
      'a place in which other goods are like the thing',
      [
        ['kopi', 'THING'],
        ['beji', 'PLACE'],
      ],
      ['sabun +kopi beji', 'kopi'],
      [1],
      true,
    ],
    [
      'no place in which goods are like what nothing is called',
      [
        ['lavender', 'THING'],
        ['beji', 'PLACE'],
      ],
      ['sabun +lavender beji', 'sabun'],
      [],
      true,
    ],
    [
      'an amount of other goods that are like the thing',
      [
        ['kopi', 'THING'],
        ['1 kg', 'AMOUNT'],
      ],
      ['sabun +kopi 1 kg', 'kopi'],
      [1],
      true,
    ],
    [
      'one thing of two',
      [
        ['kaos', 'THING'],
        ['polos', 'GENERAL'],
      ],
      ['kaos'],
      [1],
      true,
    ],
    [
      'none when more is lost than held',
      [
        ['kaos', 'THING'],
        ['a', 'GENERAL'],
        ['b', 'GENERAL'],
      ],
      ['kaos'],
      [],
      false,
    ],
    [
      'what is done with the thing, though it stands before it',
      [
        ['menyambung', 'DEED'],
        ['pipa', 'THING'],
      ],
      ['pipa'],
      [0],
      true,
    ],
    [
      'none when the thing itself is unknown',
      [
        ['kaos', 'THING'],
        ['polos', 'THING'],
      ],
      ['polos'],
      [],
      false,
    ],
    [
      'none when what is left is only another word for it',
      [
        ['kaos', 'THING'],
        ['polos', 'GENERAL'],
      ],
      ['~kaos'],
      [],
      false,
    ],
    [
      'an amount of another word for it',
      [
        ['beras', 'THING'],
        ['5 kg', 'AMOUNT'],
      ],
      ['~beras'],
      [1],
      true,
    ],
    [
      'none when another thing that is known is nowhere',
      [
        ['kawat', 'THING'],
        ['!gigi', 'THING'],
      ],
      ['kawat'],
      [],
      false,
    ],
    [
      'another thing that is known, when two are held',
      [
        ['kawat', 'THING'],
        ['duri', 'THING'],
        ['!gigi', 'THING'],
      ],
      ['kawat duri'],
      [2],
      true,
    ],
    [
      'another thing that is known, when it is somewhere',
      [
        ['gamis', 'THING'],
        ['!brokat', 'THING'],
      ],
      ['gamis', 'kebaya brokat'],
      [1],
      true,
    ],
    [
      'an amount of what products are called',
      [
        ['beras', 'THING'],
        ['5 kg', 'AMOUNT'],
      ],
      ['beras'],
      [1],
      true,
    ],
    [
      'no amount of what is only in other goods',
      [
        ['beras', 'THING'],
        ['5 kg', 'AMOUNT'],
      ],
      ['lulur beras'],
      [],
      false,
    ],
    [
      'an amount that nobody said of what',
      [
        ['beji', 'PLACE'],
        ['5 kg', 'AMOUNT'],
      ],
      ['beji'],
      [1],
      true,
    ],
  ])('are %s', async (_, concepts, documents, relaxed, isFound) => {
    const gathered = await gatheredWords(wordsOf(...concepts), carriedBy(documents));
    expect(gathered.relaxed).toEqual(relaxed);
    expect(gathered.query !== null).toBe(isFound);
  });
});
