import escapeHtml, { type HtmlSafeString, safe } from 'escape-html-template-tag';

/** HTML that is safe to send: every value in it was escaped. */
export type Html = HtmlSafeString;

/** What a template takes: text is escaped, Html stands as it is, lists are joined, nothing shows for null, undefined and booleans. */
export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[];

/** Template tag for HTML; escapes every value that is not Html already. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return escapeHtml(parts, ...values.map(shown));
}

/** Takes text as HTML. Only for text that we wrote ourselves: drawings, icons. */
export function trusted(text: string): Html {
  return safe(text);
}

function shown(value: HtmlValue): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  return Array.isArray(value) ? value.map(shown) : value;
}

/** JSON for a script element: cannot close it, cannot open a comment. */
export function jsonForScript(value: unknown): Html {
  return trusted(
    JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/\u2028|\u2029/g, ''),
  );
}
