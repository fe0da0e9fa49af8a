import formBodies from '@fastify/formbody';
import { GraphQLError } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../api/platform/graphql/documents.ts';
import { aContext, aServer, type TestServer } from './a-server.ts';
import { ran } from './library-schema.ts';

const SHARED = 'query Shared($first: Int) { books(first: $first) { edges { node { title } } } }';
const MIXED = 'query Mixed { books(first: 1) { edges { cursor } } echo }';
const FAILING = 'query Failing($first: Int) { books(first: $first) { edges { node { wrong: writer { name } } } } }';
const RUN = 'mutation Run { run(name: "trusted") }';
const FAULT = 'query Fault { fail(how: "sql") echo }';
const NULLED = 'query Nulled($year: Int = 3) { echo(wish: { years: [$year] }) }';
const texts = [SHARED, MIXED, FAILING, RUN, FAULT, NULLED];
const trustedDocuments = new Map(texts.map((text, at) => [`${at % 2 ? 'sha256:' : ''}${sha256(text)}`, text]));

let at: TestServer;
afterEach(() => at.server.close());

const post = (payload: object, headers: Record<string, string> = {}) =>
  at.server.inject({ method: 'POST', url: '/graphql', payload, headers });
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  at.server.inject({ method: 'GET', url: `/graphql?${new URLSearchParams(parameters)}`, headers });

