import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type Column, cellsOf, columnsOf, SheetError, type SheetRow } from './sheet.ts';
import { TextTable } from './text-table.ts';

const NOT_A_SHEET = 'This is not an XLSX file, or it is damaged / Ini bukan berkas XLSX, atau rusak';
/** Columns further right than this hold nothing of ours. */
const MOST_COLUMNS = 200;

/** Rows of the first sheet of an XLSX file, one after another; of the file only the table of texts is held in memory. */
export async function* readXlsx(file: string): AsyncIterable<SheetRow> {
  const zip = await openPromise(file, { autoClose: false }).catch(failed);
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const texts = await sharedTexts(zip, entries.get('xl/sharedStrings.xml'));
    const sheet = entries.get(await firstSheet(zip, entries));
    if (!sheet) throw new SheetError(`${NOT_A_SHEET}.`);
    let columns: (Column | null)[] | null = null;
    for await (const { line, values } of rowsOf(zip, sheet, texts)) {
      if (columns === null) {
        if (values.some((text) => text)) columns = columnsOf(Array.from(values, (text) => text ?? ''));
        continue;
      }
      const cells = cellsOf(columns, values);
      if (cells) yield { line, cells };
    }
    if (columns === null) columnsOf([]);
  } catch (error) {
    failed(error);
  } finally {
    zip.close();
  }
}

/** Faults of the archive and of its XML are the file's. */
function failed(error: unknown): never {
  if (error instanceof SheetError || !(error instanceof Error) || 'syscall' in error) throw error;
  throw new SheetError(`${NOT_A_SHEET} (${error.message}).`, { cause: error });
}

/** Name of the first sheet's part in the archive. */
async function firstSheet(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<string> {
  const ids: string[] = [];
  const targets = new Map<string, string>();
  for await (const tag of tagsOf(zip, entries.get('xl/workbook.xml')))
    if (local(tag.name) === 'sheet') ids.push(tag.attributes['r:id'] ?? '');
  for await (const tag of tagsOf(zip, entries.get('xl/_rels/workbook.xml.rels')))
    targets.set(tag.attributes.Id ?? '', tag.attributes.Target ?? '');
  const target = targets.get(ids[0] ?? '') ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function* tagsOf(zip: ZipFile, entry: Entry | undefined): AsyncIterable<SaxesTagPlain> {
  const found: SaxesTagPlain[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => found.push(tag));
  for await (const _ of fed(zip, entry, parser)) yield* found.splice(0);
}

/** The table of texts that cells refer to by number. Readings of East Asian signs are left out. */
async function sharedTexts(zip: ZipFile, entry: Entry | undefined): Promise<TextTable> {
  const texts = new TextTable();
  let text = '';
  let isText = false;
  let isReading = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (local(name) === 'si') text = '';
    if (local(name) === 'rPh') isReading = true;
    isText = local(name) === 't';
  });
  parser.on('text', (more) => {
    if (isText && !isReading) text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (local(name) === 'si') texts.add(text);
    if (local(name) === 'rPh') isReading = false;
    isText = false;
  });
  for await (const _ of fed(zip, entry, parser));
  return texts;
}

interface XlsxRow {
  readonly line: number;
  readonly values: (string | undefined)[];
}

async function* rowsOf(zip: ZipFile, sheet: Entry, texts: TextTable): AsyncIterable<XlsxRow> {
  const rows: XlsxRow[] = [];
  let row: XlsxRow = { line: 0, values: [] };
  let column = -1;
  let type = '';
  let value = '';
  let isValue = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name);
    if (tag === 'row') {
      row = { line: Number(attributes.r ?? row.line + 1), values: [] };
      column = -1;
    } else if (tag === 'c') {
      column = attributes.r ? columnNumber(attributes.r) : column + 1;
      type = attributes.t ?? 'n';
      value = '';
    }
    isValue = tag === 'v' || tag === 't';
  });
  parser.on('text', (more) => {
    if (isValue) value += more;
  });
  parser.on('closetag', ({ name }) => {
    if (local(name) === 'c' && column < MOST_COLUMNS) row.values[column] = cellText(type, value, texts);
    if (local(name) === 'row') rows.push(row);
    isValue = false;
  });
  for await (const _ of fed(zip, sheet, parser)) yield* rows.splice(0);
}

/** Hands a part of the archive to a parser, a piece at a time. */
async function* fed(zip: ZipFile, entry: Entry | undefined, parser: SaxesParser): AsyncIterable<void> {
  if (!entry) return;
  const stream = await zip.openReadStreamPromise(entry);
  stream.setEncoding('utf8');
  parser.on('error', (error) => {
    throw error;
  });
  for await (const piece of stream as AsyncIterable<string>) {
    parser.write(piece);
    yield;
  }
  parser.close();
}

/** What a cell says: numbers as people write them without signs, errors of formulas as nothing. */
function cellText(type: string, value: string, texts: TextTable): string {
  if (type === 's') return texts.at(Number(value));
  if (type === 'e') return '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  return type === 'n' && /e/i.test(value) ? String(Number(value)) : value;
}

/** The number of a column from the name of a cell: 0 for A5, 27 for AB5. */
function columnNumber(cell: string): number {
  let number = 0;
  for (const letter of cell.replace(/\d+$/, '')) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
