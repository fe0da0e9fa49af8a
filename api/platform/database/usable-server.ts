import { Client } from 'pg';
import { StartError } from '../start-error.ts';

const OLDEST_MAJOR = 16;

/** Makes sure that a server the operator named can hold the market: it answers within ten seconds, is PostgreSQL 16 or
 *  newer, and the database's encoding is UTF8. Throws StartError that names the setting, the host and the database, and
 *  never the password. */
export async function assertUsableServer(url: string, setting = 'DATABASE_URL'): Promise<void> {
  const where = describeAddress(url, setting);
  const { version, encoding } = await ask(url).catch((error: unknown) => {
    throw new StartError(`${setting}: cannot use ${where}: ${reason(error, url)}.`);
  });
  if (version < OLDEST_MAJOR * 10_000) {
    throw new StartError(
      `${setting}: ${where} is PostgreSQL ${Math.floor(version / 10_000)}; ${OLDEST_MAJOR} or newer is needed.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new StartError(
      `${setting}: the encoding of ${where} is ${encoding}; UTF8 is needed (CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0).`,
    );
  }
}

async function ask(url: string): Promise<{ version: number; encoding: string }> {
  const client = new Client({
    connectionString: url,
    application_name: 'berjubel-setup',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {}); // the query under way rejects with the same fault
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
    );
    return { version: Number(rows[0]?.version), encoding: rows[0]?.encoding ?? '' };
  } finally {
    await client.end().catch(() => {}); // a connection that was never made
  }
}

function describeAddress(url: string, setting: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new StartError(`${setting} is not an address: it looks like postgres://user:password@host:5432/database.`);
  }
  if (!['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw new StartError(`${setting} must begin with postgres://, not with ${parsed.protocol}//.`);
  }
  return `database "${decodeURIComponent(parsed.pathname.slice(1))}" at ${parsed.host || 'the local socket'}`;
}

/** The cause in one line. A failed look-up of several addresses has its causes inside and no text of its own. */
function reason(error: unknown, url: string): string {
  const { code, message } = (
    error instanceof AggregateError ? (error.errors[0] ?? error) : error
  ) as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the host name cannot be looked up',
    ETIMEDOUT: 'it does not answer',
    EHOSTUNREACH: 'the host cannot be reached',
    '28P01': 'user or password is wrong',
    '3D000': 'there is no such database',
    '53300': 'it has no free connection',
  };
  if (code && known[code]) return known[code];
  const { password } = new URL(url);
  const said = message || String(code);
  return (password ? said.replaceAll(password, '***').replaceAll(decodeURIComponent(password), '***') : said).replace(
    /\.$/,
    '',
  );
}
