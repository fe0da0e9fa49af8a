import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../api/platform/graphql/documents.ts';
import { DEFAULT_LIMITS, type Limits } from '../../../api/platform/graphql/limits.ts';
import { aServer, type TestServer } from './a-server.ts';

let at: TestServer;
afterEach(() => at.server.close());

interface Told {
  readonly status: number;
  readonly code: unknown;
  readonly limit: unknown;
  readonly message: string;
  readonly data: unknown;
}

async function ask(
  query: string,
  variables: object = {},
  method: 'GET' | 'POST' = 'POST',
  headers: object = {},
): Promise<Told> {
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const answer = await at.server.inject({
    method,
    url: method === 'GET' ? `/graphql?${parameters}` : '/graphql',
    headers: {
      'accept-language': 'en',
      'apollo-require-preflight': 'yes',
      'content-type': 'application/json',
      ...headers,
    },
    ...(method === 'POST' && { payload: JSON.stringify({ query, variables }) }),
  });
  const body = answer.json() as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string; limit?: number } }[];
  };
  const error = body.errors?.[0];
  return {
    status: answer.statusCode,
    code: error?.extensions.code,
    limit: error?.extensions.limit,
    message: error?.message ?? '',
    data: body.data,
  };
}

const PAGE =
  'query Page($first: Int) { books(first: $first) { edges { cursor node { id title words shelf price cameAt pages writer { id name born } } } pageInfo { endCursor } } }';

/** A limit, a value for it, a query that just keeps it and one that just breaks it. */
const cases: [string, Partial<Limits>, string, string, string][] = [
  ['depth', { depth: 3 }, '{ books { edges { cursor } } }', '{ books { edges { node { id } } } }', 'QUERY_TOO_DEEP'],
  [
    'depth through fragments',
    { depth: 3 },
    '{ books { ...E } } fragment E on BookConnection { edges { cursor } }',
    '{ books { ...E } } fragment E on BookConnection { edges { node { ...N } } } fragment N on Book { id }',
    'QUERY_TOO_DEEP',
  ],
  ['aliases', { aliases: 2 }, '{ a: echo b: echo }', '{ a: echo b: echo c: echo }', 'TOO_MANY_ALIASES'],
  [
    'aliases in fragments, wherever they are spread',
    { aliases: 3 },
    '{ a: books(first: 1) { ...F } } fragment F on BookConnection { x: edges { y: cursor } }',
    '{ a: books(first: 1) { ...F } b: books(first: 1) { ...F } } fragment F on BookConnection { x: edges { y: cursor } }',
    'TOO_MANY_ALIASES',
  ],
  [
    'directives',
    { directives: 1 },
    '{ echo @skip(if: false) __typename }',
    '{ echo @skip(if: false) __typename @skip(if: false) }',
    'TOO_MANY_DIRECTIVES',
  ],
  ['tokens', { tokens: 6 }, '{ echo __typename }', '{ a: echo b: echo }', 'TOO_MANY_TOKENS'],
  [
    'cost of a literal page',
    { cost: 42 },
    '{ books(first: 20) { edges { cursor } } }',
    '{ books(first: 21) { edges { cursor } } }',
    'QUERY_TOO_COSTLY',
  ],
  [
    'cost of a page left out, which is twenty',
    { cost: 40 },
    '{ books(first: 19) { edges { cursor } } }',
    '{ books { edges { cursor } } }',
    'QUERY_TOO_COSTLY',
  ],
];

