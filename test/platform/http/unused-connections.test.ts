import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerUnusedConnections } from '../../../api/platform/http/unused-connections.ts';

test('a connection that has not asked anything does not hold up the end of the server', async () => {
  const server = Fastify({ forceCloseConnections: 'idle' });
  registerUnusedConnections(server);
  server.get('/', () => 'ok');
  const { hostname, port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  const silent = connect(Number(port), hostname);
  await once(silent, 'connect');
  const ended = once(silent, 'close');
  // The server has taken the connection once it answers one that came later.
  expect(await (await fetch(`http://${hostname}:${port}/`)).text()).toBe('ok');
  await server.close();
  await ended;
});

test('a request that is under way when the server closes is answered', async () => {
  const server = Fastify({ forceCloseConnections: 'idle' });
  registerUnusedConnections(server);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  server.get('/', () => {
    asked.resolve();
    return answer.promise;
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const response = fetch(url);
  await asked.promise;
  const closed = server.close();
  answer.resolve('late');
  expect(await (await response).text()).toBe('late');
  await closed;
});
