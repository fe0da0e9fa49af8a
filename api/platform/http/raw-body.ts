import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The exact bytes of a JSON body, on routes with `config: { rawBody: true }`; null elsewhere. */
    rawBody: Buffer | null;
  }
  interface FastifyContextConfig {
    /** Keeps the exact bytes of the body in `request.rawBody`, for notifications that are signed. */
    rawBody?: boolean;
  }
}

/** Parses JSON bodies and keeps their bytes where a route asks for them. A body with `__proto__` in it is refused. */
export function keepRawBodies(fastify: FastifyInstance): void {
  fastify.decorateRequest('rawBody', null);
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body, done) => {
      if (request.routeOptions.config.rawBody) request.rawBody = body;
      parseJson(request, body.toString('utf8'), done);
    },
  );
}
