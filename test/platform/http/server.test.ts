import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { helmetWith } from '../../../api/platform/http/content-policy.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { createHttpServer, type HttpOptions } from '../../../api/platform/http/server.ts';

let server: FastifyInstance;
const lines: string[] = [];

async function aServer(options: Partial<HttpOptions> = {}): Promise<FastifyInstance> {
  lines.length = 0;
  server = await createHttpServer({
    log: createLog('info', { write: (line: string) => void lines.push(line) }),
    secure: false,
    trustProxy: false,
    allowOrigin: (origin) => origin === 'https://partner.example',
    checks: {},
    metricsToken: null,
    ...options,
  });
  return server;
}

afterEach(() => server.close());

const BROWSER = { accept: 'text/html,*/*', 'accept-language': 'en' };

describe('health', () => {
  test('says that it is alive and ready', async () => {
    await aServer({ checks: { database: async () => {} } });
    const alive = await server.inject('/healthz');
    expect([alive.statusCode, alive.json(), alive.headers['cache-control']]).toEqual([
      200,
      { status: 'alive' },
      'no-store',
    ]);
    expect((await server.inject('/readyz')).json()).toEqual({ status: 'ready' });
  });

  test('names the part that does not work, without detail, and notes it', async () => {
    const broken = async () => {
      throw new Error('connection refused at 10.0.0.5');
    };
    await aServer({ checks: { database: broken, search: async () => {}, late: () => new Promise(() => {}) } });
    const answer = await server.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not ready', failing: ['database', 'late'] }]);
    expect(lines.join()).toContain('connection refused');
    expect((await server.inject('/healthz')).statusCode).toBe(200);
  });
});

