import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

declare module 'fastify' {
  interface FastifyInstance {
    /** Measurements of this server; other parts add theirs. Labels are few and never personal. */
    metrics: Registry;
  }
}

/** Measures requests by route and status, and shows everything measured at GET /metrics, to this machine or a bearer of the token. */
export function registerMetrics(fastify: FastifyInstance, token: string | null): void {
  const metrics = new Registry();
  fastify.decorate('metrics', metrics);
  collectDefaultMetrics({ register: metrics });
  const registers = [metrics];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_seconds',
    help: 'Time from the request to the end of its answer, in seconds.',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  // Looking a series up by its labels costs more than counting, so those in use are kept.
  const series = new Map<string, { count(): void; time(seconds: number): void }>();
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const key = `${request.method} ${reply.statusCode} ${route}`;
    let one = series.get(key);
    if (!one) {
      const counter = requests.labels({ method: request.method, route, status: reply.statusCode });
      const histogram = durations.labels({ route });
      one = { count: () => counter.inc(), time: (seconds) => histogram.observe(seconds) };
      series.set(key, one);
    }
    one.count();
    one.time(reply.elapsedTime / 1000);
    done();
  });
  fastify.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    if (!mayRead(request, token)) return reply.callNotFound();
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
  fastify.addHook('onClose', async () => metrics.clear());
}

/** The socket's own address counts, not a forwarded one: a proxy on this machine would open the page to everybody. */
function mayRead(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token !== null) return given !== undefined && same(given, token);
  const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !forwarded && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '');
}

function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
