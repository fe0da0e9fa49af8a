import { type FormQuery, isNothing } from '../form-query.ts';

/** A form as text of a tsquery or a tsvector: it means itself, whatever is written in it. */
export function lexeme(form: string): string {
  return `'${form.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Text of the tsquery that asks for this; null for what nothing can carry. */
export function tsQuery(query: FormQuery): string | null {
  if (isNothing(query)) return null;
  if ('form' in query) return query.isBegun ? `${lexeme(query.form)}:*` : lexeme(query.form);
  if ('any' in query) return together(query.any.filter((each) => !isNothing(each)).map(tsQuery), '|');
  return together(query.all.map(tsQuery), '&');
}

/** These queries, of which none is null, as one. */
function together(queries: readonly (string | null)[], operator: '&' | '|'): string {
  return queries.length === 1 ? (queries[0] ?? '') : `(${queries.join(` ${operator} `)})`;
}

/**
 * SQL of a tsquery whose words the planner does not see: it would take many alternatives for many hits, and read every entry instead
 * of asking the index.
 */
export function hidden(query: string): string {
  return `(select ${query})`;
}
