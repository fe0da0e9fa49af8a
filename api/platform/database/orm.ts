import type { EntityClass } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { giveBackLost } from './lost-connections.ts';
import { IDLE_MS } from './pool.ts';
import { prepareStatements } from './prepared.ts';

/** A change of the tables; the database notes that it ran by its class's name. */
export type MigrationClass = new (...given: ConstructorParameters<typeof Migration>) => Migration;

/** What the ORM needs to connect. */
export interface OrmOptions {
  readonly url: string;
  readonly entities: readonly EntityClass<object>[];
  /** Connections of the pool; a use case holds one for its transaction. */
  readonly connections?: number;
  /** What the migrator brings the database up to date with, in this order. */
  readonly migrations?: readonly MigrationClass[];
}

/** Opens the ORM. Its pool survives the loss of connections; nothing is synchronised by itself: migrations rule. */
export async function openOrm({ url, entities, connections = 10, migrations = [] }: OrmOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    namingStrategy: UnderscoreNamingStrategy,
    extensions: [Migrator],
    migrations: {
      migrationsList: [...migrations],
      snapshot: false,
      transactional: true,
      allOrNothing: true,
      silent: true,
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
