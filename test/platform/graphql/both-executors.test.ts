import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../api/platform/graphql/limits.ts';
import { aServer, type TestServer } from './a-server.ts';
import { ran } from './library-schema.ts';

interface Sent {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
  readonly signedIn?: boolean;
  readonly accept?: string;
  readonly language?: string;
}

const FEW = 'query Few($first: Int) { books(first: $first) { edges { node { title } } } }';
const ECHO = 'query Echo($wish: Wish, $n: Int, $must: Int = 4) { echo(wish: $wish, number: $n, must: $must) }';

/** What programs answer once it was seen twice, by what it is about. */
const compiled: Record<string, Sent> = {
  'twenty books with their writers': {
    query:
      '{ books { edges { cursor node { __typename id title words shelf price cameAt pages writer { id name born } } } pageInfo { hasNextPage endCursor } } }',
  },
  'a variable': { query: FEW, variables: { first: 2 } },
  'a variable left out': { query: FEW },
  'a variable that is null': { query: FEW, variables: { first: null } },
  'a page that is refused with a code': { query: FEW, variables: { first: 1000 } },
  'two operations and a name': { query: 'query A { echo } query B { b: echo }', operationName: 'B' },
  'aliases and fragments': {
    query:
      'fragment F on Book { title ...G } fragment G on Book { writer { name } } { one: books(first: 1) { edges { node { ...F } } } two: books(first: 2) { edges { node { ...F ...G } } } }',
  },
  'an alias that JavaScript knows': {
    query: '{ constructor: echo toString: books(first: 1) { hasOwnProperty: edges { function: cursor } } }',
  },
  'a skipped field': {
    query:
      'query ($s: Boolean!) { echo @skip(if: $s) books(first: 1) { edges @include(if: $s) { cursor } pageInfo @skip(if: true) { endCursor } } }',
    variables: { s: true },
  },
  'an included field': {
    query:
      'query ($s: Boolean!) { echo @skip(if: $s) books(first: 1) { edges @include(if: $s) { cursor } pageInfo @skip(if: true) { endCursor } } }',
    variables: { s: false },
  },
  'one fragment under two conditions': {
    query:
      'query ($s: Boolean!) { a: books(first: 1) { ...C @include(if: $s) } b: books(first: 1) { ...C @skip(if: $s) } } fragment C on BookConnection { edges { cursor } }',
    variables: { s: true },
  },
  'a condition by default': { query: 'query ($s: Boolean = true) { echo @skip(if: $s) __typename }' },
  'an interface': { query: '{ thing(id: "chair") { __typename id ... on Chair { legs } ... on Book { title } } }' },
  'an interface that is another type': {
    query: '{ thing(id: "book-3") { __typename id ... on Chair { legs } ... on Book { title writer { name } } } }',
  },
  'an interface that is null': { query: '{ thing(id: "none") { id } }' },
  'a union': { query: '{ finds { __typename ... on Thing { id } ... on Book { title } ... on Chair { legs } } }' },
  'a getter that throws': { query: '{ thing(id: "chair") { ... on Chair { legs wobble } } }' },
  'an SQL fault': { query: '{ fail(how: "sql") echo }' },
  'an SQL fault where nothing may be missing': { query: '{ failHard }' },
  'a DomainError that leaks': { query: '{ fail(how: "domain") }' },
  'a known error': { query: '{ fail(how: "known") }' },
  'a known error in Indonesian': { query: '{ fail(how: "sql") }', language: 'id' },
  'a GraphQLError without a code': { query: '{ fail(how: "codeless") }' },
  'an error of another library with a code': { query: '{ fail(how: "coded") }' },
  'an error that wants a status': { query: '{ fail(how: "status") }' },
  'no access': { query: '{ secret echo }' },
  'no access, signed in': { query: '{ secret echo }', signedIn: true },
  'an object for a variable': {
    query: ECHO,
    variables: { wish: { words: 'x', years: 5, since: '2026-01-02T03:04:05+07:00', orElse: {} }, n: 0 },
  },
  literals: {
    query:
      '{ echo(wish: { words: "a \\" b", shelf: HIGH, years: [1, 2], since: "2026-01-02T03:04:05Z" }, number: 1, price: 9000000000000000, list: "one", big: 1e3) }',
  },
  'a literal null': { query: '{ echo(wish: null, number: null) }' },
  'a variable within a literal': {
    query: 'query ($w: String, $y: Int!) { echo(wish: { words: $w, years: [1, $y] }) }',
    variables: { w: 'in', y: 2 },
  },
  'a variable within a literal, left out': {
    query:
      'query ($w: String, $s: Shelf, $y: [Int!]) { echo(wish: { words: $w, shelf: $s, years: $y, orElse: { words: $w } }) }',
  },
  'a default that is an instant': { query: 'query ($at: DateTime = "2026-01-02T03:04:05Z") { echo(at: $at) }' },
  'a literal instant': { query: '{ echo(at: "2026-01-02T03:04:05Z") }' },
  'a literal that a compiler could take for code': {
    query:
      '{ echo(list: ["__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0),(globalThis.broken=1"]) fail(how: "`$" ) }',
  },
  'one of two': { query: 'query ($one: ByOne!) { by(one: $one) }', variables: { one: { title: 'x' } } },
  'one of two by a variable that may be null': {
    query: 'query ($t: String) { by(one: { title: $t }) }',
    variables: { t: 'x' },
  },
  'a field resolver': { query: '{ books(first: 3) { edges { node { greeting a: greeting(to: "you") } } } }' },
  'the name of the root': { query: '{ __typename }' },
  'the media type of the specification': { query: '{ fail(how: "sql") }', accept: 'application/graphql-response+json' },
  'either media type': { query: '{ echo }', accept: 'application/graphql-response+json, application/json;q=0.9' },
  extensions: { query: '{ echo }', extensions: { a: 1 } },
};

