import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KnownDocument } from '../../../api/platform/graphql/documents.ts';
import { Doors, type Waiter } from '../../../api/platform/graphql/doors.ts';
import type { Asked } from '../../../api/platform/graphql/exchange.ts';
import { aContext, aServer } from './a-server.ts';

const ASKED: Asked = { query: null, documentId: 'x', operationName: null, variables: null, extensions: null };
const documentOf = (...rootFields: string[]): KnownDocument => ({
  ...({} as KnownDocument),
  operation: () => ({ measure: { rootFields } }) as unknown as ReturnType<KnownDocument['operation']>,
});

/** A client that waits until it goes away. */
class Client extends EventEmitter {
  destroyed = false;

  goAway(): void {
    this.destroyed = true;
    this.emit('close');
  }
}
const someone = (): Waiter => new Client() as unknown as Waiter;

/** Sends so many requests; each answer is held until it is let go, in any order. */
function send(doors: Doors, many: number, known: KnownDocument | null = documentOf('buy')) {
  const begun: number[] = [];
  const gates = Array.from({ length: many }, () => Promise.withResolvers<void>());
  const clients = gates.map(() => new Client());
  const answers = gates.map((gate, at) =>
    doors.through(known, ASKED, clients[at] as unknown as Waiter, async () => {
      begun.push(at);
      await gate.promise;
      return at;
    }),
  );
  return { begun, gates, clients, answers };
}

describe('a door before a field', () => {
  // What takes long is decided by the test, not by how busy the machine is.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('lets in the usual number, and the next when one is answered, first come, first served', async () => {
    const { begun, gates, answers } = send(new Doors(new Map([['buy', { usual: 3, inRush: 1 }]])), 5);
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    gates[1]!.resolve();
    expect(await answers[1]).toBe(1);
    await turn();
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  test('lets in fewer while a long line waits, and the usual number again after it', async () => {
    const { begun, gates, answers } = send(new Doors(new Map([['buy', { usual: 3, inRush: 1 }]])), 30);
    await turn();
    expect(begun).toHaveLength(3);
    let most = 0;
    for (let done = 0; done < 20; done += 1) {
      gates[done]!.resolve();
      await answers[done];
      await turn();
      if (done >= 2 && done < 17) most = Math.max(most, begun.length - done - 1);
    }
    expect(most).toBe(1);
    for (const gate of gates) gate.resolve();
    expect(await Promise.all(answers)).toEqual(gates.map((_, at) => at));
    expect(begun).toEqual(gates.map((_, at) => at));
  });

  test('lets in others beside those who take long, the usual number at most, though a long line waits', async () => {
    const { begun, gates, answers } = send(new Doors(new Map([['buy', { usual: 3, inRush: 1 }]])), 30);
    for (const done of [0, 1]) {
      gates[done]!.resolve();
      await answers[done];
    }
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    for (const then of [
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ]) {
      vi.advanceTimersByTime(250);
      await turn();
      expect(begun).toEqual(then);
    }
    gates[3]!.resolve(); // a slow one that ends gives up the place that it had, and no other
    await answers[3];
    await turn();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    gates[2]!.resolve();
    await answers[2];
    await turn();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    for (const gate of gates) gate.resolve();
    expect(await Promise.all(answers)).toEqual(gates.map((_, at) => at));
  });

  test('does nothing for those who went away while they waited, and does not count them as a rush', async () => {
    const { begun, gates, clients, answers } = send(new Doors(new Map([['buy', { usual: 2, inRush: 1 }]])), 30);
    await turn();
    for (const gone of clients.slice(2, 26)) gone.goAway();
    expect(await Promise.all(answers.slice(2, 26))).toEqual(Array(24).fill(null));
    gates[0]!.resolve();
    await answers[0];
    await turn();
    expect(begun).toEqual([0, 1, 26]);
    for (const gate of gates) gate.resolve();
    expect(await Promise.all(answers.slice(26))).toEqual([26, 27, 28, 29]);
    expect(clients.flatMap((client) => client.listeners('close'))).toEqual([]);
  });

  test('lets in the usual number as soon as those who go away leave no long line', async () => {
    const { begun, gates, clients, answers } = send(new Doors(new Map([['buy', { usual: 3, inRush: 1 }]])), 30);
    for (const done of [0, 1]) {
      gates[done]!.resolve();
      await answers[done];
    }
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    for (const gone of clients.slice(3, 22)) gone.goAway();
    await turn();
    expect(begun).toEqual([0, 1, 2, 22, 23]);
    for (const gate of gates) gate.resolve();
    expect((await Promise.all(answers)).slice(22)).toEqual([22, 23, 24, 25, 26, 27, 28, 29]);
  });

  test('finishes what was begun though its client went away, and lets nobody in who was gone when they came', async () => {
    const doors = new Doors(new Map([['buy', { usual: 1, inRush: 1 }]]));
    const { begun, gates, clients, answers } = send(doors, 2);
    await turn();
    clients[0]!.goAway();
    await turn();
    expect(begun).toEqual([0]);
    const gone = new Client();
    gone.goAway();
    const late = doors.through(documentOf('buy'), ASKED, gone as unknown as Waiter, async () => 'done');
    expect(await late).toBeNull();
    for (const gate of gates) gate.resolve();
    expect(await Promise.all(answers)).toEqual([0, 1]);
  });

  test('is open to the next when an answer fails', async () => {
    const doors = new Doors(new Map([['buy', { usual: 1, inRush: 1 }]]));
    const failing = doors.through(documentOf('buy'), ASKED, someone(), () => Promise.reject(new Error('no')));
    const next = doors.through(documentOf('buy'), ASKED, someone(), async () => 'answered');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('answered');
  });

  test('is not before other fields, nor before documents that are new', async () => {
    const doors = new Doors(new Map([['buy', { usual: 1, inRush: 1 }]]));
    send(doors, 5);
    const others = [send(doors, 5, documentOf('look')), send(doors, 5, null)];
    await turn();
    for (const { begun } of others) expect(begun).toHaveLength(5);
  });
});