describe('errors', () => {
  const fault = () => {
    throw Object.assign(new Error(`insert into "account" values ('0812-0000-0001') - duplicate key`), {
      code: '23505',
      detail: 'Siti',
    });
  };

  test('a fault is shown without stack, SQL or name, and noted once with its request', async () => {
    await aServer();
    server.get('/broken', fault);
    const answer = await server.inject({
      url: '/broken',
      headers: { 'accept-language': 'en', 'x-request-id': 'request-0001' },
    });
    expect([answer.statusCode, answer.headers['x-request-id']]).toEqual([500, 'request-0001']);
    expect(answer.json()).toEqual({
      errors: [
        {
          message: 'Something broke on our side. It was noted.',
          extensions: { code: 'INTERNAL', requestId: 'request-0001' },
        },
      ],
    });
    const noted = lines.map((line) => JSON.parse(line));
    expect(noted).toHaveLength(1);
    expect(noted[0]).toMatchObject({ requestId: 'request-0001', err: { code: '23505', message: 'duplicate key' } });
    expect(lines.join()).not.toMatch(/0812|Siti|insert/);
  });

  test('an error says of the caller what it likes, and nothing else', async () => {
    await aServer();
    server.get('/:status', async (request) => {
      throw Object.assign(new Error('from upstream'), {
        statusCode: Number((request.params as { status: string }).status),
      });
    });
    const answers: unknown[] = [];
    for (const status of [200, 302, 404, 418, 502, 503, 599]) {
      const answer = await server.inject(`/${status}`);
      expect(answer.body).not.toContain('upstream');
      answers.push([answer.statusCode, answer.json().errors[0].extensions.code]);
    }
    const fault = [500, 'INTERNAL'];
    expect(answers).toEqual([fault, fault, [404, 'NOT_FOUND'], [418, 'REFUSED'], fault, [503, 'BUSY'], fault]);
  });

  test('browsers get a page, in their language, also for addresses that are not there', async () => {
    await aServer();
    server.get('/broken', fault);
    for (const [url, status] of [
      ['/broken', 500],
      ['/nowhere', 404],
    ] as const) {
      const page = await server.inject({ url, headers: BROWSER });
      expect([page.statusCode, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
      expect(page.body).not.toMatch(/insert|at .*\.ts/);
    }
    expect((await server.inject({ url: '/nowhere', headers: BROWSER })).body).toContain(
      'There is nothing at this address.',
    );
    expect((await server.inject({ url: '/nowhere', headers: { accept: 'text/html' } })).body).toContain(
      'Halaman ini tidak ada.',
    );
  });

  test('pages may draw their own errors; when that fails too, the plain one is shown', async () => {
    await aServer({
      errorPages: ({ status, code }) => {
        if (status === 500) throw new Error('no template');
        return `<h1>${code}</h1>`;
      },
    });
    server.get('/broken', fault);
    expect((await server.inject({ url: '/nowhere', headers: BROWSER })).body).toBe('<h1>NOT_FOUND</h1>');
    expect((await server.inject({ url: '/broken', headers: BROWSER })).body).toContain('Something broke on our side.');
  });

  test('a body over the limit is 413 and names it; a route may take more', async () => {
    await aServer({ bodyLimit: 50 });
    server.post('/small', async () => 'taken');
    server.post('/large', { bodyLimit: 5000 }, async () => 'taken');
    const payload = { text: 'x'.repeat(100) };
    const refused = await server.inject({ method: 'POST', url: '/small', payload });
    expect([refused.statusCode, refused.json().errors[0].extensions]).toEqual([
      413,
      expect.objectContaining({ code: 'BODY_TOO_LARGE', limit: 50 }),
    ]);
    expect((await server.inject({ method: 'POST', url: '/large', payload })).statusCode).toBe(200);
  });

  test('malformed, poisoned and foreign bodies are refused by kind', async () => {
    await aServer();
    server.post('/take', async () => 'taken');
    const code = async (payload: string, type: string) => {
      const answer = await server.inject({ method: 'POST', url: '/take', payload, headers: { 'content-type': type } });
      return [answer.statusCode, answer.statusCode === 200 ? '' : answer.json().errors[0].extensions.code];
    };
    expect(await code('{"a":', 'application/json')).toEqual([400, 'MALFORMED']);
    expect(await code('{"__proto__":{"a":1}}', 'application/json')).toEqual([400, 'MALFORMED']);
    expect(await code('<a/>', 'application/xml')).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await code('{"a":1}', 'application/json; charset=utf-8')).toEqual([200, '']);
  });

  test('what is no HTTP at all does not end the server', async () => {
    await aServer();
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as { port: number };
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});

describe('raw bodies', () => {
  test('a route that asks gets the exact bytes; others keep none', async () => {
    await aServer();
    const seen: (string | null)[] = [];
    const note = async (request: { rawBody: Buffer | null }) => void seen.push(request.rawBody?.toString() ?? null);
    server.post('/signed', { config: { rawBody: true } }, note);
    server.post('/other', note);
    const payload = '{ "b" : 1,\n"a":2.50 }';
    for (const url of ['/signed', '/other']) {
      await server.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } });
    }
    expect(seen).toEqual([payload, null]);
  });
});

