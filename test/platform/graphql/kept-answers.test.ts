import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../api/platform/graphql/documents.ts';
import { vouchingFor } from '../../../api/platform/graphql/same-while.ts';
import { aContext, aServer, type TestServer } from './a-server.ts';
import { librarySchema, news } from './library-schema.ts';

const NEWS = 'query News($how: String) { news(how: $how) { id title writer { name } } }';

let library: TestServer;
beforeAll(async () => {
  library = await aServer({ trustedDocuments: new Map([[sha256(NEWS), NEWS]]) });
});
afterAll(() => library.server.close());
beforeEach(() => {
  news.state = `state ${Math.random()}`;
  Object.assign(news, { change: 0, touching: [], made: 0, given: 0, whileMaking: async () => {} });
});

async function ask(variables: object = {}, headers: Record<string, string> = {}): Promise<string> {
  const { body } = await library.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'x-client': 'test', accept: 'application/graphql-response+json', ...headers },
    payload: { documentId: sha256(NEWS), variables },
  });
  return body;
}

describe('an answer', () => {
  test('is kept while its state is the same, for whoever asks, and made anew after a change', async () => {
    const first = await ask();
    expect(await ask({}, { 'x-account': 'yes' })).toBe(first);
    expect(news.made).toBe(1);
    news.state = 'another';
    expect(await ask()).toContain(', another');
    expect(news.made).toBe(2);
  });

  test('outlives changes that do not touch it, however many, and ends with the first that does', async () => {
    const first = await ask();
    for (news.change = 1; news.change < 5; news.change += 1) expect(await ask()).toBe(first);
    news.touching = [7];
    news.change = 6;
    await ask();
    expect(news.made).toBe(1);
    news.change = 8;
    await ask();
    expect(news.made).toBe(2);
  });

  test('is touched by every change when nothing tells of which, or not for all that it is made of', async () => {
    await ask({ how: 'any change' });
    news.change = 1;
    await ask({ how: 'any change' });
    expect(news.made).toBe(2);
    const both = `{ news { title } other: news(how: "any change") { title } }`;
    const payload = { query: both };
    const twice = () =>
      library.server.inject({ method: 'POST', url: '/graphql', headers: { 'x-client': 'test' }, payload });
    await twice();
    news.change = 2;
    await twice();
    expect(news.made).toBe(6);
  });

  test('that a change touched while it was made is looked at once more', async () => {
    news.touching = [1];
    news.whileMaking = async () => {
      news.change = 1;
    };
    await ask();
    news.whileMaking = async () => {};
    await ask();
    expect(news.made).toBe(2);
  });

  test('is another one for other variables and in another language', async () => {
    await ask();
    await ask({ how: 'other' });
    await ask({}, { 'accept-language': 'id' });
    await ask({}, { 'accept-language': 'en' });
    expect(news.made).toBe(3);
  });

  test('goes out the same way over GET, with its ETag', async () => {
    await ask();
    const url = `/graphql?documentId=${sha256(NEWS)}`;
    const headers = { 'x-client': 'test', accept: 'application/graphql-response+json' };
    const { statusCode, body } = await library.server.inject({ method: 'GET', url, headers });
    expect([statusCode, body, news.made]).toEqual([200, await ask(), 1]);
  });

  test('that is asked for by many at once is made by one of them', async () => {
    news.whileMaking = () => new Promise((resolve) => setTimeout(resolve, 50));
    const bodies = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(new Set(bodies).size).toBe(1);
    expect(news).toMatchObject({ made: 1, given: 20 });
  });

  test('that was made while its state changed is not given to those who ask later', async () => {
    news.whileMaking = async () => {
      news.state = 'changed meanwhile';
    };
    await ask();
    news.whileMaking = async () => {};
    await ask();
    expect(news.made).toBe(2);
  });

  test.each(['passing', 'loading', 'failing'])(
    'that is %s is not kept, and those who waited make their own',
    async (how) => {
      news.whileMaking = () => new Promise((resolve) => setTimeout(resolve, 20));
      await Promise.all([ask({ how }), ask({ how })]);
      await ask({ how });
      expect(news.made).toBe(3);
    },
  );

  test('that is makeshift is given again while that cannot be helped, and not a moment longer', async () => {
    news.isMakeshift = true;
    for (let times = 0; times < 2; times += 1) await ask({ how: 'makeshift' });
    expect(news.made).toBe(1);
    news.isMakeshift = false;
    for (let times = 0; times < 2; times += 1) await ask({ how: 'makeshift' });
    expect(news.made).toBe(3);
  });

  test('to a question that is very long is not kept: it would fill the memory', async () => {
    const how = ' '.repeat(30_000);
    for (let times = 0; times < 2; times += 1) await ask({ how });
    expect(news.made).toBe(2);
  });

  test('that is kept does what is to be done for each, once for each', async () => {
    for (let times = 0; times < 4; times += 1) await ask();
    expect(news).toMatchObject({ made: 1, given: 4 });
  });

  test('of a page of our own is kept too', async () => {
    const { executor } = library;
    const one = await executor.executeTrusted(NEWS, {}, aContext());
    expect(await executor.executeTrusted(NEWS, {}, aContext())).toEqual(one);
    expect(news.made).toBe(1);
  });
});

describe('the states that vouch for a document', () => {
  const vouched = (query: string, variables: Record<string, unknown> = {}): number | null => {
    const document = parse(query);
    const operation = getOperationAST(document);
    const vouching = operation && vouchingFor(librarySchema(), document, operation);
    return vouching?.(variables)?.length ?? null;
  };

  test('are those of its root queries, if all have one', () => {
    expect(vouched('{ news { title } }')).toBe(1);
    expect(vouched('{ __typename one: news { title } two: news { id } }')).toBe(2);
    expect(vouched('{ books { edges { cursor } } }')).toBeNull();
    expect(vouched('{ news { title } echo }')).toBeNull();
    expect(vouched('query Q { ...F } fragment F on Query { news { title } }')).toBeNull();
  });

  test('are only those of the queries that are asked for', () => {
    const query = 'query ($e: Boolean!) { news { title } echo @include(if: $e) other: echo @skip(if: true) }';
    expect(vouched(query, { e: false })).toBe(1);
    expect(vouched(query, { e: true })).toBeNull();
    expect(vouched('query ($e: Boolean!) { news @skip(if: $e) { title } }', { e: true })).toBeNull();
  });

  test('are none when a resolver may look elsewhere, also in a fragment', () => {
    expect(vouched('{ news { greeting } }')).toBeNull();
    expect(vouched('query Q { news { ...G } } fragment G on Book { greeting }')).toBeNull();
    expect(
      vouched('query Q { news { ...G } } fragment G on Book { title ...H } fragment H on Book { greeting }'),
    ).toBeNull();
    expect(vouched('query Q { news { ...G writer { name } } } fragment G on Book { __typename title }')).toBe(1);
  });
});
