import type { FormQuery } from '../form-query.ts';

/** A form as text of a tsquery or a tsvector: it means itself, whatever is written in it. */
export function lexeme(form: string): string {
  // Hardly a form holds one of these.
  const plain = /['\\]/.test(form) ? form.replaceAll('\\', '\\\\').replaceAll("'", "''") : form;
  return `'${plain}'`;
}

/** Text of the tsquery that asks for this; null for what nothing can carry. */
export function tsQuery(query: FormQuery): string | null {
  if ('form' in query) return query.isBegun ? `${lexeme(query.form)}:*` : lexeme(query.form);
  if ('any' in query) {
    const some = query.any.map(tsQuery).filter((text) => text !== null);
    return some.length === 0 ? null : together(some, '|');
  }
  const all = query.all.map(tsQuery);
  return all.includes(null) ? null : together(all, '&');
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
