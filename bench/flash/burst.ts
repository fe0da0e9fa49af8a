import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadyCart } from '../carts.ts';
import { DOCUMENT_IDS } from '../documents.ts';

/** What became of one buyer. */
export interface Answered {
  /** PLACED, the code of the refusal, or what came instead. */
  readonly outcome: string;
  readonly ms: number;
}

/** Sends every cart's order, evenly over so many seconds, to the addresses in turn; nobody waits for another's answer. */
export async function burst(
  urls: readonly string[],
  carts: readonly ReadyCart[],
  seconds: number,
): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
  const began = performance.now();
  const sent: Promise<Answered>[] = [];
  for (const [at, cart] of carts.entries()) {
    const wait = began + (at / carts.length) * seconds * 1000 - performance.now();
    if (wait > 1) await pause(wait);
    sent.push(order(agent, urls[at % urls.length] ?? '', cart));
  }
  const answers = await Promise.all(sent);
  agent.destroy();
  return answers;
}

async function order(agent: Agent, url: string, { cartId, total, token }: ReadyCart): Promise<Answered> {
  const input = { cartId, expectedTotal: total, paymentMethod: 'QRIS', idempotencyKey: randomUUID() };
  const body = JSON.stringify({ documentId: DOCUMENT_IDS.order, variables: { input } });
  const began = performance.now();
  const text = await post(agent, url, token, body).catch((error: Error) => error.message);
  const ms = performance.now() - began;
  if (text.includes('"userErrors":[]')) return { outcome: 'PLACED', ms };
  return { outcome: /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 200), ms };
}

function post(agent: Agent, url: string, token: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      accept: 'application/graphql-response+json',
      'x-client': 'api',
      authorization: `Bearer ${token}`,
    };
    const asked = request(`${url}/graphql`, { agent, method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
