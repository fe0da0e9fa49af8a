import { Client } from 'pg';

/** Owns the database and migrates it. */
export const OWNER_ROLE = 'berjubel_owner';
/** Runs the program: reads and writes rows, and can neither make tables nor change them. */
export const APP_ROLE = 'berjubel_app';

/** Extensions that only a superuser may create. */
const EXTENSIONS = ['pg_trgm', 'unaccent'];

/** Makes the two roles, or gives them their passwords again. */
export async function ensureRoles(superuserUrl: string, passwords: { owner: string; app: string }): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    for (const [role, password] of [
      [OWNER_ROLE, passwords.owner],
      [APP_ROLE, passwords.app],
    ] as const) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      await client.query(
        `${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`,
      );
    }
  });
}

/** Makes a database that belongs to the owner and that the application's role may use; a copy of `template` where given.
 *  One that already exists is left as it is. */
export async function createDatabase(
  urlOf: (database: string) => string,
  name: string,
  template?: string,
): Promise<void> {
  const created = await withClient(urlOf('postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return false;
    const source = client.escapeIdentifier(template ?? 'template0');
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${OWNER_ROLE} TEMPLATE ${source}`);
    return true;
  });
  // Also for one that was there: a start killed between the two steps is completed by the next.
  if (!created || !template) await withClient(urlOf(name), grantUse);
}

/** Drops a database and cuts the connections to it. One that is not there is no fault. */
export async function dropDatabase(urlOf: (database: string) => string, name: string): Promise<void> {
  await withClient(urlOf('postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
  );
}

/** Opens a connection for one piece of work. */
async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'berjubel-setup',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {}); // the query under way rejects with the same fault
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function grantUse(client: Client): Promise<void> {
  await client.query(`
    ${EXTENSIONS.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name};`).join('\n')}
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER_ROLE} GRANT USAGE ON SCHEMAS TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER_ROLE} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER_ROLE} GRANT USAGE, SELECT ON SEQUENCES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER_ROLE} GRANT EXECUTE ON FUNCTIONS TO ${APP_ROLE};
  `);
}