describe('limits', () => {
  test.each(cases)(
    '%s: kept is answered, broken is refused with its name and value, by POST and by GET',
    async (_name, limit, kept, broken, code) => {
      at = await aServer({ limits: { ...DEFAULT_LIMITS, ...limit } });
      const [value] = Object.values(limit);
      for (const method of ['POST', 'GET'] as const) {
        expect(await ask(kept, {}, method)).toMatchObject({ status: 200, code: undefined });
        for (const _time of [1, 2, 3]) {
          const refused = await ask(broken, {}, method);
          expect(refused).toMatchObject({ status: 400, code, limit: value, data: undefined });
          expect(refused.message).toContain(String(value));
        }
      }
    },
  );

  test('a page in a variable costs what it asks for, also when the document was seen before', async () => {
    at = await aServer({ limits: { ...DEFAULT_LIMITS, cost: 400 } });
    for (const _time of [1, 2, 3]) {
      expect((await ask(PAGE, { first: 20 })).code).toBeUndefined();
      expect(await ask(PAGE, { first: 100 })).toMatchObject({ status: 400, code: 'QUERY_TOO_COSTLY', limit: 400 });
    }
  });

  test('the usual limits let a page of a hundred through', async () => {
    at = await aServer();
    expect(await ask(PAGE, { first: 100 })).toMatchObject({ status: 200, code: undefined });
  });

  test('a negative or huge page costs what the largest does, before the resolver refuses it', async () => {
    at = await aServer({ limits: { ...DEFAULT_LIMITS, cost: 400 } });
    for (const first of [-5, 2_000_000_000]) expect((await ask(PAGE, { first })).code).toBe('QUERY_TOO_COSTLY');
  });

  test('messages speak the language of the request', async () => {
    at = await aServer({ limits: { ...DEFAULT_LIMITS, depth: 1 } });
    const { message } = await ask('{ books { pageInfo { endCursor } } }', {}, 'POST', { 'accept-language': 'id' });
    expect(message).toBe('Kueri ini 3 tingkat dalamnya; batasnya 1.');
  });

  test('variables that nest without end are refused, used or not, and cost no fault', async () => {
    at = await aServer();
    const nested = (levels: number): object => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
    expect(await ask('{ echo }', nested(20))).toMatchObject({ status: 200, data: { echo: expect.anything() } });
    for (const levels of [21, 3000]) {
      for (const query of ['{ echo }', PAGE])
        expect(await ask(query, { first: 1, unused: nested(levels) })).toMatchObject({
          status: 400,
          code: 'VARIABLES_TOO_DEEP',
          limit: 20,
          message: 'The variables are more than 20 levels deep.',
        });
    }
  });

  test('introspection is open within the usual limits, and cannot go round in circles', async () => {
    at = await aServer();
    expect(await ask(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }))).toMatchObject({
      status: 200,
      code: undefined,
    });
    const round =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
    expect(await ask(round)).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    const deep = `{ __type(name: "Book") ${'{ ofType '.repeat(21)} { name } ${'}'.repeat(21)} }`;
    expect(await ask(deep)).toMatchObject({ status: 400, code: 'QUERY_TOO_DEEP', limit: 20 });
  });

  test('many introspections at once cost too much', async () => {
    at = await aServer();
    const many = `{ ${Array.from({ length: 11 }, (_, n) => `a${n}: __schema { types { name } }`).join(' ')} }`;
    expect(await ask(many)).toMatchObject({ status: 400, code: 'QUERY_TOO_COSTLY' });
  });

  test('fragments that double each other are counted out, not unfolded', async () => {
    at = await aServer();
    const fragments = Array.from(
      { length: 9 },
      (_, n) => `fragment F${n} on Trouble { softer { ...F${n + 1} } harder { ...F${n + 1} } many { ...F${n + 1} } }`,
    );
    const { code, message } = await ask(`{ trouble { ...F0 } } ${fragments.join(' ')} fragment F9 on Trouble { soft }`);
    expect(code).toBe('QUERY_TOO_COSTLY');
    expect(Number(/costs (\d+)/.exec(message)?.[1])).toBe(49_207);
  });

  test('queries cannot be registered by their hash', async () => {
    at = await aServer();
    const persistedQuery = { version: 1, sha256Hash: sha256('{ echo }') };
    const send = (payload: object) => at.server.inject({ method: 'POST', url: '/graphql', payload });
    for (const payload of [{ extensions: { persistedQuery } }, { query: '{ echo }', extensions: { persistedQuery } }]) {
      expect((await send(payload)).json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    }
  });

  test('documents made to be hard to check are refused before they are walked', async () => {
    at = await aServer();
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Trouble { softer { ...F${n + 1} } harder { ...F${n + 1} } }`,
    );
    const hard = {
      'fragments that double each other': `{ trouble { ...F0 } } ${fragments.join(' ')} fragment F40 on Trouble { soft }`,
      'a fragment that spreads itself':
        '{ trouble { ...A } } fragment A on Trouble { softer { ...B } } fragment B on Trouble { harder { ...A } }',
      'one field many times': `{ ${'trouble { softer { soft } } '.repeat(130)} }`,
      'many fields that might conflict': `{ ${'trouble { softer { soft hard } softer { soft hard } } '.repeat(60)} }`,
      'many directives': `{ echo ${'@skip(if: false) '.repeat(150)} }`,
      'many unknown directives': `{ echo ${'@a '.repeat(400)} }`,
    };
    for (const [name, query] of Object.entries(hard)) {
      const begun = performance.now();
      const told = await ask(query);
      // What doubles forty times would take years; a busy machine takes a second.
      expect({ name, ends: performance.now() - begun < 10_000 }).toEqual({ name, ends: true });
      expect([200, 400]).toContain(told.status);
    }
  });

  test('several operations in one request are refused', async () => {
    at = await aServer();
    const answer = await at.server.inject({
      method: 'POST',
      url: '/graphql',
      payload: [{ query: '{ echo }' }, { query: '{ echo }' }],
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('a body over the limit is refused with 413, naming it', async () => {
    at = await aServer();
    const payload = JSON.stringify({ query: '{ echo }', variables: { x: 'x'.repeat(10_000_000) } });
    const answer = await at.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      payload,
    });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({
      errors: [
        { message: 'The body is larger than 100000 bytes.', extensions: { code: 'BODY_TOO_LARGE', limit: 100_000 } },
      ],
    });
  });

  test('a body that is no JSON, or of another type, is a typed error', async () => {
    at = await aServer();
    const send = (payload: string, type: string) =>
      at.server.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': type }, payload });
    expect((await send('{"query":', 'application/json')).json()).toMatchObject({
      errors: [{ extensions: { code: 'MALFORMED' } }],
    });
    expect((await send('<a/>', 'text/xml')).statusCode).toBe(415);
    expect((await send('{"__proto__":{"query":"{ echo }"}}', 'application/json')).statusCode).toBe(400);
  });
});
