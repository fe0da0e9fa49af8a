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
  const kind = 'any' in query ? 'any' : 'all';
  const parts = partsOf(query, kind);
  if (kind === 'all' && parts.includes(null)) return null;
  const some = new Set(parts.filter((part) => part !== null));
  return some.size === 0 ? null : together(some, kind === 'any' ? '|' : '&');
}

/** Texts of tsqueries of which any is enough: what `tsQuery` asks for, taken apart. */
export function alternativesOf(query: FormQuery): readonly string[] {
  return [...new Set(partsOf(query, 'any').filter((part) => part !== null))];
}

/** Texts of what any or all is asked of: of any of any as of any. */
function partsOf(query: FormQuery, kind: 'any' | 'all'): readonly (string | null)[] {
  const each = kind === 'any' ? 'any' in query && query.any : 'all' in query && query.all;
  return each ? each.flatMap((part) => partsOf(part, kind)) : [tsQuery(query)];
}

/** These queries, of which none is null, as one. */
function together(queries: ReadonlySet<string>, operator: '&' | '|'): string {
  const [only] = queries;
  return queries.size === 1 ? (only ?? '') : `(${[...queries].join(` ${operator} `)})`;
}

/**
 * SQL of a tsquery whose words the planner does not see: it would take many alternatives for many hits, and read every entry instead
 * of asking the index.
 */
export function hidden(query: string): string {
  return `(select ${query})`;
}

/**
 * SQL (boolean) that an entry `d` carries of each list of tsqueries, given as a parameter, any one, hidden likewise. The index is asked once for
 * each query and hands on all that it has; of one query with as many words it would try each product against all of them.
 */
export function carriesAnyOfEach(lists: readonly string[]): string {
  const each = lists.map((list) => `d.forms @@ any(${hidden(list)}::tsquery[])`);
  // By itself each of several would be asked for each of the others; beside something else, be it nothing, it is asked apart.
  return each.length === 1
    ? each.join()
    : each.map((sql) => `(${sql} or d.forms @@ ${hidden(`''::tsquery`)})`).join(' and ');
}
