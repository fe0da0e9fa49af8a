import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { migrateMarket } from '../../api/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../api/platform/database/embedded-postgres.ts';

/** The test run's PostgreSQL, in a process of its own: it ends when its input closes, which happens also when the run is
 *  interrupted or killed, so that no server and no folder stays behind. Prints its addresses as one line of JSON. */
const TEMPLATE = 'berjubel_template';
const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));

const folder = await mkdtemp(join(tmpdir(), 'berjubel-test-'));
await chmod(folder, 0o711); // under root PostgreSQL runs as another account, which must get through
const inputClosed = new Promise<void>((resolve) => process.stdin.resume().once('close', resolve));

let server: EmbeddedPostgres | undefined;
try {
  server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log, durable: false, maxConnections: 200 });
  await server.createDatabase(TEMPLATE);
  await migrateMarket(server.ownerUrl(TEMPLATE));
  const urls = { superuser: server.superuserUrl('%'), owner: server.ownerUrl('%'), app: server.appUrl('%') };
  process.stdout.write(`${JSON.stringify({ template: TEMPLATE, urls })}\n`);
  await inputClosed;
} finally {
  await server?.stop();
  for (const left of [server?.folder, folder]) if (left) await rm(left, { recursive: true, force: true });
}
