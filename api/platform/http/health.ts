import type { FastifyInstance } from 'fastify';

/** Parts that must work before requests are sent here: each check resolves, or throws when its part does not work. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>;

const PATIENCE_MS = 3000;

/**
 * `GET /healthz`: the process is alive. `GET /readyz`: it takes requests and its parts work; 503 names those that do not, without
 * detail, or says that it ends.
 */
export function registerHealth(fastify: FastifyInstance, checks: ReadinessChecks): void {
  fastify.get('/healthz', { logLevel: 'silent' }, (_request, reply) => {
    reply.header('cache-control', 'no-store').send({ status: 'alive' });
  });
  fastify.get('/readyz', { logLevel: 'silent' }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (fastify.isDraining) return reply.code(503).send({ status: 'ending' });
    const names = Object.keys(checks);
    const outcomes = await Promise.allSettled(names.map((name) => withinPatience(checks[name]!)));
    const failing = names.filter((_name, at) => outcomes[at]?.status === 'rejected');
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') request.log.error({ err: outcome.reason, part: names[at] }, 'not ready');
    }
    reply.code(failing.length > 0 ? 503 : 200);
    return failing.length > 0 ? { status: 'not ready', failing } : { status: 'ready' };
  });
}

async function withinPatience(check: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
}
