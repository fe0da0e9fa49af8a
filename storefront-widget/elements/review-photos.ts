import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../words/bilingual.ts';
import { reviewWords } from '../words/review.ts';

/** The photos of a review, each a link to the whole picture; nothing where there are none. */
export function reviewPhotos(urls: readonly string[], language: Language): TemplateResult | typeof nothing {
  if (urls.length === 0) return nothing;
  const alt = (at: number): string => reviewWords[language].photo(at + 1, urls.length);
  return html`<p class="photos">${urls.map(
    (url, at) => html`<a href=${url}><img src=${url} alt=${alt(at)} width="72" height="72" loading="lazy"></a>`,
  )}</p>`;
}