test('a request over HTTP whose client gave up while it stood in line is not answered, and who comes later is', async () => {
  const gate = Promise.withResolvers<void>();
  let answered = 0;
  let isHeld = false;
  const { server, logged } = await aServer({
    doors: new Map([['finds', { usual: 1, inRush: 1 }]]),
    contextFor: async () => {
      answered += 1;
      if (isHeld) await gate.promise;
      return aContext();
    },
  });
  const seen = { come: 0, gone: 0 };
  server.addHook('preHandler', async (_request, { raw }) => {
    seen.come += 1;
    raw.once('close', () => {
      if (!raw.writableFinished) seen.gone += 1;
    });
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const ask = async (signal?: AbortSignal): Promise<string> => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const body = JSON.stringify({ query: '{ finds { __typename } }' });
    return (await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: signal ?? null })).text();
  };
  const known = await ask();
  expect(known).toContain('"finds"');
  answered = 0;
  isHeld = true;
  const first = ask();
  await expect.poll(() => answered).toBe(1);
  const patience = new AbortController();
  const impatient = Promise.allSettled(Array.from({ length: 20 }, () => ask(patience.signal)));
  await expect.poll(() => seen.come, { timeout: 10_000 }).toBe(22);
  patience.abort();
  expect(new Set((await impatient).map(({ status }) => status))).toEqual(new Set(['rejected']));
  await expect.poll(() => seen.gone, { timeout: 10_000 }).toBe(20);
  const patient = ask();
  gate.resolve();
  expect(await Promise.all([first, patient])).toEqual([known, known]);
  expect(answered).toBe(2);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('graphql_clients_gone_total 20');
  expect(metrics).toContain('http_requests_total{method="POST",route="/graphql",status="200"} 3');
  expect(logged().filter(({ level }) => Number(level) >= 40)).toEqual([]);
  await server.close();
});
