import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, GONE, type Outcome } from '../stage/faults.ts';
import { asRecord } from '../stage/scope.ts';
import { coreAnswer, notFound, unchangeable } from './answers.ts';
import { charge } from './charge.ts';
import { moveByMerchant } from './moves.ts';
import { refund } from './refunds.ts';
import type { RecordedCall, Simulation } from './simulation.ts';
import type { Transaction } from './transaction.ts';
import { detailedFields, moneyText, signature, statusCodeOf } from './wire.ts';

type Work = (request: FastifyRequest) => Answer;

/** The merchant's own calls under /v2: Basic authentication, Idempotency-Key, planned faults, journal. */
export function registerCoreRoutes(app: FastifyInstance, simulation: Simulation): void {
  const serve = (call: string, work: Work) => async (request: FastifyRequest, reply: FastifyReply) => {
    simulation.clock.sync();
    const entry = simulation.requests.add(record(simulation, call, request));
    const outcome = await answer(simulation, call, request, reply, work);
    entry.answered = outcome === GONE ? 'cut' : outcome.status;
    if (outcome === GONE) return reply;
    entry.answer = outcome.body;
    const type = outcome.type ?? (typeof outcome.body === 'string' ? 'text/html' : 'application/json');
    return reply
      .code(outcome.status)
      .type(type)
      .send(type === 'text/html' ? outcome.body : JSON.stringify(outcome.body));
  };
  const about =
    (work: (transaction: Transaction, request: FastifyRequest) => Answer): Work =>
    (request) => {
      const transaction = simulation.books.find((request.params as { id: string }).id);
      return transaction ? work(transaction, request) : notFound(simulation.random);
    };

  app.post(
    '/v2/charge',
    serve('charge', (request) => charge(simulation, request.body)),
  );
  app.get(
    '/v2/:id/status',
    serve(
      'status',
      about((transaction) => status(simulation, transaction)),
    ),
  );
  app.post(
    '/v2/:id/cancel',
    serve(
      'cancel',
      about((transaction) => moveByMerchant(simulation, transaction, 'cancel')),
    ),
  );
  app.post(
    '/v2/:id/expire',
    serve(
      'expire',
      about((transaction) => moveByMerchant(simulation, transaction, 'expire')),
    ),
  );
  app.post(
    '/v2/:id/refund',
    serve(
      'refund',
      about((transaction, { body }) => refund(simulation, transaction, body, 'offline')),
    ),
  );
  app.post(
    '/v2/:id/refund/online/direct',
    serve(
      'refundDirect',
      about((transaction, { body }) => refund(simulation, transaction, body, 'online')),
    ),
  );
  // Card business: no way to pay served here is ever authorised, captured or challenged.
  app.post('/v2/:id/approve', serve('approve', about(unchangeable)));
  app.post('/v2/:id/deny', serve('deny', about(unchangeable)));
  app.post(
    '/v2/capture',
    serve('capture', (request) => capture(simulation, request.body)),
  );
}

async function answer(
  simulation: Simulation,
  call: string,
  request: FastifyRequest,
  reply: FastifyReply,
  work: Work,
): Promise<Outcome> {
  const faults = simulation.faults.take(call);
  if (!authorised(request, simulation.merchant.serverKey)) {
    const message = 'Transaction cannot be authorized with the current client/server key.';
    return { status: 401, body: { status_code: '401', status_message: message } };
  }
  const outcome = await simulation.keys.run(keyOf(request), async () => {
    const spoiled = await simulation.faults.play(faults, 'before', reply);
    if (spoiled) return spoiled;
    const done = work(request);
    await simulation.books.saved();
    return done;
  });
  if (outcome === GONE) return GONE;
  return (await simulation.faults.play(faults, 'after', reply)) ?? outcome;
}

/** Compares digests, so that the time taken tells nothing about the key. */
function authorised(request: FastifyRequest, serverKey: string): boolean {
  const wanted = `Basic ${Buffer.from(`${serverKey}:`).toString('base64')}`;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(wanted));
}

/** The key of a POST; the provider does not honour it for Permata and Indomaret. */
function keyOf(request: FastifyRequest): string | undefined {
  const body = asRecord(request.body);
  const permata = body?.payment_type === 'permata' || asRecord(body?.bank_transfer)?.bank === 'permata';
  const indomaret = asRecord(body?.cstore)?.store === 'indomaret';
  if (request.method !== 'POST' || permata || indomaret) return undefined;
  const key = request.headers['idempotency-key'];
  return Array.isArray(key) ? key[0] : key;
}

function record(simulation: Simulation, call: string, request: FastifyRequest): RecordedCall {
  const key = request.headers['idempotency-key'];
  return {
    call,
    method: request.method,
    path: request.url,
    idempotencyKey: Array.isArray(key) ? key[0] : key,
    body: request.body,
    at: simulation.clock.now().toISOString(),
  };
}

function status(simulation: Simulation, transaction: Transaction): Answer {
  const { merchant } = simulation;
  const code = statusCodeOf(transaction);
  return coreAnswer(code, 'Success, transaction is found', {
    ...detailedFields(transaction, merchant.merchantId),
    signature_key: signature(transaction.orderId, code, moneyText(transaction.grossAmount), merchant.serverKey),
  });
}

function capture(simulation: Simulation, body: unknown): Answer {
  return simulation.books.find(String(asRecord(body)?.transaction_id)) ? unchangeable() : notFound(simulation.random);
}
