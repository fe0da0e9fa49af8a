import { writeFile } from 'node:fs/promises';
import { ENTITIES } from '../domains.ts';
import { openOrm } from '../platform/database/orm.ts';

/**
 * Writes the first migration, which makes all tables, from the entities: `npm run migration:tables`. Only until the first
 * release; a released table is changed by a migration of its own.
 */
const orm = await openOrm({ url: 'postgres://nobody@localhost/nowhere', entities: ENTITIES, connections: 1 });
const statements = (await orm.schema.getCreateSchemaSQL({ wrap: false }))
  .split(/;\s*\n/)
  .map((statement) => statement.trim().replace(/;$/, ''))
  .filter((statement) => statement !== '');
const lines = statements.map((statement) => `    this.addSql(${JSON.stringify(statement)});`);
const text = `import { Migration } from '@mikro-orm/migrations';

/** All tables as the entities describe them; written by \`npm run migration:tables\`. */
export class Migration20261124000000_tables extends Migration {
  override up(): void {
${lines.join('\n')}
  }
}
`;
await writeFile(new URL('../migrations/Migration20261124000000_tables.ts', import.meta.url), text);
await orm.close(true);
