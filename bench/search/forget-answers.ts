import type pg from 'pg';

/** Has every process make its answers anew, as any change of the market does. */
export async function forgetAnswers(admin: pg.Client): Promise<void> {
  await admin.query(`update search_version set version = version + 1 where part = 'document'`);
}
