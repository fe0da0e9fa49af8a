import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { unpackWoff } from '../../../api/pages/paper/unpack-woff.ts';

const require = createRequire(import.meta.url);

describe('unpacking a font', () => {
  test.each([400, 700])('every table of the face of weight %i comes out whole', (weight) => {
    const name = `plus-jakarta-sans-latin-${weight}-normal.woff`;
    const font = unpackWoff(readFileSync(require.resolve(`@fontsource/plus-jakarta-sans/files/${name}`)));
    const count = font.readUInt16BE(4);
    const entries = Array.from({ length: count }, (_, at) => 12 + at * 16);
    expect(entries.map((entry) => font.toString('latin1', entry, entry + 4))).toEqual(
      expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca']),
    );
    for (const entry of entries) {
      const [checksum, offset, length] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at)) as [
        number,
        number,
        number,
      ];
      expect(offset % 4).toBe(0);
      const body = Buffer.from(font.subarray(offset, offset + length));
      // The whole font's own sum stands in this table, and is left out of the table's sum.
      if (font.toString('latin1', entry, entry + 4) === 'head') body.writeUInt32BE(0, 8);
      expect(sumOf(body)).toBe(checksum);
    }
    expect([font.readUInt16BE(6) + font.readUInt16BE(10), 2 ** font.readUInt16BE(8) * 16]).toEqual([
      count * 16,
      font.readUInt16BE(6),
    ]);
  });

  test('what is no WOFF is refused', () => {
    expect(() => unpackWoff(Buffer.from('wOF2 and so on'))).toThrow('Not a WOFF font');
  });
});

/** The sum of a table as OpenType defines it: its words of 32 bits, the last filled with zeros. */
function sumOf(body: Buffer): number {
  const words = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}
