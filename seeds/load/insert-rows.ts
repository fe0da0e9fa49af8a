import type { EntityClass } from '@mikro-orm/core';
import type { Tx } from '../../api/platform/database/transaction.ts';

/** Rows of one table, by the names of the entity's properties. All have the same ones; columns that they leave out get their defaults. */
export interface RowsOf {
  readonly entity: EntityClass<object>;
  readonly rows: readonly object[];
}

/**
 * Enters rows of several tables by one statement, however many there are: references between them are checked at its end, and the
 * database is not kept waiting between one table and the next.
 */
export async function insertRows(tx: Tx, ...tables: readonly RowsOf[]): Promise<void> {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return;
  const inserts = filled.map(({ entity, rows }, at) => {
    const { tableName, props } = tx.getMetadata().get(entity);
    const columnOf = new Map<string, string | undefined>(props.map(({ name, fieldNames }) => [name, fieldNames?.[0]]));
    const fields = Object.keys(rows[0] ?? {}).map((name) => ({ name, column: columnOf.get(name) ?? name }));
    const columns = fields.map(({ column }) => `"${column}"`).join(', ');
    const texts = rows.map((row) =>
      Object.fromEntries(fields.map(({ name, column }) => [column, (row as Record<string, unknown>)[name]])),
    );
    return {
      sql: `t${at} as (insert into "${tableName}" (${columns}) select ${columns} from json_populate_recordset(null::"${tableName}", ?::json))`,
      text: JSON.stringify(texts),
    };
  });
  await tx.execute(
    `with ${inserts.map(({ sql }) => sql).join(', ')} select`,
    inserts.map(({ text }) => text),
  );
}