/** What graphql-js answers: refused before it runs, or gone wrong in a way that it alone tells precisely. */
const byGraphqlJs: Record<string, Sent> = {
  'an SQL fault that takes other fields with it': { query: '{ echo failHard }' },
  'a variable of another type': { query: FEW, variables: { first: 'two' } },
  'a variable beyond 32 bits': { query: FEW, variables: { first: 3_000_000_000 } },
  'a required variable that is missing': { query: 'query ($id: ID!) { thing(id: $id) { id } }' },
  'variables that are no object': { query: FEW, variables: [1] },
  'an unknown operationName': { query: FEW, operationName: 'Many' },
  'an operationName that is no text': { query: FEW, operationName: 5 },
  'two operations and no name': { query: 'query A { echo } query B { b: echo }' },
  'a syntax error': { query: '{ books { ' },
  'an unknown field': { query: '{ books { edges { node { titel } } } }' },
  'an unknown argument': { query: '{ echo(numbr: 3) }' },
  'an empty query': { query: '' },
  'an alias with a bar in it': { query: '{ a_b: echo a: books(first: 1) { b: edges { cursor } } }' },
  'a type name under an alias that names a prototype': {
    query: '{ __proto__: __typename books(first: 1) { __proto__: __typename } }',
  },
  'an alias that names a prototype': { query: '{ __proto__: echo books(first: 1) { __proto__: edges { cursor } } }' },
  'a condition that is null': { query: 'query ($s: Boolean = true) { echo @skip(if: $s) }', variables: { s: null } },
  'a plain value that throws when it is read, after a wait': { query: '{ cursed { id title } }' },
  'an unresolved type': { query: '{ thing(id: "ghost") { id } }' },
  'a type that is not there': { query: '{ thing(id: "nameless") { id } }' },
  'a thrown text': { query: '{ fail(how: "text") }' },
  'a thrown nothing': { query: '{ fail(how: "nothing") }' },
  'several errors': { query: '{ a: fail(how: "sql") b: fail(how: "known") c: fail(how: "none") failHard }' },
  'errors at places that may be null': {
    query: '{ a: fail(how: "sql") b: fail(how: "known") c: fail(how: "fine") lateItems }',
  },
  'a broken item at the head of a list': { query: '{ brokenItem }' },
  'null where nothing may be missing': { query: '{ trouble { soft perhaps { hard } } echo }' },
  'null that bubbles to the top': { query: '{ echo realTrouble { hard } }' },
  'null in a nested list': { query: '{ trouble { softer { harder { many { hard } perhaps { hard soft } } } } }' },
  'a leaf of another type': { query: '{ wrongLeaf echo }' },
  'money that is none': { query: '{ wrongMoney }' },
  'a value that its scalar cannot show': { query: '{ unshown echo }' },
  'a list that is none': { query: '{ wrongList }' },
  'an object with a field too many': { query: ECHO, variables: { wish: { word: 'x' } } },
  'null against a default': { query: ECHO, variables: { n: null, must: null } },
  'both of two': { query: 'query ($one: ByOne!) { by(one: $one) }', variables: { one: { title: 'x', id: '1' } } },
  'none of two': { query: 'query ($one: ByOne!) { by(one: $one) }', variables: { one: {} } },
  'null of two': { query: 'query ($one: ByOne!) { by(one: $one) }', variables: { one: { title: null } } },
  'both of two, literally': { query: '{ by(one: { title: "x", id: "1" }) }' },
  introspection: { query: getIntrospectionQuery() },
  'one type': { query: '{ __type(name: "Book") { name fields { name } } echo }' },
  'mutations in their order': { query: 'mutation { a: run(name: "one") b: run(name: "bad") c: run(name: "two") }' },
  'a mutation that throws no error': { query: 'mutation { a: run(name: "text") b: run(name: "two") }' },
  'a subscription as a query': { query: 'subscription { ticks }' },
  'too deep': {
    query:
      '{ trouble { softer { softer { softer { softer { softer { softer { softer { softer { softer { softer { softer { softer { soft } } } } } } } } } } } } } }',
  },
  'too costly': {
    query: `{ ${['a', 'b', 'c', 'd', 'e', 'f'].map((alias) => `${alias}: books(first: 100) { edges { node { id title words writer { id name born } } } }`).join(' ')} }`,
  },
  'bad variables in the media type of the specification': {
    query: FEW,
    variables: { first: 'x' },
    accept: 'application/graphql-response+json',
  },
  'no media type of ours': { query: '{ echo }', accept: 'image/png' },
  'extensions that are no object': { query: '{ echo }', extensions: 'a' },
  'a persisted query of another kind': {
    query: '{ echo }',
    extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } },
  },
};

