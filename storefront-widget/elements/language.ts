import type { Language } from '../words/bilingual.ts';

/** The language of this page. */
export function pageLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'id';
}
