import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Question, SentStatement, Usage } from './child-report.ts';

/** A measured server in a process of its own. */
export interface MeasuredServer {
  readonly url: string;
  usage(): Promise<Usage>;
  /** The statements that some work causes. Nothing else may go on meanwhile. */
  statementsOf(work: () => Promise<unknown>): Promise<readonly SentStatement[]>;
  stop(): Promise<void>;
}

/** Starts one of the measured processes and waits until it is ready. */
export async function startServer(
  file: 'api-server.ts' | 'baseline-server.ts' | 'worker-server.ts',
  parameters: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<MeasuredServer> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...parameters], {
    execArgv: ['--import', 'tsx', ...nodeOptions],
    env: { ...process.env, NODE_ENV: 'production' },
    serialization: 'advanced',
  });
  const { port } = await answerOf<{ port: number }>(child);
  const ask = <Answer>(question: Question): Promise<Answer> => {
    child.send(question);
    return answerOf<Answer>(child);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    usage: () => ask<Usage>({ ask: 'usage' }),
    async statementsOf(work) {
      await ask({ ask: 'record' });
      await work();
      return ask<readonly SentStatement[]>({ ask: 'recorded' });
    },
    async stop() {
      const ended = once(child, 'exit');
      child.send({ ask: 'stop' } satisfies Question);
      await ended;
    },
  };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const waiting = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: waiting.signal }).then(([answer]) => answer as Answer),
      once(child, 'exit', { signal: waiting.signal }).then(([code]) => {
        throw new Error(`a measured server ended with ${code}`);
      }),
    ]);
  } finally {
    waiting.abort();
  }
}