let quick: TestServer;
let plain: TestServer;
beforeAll(async () => {
  quick = await aServer({ limits: { ...DEFAULT_LIMITS, compiledASecond: 1000 } });
  plain = await aServer({ compiled: false });
});
afterAll(() => Promise.all([quick.server.close(), plain.server.close()]));
beforeEach(() => {
  ran.length = 0;
});

async function ask({ server }: TestServer, { signedIn, accept, language = 'en', ...body }: Sent) {
  const headers = {
    'content-type': 'application/json',
    'x-request-id': 'the-same-request',
    'accept-language': language,
    ...(accept && { accept }),
    ...(signedIn && { 'x-account': 'yes' }),
  };
  const answer = await server.inject({ method: 'POST', url: '/graphql', headers, payload: JSON.stringify(body) });
  const order = [...ran];
  ran.length = 0;
  const type = answer.headers['content-type'];
  return {
    status: answer.statusCode,
    type,
    retry: answer.headers['retry-after'],
    cache: answer.headers['cache-control'],
    body: answer.json(),
    text: answer.body,
    order,
  };
}

/** How many answers came straight from a program. */
async function runsOfPrograms({ server } = quick): Promise<number> {
  const { values } = await server.metrics.getSingleMetric('graphql_operation_seconds')!.get();
  const counts = values.filter(
    (value) => 'metricName' in value && value.metricName === 'graphql_operation_seconds_count',
  );
  return counts.find(({ labels }) => labels.road === 'compiled')?.value ?? 0;
}

describe('compiled execution answers as graphql-js does', () => {
  test.each(Object.entries({ ...compiled, ...byGraphqlJs }))('%s', async (name, sent) => {
    const before = await runsOfPrograms();
    const expected = await ask(plain, sent);
    // First seen, compiled on second sight, and then straight from its program.
    for (let time = 1; time <= 4; time += 1) {
      const lines = quick.logged().length;
      expect({ time, ...(await ask(quick, sent)) }).toEqual({ time, ...expected });
      const noted = expected.text.match(/"code":"INTERNAL"/g)?.length ?? 0;
      expect(quick.logged().length - lines).toBe(noted);
    }
    expect(expected.text).not.toMatch(/insert into|account|select |at .*\.ts|LEAK|OUT_OF_STOCK/);
    expect(globalThis).not.toHaveProperty('broken');
    const runs = (await runsOfPrograms()) - before;
    expect(name in byGraphqlJs ? runs === 0 : runs >= 2).toBe(true);
  });

  test('what a program cannot tell runs once more, by graphql-js, and no more', async () => {
    for (let time = 1; time <= 4; time += 1) {
      const { body, order } = await ask(quick, { query: '{ odd }' });
      expect(body).toMatchObject({ data: { odd: null }, errors: [{ extensions: { code: 'INTERNAL' } }] });
      expect(order.length).toBeLessThanOrEqual(2);
    }
  });

  test('a subscription is refused where there is no stream for it', async () => {
    const { status, body } = await ask(quick, { query: 'subscription { ticks }' });
    expect([status, body.errors[0].extensions.code]).toEqual([406, 'BAD_REQUEST']);
  });

  test('a stranger’s document is compiled on second sight, a bounded number of them in a second', async () => {
    const frugal = await aServer({ limits: { ...DEFAULT_LIMITS, compiledASecond: 0 } });
    const runs: number[] = [];
    for (let time = 1; time <= 3; time += 1) {
      const before = await runsOfPrograms();
      await ask(quick, { query: 'query New { echo }' });
      runs.push((await runsOfPrograms()) - before);
      await ask(frugal, { query: 'query New { echo }' });
    }
    expect(runs).toEqual([0, 0, 1]);
    expect(await runsOfPrograms(frugal)).toBe(0);
    await frugal.server.close();
  });
});
