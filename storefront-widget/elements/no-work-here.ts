import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/bilingual.ts';
import { workWords } from '../words/work.ts';

/** What somebody sees at a desk that is not theirs: why it is empty, and the way to sign in as somebody else. */
export function noWorkHere(language: Language): TemplateResult {
  const words = workWords[language];
  return html`<div class="empty">
    <img src="/drawings/not-found.svg" alt="" width="160" height="160" />
    <p><strong>${words.noPlace}</strong></p>
    <p class="quiet">${words.noPlaceHelp}</p>
    <a class="button" href="/masuk?lain=1&kembali=${encodeURIComponent(location.pathname)}">${words.signIn}</a>
  </div>`;
}
