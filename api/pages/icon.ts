import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Html, trusted } from './html.ts';

const require = createRequire(import.meta.url);
const drawn = new Map<string, Html>();

/** A lucide icon by its name, 20 px, hidden from screen readers: a word always stands beside it or in its label. */
export function icon(name: string): Html {
  let svg = drawn.get(name);
  if (!svg) {
    const text = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/\s+/g, ' ')
      .replace('width="24"', 'width="20"')
      .replace('height="24"', 'height="20"')
      .replace('stroke-width="2"', 'stroke-width="1.75"')
      .replace('<svg', '<svg aria-hidden="true" focusable="false"');
    svg = trusted(text.trim());
    drawn.set(name, svg);
  }
  return svg;
}
