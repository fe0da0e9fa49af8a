import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Column, columnOf, type SheetRow } from './sheet.ts';

/** Rows of a file with one JSON object on each line. A line that holds none is a fault. */
export async function* readJsonLines(file: string): AsyncIterable<SheetRow> {
  const source = createReadStream(file, 'utf8');
  let line = 0;
  try {
    for await (const text of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      const json = text.replace(/^\ufeff/, '').trim();
      if (json === '') continue;
      const cells = cellsOfObject(json);
      yield cells ? { line, cells } : { line, code: 'ROW_UNREADABLE', values: {} };
    }
  } finally {
    source.destroy();
  }
}

function cellsOfObject(json: string): Map<Column, string> | null {
  const object = parsed(json);
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return null;
  const cells = new Map<Column, string>();
  for (const [name, value] of Object.entries(object)) {
    const column = columnOf(name);
    if (column && !cells.has(column)) cells.set(column, textOf(value));
  }
  return cells;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}
