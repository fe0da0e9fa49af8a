import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { globalId, newKey, parseGlobalId } from '../../api/platform/keys.ts';

/** Stands in every bad text, so that it would be found in a log. */
export const MARK = 'rahasia-7f3a';

/** A value that does not belong where it is put. */
export interface BadValue {
  /** What is wrong with it. */
  readonly kind: string;
  readonly value: unknown;
  /** Path below the argument to which it goes: ['input', 'lines', '0']. */
  readonly path: readonly string[];
  /** Whether nobody may take it; others may be mended, kept as they are, or have a meaning. */
  readonly mustRefuse: boolean;
}

/** Values for an argument of this type, and for whatever lies in it. `right` is a value that would be taken. */
export function badValuesFor(type: GraphQLInputType, right: unknown, path: readonly string[]): BadValue[] {
  const inner = getNullableType(type);
  const missing = isNonNullType(type) ? [bad('null', null, path)] : [];
  if (isListType(inner)) return [...missing, ...badLists(inner.ofType, right, path)];
  if (isInputObjectType(inner)) return [...missing, ...badObjects(inner, right, path)];
  if (isEnumType(inner)) return [...missing, ...badEnums(inner, path)];
  return [...missing, ...badScalars(inner as GraphQLNamedInputType, right, path)];
}

function bad(kind: string, value: unknown, path: readonly string[], mustRefuse = true): BadValue {
  return { kind, value, path, mustRefuse };
}

function badLists(item: GraphQLInputType, right: unknown, path: readonly string[]): BadValue[] {
  const [one] = Array.isArray(right) ? right : [];
  return [
    bad('an empty list', [], path, false),
    bad('a list of null', [null], path),
    bad('a list in a list', [[[one ?? null]]], path),
    ...(one === undefined
      ? []
      : [
          bad(
            'a list of 2,000',
            Array.from({ length: 2000 }, () => one),
            path,
          ),
        ]),
    ...badValuesFor(item, one, [...path, '0']),
  ];
}

function badObjects(type: GraphQLInputObjectType, right: unknown, path: readonly string[]): BadValue[] {
  const given = (right ?? {}) as Record<string, unknown>;
  return [
    bad('a text for an object', MARK, path),
    bad('a list of two for an object', [given, given], path),
    bad('a field too many', { ...given, noSuchField: MARK }, path),
    bad('__proto__', JSON.parse('{"constructor": {"prototype": {"isAdmin": true}}}'), path),
    ...Object.values(type.getFields()).flatMap((field) =>
      badValuesFor(field.type, given[field.name], [...path, field.name]),
    ),
  ];
}

function badEnums(type: GraphQLEnumType, path: readonly string[]): BadValue[] {
  const [first] = type.getValues();
  return [
    bad('no value of the enum', 'NO_SUCH_VALUE', path),
    bad('another letter case', first?.name.toLowerCase(), path),
    bad('a number for an enum', 0, path),
  ];
}

function badScalars(type: GraphQLNamedInputType, right: unknown, path: readonly string[]): BadValue[] {
  const kinds = BY_SCALAR[type.name] ?? BY_SCALAR.String!;
  return kinds(right).map(([kind, value, mustRefuse]) => bad(kind, value, path, mustRefuse));
}

type Kinds = readonly (readonly [kind: string, value: unknown, mustRefuse: boolean])[];

const OF_ANOTHER_JSON_TYPE: Kinds = [
  ['an object', { [MARK]: 1 }, true],
  ['a list of two', [MARK, MARK], true],
];

/** Texts that break storage, pages or people's eyes. A text field may mend some of them; a database must not break on any. */
const TEXTS: Kinds = [
  ['a NUL', `${MARK}\u0000x`, false],
  ['half a surrogate pair', `${MARK}\ud800x`, false],
  ['the other half', `${MARK}\udc00`, false],
  ['nothing but control characters', '\u0000\u0001\u0008\u001b\u007f', false],
  ['the empty text', '', false],
  ['blanks', ' \t\n\u00a0\u3000', false],
  ['marks that turn text around, and accents without end', `\u202e${MARK}\u2066e${'\u0301'.repeat(300)}`, false],
  ['what means something to SQL', `${MARK}'";--/* $1 %s \\ %_`, false],
  ['what means something to pages', `</script><img src=x onerror="${MARK}">\r\nset-cookie: a=b {limit} \${x}`, false],
];

