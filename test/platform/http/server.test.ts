import { afterEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
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

describe('the HTTP server', () => {
  test('says that it is alive', async () => {
    await aServer();
    const answer = await server.inject('/healthz');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'alive' }]);
  });
});
