import { Server } from 'node:net';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether this server is about to close: /readyz says so, and no connection is kept after its answer. */
    isDraining: boolean;
    /** Has callers go elsewhere before the server closes, so that no request is lost; six seconds at most. */
    drain(): Promise<void>;
  }
}

/** How long new connections are still taken, in milliseconds: a load balancer that asks /readyz each second, and waits one for it, has noticed by then. */
const NOTICED_MS = 2500;
/** How long connections that ask nothing are kept after that, in milliseconds. */
const UNUSED_MS = 2000;
const LOOK_MS = 50;
/** How long connections that keep coming may put off the close, in milliseconds. */
const QUEUE_MS = 1000;
/** A turn of the event loop so short, in milliseconds, had hardly anything to do. */
const SHORT_TURN_MS = 0.5;

/**
 * A connection that is closed while a request is on its way loses that request. So the server first answers everything with
 * `Connection: close`, then takes no new connections, and closes what is left when hardly anybody speaks any more.
 */
export function registerDrain(fastify: FastifyInstance): void {
  fastify.decorate('isDraining', false);
  fastify.addHook('onSend', async (_request, reply) => {
    if (fastify.isDraining) reply.header('connection', 'close');
  });
  fastify.decorate('drain', async () => {
    fastify.isDraining = true;
    if (!(await areConnected(fastify.server))) return;
    await pause(NOTICED_MS);
    await untilQueueIsEmpty(fastify.server);
    Server.prototype.close.call(fastify.server); // http.Server.close would close connections as well
    const end = performance.now() + UNUSED_MS;
    while (performance.now() < end && (await areConnected(fastify.server))) await pause(LOOK_MS);
    await turn(); // what has just arrived is read, and its connection busy, before the unused ones are closed
  });
}

/**
 * The system queues connections, and closing loses those. Node takes one of them up in each turn of its loop: in a turn that brought
 * none, and was short, hardly any can have come since.
 */
async function untilQueueIsEmpty(server: FastifyInstance['server']): Promise<void> {
  let taken = 0;
  const count = (): void => {
    taken += 1;
  };
  server.on('connection', count);
  const end = performance.now() + QUEUE_MS;
  for (let isQuiet = false; !isQuiet && performance.now() < end; ) {
    const before = { taken, at: performance.now() };
    await turn();
    isQuiet = taken === before.taken && performance.now() - before.at < SHORT_TURN_MS;
  }
  server.off('connection', count);
}

function areConnected(server: FastifyInstance['server']): Promise<boolean> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, connections) => (error ? reject(error) : resolve(connections > 0))),
  );
}
