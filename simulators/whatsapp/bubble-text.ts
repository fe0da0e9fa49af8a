import html from 'escape-html-template-tag';
import type { Html } from '../stage/page.ts';

const LINK_OR_BOLD = /(https?:\/\/[^\s<>"*]*[^\s<>"*.,;:!?)])|\*([^*\n]+)\*/g;

/** A message's text as the app shows it: *bold*, links that can be tapped, and nothing else of what it contains as markup. */
export function bubbleText(text: string): Html[] {
  const parts: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK_OR_BOLD)) {
    const [whole, url, bold] = match;
    parts.push(html`${text.slice(end, match.index)}`);
    if (url) parts.push(html`<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`);
    else parts.push(html`<strong>${bold}</strong>`);
    end = match.index + whole.length;
  }
  parts.push(html`${text.slice(end)}`);
  return parts;
}
