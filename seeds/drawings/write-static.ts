import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { staticDrawings } from './static.ts';

/** Writes the still pictures of the pages: `npx tsx seeds/drawings/write-static.ts`. Their test fails when they are out of date. */
const assets = join(import.meta.dirname, '../../storefront-widget/assets');
for (const [file, svg] of staticDrawings()) {
  const path = join(assets, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, svg);
}
