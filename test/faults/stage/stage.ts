import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrateMarket } from '../../../api/migrate.ts';
import { freePort } from '../../support/program.ts';
import { buildStage, type Child, ROOT, startChild } from './child.ts';
import { Fallen } from './fallen.ts';

/** Processes that can be killed and are then started again. */
export type ProcessName = 'web 1' | 'web 2' | 'worker';

/** How a stage is set up. */
export interface StageOptions {
  /** Holds everything: database, books, logs. */
  readonly folder: string;
  readonly seed: number;
  /** Folder of the program that is run; the present one when left out. */
  readonly root?: string;
  /** How far ahead of the machine's clock that of all processes is from the beginning, in seconds; 0 when left out. */
  readonly aheadSeconds?: number;
  /** Environment variables on top of the usual ones, by process. */
  readonly environment?: Partial<Readonly<Record<ProcessName, Readonly<Record<string, string>>>>>;
}

/** Two web processes, a worker, PostgreSQL with fsync and the providers' stand-ins, each a process of its own on the loopback. */
export interface Stage {
  readonly folder: string;
  /** Addresses of the web processes. */
  readonly webs: readonly [string, string];
  readonly midtrans: string;
  readonly whatsapp: string;
  readonly urls: { readonly owner: string; readonly app: string; readonly superuser: string };
  /** The process of PostgreSQL as it runs now; throws while there is none. */
  postmasterPid(): number;
  /** PostgreSQL was killed on purpose and runs again. */
  postgresWasKilled(): void;
  /** Processes that ended without having been killed, each as one sentence; an armed one may end at a marked point. */
  fallen(): readonly string[];
  /** Starts a process; with other variables than usual where given. Gives how long it took to be ready, in milliseconds. */
  start(name: ProcessName, environment?: Readonly<Record<string, string>>): Promise<number>;
  /** The process as it runs now, null while there is none. */
  child(name: ProcessName): Child | null;
  /** Rows of a statement, as superuser, over a connection of its own. */
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Moves the clock of all processes. */
  skip(seconds: number): void;
  /** What that clock says. */
  now(): Date;
  /** Stops everything. */
  close(): Promise<void>;
}

const SERVER_KEY = 'SB-Mid-server-FAULTS';
const SECRETS = { token: 'token-of-the-faults', appSecret: 'secret-of-the-faults', serverKey: SERVER_KEY };
const PROCESSES: readonly ProcessName[] = ['web 1', 'web 2', 'worker'];

