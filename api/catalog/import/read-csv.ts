import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Column, cellsOf, columnsOf, SheetError, type SheetRow } from './sheet.ts';
import { shiftOf } from './shifted-row.ts';
import { type Encoding, encodingOf, firstText, textPieces } from './text-encoding.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** A row longer than this has a quotation mark that nobody closed. */
const LONGEST_ROW = 1_000_000;
const LINE_END = /\r\n|\r|\n/g;
/** By which spreadsheets are told the separator, on a line before the columns. */
const SEPARATOR_LINE = /^sep=(.)\s*$/i;

interface CsvRecord {
  readonly record: string[];
  readonly raw: string;
}

/** How a CSV file is written. */
export interface HowWritten {
  readonly encoding: Encoding;
  readonly separator: string;
}

/** Finds out how a CSV file is written; reads all of it, twice when it is not UTF-8. */
export async function howWritten(file: string): Promise<HowWritten> {
  const encoding = await encodingOf(file);
  return { encoding, separator: await separatorOf(file, encoding) };
}

/** Rows of a CSV file, one after another: UTF-8, UTF-16 with its mark or windows-1252, separated by commas, semicolons, tabs or bars. */
export async function* readCsv(file: string, { encoding, separator }: HowWritten): AsyncIterable<SheetRow> {
  const parser = parse({
    delimiter: separator,
    raw: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
  });
  const source = Readable.from(textPieces(file, encoding));
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
      const shift = shiftOf(line, record, { columns, separator });
      if (shift) yield shift;
      else if (cells) yield { line, cells };
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
async function separatorOf(file: string, encoding: Encoding): Promise<string> {
  const [first = ''] = (await firstText(file, encoding, 65_536)).trimStart().split(/\r\n|\r|\n/, 1);
  const told = SEPARATOR_LINE.exec(first)?.[1];
  if (told) return told;
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
