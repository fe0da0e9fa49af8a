import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Context } from '../platform/context.ts';
import { sameText } from '../platform/secrets.ts';
import { type DeliveryReport, takeReports } from './delivery-reports.ts';

/** The provider sends up to some 3 MB at once. */
const LARGEST_WEBHOOK = 4_000_000;

/** What the webhook needs to believe its caller. */
export interface WhatsAppWebhookOptions {
  readonly appSecret: string;
  readonly verifyToken: string;
  /** A context of the program itself. */
  readonly context: () => Context;
}

/** Where the provider reports: GET proves the address, POST brings news, signed over its exact bytes. */
export const WHATSAPP_WEBHOOK_PATH = '/messaging/whatsapp/webhook';

/** The provider's webhook, for the web server. */
export const whatsAppWebhook: FastifyPluginAsync<WhatsAppWebhookOptions> = async (fastify, options) => {
  fastify.get<{ Querystring: Record<string, string | undefined> }>(WHATSAPP_WEBHOOK_PATH, (request, reply) => {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.query;
    const isOurs = mode === 'subscribe' && typeof token === 'string' && sameText(token, options.verifyToken);
    if (!isOurs || typeof challenge !== 'string') return reply.code(403).type('text/plain').send('Forbidden');
    return reply.type('text/plain').send(challenge);
  });
  fastify.post(
    WHATSAPP_WEBHOOK_PATH,
    { bodyLimit: LARGEST_WEBHOOK, config: { rawBody: true } },
    async (request, reply) => {
      if (!isSigned(request, options.appSecret)) return reply.code(401).send({ error: 'signature' });
      await takeReports(options.context(), reportsIn(request.body));
      return reply.code(200).send({});
    },
  );
};

function isSigned(request: FastifyRequest, appSecret: string): boolean {
  const header = request.headers['x-hub-signature-256'];
  const given = typeof header === 'string' ? /^sha256=([0-9a-f]{64})$/.exec(header)?.[1] : undefined;
  if (!given || !request.rawBody) return false;
  const right = createHmac('sha256', appSecret).update(request.rawBody).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), right);
}

const STATUSES = ['sent', 'delivered', 'read', 'failed'] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The reports in a delivery: several entries, changes and statuses may share one; what is not understood is passed over. */
export function reportsIn(body: unknown): DeliveryReport[] {
  const reports = [];
  for (const entry of listIn(body, 'entry'))
    for (const change of listIn(entry, 'changes'))
      for (const status of listIn(recordOf(change)?.value, 'statuses')) reports.push(reportOf(status));
  return reports.filter((report) => report !== null);
}

function reportOf(value: unknown): DeliveryReport | null {
  const { id, status, timestamp, biz_opaque_callback_data: reference, ...rest } = recordOf(value) ?? {};
  const known = STATUSES.find((name) => name === status);
  const seconds = Number(timestamp);
  if (typeof id !== 'string' || !known || !(seconds > 0 && seconds < 1e11)) return null;
  const code = recordOf(listIn(rest, 'errors')[0])?.code;
  return {
    providerId: id,
    reference: typeof reference === 'string' && UUID.test(reference) ? reference : null,
    status: known,
    at: new Date(seconds * 1000),
    code: typeof code === 'number' && Number.isSafeInteger(code) && Math.abs(code) < 2 ** 31 ? code : null,
  };
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = recordOf(value)?.[name];
  return Array.isArray(list) ? list : [];
}
