import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const MARKS: readonly (readonly [Encoding, Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];
/** What the bytes are read as that windows-1252 gives no sign: the file was written in something else. */
const NO_SIGN = /[\u0081\u008d\u008f\u0090\u009d]/g;

/** How a text file is encoded: as its mark says, else UTF-8, else windows-1252, in which spreadsheets on Windows save CSV. Reads it piece by piece. */
export async function encodingOf(file: string): Promise<Encoding> {
  const first = await firstBytes(file, 3);
  const [marked] = MARKS.find(([, mark]) => mark.equals(first.subarray(0, mark.length))) ?? [];
  if (marked) return marked;
  return (await isUtf8(file)) || (await isDamagedUtf8(file)) ? 'utf-8' : 'windows-1252';
}

/** The text of a file in pieces, without its mark. Bytes that mean nothing are U+FFFD. */
export async function* textPieces(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>)
    yield signsOf(decoder.decode(bytes, { stream: true }), encoding);
  yield decoder.decode();
}

/** The text of the first bytes of a file. */
export async function firstText(file: string, encoding: Encoding, bytes: number): Promise<string> {
  return new TextDecoder(encoding).decode(await firstBytes(file, bytes));
}

function signsOf(text: string, encoding: Encoding): string {
  return encoding === 'windows-1252' ? text.replace(NO_SIGN, '\ufffd') : text;
}

async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Whether more signs are sound UTF-8 than broken: a few spoilt bytes do not make all other rows windows-1252, which hardly ever looks like UTF-8. */
async function isDamagedUtf8(file: string): Promise<boolean> {
  let sound = 0;
  let broken = 0;
  for await (const text of textPieces(file, 'utf-8')) {
    sound += text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
    broken += text.match(/\ufffd/g)?.length ?? 0;
  }
  return sound > broken;
}