/** Opens a stage with an empty, migrated database; the processes of the market are not started yet. */
export async function openStage({
  folder,
  seed,
  root = ROOT,
  environment = {},
  aheadSeconds = 0,
}: StageOptions): Promise<Stage> {
  mkdirSync(folder, { recursive: true });
  const built = await buildStage(root);
  chmodSync(folder, 0o711); // under root PostgreSQL runs as another account, which must get through
  const clockFile = join(folder, 'clock');
  writeFileSync(clockFile, String(aheadSeconds * 1000));
  const aheadMs = (): number => Number(readFileSync(clockFile, 'utf8'));
  // As `npm start` does: what was compiled is kept for the next start.
  const common = { STAGE_CLOCK: clockFile, NODE_COMPILE_CACHE: join(built, 'compiled') };
  const plan = (name: string, script: readonly string[], ready: RegExp, more: Readonly<Record<string, string>> = {}) =>
    startChild({
      ...{ name, script, ready, root, built, isElsewhere: name === 'simulators' },
      logFile: join(folder, `${name.replace(' ', '-')}.log`),
      environment: { ...common, ...more },
    });
  const ports = { 'web 1': await freePort(), 'web 2': await freePort(), worker: await freePort() };
  const webs = [`http://127.0.0.1:${ports['web 1']}`, `http://127.0.0.1:${ports['web 2']}`] as const;
  const settings = JSON.stringify({ ...SECRETS, market: webs[0], seed: String(seed) });
  const [postgres, simulators] = await Promise.all([
    plan('postgres', ['test/faults/stage/postgres-process.ts', join(folder, 'data')], /^\{"owner"/),
    plan('simulators', ['test/faults/stage/simulators-process.ts', folder, settings], /^\{"midtrans"/),
  ]);
  const { folder: databaseFolder, ...urls } = JSON.parse(postgres.line) as Stage['urls'] & { folder: string };
  const { midtrans, whatsapp } = JSON.parse(simulators.line) as { midtrans: string; whatsapp: string };
  await migrateMarket(urls.owner, new URL(urls.app).username);
  const children = new Map<ProcessName, Child>();
  const fallen = new Fallen();
  fallen.watch('postgres', postgres, false);
  fallen.watch('simulators', simulators, false);
  const pidFile = join(databaseFolder, 'cluster', 'postmaster.pid');
  const postmasterPid = (): number => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  let postmaster = postmasterPid();
  return {
    ...{ folder, webs, midtrans, whatsapp, urls, postmasterPid },
    postgresWasKilled() {
      postmaster = postmasterPid();
    },
    fallen() {
      const isAnother = !existsSync(pidFile) || postmasterPid() !== postmaster;
      return [...fallen.sentences(), ...(isAnother ? ['the server of PostgreSQL ended by itself'] : [])];
    },
    async start(name, more = {}) {
      const usual = environmentOf({ folder, urls, midtrans, whatsapp, port: ports[name], publicUrl: webs[0] });
      const role = { ROLE: name === 'worker' ? 'worker' : 'web', ...environment[name] };
      // It may die at a marked point before it says that it is ready.
      const child = await plan(name, ['api/main.ts'], /^(?:Berjubel: |ends at )/, { ...usual, ...role, ...more });
      children.set(name, child);
      fallen.watch(name, child, 'CRASH_AT' in more);
      return child.readyMs;
    },
    child: (name) => children.get(name) ?? null,
    rows: (text, values = []) => rowsOf(urls.superuser, text, values),
    skip(seconds) {
      writeFileSync(clockFile, String(aheadMs() + seconds * 1000));
    },
    now: () => new Date(Date.now() + aheadMs()),
    async close() {
      for (const name of PROCESSES) children.get(name)?.signal('SIGKILL');
      await Promise.all(PROCESSES.map((name) => children.get(name)?.over));
      for (const helper of [simulators, postgres]) helper.closeInput();
      await Promise.all([simulators.over, postgres.over]);
    },
  };
}

function environmentOf(
  on: Pick<Stage, 'folder' | 'urls' | 'midtrans' | 'whatsapp'> & { port: number; publicUrl: string },
) {
  const many = '999999';
  return {
    ...{ PORT: String(on.port), HOST: '127.0.0.1', PUBLIC_URL: on.publicUrl, SEED: 'none', LOG_LEVEL: 'warn' },
    ...{
      DATABASE_URL: on.urls.app,
      DATA_DIR: join(on.folder, 'files'),
      SECRET: 'the secret of the faults, long enough',
    },
    ...{ MIDTRANS_SERVER_KEY: SECRETS.serverKey, MIDTRANS_SIMULATOR_URL: on.midtrans },
    ...{ WHATSAPP_API_URL: on.whatsapp, WHATSAPP_PHONE_NUMBER_ID: '1', WHATSAPP_TOKEN: SECRETS.token },
    ...{ WHATSAPP_APP_SECRET: SECRETS.appSecret, WHATSAPP_VERIFY_TOKEN: 'verify' },
    ...{ RATE_LIMIT_PER_MINUTE: many, UNPAID_ORDERS_PER_PERSON: many, PIECES_PER_PERSON: many },
    ...{ PAYOUT_MINIMUM: '1000', PAYOUT_PAUSE_HOURS: '0' },
  };
}

async function rowsOf<Row extends object>(url: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the server is killed under it on purpose
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
