import { once } from 'node:events';
import pino from 'pino';
import { startEmbeddedPostgres } from '../../../api/platform/database/embedded-postgres.ts';

/** A program that owns a data folder: `owner-process.ts <dataDir> [uid]`. Prints one line of JSON, its addresses or its
 *  failure, and runs until its input closes. With a uid it first gives up the rights of root. */
const [, , dataDir = '', uid] = process.argv;
if (uid) {
  process.setgroups?.([]);
  process.setgid?.(Number(uid));
  process.setuid?.(Number(uid));
}
try {
  const server = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'warn' }, pino.destination(2)) });
  await server.createDatabase('market');
  const urls = {
    owner: server.ownerUrl('market'),
    app: server.appUrl('market'),
    superuser: server.superuserUrl('market'),
  };
  process.stdout.write(`${JSON.stringify({ urls })}\n`);
  await once(process.stdin.resume(), 'end');
  await server.stop();
} catch (error) {
  const { name, message } = error as Error;
  process.stdout.write(`${JSON.stringify({ failure: { name, message } })}\n`);
  process.exitCode = 1;
}
