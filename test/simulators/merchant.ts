import { createRequire } from 'node:module';
import Fastify from 'fastify';
import { startMidtransSimulator } from '../../simulators/index.ts';

export const SERVER_KEY = 'SB-Mid-server-BERJUBEL-TEST';
const NOON = new Date('2026-01-01T05:00:00Z');

type Fields = Record<string, unknown>;
interface Answer {
  status_code: string;
  transaction_id: string;
  order_id: string;
  gross_amount: string;
  transaction_status: string;
  expiry_time: string;
  qr_string: string;
  signature_key: string;
  permata_va_number: string;
  [field: string]: unknown;
}

/** The parts of the real midtrans-client package that these tests use; it carries no types for them. */
interface CoreApi {
  apiConfig: { getCoreApiBaseUrl(): string };
  httpClient: {
    http_client: {
      interceptors: { request: { use(change: (config: { headers: Record<string, string> }) => object): void } };
    };
  };
  charge(fields: Fields): Promise<Answer>;
  capture(fields: Fields): Promise<Answer>;
  transaction: {
    status(id: string): Promise<Answer>;
    approve(id: string): Promise<Answer>;
    deny(id: string): Promise<Answer>;
    cancel(id: string): Promise<Answer>;
    expire(id: string): Promise<Answer>;
    refund(id: string, fields: Fields): Promise<Answer>;
    refundDirect(id: string, fields: Fields): Promise<Answer>;
  };
}
const { CoreApi: CoreApiClass } = createRequire(import.meta.url)('midtrans-client') as {
  CoreApi: new (options: { isProduction: boolean; serverKey: string }) => CoreApi;
};

/** A client of the real package, pointed at a simulator. */
export function aClient(url: string, serverKey = SERVER_KEY, idempotencyKey?: string): CoreApi {
  const client = new CoreApiClass({ isProduction: false, serverKey });
  client.apiConfig.getCoreApiBaseUrl = () => url;
  client.httpClient.http_client.interceptors.request.use((config) => {
    if (idempotencyKey) config.headers['Idempotency-Key'] = idempotencyKey;
    return config;
  });
  return client;
}

/** A merchant with a simulator of its own, a clock that stands still, and a notification address that keeps what comes. */
export async function aMerchant(options: { booksFile?: string; seed?: number } = {}) {
  const received: { body: Answer; agent: string | undefined }[] = [];
  let answers: number[] = [];
  const receiver = Fastify({ forceCloseConnections: true });
  receiver.post('/notify', (request, reply) => {
    received.push({ body: request.body as Answer, agent: request.headers['user-agent'] });
    return reply.code(answers.shift() ?? 200).send({});
  });
  receiver.post('/hop/:left', (request, reply) => {
    const left = Number((request.params as { left: string }).left);
    return reply.redirect(left > 0 ? `/hop/${left - 1}` : '/notify', 307);
  });
  receiver.post('/moved', (_request, reply) => reply.redirect('/notify', 301));
  const receiverUrl = await receiver.listen({ host: '127.0.0.1', port: 0 });
  const simulator = await startMidtransSimulator({
    serverKey: SERVER_KEY,
    notificationUrl: `${receiverUrl}/notify`,
    clock: { now: () => NOON },
    seed: 7,
    ...options,
  });
  const control = async (path: string, body?: Fields, method = 'POST') => {
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? null) };
    const answer = await fetch(`${simulator.url}/__sim/${path}`, method === 'GET' ? {} : init);
    return { status: answer.status, body: (await answer.json()) as Answer & Answer[] };
  };
  return {
    ...simulator,
    receiverUrl,
    received,
    client: aClient(simulator.url),
    /** HTTP statuses that the notification address gives to the next notices; 200 afterwards. */
    answerWith: (...statuses: number[]) => {
      answers = statuses;
    },
    control,
    /** Posts as the merchant, without the package's own opinions. */
    post: async (path: string, body: string, headers: Record<string, string> = {}) => {
      const authorization = `Basic ${Buffer.from(`${SERVER_KEY}:`).toString('base64')}`;
      const init = { method: 'POST', headers: { 'content-type': 'application/json', authorization, ...headers }, body };
      const answer = await fetch(`${simulator.url}${path}`, init);
      return { status: answer.status, text: await answer.text() };
    },
    /** What the notification address heard about one order, oldest first, once nothing is under way any more. */
    notices: async (orderId: string) => {
      await control('settled', undefined, 'GET');
      return received.filter(({ body }) => body.order_id === orderId).map(({ body }) => body);
    },
    close: async () => {
      await simulator.close();
      await receiver.close();
    },
  };
}
export type Merchant = Awaited<ReturnType<typeof aMerchant>>;

let orders = 0;
/** A fresh order id. */
export function anOrderId(): string {
  return `BJ-20260101-${String(++orders).padStart(6, '0')}-a1`;
}

/** A charge that is right as it stands; `changes` go on top. */
export function aCharge(method: string, changes: Fields = {}, amount: unknown = 150_000): Fields {
  const direct = ['qris', 'gopay', 'shopeepay', 'echannel'].includes(method);
  const isShop = ['indomaret', 'alfamart'].includes(method);
  return {
    payment_type: direct ? method : isShop ? 'cstore' : 'bank_transfer',
    ...(isShop && { cstore: { store: method } }),
    ...(!direct && !isShop && { bank_transfer: { bank: method } }),
    ...(method === 'echannel' && { echannel: { bill_info1: 'Pesanan', bill_info2: 'Berjubel' } }),
    transaction_details: { order_id: anOrderId(), gross_amount: amount },
    ...changes,
  };
}

/** The code that the package rejects with, as text whatever its type; `resolved` when it did not reject. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; body: Answer }> {
  return call.then(
    () => ({ code: 'resolved', body: {} as Answer }),
    (error: { httpStatusCode: unknown; ApiResponse: Answer }) => ({
      code: String(error.httpStatusCode),
      body: error.ApiResponse,
    }),
  );
}
