import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Rows of a sheet under their headings; a number is written as a number. */
export type Rows = readonly (readonly (string | number | boolean | null)[])[];

/** Writes a CSV file with these line ends and separators, as Excel does. */
export async function writeCsv(
  file: string,
  rows: Rows,
  { separator = ',', lineEnd = '\n', mark = '' } = {},
): Promise<string> {
  const cell = (value: Rows[number][number]): string => {
    const text = String(value ?? '');
    return /["\n\r,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  await writeFile(file, mark + rows.map((row) => row.map(cell).join(separator) + lineEnd).join(''));
  return file;
}

/** Writes a file of one JSON object a line. */
export async function writeJsonLines(file: string, [headings = [], ...rows]: Rows): Promise<string> {
  const object = (row: Rows[number]): object => Object.fromEntries(headings.map((name, at) => [name, row[at]]));
  await writeFile(file, rows.map((row) => `${JSON.stringify(object(row))}\n`).join(''));
  return file;
}

/** Writes an XLSX file with one sheet; texts stand in the shared table, as Excel puts them. */
export async function writeXlsx(file: string, rows: Rows): Promise<string> {
  const texts: string[] = [];
  const cell = (value: Rows[number][number], at: number, row: number): string => {
    const name = `${String.fromCharCode(65 + at)}${row + 1}`;
    if (value === null || value === '') return '';
    if (typeof value === 'number') return `<c r="${name}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${name}" t="b"><v>${value ? 1 : 0}</v></c>`;
    return `<c r="${name}" t="s"><v>${texts.push(value) - 1}</v></c>`;
  };
  const sheet = rows
    .map((row, n) => `<row r="${n + 1}">${row.map((value, at) => cell(value, at, n)).join('')}</row>`)
    .join('');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Barang" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${main}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  };
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts))
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
