import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../api/platform/database/embedded-postgres.ts';
import type { TestServer } from './database.ts';

/** The test run's PostgreSQL, in a process of its own: it ends when its input closes, which happens also when the run is
 *  interrupted or killed, so that no server and no folder stays behind. Prints a TestServer as one line of JSON. */
const EMPTY = 'berjubel_empty';
const TEMPLATE = 'berjubel_template';
const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));

const folder = await mkdtemp(join(tmpdir(), 'berjubel-test-'));
await chmod(folder, 0o711); // under root PostgreSQL runs as another account, which must get through
const inputClosed = once(process.stdin.resume(), 'end');

let server: EmbeddedPostgres | undefined;
try {
  server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log, durable: false, maxConnections: 200 });
  await server.createDatabase(EMPTY);
  await server.createDatabase(TEMPLATE, { template: EMPTY });
  const failure = await migrateTemplate(server.ownerUrl(TEMPLATE));
  const urls = { superuser: server.superuserUrl('%'), owner: server.ownerUrl('%'), app: server.appUrl('%') };
  const ready: TestServer = { urls, empty: EMPTY, template: TEMPLATE, failure };
  process.stdout.write(`${JSON.stringify({ folder, ...ready })}\n`);
  await inputClosed;
} finally {
  await server?.stop();
  for (const left of [server?.folder, folder]) if (left) await rm(left, { recursive: true, force: true });
}

/** The reason why there is no migrated template; it fails the files that ask for one, and no others. */
async function migrateTemplate(ownerUrl: string): Promise<string | undefined> {
  try {
    const { migrateMarket } = await import('../../api/migrate.ts');
    await migrateMarket(ownerUrl);
    return undefined;
  } catch (error) {
    log.error(error);
    return `The template of the test databases cannot be migrated: ${(error as Error).message}`;
  }
}
