import Fastify from 'fastify';
import { startWhatsAppSimulator } from '../../simulators/index.ts';

const TOKEN = 'token-of-the-business';
export const APP_SECRET = 'berjubel-app-secret';
const NOON = new Date('2026-01-01T05:00:00Z');

type Fields = Record<string, unknown>;

/** What the send endpoint answers, success and error alike. */
interface SendAnswer {
  messages?: { id: string; message_status?: string }[];
  contacts?: { input: string; wa_id: string }[];
  error?: { code: number; message: string; type: string; error_data: { details: string }; fbtrace_id: string };
}

/** A message as the control plane tells it. */
interface HeardMessage {
  seq: number;
  id: string;
  from: string;
  status: string;
  text: string;
  code?: string;
  template?: string;
  parameters?: string[];
}

/** A business with a simulator of its own, a clock that stands still, and a webhook address that keeps what comes. */
export async function aBusiness(options: { booksFile?: string; webhooks?: boolean; window?: boolean } = {}) {
  const received: { raw: string; signature: string | undefined }[] = [];
  let answers: number[] = [];
  const receiver = Fastify({ forceCloseConnections: true });
  receiver.removeAllContentTypeParsers();
  receiver.addContentTypeParser('*', { parseAs: 'string' }, (_request, raw, done) => done(null, raw));
  receiver.post('/webhook', (request, reply) => {
    received.push({ raw: String(request.body), signature: String(request.headers['x-hub-signature-256']) });
    return reply.code(answers.shift() ?? 200).send('');
  });
  const receiverUrl = await receiver.listen({ host: '127.0.0.1', port: 0 });
  const { webhooks = true, ...rest } = options;
  const simulator = await startWhatsAppSimulator({
    token: TOKEN,
    appSecret: APP_SECRET,
    webhookUrl: webhooks ? `${receiverUrl}/webhook` : undefined,
    clock: { now: () => NOON },
    seed: 7,
    ...rest,
  });
  const control = async (path: string, body?: Fields, method = 'POST') => {
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? null) };
    const answer = await fetch(`${simulator.url}/__sim/${path}`, method === 'GET' ? {} : init);
    return { status: answer.status, body: (await answer.json()) as HeardMessage & HeardMessage[] };
  };
  /** Sends with the fields that each message has; answers HTTP status and body. */
  const send = async (fields: Fields, token = TOKEN, path = '/v23.0/100000000000001/messages') => {
    const body = JSON.stringify({ messaging_product: 'whatsapp', to: '6281200000001', ...fields });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(`${simulator.url}${path}`, { method: 'POST', headers, body });
    const text = await answer.text();
    return { status: answer.status, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as SendAnswer };
  };
  return {
    ...simulator,
    received,
    control,
    send,
    sendTemplate: (name: string, parameters: string[], more: Fields = {}) =>
      send({ ...more, ...aTemplate(name, parameters) }),
    answerWith: (...statuses: number[]) => {
      answers = statuses;
    },
    /** What the webhook address heard so far, once nothing is under way any more: the `value` of each change. */
    heard: async () => {
      await control('settled', undefined, 'GET');
      return received.map(({ raw }) => JSON.parse(raw).entry[0].changes[0].value);
    },
    close: async () => {
      await simulator.close();
      await receiver.close();
    },
  };
}
export type Business = Awaited<ReturnType<typeof aBusiness>>;

/** A template message; `otp` gets its code a second time, in the button. */
export function aTemplate(name: string, parameters: string[], language = 'id'): Fields {
  const texts = parameters.map((text) => ({ type: 'text', text }));
  const button = { type: 'button', sub_type: 'url', index: '0', parameters: texts.slice(0, 1) };
  const components = [{ type: 'body', parameters: texts }, ...(name === 'otp' ? [button] : [])];
  return { type: 'template', template: { name, language: { code: language }, components } };
}
