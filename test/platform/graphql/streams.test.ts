import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../api/platform/graphql/documents.ts';
import { DEFAULT_LIMITS } from '../../../api/platform/graphql/limits.ts';
import { Subscriber } from '../../../api/platform/graphql/live-subscriber.ts';
import type { GraphqlOptions } from '../../../api/platform/graphql/server.ts';
import { aServer, type TestServer } from './a-server.ts';
import { tickSource } from './library-schema.ts';

let at: TestServer;
let url = '';
let source: Subscriber<number>;
let sources = 0;

async function listen(options: Partial<GraphqlOptions> = {}): Promise<void> {
  at = await aServer(options);
  url = `${await at.server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  sources = 0;
  tickSource.make = () => {
    sources += 1;
    source = new Subscriber<number>(
      () => true,
      -1,
      () => {
        sources -= 1;
      },
    );
    return source;
  };
}
afterEach(() => at.server.close());

interface Opened {
  readonly status: number;
  readonly type: string | null;
  /** The next event that says something; null when the stream has ended. */
  next(): Promise<{ event: string; data: unknown } | null>;
  json(): Promise<{ errors: { message: string; extensions: Record<string, unknown> }[] }>;
  leave(): void;
}

async function open(body: object, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Opened> {
  const leaving = new AbortController();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
    signal: leaving.signal,
    ...init,
  });
  return reading(answer, leaving);
}

async function openByGet(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Opened> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}?${new URLSearchParams(parameters)}`, {
    headers: { accept: 'text/event-stream', 'accept-language': 'en', ...headers },
    signal: leaving.signal,
  });
  return reading(answer, leaving);
}

function reading(answer: Response, leaving: AbortController): Opened {
  const reader = answer.headers.get('content-type')?.startsWith('text/event-stream')
    ? answer.body?.getReader()
    : undefined;
  const decoder = new TextDecoder();
  let text = '';
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const event = /^event: (.*)$/m.exec(block)?.[1];
          if (event === undefined) continue; // a heartbeat
          const data = /^data: (.*)$/m.exec(block)?.[1];
          return { event, data: data === undefined ? null : JSON.parse(data) };
        }
        const { value, done } = await reader!.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
      }
    },
    json: async () => (await answer.json()) as { errors: { message: string; extensions: Record<string, unknown> }[] },
    leave: () => leaving.abort(),
  };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > 5000) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const TICKS = 'subscription Ticks { ticks }';

