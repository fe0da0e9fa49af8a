import { readdir } from 'node:fs/promises';
import type { EntityClass } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { giveBackLost } from './lost-connections.ts';
import { IDLE_MS } from './pool.ts';
import { prepareStatements } from './prepared.ts';

/** Where the checked-in migrations stand, seen from this file. */
const MIGRATIONS = new URL('../../migrations/', import.meta.url).pathname;

/** Names of the checked-in migrations, as the database notes those that ran. */
export async function migrationNames(): Promise<string[]> {
  const files = await readdir(decodeURIComponent(MIGRATIONS));
  return files.filter((file) => /^Migration\w+\.ts$/.test(file)).map((file) => file.slice(0, -'.ts'.length));
}

/** What the ORM needs to connect. */
export interface OrmOptions {
  readonly url: string;
  readonly entities: readonly EntityClass<object>[];
  /** Connections of the pool; a use case holds one for its transaction. */
  readonly connections?: number;
}

/** Opens the ORM. Its pool survives the loss of connections; nothing is synchronised by itself: migrations rule. */
export async function openOrm({ url, entities, connections = 10 }: OrmOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    namingStrategy: UnderscoreNamingStrategy,
    extensions: [Migrator],
    migrations: {
      path: decodeURIComponent(MIGRATIONS),
      snapshot: false,
      transactional: true,
      allOrNothing: true,
      silent: true,
      glob: '!(*.d).ts',
    },
    // The queue's tables, and what stands in rules migrations, are not the entities' to compare.
    schemaGenerator: {
      ignoreSchema: ['graphile_worker'],
      ignoreTriggers: true,
      ignoreRoutines: true,
      ignorePolicies: true,
    },
    forceUtcTimezone: true,
    pool: { min: 0, max: connections, idleTimeoutMillis: IDLE_MS },
    driverOptions: {
      pipeline: true,
      onPoolCreated(pool: Pool) {
        giveBackLost(pool);
        prepareStatements(pool);
      },
    },
    ignoreUndefinedInQuery: false,
    debug: false,
    allowGlobalContext: false,
  });
}
