import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { type Column, cellsOf, columnsOf, SheetError, type SheetRow } from './sheet.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** A row longer than this has a quotation mark that nobody closed. */
const LONGEST_ROW = 1_000_000;
const LINE_END = /\r\n|\r|\n/g;
/** By which spreadsheets are told the separator, on a line before the columns. */
const SEPARATOR_LINE = /^\ufeff?sep=(.)\s*$/i;

interface CsvRecord {
  readonly record: string[];
  readonly raw: string;
}

/** Rows of a CSV file, one after another: UTF-8 with or without its mark, separated by commas, semicolons, tabs or bars. */
export async function* readCsv(file: string): AsyncIterable<SheetRow> {
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(file),
    raw: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
  });
  const source = createReadStream(file);
  source.on('error', (error) => parser.destroy(error));
  let columns: (Column | null)[] | null = null;
  let next = 1;
  try {
    for await (const { record, raw } of source.pipe(parser) as AsyncIterable<CsvRecord>) {
      const line = next;
      next += raw.match(LINE_END)?.length ?? 0;
      if (columns === null) {
        if (record.some((text) => text.trim() !== '') && !SEPARATOR_LINE.test(raw)) columns = columnsOf(record);
        continue;
      }
      const cells = cellsOf(columns, record);
      if (cells) yield { line, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SheetError(`This is not CSV: ${error.message} / Ini bukan CSV yang benar.`);
  } finally {
    source.destroy();
  }
  if (columns === null) columnsOf([]);
}

/** The sign that separates the first row most often. */
async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const [first = ''] = buffer
      .toString('utf8', 0, bytesRead)
      .trimStart()
      .split(/\r\n|\r|\n/, 1);
    const told = SEPARATOR_LINE.exec(first)?.[1];
    if (told) return told;
    const bare = first.replace(/"[^"]*"/g, '');
    const count = (sign: string): number => bare.split(sign).length;
    return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  } finally {
    await handle.close();
  }
}
