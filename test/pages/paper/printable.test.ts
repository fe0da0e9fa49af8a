import { expect, test } from 'vitest';
import { PdfSheet } from '../../../api/pages/paper/pdf-sheet.ts';
import { printable } from '../../../api/pages/paper/printable.ts';
import { readPdf } from '../../support/pdf-text.ts';

test.each([
  ['Keripik "Bu Ani" – 250 g', 'Keripik "Bu Ani" – 250 g'],
  ['Sambal 🌶️🔥 pedas', 'Sambal pedas'],
  ['𝗞𝗲𝗿𝗶𝗽𝗶𝗸 𝓼𝓲𝓷𝓰𝓴𝓸𝓷𝓰', 'Keripik singkong'],
  ['Kue ½ kg, 2×', 'Kue ½ kg, 2×'],
  ['Ḍodol', 'Dodol'],
  ['e\u0301', 'é'],
  ['中', '?'],
  ['a\u200bb\tc\n d', 'a b c d'],
  ['© 2026 #1 *', '© 2026 #1 *'],
])('%j is printed as %j', (text, printed) => {
  expect(printable(text)).toBe(printed);
});

test('the faces can draw every letter that is let through', async () => {
  const all = Array.from({ length: 0x2300 - 33 }, (_, at) => String.fromCodePoint(at + 33)).join('');
  const letters = [...new Set(printable(all).replace(/\s/g, ''))];
  expect(letters.length).toBeGreaterThan(190);
  const sheet = new PdfSheet({ title: 'Huruf', author: 'Berjubel', subject: 'Huruf', createdAt: new Date(0) });
  sheet.block('P', letters.join(''));
  sheet.block('P', letters.join(''), { isBold: true });
  const pdf = readPdf(await sheet.end('Huruf'));
  expect(pdf.missing).toBe(0);
  for (const letter of letters) expect(pdf.text).toContain(letter);
});
