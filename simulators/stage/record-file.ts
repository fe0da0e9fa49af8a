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
    if (this.path && lines.length > 0) await appendFile(this.path, lines.join(''));
  }
}

async function readRecords(path: string): Promise<Map<string, unknown>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const records = new Map<string, unknown>();
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    if (line === '') return;
    const record = parseLine(line);
    // Only the last line can be torn; anything else that does not parse is a file of someone else.
    if (!record && index < lines.length - 1)
      throw new Error(`${path} line ${index + 1} is not a record of a simulator`);
    if (!record) return;
    if (record.value === null) records.delete(record.key);
    else records.set(record.key, record.value);
  });
  return records;
}

function parseLine(line: string): { key: string; value: unknown } | undefined {
  try {
    return JSON.parse(line, (key, value) =>
      key.endsWith('At') && typeof value === 'string' && INSTANT.test(value) ? new Date(value) : value,
    );
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
