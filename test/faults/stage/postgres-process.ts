import { once } from 'node:events';
import { startEmbeddedPostgres } from '../../../api/platform/database/embedded-postgres.ts';
import { createLog } from '../../../api/platform/http/log.ts';

/**
 * The stage's PostgreSQL, with fsync, kept running by its supervisor also when it is killed: `postgres-process.ts <folder>`. Prints
 * its addresses as one line of JSON and ends when its input closes.
 */
const [folder = ''] = process.argv.slice(2);
const ended = once(process.stdin.resume(), 'end');
const log = createLog('warn', { write: (line: string) => void process.stderr.write(line) });
const server = await startEmbeddedPostgres({ dataDir: folder, log, durable: true, maxConnections: 200 });
await server.createDatabase('faults');
const urls = {
  owner: server.ownerUrl('faults'),
  app: server.appUrl('faults'),
  superuser: server.superuserUrl('faults'),
};
process.stdout.write(`${JSON.stringify({ ...urls, folder: server.folder })}\n`);
await ended;
await server.stop();
