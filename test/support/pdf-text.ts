import { inflateSync } from 'node:zlib';

/** A PDF as tests read it. */
export interface ReadPdf {
  readonly pages: number;
  /** What is shown, with what it is tagged as, in the order of drawing; `Artifact` for what is not read out. */
  readonly shown: readonly { readonly tag: string; readonly text: string }[];
  /** All text that is read out, blanks as one. */
  readonly text: string;
  /** Glyphs of number 0: what the face could not draw. */
  readonly missing: number;
  /** The source of an object by a pattern of it. */
  find(pattern: RegExp): RegExpMatchArray | null;
}

/** Reads what a PDF of ours shows: text by its ToUnicode tables, tags from its marked content. Not for PDFs of others. */
export function readPdf(file: Buffer): ReadPdf {
  const objects = objectsOf(file);
  const sources = [...objects.values()].map(({ source }) => source);
  const pages = sources.filter((source) => /\/Type \/Page\b(?!s)/.test(source));
  const fonts = fontsOf(objects);
  const shown: { tag: string; text: string }[] = [];
  let missing = 0;
  for (const page of pages) {
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]))?.stream ?? '';
    // Between two marks lies what is tagged as one thing.
    for (const [, tag = '', part = ''] of content.matchAll(/\/(\w+)(?: <<[^>]*>>)? (?:BDC|BMC)\n([\s\S]*?)EMC/g)) {
      let [font, text] = ['', ''];
      for (const [, name, glyphs = ''] of part.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
        font = name ?? font;
        const codes = [...glyphs.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
        missing += codes.filter((code) => code === '0000').length;
        text += codes.map((code) => fonts.get(font)?.[Number.parseInt(code, 16)] ?? '').join('');
      }
      shown.push({ tag, text });
    }
  }
  const read = shown.filter(({ tag }) => tag !== 'Artifact').map(({ text }) => text.replace(/\s+/g, ' ').trim());
  return {
    pages: pages.length,
    shown: shown.map(({ tag, text }) => ({ tag, text: text.replace(/\s+/g, ' ').trim() })),
    text: read.join(' '),
    missing,
    find: (pattern) => sources.map((source) => source.match(pattern)).find(Boolean) ?? null,
  };
}

interface PdfObject {
  readonly source: string;
  readonly stream: string;
}

function objectsOf(file: Buffer): Map<number, PdfObject> {
  const whole = file.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const { 1: number, index } of whole.matchAll(/^(\d+) 0 obj\n/gm)) {
    const end = whole.indexOf('endobj', index);
    const start = whole.indexOf('\nstream\n', index);
    const isStream = start >= 0 && start < end;
    const source = whole.slice(index, isStream ? start : end);
    const length = Number(/\/Length (\d+)/.exec(source)?.[1] ?? 0);
    const body = file.subarray(start + 8, start + 8 + length);
    const stream = isStream ? (source.includes('FlateDecode') ? inflateSync(body) : body).toString('latin1') : '';
    objects.set(Number(number), { source, stream });
  }
  return objects;
}

/** For each font of the pages the text of its glyphs. */
function fontsOf(objects: Map<number, PdfObject>): Map<string, string[]> {
  const fonts = new Map<string, string[]>();
  for (const { source } of objects.values())
    for (const [, name = '', font] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(font))?.source ?? '')?.[1];
      fonts.set(name, glyphTexts(objects.get(Number(table))?.stream ?? ''));
    }
  return fonts;
}

function glyphTexts(table: string): string[] {
  const texts: string[] = [];
  for (const [, first = '', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const entries = [...list.matchAll(/<([0-9a-f ]*)>/gi)];
    for (const [at, [, hex = '']] of entries.entries())
      texts[Number.parseInt(first, 16) + at] = Buffer.from(hex.replace(/ /g, ''), 'hex').swap16().toString('utf16le');
  }
  return texts;
}
