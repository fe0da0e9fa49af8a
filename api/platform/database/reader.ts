import type { Pool } from 'pg';

/** Plain SQL for reads. A named statement is prepared once per connection. */
export interface Reader {
  /** Rows of one statement. `name` must be unique to the text; leave it out for text that varies. */
  rows<Row extends object>(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
}

/** A reader over a pool of connections. */
export function poolReader(pool: Pool): Reader {
  return {
    async rows<Row extends object>(text: string, values: readonly unknown[] = [], name?: string): Promise<Row[]> {
      const result = await pool.query<Row>({ text, values: [...values], ...(name ? { name } : {}) });
      return result.rows;
    },
  };
}
