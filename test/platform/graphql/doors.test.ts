import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { KnownDocument } from '../../../api/platform/graphql/documents.ts';
import { Doors } from '../../../api/platform/graphql/doors.ts';
import type { Asked } from '../../../api/platform/graphql/exchange.ts';

const ASKED: Asked = { query: null, documentId: 'x', operationName: null, variables: null, extensions: null };
const documentOf = (...rootFields: string[]): KnownDocument => ({
  ...({} as KnownDocument),
  operation: () => ({ measure: { rootFields } }) as unknown as ReturnType<KnownDocument['operation']>,
});

/** Sends so many requests; each answer is held until it is let go, in any order. */
function send(doors: Doors, many: number, known: KnownDocument | null = documentOf('buy')) {
  const begun: number[] = [];
  const gates = Array.from({ length: many }, () => Promise.withResolvers<void>());
  const answers = gates.map((gate, at) =>
    doors.through(known, ASKED, async () => {
      begun.push(at);
      await gate.promise;
      return at;
    }),
  );
  return { begun, gates, answers };
}

describe('a door before a field', () => {
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

  test('is open to the next when an answer fails', async () => {
    const doors = new Doors(new Map([['buy', { usual: 1, inRush: 1 }]]));
    const failing = doors.through(documentOf('buy'), ASKED, () => Promise.reject(new Error('no')));
    const next = doors.through(documentOf('buy'), ASKED, async () => 'answered');
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
