import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { howWritten, readCsv } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readXlsx } from './read-xlsx.ts';
import { SheetError, type SheetRow } from './sheet.ts';

/** The rows of a sheet; each call reads them anew. */
type Rows = () => AsyncIterable<SheetRow>;

const csv = async (file: string): Promise<Rows> => {
  const written = await howWritten(file);
  return () => readCsv(file, written);
};
const xlsx =
  async (file: string): Promise<Rows> =>
  () =>
    readXlsx(file);
const jsonLines =
  async (file: string): Promise<Rows> =>
  () =>
    readJsonLines(file);

const READERS: Readonly<Record<string, (file: string) => Promise<Rows>>> = {
  '.csv': csv,
  '.tsv': csv,
  '.txt': csv,
  '.xlsx': xlsx,
  '.jsonl': jsonLines,
  '.ndjson': jsonLines,
};

/** The rows of a sheet, by the ending of its name; each call reads the file anew. Throws a SheetError for a file that is not there or of no known kind. */
export async function openSheet(file: string): Promise<Rows> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new SheetError(`No such file: ${file} / Berkas tidak ditemukan: ${file}`);
  const reader = READERS[extname(file).toLowerCase()];
  if (!reader)
    throw new SheetError(
      `Unknown format: ${file}; a name ends in ${Object.keys(READERS).join(', ')}. / Jenis berkas tidak dikenal.`,
    );
  return reader(file);
}
