import type { FormQuery } from '../form-query.ts';
import { quoted } from './filter.ts';

/** What a document must carry, in Meilisearch's filter language. */
export function formFilter(query: FormQuery): string {
  if ('form' in query) return query.isBegun ? `forms STARTS WITH ${quoted(query.form)}` : oneOf([query.form]);
  if ('all' in query) return `(${query.all.map(formFilter).join(' AND ')})`;
  const whole = query.any.flatMap((each) => ('form' in each && !each.isBegun ? [each.form] : []));
  const others = query.any.filter((each) => !('form' in each) || each.isBegun).map(formFilter);
  const parts = [...new Set(whole.length > 0 || others.length === 0 ? [oneOf(whole), ...others] : others)];
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`;
}

const oneOf = (forms: readonly string[]): string => `forms IN [${forms.map(quoted).join(', ')}]`;
