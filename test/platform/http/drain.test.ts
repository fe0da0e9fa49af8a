import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog } from '../../../api/platform/http/log.ts';
import { createHttpServer } from '../../../api/platform/http/server.ts';

async function aServer() {
  const server = await createHttpServer({
    log: createLog('silent'),
    secure: false,
    trustProxy: false,
    allowOrigin: () => false,
    checks: {},
    metricsToken: null,
  });
  server.get('/slow', async () => {
    await pause(30);
    return 'done';
  });
  return { server, url: await server.listen({ host: '127.0.0.1', port: 0 }) };
}

/** Asks over connections that are kept; rejects when the connection is lost. */
async function ask(agent: Agent, url: string): Promise<IncomingMessage> {
  const [answer] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer;
}

test('a server that is about to close answers, asks callers not to come back, and then refuses new ones', async () => {
  const { server, url } = await aServer();
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await ask(kept, `${url}/slow`)).headers.connection).toBe('keep-alive');
  const drained = server.drain();
  const ready = await ask(kept, `${url}/readyz`);
  expect([ready.statusCode, ready.headers.connection]).toEqual([503, 'close']);
  expect((await ask(new Agent(), `${url}/slow`)).statusCode).toBe(200);
  const began = performance.now();
  await drained; // nobody is connected any more
  expect(performance.now() - began).toBeLessThan(3600);
  await expect(ask(new Agent(), `${url}/slow`)).rejects.toThrow('ECONNREFUSED');
  await server.close();
});

test('closing under load loses no request', async () => {
  const { server, url } = await aServer();
  const failures: string[] = [];
  let answers = 0;
  let isOver = false;
  const live = async (thinkMs: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true });
    while (!isOver) {
      try {
        const { statusCode } = await ask(agent, `${url}/slow`);
        if (statusCode === 200) answers += 1;
        else failures.push(`${statusCode}`);
      } catch (error) {
        // A load balancer sends those on that find nobody listening.
        if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return;
        failures.push(String(error));
      }
      await pause(thinkMs);
    }
  };
  const clients = Array.from({ length: 40 }, (_, at) => live(1 + at * 20));
  await pause(300);
  await server.drain();
  await server.close();
  isOver = true;
  await Promise.all(clients);
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(100);
});
