import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Keeps records on disk as one JSON line per change; the last line of a key wins and `null` removes it. A line cut short by
 * a kill is ignored, and the file is written afresh when it is opened. Without a path it keeps nothing.
 */
export class RecordFile {
  private readonly path: string | undefined;
  private waiting: string[] = [];
  private writing: Promise<void> | undefined;

  private constructor(path: string | undefined) {
    this.path = path;
  }

  /** Opens or makes the file and answers what it holds, in the order in which the keys first came. */
  static async open(path: string | undefined): Promise<{ file: RecordFile; records: Map<string, unknown> }> {
    const records = path ? await readRecords(path) : new Map<string, unknown>();
    if (path) {
      await mkdir(dirname(path), { recursive: true });
      const lines = [...records].map(([key, value]) => `${JSON.stringify({ key, value })}\n`);
      await writeFile(`${path}.new`, lines.join(''));
      await rename(`${path}.new`, path);
    }
    return { file: new RecordFile(path), records };
  }

  /** Notes a record, or its removal with null; `saved` tells when it has reached the disk. */
  put(key: string, value: unknown): void {
    if (this.path) this.waiting.push(`${JSON.stringify({ key, value })}\n`);
  }

  /** Resolves when everything put so far is in the file; changes that come together share one write. */
  async saved(): Promise<void> {
    while (this.waiting.length > 0 || this.writing) {
      this.writing ??= this.write().finally(() => {
        this.writing = undefined;
      });
      await this.writing;
    }
  }

  private async write(): Promise<void> {
    const lines = this.waiting;
    this.waiting = [];
    try {
      if (this.path && lines.length > 0) await appendFile(this.path, lines.join(''));
    } catch (error) {
      // A full disk may have taken half a line: begin a new one and write them all again.
      this.waiting = ['\n', ...lines, ...this.waiting];
      throw error;
    }
  }
}

async function readRecords(path: string): Promise<Map<string, unknown>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const records = new Map<string, unknown>();
  const lines = text.split('\n').filter((line) => line !== '');
  const parsed = lines.map(parseLine).filter((record) => record !== undefined);
  // A torn line is lost; a file in which nothing reads belongs to someone else and is left alone.
  if (lines.length > 1 && parsed.length === 0) throw new Error(`${path} is not a file of a simulator`);
  for (const { key, value } of parsed) {
    if (value === null) records.delete(key);
    else records.set(key, value);
  }
  return records;
}

function parseLine(line: string): { key: string; value: unknown } | undefined {
  try {
    const record = JSON.parse(line, (key, value) =>
      key.endsWith('At') && typeof value === 'string' && INSTANT.test(value) ? new Date(value) : value,
    );
    return typeof record?.key === 'string' ? record : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