describe('subscriptions over server-sent events', () => {
  test('each event is told to its reader, faults masked, and the stream ends with its source', async () => {
    await listen();
    const stream = await open({ query: TICKS });
    expect([stream.status, stream.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await until(() => sources === 1);
    source.offer(1);
    expect(await stream.next()).toEqual({ event: 'next', data: { data: { ticks: 1 } } });
    source.offer(13);
    const fault = await stream.next();
    expect(fault).toMatchObject({
      event: 'next',
      data: { errors: [{ message: 'Something broke on our side. It was noted.', extensions: { code: 'INTERNAL' } }] },
    });
    expect(JSON.stringify(fault)).not.toContain('insert');
    const noted = at.logged().filter(({ level }) => level === 50);
    expect(noted).toHaveLength(1);
    expect(JSON.stringify(noted)).not.toMatch(/6281200000001|insert into/);
    source.end();
    expect(await stream.next()).toEqual({ event: 'complete', data: null });
    expect(await stream.next()).toBeNull();
    expect(sources).toBe(0);
  });

  test('nothing loaded for one event is kept for the next', async () => {
    await listen();
    const stream = await open({ query: 'subscription { loaded }' });
    await until(() => sources === 1);
    for (const _event of [1, 2]) {
      source.offer(1);
      expect(await stream.next()).toMatchObject({ data: { data: { loaded: 0 } } });
    }
  });

  test('a source that breaks is a masked last event', async () => {
    await listen();
    tickSource.make = async function* () {
      yield 1;
      throw new Error('select * from secrets');
    };
    const stream = await open({ query: TICKS });
    expect(await stream.next()).toMatchObject({ data: { data: { ticks: 1 } } });
    expect(await stream.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'INTERNAL' } }] } });
    expect(await stream.next()).toEqual({ event: 'complete', data: null });
  });

  test('a reader that leaves ends its source at once', async () => {
    await listen();
    const stream = await open({ query: TICKS });
    await until(() => sources === 1);
    stream.leave();
    await until(() => sources === 0);
  });

  test('open streams end when the server closes', async () => {
    await listen();
    const stream = await open({ query: TICKS });
    await until(() => sources === 1);
    await at.server.close();
    expect(await stream.next()).toBeNull();
    expect(sources).toBe(0);
  });

  test('access is the same as elsewhere', async () => {
    await listen();
    const stranger = await open({ query: 'subscription { secretTicks }' });
    expect(await stranger.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    expect(sources).toBe(0);
    const somebody = await open({ query: 'subscription { secretTicks }' }, { 'x-account': 'yes' });
    await until(() => sources === 1);
    source.offer(5);
    expect(await somebody.next()).toMatchObject({ data: { data: { secretTicks: 5 } } });
  });

  test('a query is answered in a stream as well', async () => {
    await listen();
    const stream = await open({ query: '{ __typename }' });
    expect(await stream.next()).toEqual({ event: 'next', data: { data: { __typename: 'Query' } } });
    expect(await stream.next()).toEqual({ event: 'complete', data: null });
  });

  test.each([
    ['depth', { depth: 0 }, TICKS, 'QUERY_TOO_DEEP', 0],
    ['tokens', { tokens: 3 }, TICKS, 'TOO_MANY_TOKENS', 3],
    ['aliases', { aliases: 0 }, 'subscription { a: ticks }', 'TOO_MANY_ALIASES', 0],
    ['directives', { directives: 0 }, 'subscription { ticks @include(if: true) }', 'TOO_MANY_DIRECTIVES', 0],
    ['cost', { cost: 0 }, TICKS, 'QUERY_TOO_COSTLY', 0],
  ])('the limit of %s holds, and is named', async (_name, limit, query, code, value) => {
    await listen({ limits: { ...DEFAULT_LIMITS, ...limit } });
    const stream = await open({ query });
    expect(stream.status).toBe(400);
    const { errors } = await stream.json();
    expect(errors[0]?.extensions).toMatchObject({ code, limit: value });
    expect(errors[0]?.message).toContain(String(value));
    expect(sources).toBe(0);
  });

  test('a caller may hold so many streams and no more, until one ends', async () => {
    await listen({ limits: { ...DEFAULT_LIMITS, openStreams: 2 } });
    const first = await open({ query: TICKS });
    await open({ query: TICKS });
    const third = await open({ query: TICKS });
    expect(third.status).toBe(429);
    expect((await third.json()).errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_STREAMS', limit: 2 });
    const other = await open({ query: TICKS }, { 'x-account': 'yes' });
    expect(other.status).toBe(200);
    await until(() => sources === 3);
    first.leave();
    await until(() => sources === 2);
    expect((await open({ query: TICKS })).status).toBe(200);
  });

  test('a reader that leaves while an event is on its way gives its place back', async () => {
    await listen({ limits: { ...DEFAULT_LIMITS, openStreams: 1 } });
    const connections: Socket[] = [];
    at.server.server.on('connection', (socket) => connections.push(socket));
    await open({ query: TICKS });
    await until(() => sources === 1);
    for (const connection of connections) connection.destroy();
    source.offer(1); // written to a connection that is gone, before the server has heard of it
    await until(async () => (await at.server.metrics.metrics()).includes('graphql_streams_closed_total 1\n'));
    expect((await open({ query: TICKS })).status).toBe(200);
  });

  test('a document that is not valid is refused before a stream begins', async () => {
    await listen();
    for (const [query, code] of [
      ['subscription { tocks }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    ]) {
      const stream = await open({ query });
      expect([stream.status, (await stream.json()).errors[0]?.extensions.code]).toEqual([400, code]);
    }
  });

  test('EventSource asks by documentId; other GETs need a header that other sites cannot send', async () => {
    const hash = sha256(TICKS);
    await listen({ trustedDocuments: new Map([[hash, TICKS]]) });
    const trusted = await openByGet({ documentId: hash });
    await until(() => sources === 1);
    source.offer(2);
    expect(await trusted.next()).toMatchObject({ data: { data: { ticks: 2 } } });
    expect((await openByGet({ query: TICKS })).status).toBe(400);
    expect((await openByGet({ query: TICKS }, { 'apollo-require-preflight': 'yes' })).status).toBe(200);
    expect((await open({ query: TICKS }, { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await openByGet({ documentId: 'f'.repeat(64) })).status).toBe(404);
  });

  test('a mutation is not run by GET', async () => {
    await listen();
    const stream = await openByGet({ query: 'mutation { run(name: "x") }' }, { 'apollo-require-preflight': 'yes' });
    expect(stream.status).toBe(405);
  });

  test('a client that must send trusted documents gets no other stream', async () => {
    await listen({ requireTrusted: () => true });
    const stream = await open({ query: TICKS });
    expect([stream.status, (await stream.json()).errors[0]?.extensions.code]).toEqual([403, 'TRUSTED_DOCUMENTS_ONLY']);
  });
});
