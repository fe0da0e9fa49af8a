import type { DirectiveResult } from 'lit/directive.js';
import { type UnsafeHTMLDirective, unsafeHTML } from 'lit/directives/unsafe-html.js';

/**
 * A lucide icon from the text of its file (`import minus from 'lucide-static/icons/minus.svg?raw'`): 20 px, hidden from screen
 * readers, because a word always stands beside it or in its label.
 */
export function icon(svg: string): DirectiveResult<typeof UnsafeHTMLDirective> {
  let drawn = icons.get(svg);
  if (!drawn) {
    drawn = svg
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace('width="24"', 'width="20"')
      .replace('height="24"', 'height="20"')
      .replace('stroke-width="2"', 'stroke-width="1.75"')
      .replace('<svg', '<svg aria-hidden="true" focusable="false"')
      .trim();
    icons.set(svg, drawn);
  }
  return unsafeHTML(drawn);
}

const icons = new Map<string, string>();
