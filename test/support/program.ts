import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The program as its user starts it, in a process of its own. */
export interface Program {
  readonly url: string;
  readonly port: number;
  /** Seconds from the start to the line with the address. */
  readonly startSeconds: number;
  /** Everything it printed so far, on both outputs. */
  printed(): string;
  /** Ends it as Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Ends it with SIGKILL, as a crash would. */
  kill(): Promise<void>;
}

/** Starts the program and waits for the line with its address. Rejects with what it printed when it ends before. */
export async function startProgram(environment: Readonly<Record<string, string>>): Promise<Program> {
  const port = environment.PORT ? Number(environment.PORT) : await freePort();
  const began = performance.now();
  const child = spawnProgram({ ...environment, PORT: String(port) });
  const printed = collect(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (/^Berjubel: /m.test(printed())) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${printed()}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    url: `http://localhost:${port}`,
    port,
    startSeconds: (performance.now() - began) / 1000,
    printed,
    stop: () => end('SIGINT'),
    kill: async () => void (await end('SIGKILL')),
  };
}

/** Runs a command of package.json, e.g. `reindex`, as its user would, until it ends. */
export async function runCommandLine(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; printed: string }> {
  const child = spawnProgram(environment, `commands/${command}`, words);
  const printed = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed: printed() };
}

/** Starts a command and ends it with SIGKILL, as a crash would, as soon as something is the case. Throws when it ends before. */
export async function killCommandLine(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  isTime: () => Promise<boolean>,
): Promise<void> {
  const child = spawnProgram(environment, `commands/${command}`, words);
  const printed = collect(child);
  while (!(await isTime())) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode} too early:\n${printed()}`);
    await pause(5);
  }
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Runs the program until it ends by itself: for starts that must fail. */
export async function runProgram(
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; printed: string }> {
  const child = spawnProgram(environment);
  const printed = collect(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, printed: printed() };
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function spawnProgram(
  environment: Readonly<Record<string, string>>,
  name = 'main',
  words: readonly string[] = [],
): ChildProcess {
  // Only what a plain shell has: nothing of the test run's own environment may help it, except to start sooner.
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, NODE_COMPILE_CACHE: compiledCode(), ...environment };
  return spawn(
    process.execPath,
    ['--enable-source-maps', join(process.env.BERJUBEL_TEST_PROGRAM ?? '', `${name}.js`), ...words],
    {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** Where a program of this run leaves what Node has compiled of it to the next, which then starts with a quarter less work. */
function compiledCode(): string | undefined {
  const { folder } = JSON.parse(process.env.BERJUBEL_TEST_DATABASE ?? '{}') as { folder?: string };
  return folder && join(folder, 'compiled');
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
