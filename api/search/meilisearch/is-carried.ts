import type { FormQuery } from '../form-query.ts';

/** Whether a document with these forms is found by a query: the same as the filter that `formFilter` makes of it. */
export function isCarried(query: FormQuery, forms: ReadonlySet<string>): boolean {
  if ('form' in query) return query.isBegun ? isBegun(query.form, forms) : forms.has(query.form);
  if ('all' in query) return query.all.every((each) => isCarried(each, forms));
  return query.any.some((each) => isCarried(each, forms));
}

function isBegun(beginning: string, forms: ReadonlySet<string>): boolean {
  for (const form of forms) if (form.startsWith(beginning)) return true;
  return false;
}
