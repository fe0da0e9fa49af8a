import 'reflect-metadata';
import { ENTITIES } from './domains.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { migrate } from './platform/database/migrate.ts';

/** Brings a marketplace database up to date as its owner and gives the application's role its rights. */
export function migrateMarket(ownerUrl: string, appRole = 'berjubel_app'): Promise<void> {
  return migrate(ownerUrl, appRole, ENTITIES, MIGRATIONS);
}
