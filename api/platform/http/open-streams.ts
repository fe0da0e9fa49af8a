import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Streams that are open to browsers; each ends when the server closes. */
    openStreams: Set<() => void>;
  }
}

/** Ends open streams before the server waits for its connections, so that a close is not held up by them. */
export function registerOpenStreams(fastify: FastifyInstance): void {
  fastify.decorate('openStreams', new Set<() => void>());
  fastify.addHook('preClose', async () => {
    for (const end of [...fastify.openStreams]) end();
  });
}
