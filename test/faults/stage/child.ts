import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildProgram } from '../../../api/build-program.ts';
import { inFront } from './stand-back.ts';

/** The folder whose program is run: this one, or a copy in which one guard is off. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What a process is started from. */
export interface ChildPlan {
  readonly name: string;
  /** Script as its source lies in the project, with its words. */
  readonly script: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly root: string;
  /** Where what was built of it lies. */
  readonly built: string;
  /** Both outputs are kept there. */
  readonly logFile: string;
  /** The line that says that it is ready. */
  readonly ready: RegExp;
  /** Whether it stands for what runs on machines of others: buyers' phones, the providers. */
  readonly isElsewhere: boolean;
}

/** A process of the stage. */
export interface Child {
  readonly pid: number;
  /** The line that said that it is ready. */
  readonly line: string;
  /** Milliseconds from the start to that line. */
  readonly readyMs: number;
  /** How it ended; null while it runs. */
  ended(): NodeJS.Signals | number | null;
  /** Whether it ended without having been told to. */
  endedByItself(): boolean;
  /** Resolves when it has ended, by itself or not. */
  readonly over: Promise<void>;
  /** The end of what it printed, once it has ended. */
  readonly last: Promise<string>;
  signal(signal: NodeJS.Signals): void;
  /** Closes its input, which ends the helpers of the stage. */
  closeInput(): void;
}

const CLOCK = 'test/faults/stage/shifted-clock.ts';

/** Builds what runs on the stage: the market with a clock that can be moved, as in use but for that, and what stands around it. Gives its folder. */
export function buildStage(root: string): Promise<string> {
  const around = ['postgres', 'simulators'].map((name) => `test/faults/stage/${name}-process.ts`);
  return buildProgram({ project: root, folder: 'test/generated/stage', entries: ['api/main.ts', CLOCK, ...around] });
}

/** Starts a process and waits until it says that it is ready; rejects when it ends before. */
export async function startChild(plan: ChildPlan): Promise<Child> {
  const began = performance.now();
  const log = createWriteStream(plan.logFile, { flags: 'a' });
  const [script = '', ...words] = plan.script;
  const built = (source: string): string => join(plan.built, source.replace(/\.ts$/, '.js'));
  const begin = () =>
    spawn(
      process.execPath,
      ['--enable-source-maps', '--import', pathToFileURL(built(CLOCK)).href, built(script), ...words],
      {
        cwd: plan.root,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...plan.environment },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
  const child = plan.isElsewhere ? begin() : inFront(begin);
  child.stdin?.on('error', () => {}); // it may be killed meanwhile
  let isToldToEnd = false;
  let isByItself = false;
  child.once('exit', () => {
    isByItself = !isToldToEnd;
  });
  const over = once(child, 'exit').then(() => void log.end());
  const last = lastWords(child);
  const line = await readyLine(child, plan, log);
  return {
    pid: child.pid ?? 0,
    line,
    readyMs: performance.now() - began,
    ended: () => child.signalCode ?? child.exitCode,
    endedByItself: () => isByItself,
    over,
    last,
    signal(signal) {
      isToldToEnd = true;
      child.kill(signal);
    },
    closeInput() {
      isToldToEnd = true;
      child.stdin?.end();
    },
  };
}

/** So much of the end is kept, in characters. */
const KEPT = 20_000;

async function lastWords(child: ChildProcess): Promise<string> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-KEPT);
  });
  await once(child, 'close');
  return words;
}

function readyLine(child: ChildProcess, { name, ready }: ChildPlan, log: WriteStream): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      if (!log.writableEnded) log.write(chunk);
      if (printed.length < 100_000) printed += chunk.toString();
      const line = printed.split('\n').find((each) => ready.test(each));
      if (line !== undefined && printed.includes(`${line}\n`)) resolve(line);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`${name} ended with ${signal ?? code}:\n${printed}`)));
  });
}