const WRONG_NUMBERS: Kinds = [
  ['a fraction', 1.5, true],
  ['2^53', 2 ** 53, true],
  ['1e20', 1e20, true],
  ['-1e20', -1e20, true],
  ['a text for a number', `1 ${MARK}`, true],
  ['true for a number', true, true],
  ...OF_ANOTHER_JSON_TYPE,
];

const BY_SCALAR: Readonly<Record<string, (right: unknown) => Kinds>> = {
  ID: (right) => [
    ['an id that nobody has', globalId(parseGlobalId(String(right))?.type ?? 'Order', newKey()), true],
    [
      "another type's id",
      globalId(parseGlobalId(String(right))?.type === 'Kelurahan' ? 'Cart' : 'Kelurahan', newKey()),
      true,
    ],
    ['the type of no row', globalId('NoSuchType', newKey()), true],
    ['an id whose key is no key', Buffer.from(`${parseGlobalId(String(right))?.type}:1`).toString('base64url'), true],
    ['a raw key', newKey(), true],
    ['garbage', `${MARK}!`, true],
    ['a number for an id', 1, true],
    ['a long text', 'A'.repeat(50_000), true],
    ['true for an id', true, true],
    ...TEXTS.map(([kind, value]) => [kind, value, true] as const),
    ...OF_ANOTHER_JSON_TYPE,
  ],
  String: () => [
    ['a number for a text', 1, true],
    ['true for a text', true, true],
    ['a long text', `${MARK}${'panjang '.repeat(6000)}`, true],
    ['a long word', `${MARK}${'a'.repeat(50_000)}`, true],
    ...TEXTS,
    ...OF_ANOTHER_JSON_TYPE,
  ],
  URL: () => [
    ['a script', `javascript:alert('${MARK}')`, true],
    ['an address with a NUL', `https://contoh.example/${MARK}\u0000`, true],
    ['data', `data:text/html,${MARK}`, true],
    ['a long address', `https://contoh.example/${'a'.repeat(50_000)}`, true],
    ['a number for an address', 1, true],
    ...TEXTS,
    ...OF_ANOTHER_JSON_TYPE,
  ],
  DateTime: () => [
    ['no date', MARK, true],
    ['a day without an hour', '2026-11-24', true],
    ['the 32nd', '2026-11-32T00:00:00Z', true],
    ['a number for an instant', 1_764_000_000, true],
    ['the first year', '0000-01-01T00:00:00Z', false],
    ['the last year', '9999-12-31T23:59:59.999999999+14:00', false],
    ...TEXTS.map(([kind, value]) => [kind, value, true] as const),
    ...OF_ANOTHER_JSON_TYPE,
  ],
  Int: () => [
    ['-1', -1, false],
    ['0', 0, false],
    ['2^31 - 1', 2 ** 31 - 1, false],
    ['-2^31', -(2 ** 31), false],
    ['2^31', 2 ** 31, true],
    ...WRONG_NUMBERS,
  ],
  Rupiah: () => [
    ['-1', -1, false],
    ['0', 0, false],
    ['9 x 10^15', 9e15, false],
    ['-9 x 10^15', -9e15, false],
    ...WRONG_NUMBERS,
  ],
  Float: () => [
    ['1e308', 1e308, true],
    ['-1e308', -1e308, true],
    ['181', 181, true],
    ['a hair', 5e-324, false],
    ['a text for a number', `1 ${MARK}`, true],
    ['true for a number', true, true],
    ...OF_ANOTHER_JSON_TYPE,
  ],
  Boolean: () => [
    ['a text for a truth value', 'true', true],
    ['a number for a truth value', 1, true],
    ...OF_ANOTHER_JSON_TYPE,
  ],
};
