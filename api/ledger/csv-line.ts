/** Beginnings that make a sheet take a text for a formula. */
const FORMULA = /^[\s]*[=+\-@\t\r\n]/;

/**
 * One line of a CSV file (RFC 4180, ends with CRLF). Every text stands in quotes, and one that a sheet would take for a formula gets
 * an apostrophe before it; numbers stand bare. Sheets with Indonesian settings open only what semicolons part.
 */
export function csvLine(values: readonly (string | number)[], separator: ',' | ';' = ','): string {
  return `${values.map(cell).join(separator)}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
