import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Context } from '../platform/context.ts';
import { type Taken, takeNotification } from './take-notification.ts';

/** Where the provider posts to. */
export const NOTIFICATION_PATH = '/payments/midtrans/notifications';
/** Notifications are some 1 to 2 KiB. */
const LARGEST_BODY = 64 * 1024;

/** The provider retries twice after 404 (a notification may outrun our commit), four times after 503, hardly ever after 500. */
const ANSWERS: Readonly<Record<Taken, number>> = { TAKEN: 200, MALFORMED: 400, FORGED: 401, UNKNOWN_ORDER: 404 };

/**
 * `POST /payments/midtrans/notifications`: takes signed notifications and answers at once. 200 taken, 400 unreadable, 401 not
 * signed by the provider, 404 no such charge (yet), 413 too large, 503 when we cannot keep it now; never 500.
 */
export function midtransNotifications(contextForNotification: () => Context): FastifyPluginAsync {
  return async (app) => {
    // The body is kept as it came, whatever its content type says.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: LARGEST_BODY }, (_request, body, done) =>
      done(null, body),
    );
    app.post(NOTIFICATION_PATH, { bodyLimit: LARGEST_BODY }, async (request, reply) => {
      const body = typeof request.body === 'string' ? request.body : '';
      const taken = await takeOrNull(contextForNotification(), body);
      return answer(reply, taken === null ? 503 : ANSWERS[taken]);
    });
  };
}

/** Null when it could not be kept, whatever the fault: the provider then tries again. */
async function takeOrNull(ctx: Context, body: string): Promise<Taken | null> {
  try {
    const taken = await takeNotification(ctx, body);
    if (taken !== 'TAKEN') ctx.log.warn({ taken }, 'a payment notification was not taken');
    return taken;
  } catch (error) {
    ctx.log.error({ err: error }, 'a payment notification could not be kept');
    return null;
  }
}

function answer(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('application/json').send({ status });
}