describe('trusted documents', () => {
  test('the id stands for the text, with its prefix or without, by POST and by GET', async () => {
    at = await aServer({ trustedDocuments });
    const expected = (await post({ query: SHARED, variables: { first: 1 } })).body;
    expect(expected).toContain('rahasia');
    for (const documentId of [sha256(SHARED), `sha256:${sha256(SHARED)}`]) {
      expect((await post({ documentId, variables: { first: 1 } })).body).toBe(expected);
      expect((await get({ documentId, variables: '{"first":1}' })).body).toBe(expected);
    }
  });

  test('an unknown id, and an id beside a text, are typed errors', async () => {
    at = await aServer({ trustedDocuments });
    const unknown = await post({ documentId: 'e'.repeat(64) });
    expect([unknown.statusCode, unknown.json().errors[0].extensions.code]).toEqual([
      404,
      'PERSISTED_DOCUMENT_NOT_FOUND',
    ]);
    const both = await post({ documentId: sha256(SHARED), query: '{ echo }' });
    expect([both.statusCode, both.json().errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect((await post({ documentId: 5 })).statusCode).toBe(400);
  });

  test('a caller who must send trusted documents may send their text as well, and nothing else', async () => {
    at = await aServer({ trustedDocuments, requireTrusted: (request) => request.headers['x-widget'] !== undefined });
    const widget = { 'x-widget': 'yes' };
    const refused = await post({ query: '{ echo }' }, widget);
    expect([refused.statusCode, refused.json().errors[0].extensions.code]).toEqual([403, 'TRUSTED_DOCUMENTS_ONLY']);
    expect((await post({ query: '{ echo }' })).statusCode).toBe(200);
    await post({ query: '{ echo }' }); // known by now, yet not trusted
    expect((await post({ query: '{ echo }' }, widget)).statusCode).toBe(403);
    expect((await get({ query: '{ echo }' }, { ...widget, 'apollo-require-preflight': 'x' })).statusCode).toBe(403);
    expect((await post({ query: SHARED }, widget)).statusCode).toBe(200);
    expect((await post({ documentId: sha256(SHARED) }, widget)).statusCode).toBe(200);
  });

  test('a shared query over GET needs no preflight and may be kept, with an ETag that spares the body', async () => {
    at = await aServer({ trustedDocuments });
    for (const _time of [1, 2]) {
      const answer = await get({ documentId: sha256(SHARED) });
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'public, max-age=60']);
      expect(answer.headers.vary).toMatch(/Accept, Accept-Language, Cookie, Authorization/);
      const again = await get({ documentId: sha256(SHARED) }, { 'if-none-match': `"other", W/${answer.headers.etag}` });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', answer.headers.etag]);
      expect((await get({ documentId: sha256(SHARED), variables: '{"first":2}' })).headers.etag).not.toBe(
        answer.headers.etag,
      );
    }
  });

  test('nothing else may be kept: with cookie or token, with errors, with a field that is not shared, by POST, untrusted', async () => {
    at = await aServer({ trustedDocuments });
    const documentId = sha256(SHARED);
    const answers = [
      await get({ documentId }, { cookie: 'a=b' }),
      await get({ documentId }, { authorization: 'Bearer x' }),
      await get({ documentId }, { 'x-cart-token': 'x' }),
      await get({ documentId, variables: '{"first":1000}' }),
      await get({ documentId: sha256(MIXED) }),
      await get({ query: SHARED }, { 'apollo-require-preflight': 'x' }),
      await post({ documentId }),
    ];
    for (const answer of answers) {
      expect([answer.statusCode, answer.headers['cache-control'], answer.headers.etag]).toEqual([
        200,
        'no-store',
        undefined,
      ]);
    }
  });

  test('GET never runs a mutation, trusted or not, and nothing runs without a preflight', async () => {
    at = await aServer({ trustedDocuments });
    ran.length = 0;
    await at.server.register(formBodies);
    const trusted = await get({ documentId: sha256(RUN) });
    expect([trusted.statusCode, trusted.headers.allow]).toEqual([405, 'POST']);
    expect((await get({ query: RUN }, { 'apollo-require-preflight': 'x' })).statusCode).toBe(405);
    expect((await get({ query: '{ echo }' })).statusCode).toBe(400);
    const form = { 'content-type': 'text/plain' };
    const hash = sha256(MIXED);
    for (const payload of [`documentId=${hash}`, `query=${encodeURIComponent(MIXED)}`]) {
      const asForm = await at.server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
      expect([asForm.statusCode, asForm.json().errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    }
    const forged = await at.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: form,
      payload: JSON.stringify({ documentId: sha256(RUN) }),
    });
    expect(forged.statusCode).toBe(400);
    expect(ran).toEqual([]);
  });

  test('other methods are told which there are', async () => {
    at = await aServer();
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await at.server.inject({ method, url: '/graphql' });
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, POST']);
    }
  });

  test('a document with another hash stops the start; one that does not fit the schema is never executed', async () => {
    at = await aServer({ trustedDocuments: new Map([[sha256('{ nothing }'), '{ nothing }']]) });
    await expect(aServer({ trustedDocuments: new Map([['a'.repeat(64), SHARED]]) })).rejects.toThrow(/another hash/);
    await expect(at.executor.executeTrusted('{ nothing }', {}, aContext())).rejects.toThrow(/nothing/);
    const answer = await get({ documentId: sha256('{ nothing }') });
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(answer.body).not.toContain('nothing');
  });

  test('pages execute them inside, masked and in their language', async () => {
    at = await aServer({ trustedDocuments });
    const { executor } = at;
    const shared = await executor.executeTrusted<{ books: { edges: object[] } }>(
      sha256(SHARED),
      { first: 3 },
      aContext(),
    );
    expect(shared.data?.books.edges).toHaveLength(3);
    const fault = await executor.executeTrusted(FAULT, {}, aContext({ language: 'id' }));
    expect(fault).toMatchObject({
      data: { fail: null },
      errors: [{ message: 'Ada yang rusak di pihak kami. Sudah dicatat.', extensions: { code: 'INTERNAL' } }],
    });
    expect((await executor.executeTrusted(SHARED, { first: 'x' }, aContext())).errors).toHaveLength(1);
    const nulled = await executor.executeTrusted(NULLED, { year: null }, aContext());
    expect(nulled).toMatchObject({ data: null, errors: [{ path: ['echo'], extensions: { code: 'BAD_USER_INPUT' } }] });
    await expect(executor.executeTrusted('{ echo }', {}, aContext())).rejects.toThrow('Not a trusted document');
  });

  test('a context that cannot be made is a masked fault on every road, or the error it wants to be', async () => {
    const contextFor = async (request: { headers: object }) => {
      if ('x-expired' in request.headers)
        throw new GraphQLError('Sign in again.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
      throw new Error('select * from device');
    };
    at = await aServer({ trustedDocuments, contextFor });
    const roads = [{ query: '{ echo }' }, { documentId: sha256(SHARED) }, { documentId: sha256(SHARED) }];
    for (const payload of roads) {
      const before = at.logged().length;
      const fault = await post(payload, { 'accept-language': 'en' });
      expect([fault.statusCode, fault.json().errors[0].message]).toEqual([
        500,
        'Something broke on our side. It was noted.',
      ]);
      expect(fault.body).not.toContain('select');
      expect(at.logged().length - before).toBe(1);
      const expired = await post(payload, { 'x-expired': 'yes' });
      expect([expired.statusCode, expired.json().errors[0]]).toEqual([
        401,
        expect.objectContaining({ message: 'Sign in again.' }),
      ]);
    }
    const stream = await post({ query: '{ echo }' }, { accept: 'text/event-stream' });
    expect([stream.statusCode, stream.json().errors[0].extensions.code]).toEqual([500, 'INTERNAL']);
  });
});
