import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, GONE, type Outcome } from '../stage/faults.ts';
import { asRecord } from '../stage/scope.ts';
import { errorAnswer, Refusal } from './errors.ts';
import { readSending, type Sending } from './message-rules.ts';
import { newMessageId, report, type Simulation } from './simulation.ts';

/** Every kind of call that a fault can be planned for. */
export const CALLS = ['send'];
const WINDOW_MS = 24 * 3_600_000;

/** POST /{version}/{phone-number-id}/messages: the business sends a message or marks one as read. */
export function registerSendRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.post<{ Params: { version: string; id: string } }>('/:version/:id/messages', async (request, reply) => {
    simulation.clock.sync();
    const entry = simulation.requests.add({
      path: request.url,
      body: request.body,
      at: simulation.clock.now().toISOString(),
    });
    const outcome = await answer(simulation, request, reply);
    Object.assign(entry, outcome === GONE ? { answered: 'cut' } : { answered: outcome.status, answer: outcome.body });
    if (outcome === GONE) return reply;
    if (typeof outcome.body === 'string') return reply.code(outcome.status).type('text/html').send(outcome.body);
    return reply.code(outcome.status).type('application/json').send(JSON.stringify(outcome.body));
  });
}

type SendRequest = FastifyRequest<{ Params: { version: string; id: string } }>;

async function answer(simulation: Simulation, request: SendRequest, reply: FastifyReply): Promise<Outcome> {
  const faults = simulation.faults.take('send');
  const spoiled = await simulation.faults.play(faults, 'before', reply);
  if (spoiled) return spoiled;
  const done = attempt(simulation, request);
  await simulation.mailbox.saved();
  return (await simulation.faults.play(faults, 'after', reply)) ?? done;
}

function attempt(simulation: Simulation, request: SendRequest): Answer {
  try {
    checkCaller(simulation, request);
    const body = asRecord(request.body);
    if (!body) throw new Refusal(100, 'the body must be a JSON object');
    return body.status === undefined ? send(simulation, readSending(body)) : markRead(simulation, body);
  } catch (error) {
    if (error instanceof Refusal) return errorAnswer(error.code, error.message, simulation.random.hex(22));
    throw error;
  }
}

function checkCaller(simulation: Simulation, request: SendRequest): void {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = digest(`Bearer ${simulation.settings.token}`);
  if (!timingSafeEqual(digest(request.headers.authorization ?? ''), wanted)) {
    throw new Refusal(190, 'the token is missing, expired or not of this business');
  }
  const { version, id } = request.params;
  const known = simulation.business.phoneNumberId;
  if (!/^v\d+\.\d+$/.test(version)) throw new Refusal(100, `unknown path component ${version}`);
  if (!/^\d+$/.test(id) || (known && id !== known)) throw new Refusal(33, `object with id ${id} does not exist`);
}

function send(simulation: Simulation, sending: Sending): Answer {
  const { business, clock, mailbox, random, settings } = simulation;
  const { to, input, type, content, contextId, callbackData } = sending;
  if (to === business.displayNumber) throw new Refusal(131021, 'sender and recipient are the same');
  const writtenAt = mailbox.lastWrittenAt(to);
  const open = writtenAt && clock.now().getTime() - writtenAt.getTime() < WINDOW_MS;
  if (settings.window && !content.template && !open) {
    throw new Refusal(131047, 'more than 24 hours have passed since the customer last wrote; send a template');
  }
  const id = newMessageId(random);
  const message = mailbox.add({
    id,
    number: to,
    from: 'business',
    sentAt: clock.now(),
    type,
    content,
    contextId,
    callbackData,
  });
  report(simulation, message, 'sent');
  report(simulation, message, 'delivered');
  simulation.log(`${content.template?.name ?? type} to ${to.slice(0, 4)}…`);
  const accepted = content.template ? [{ id, message_status: 'accepted' }] : [{ id }];
  return { status: 200, body: { messaging_product: 'whatsapp', contacts: [{ input, wa_id: to }], messages: accepted } };
}

function markRead(simulation: Simulation, body: Record<string, unknown>): Answer {
  const message = simulation.mailbox.find(String(body.message_id));
  if (body.messaging_product !== 'whatsapp') throw new Refusal(100, 'messaging_product must be whatsapp');
  if (body.status !== 'read' || message?.from !== 'customer') {
    throw new Refusal(131009, 'status must be read and message_id a message of a customer');
  }
  simulation.mailbox.raise(message, 'read');
  return { status: 200, body: { success: true } };
}