describe('headers', () => {
  test('pages allow our own origin only, are framed by nobody, and may add what they need', async () => {
    await aServer();
    server.get('/page', async () => 'page');
    server.get(
      '/map',
      { helmet: helmetWith({ 'img-src': ['https://tiles.example'], 'frame-ancestors': ['https://a.example'] }) },
      async () => 'map',
    );
    const policy = (await server.inject('/page')).headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const map = (await server.inject('/map')).headers['content-security-policy'];
    expect(map).toContain("img-src 'self' data: https://tiles.example");
    expect(map).toContain('frame-ancestors https://a.example');
    expect((await server.inject('/page')).headers['strict-transport-security']).toBeUndefined();
  });

  test('over HTTPS browsers are told to stay there', async () => {
    await aServer({ secure: true });
    expect((await server.inject('/healthz')).headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('an id of a proxy in front is kept, anything else gets one of ours', async () => {
    await aServer();
    const idOf = async (id: string) =>
      (await server.inject({ url: '/healthz', headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await idOf('proxy-12345678')).toBe('proxy-12345678');
    for (const odd of ['x', '<script>alert(1)</script>', 'a'.repeat(65)])
      expect(await idOf(odd)).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('the address of a caller is not taken from a header unless the proxy is trusted', async () => {
    const address = async () => (await server.inject({ url: '/ip', headers: { 'x-forwarded-for': '9.9.9.9' } })).body;
    for (const [trustProxy, expected] of [
      [false, '127.0.0.1'],
      ['127.0.0.1', '9.9.9.9'],
    ] as const) {
      await aServer({ trustProxy });
      server.get('/ip', async (request) => request.ip);
      expect(await address()).toBe(expected);
      await server.close();
    }
  });
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    server.inject({
      method: 'OPTIONS',
      url: '/healthz',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });

  test('an allowed origin is named exactly, never with cookies, and answers differ by origin', async () => {
    await aServer();
    for (const answer of [
      await preflight('https://partner.example'),
      await server.inject({ url: '/healthz', headers: { origin: 'https://partner.example' } }),
    ]) {
      expect(answer.headers['access-control-allow-origin']).toBe('https://partner.example');
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(answer.headers.vary).toMatch(/Origin/i);
    }
  });

  test('any other gets nothing, however alike', async () => {
    await aServer();
    for (const origin of [
      'https://evil.example',
      'https://partner.example.evil.example',
      'http://partner.example',
      'null',
      'https://partner.example:444',
    ]) {
      for (const answer of [await preflight(origin), await server.inject({ url: '/healthz', headers: { origin } })]) {
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    }
  });

  test('an origin that cannot be looked up is a fault, not a yes', async () => {
    await aServer({ allowOrigin: () => Promise.reject(new Error('no database')) });
    const answer = await server.inject({ url: '/healthz', headers: { origin: 'https://partner.example' } });
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('metrics', () => {
  test('are for this machine, or for a bearer of the token, and hold nobody’s address or words', async () => {
    await aServer();
    server.get('/orders/:code', async () => 'order');
    await server.inject('/orders/SECRET-CODE?phone=081200000001');
    const shown = await server.inject('/metrics');
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('http_requests_total{method="GET",route="/orders/:code",status="200"} 1');
    expect(shown.body).not.toMatch(/SECRET|0812|127\.0\.0\.1/);
    expect((await server.inject({ url: '/metrics', remoteAddress: '203.0.113.5' })).statusCode).toBe(404);
    expect((await server.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(
      404,
    );
    await server.close();

    await aServer({ metricsToken: 'long-token' });
    const status = async (authorization: string) =>
      (await server.inject({ url: '/metrics', remoteAddress: '203.0.113.5', headers: { authorization } })).statusCode;
    expect(await status('Bearer long-token')).toBe(200);
    expect(await status('Bearer long-tokem')).toBe(404);
    expect(await status('long-token')).toBe(404);
    expect((await server.inject('/metrics')).statusCode).toBe(404);
  });
});

describe('static folders', () => {
  test('files are served as they stand; dotfiles, listings and what lies outside are not', async () => {
    const root = await mkdtemp(join(tmpdir(), 'static-'));
    await writeFile(join(root, 'a.css'), 'a{}');
    await writeFile(join(root, '.secret'), 'no');
    await aServer({
      staticFolders: [
        { root, prefix: '/assets/', maxAgeSeconds: 60, immutable: true },
        { root, prefix: '/more/', maxAgeSeconds: 5 },
      ],
    });
    const file = await server.inject('/assets/a.css');
    expect([file.body, file.headers['cache-control']]).toEqual(['a{}', 'public, max-age=60, immutable']);
    expect((await server.inject('/more/a.css')).headers['cache-control']).toBe('public, max-age=5');
    for (const url of [
      '/assets/',
      '/assets/.secret',
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/b.css',
    ]) {
      expect([403, 404]).toContain((await server.inject(url)).statusCode);
    }
    await rm(root, { recursive: true });
  });
});

describe('pressure', () => {
  test('a server whose loop lags answers 503 and says when to come again', async () => {
    await aServer({ largestLagMs: 20 });
    server.get('/work', async () => 'done');
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as { port: number };
    const begun = performance.now();
    let status = 200;
    let retry: string | null = null;
    while (status !== 503 && performance.now() - begun < 10_000) {
      const busy = performance.now();
      while (performance.now() - busy < 100); // the loop stands still
      const answer = await fetch(`http://127.0.0.1:${port}/work`);
      status = answer.status;
      retry = answer.headers.get('retry-after');
      if (status === 503) expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BUSY' } }] });
    }
    expect([status, retry]).toEqual([503, '5']);
  });
});
