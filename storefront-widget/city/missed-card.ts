import { html, type TemplateResult } from 'lit';
import type { SearchMissesQuery } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { count } from '../words/format.ts';
import { missedWords } from '../words/missed.ts';

/** Words that were missed, with their counts. */
export type Missed = SearchMissesQuery['searchMisses']['edges'][number]['node'];

/** Where the curator teaches the search what words mean. */
const vocabularyPage = (words: string): string => `/kota/kosakata?kata=${encodeURIComponent(words)}`;

/** Words that were missed: how often, whether more often than before, and what can be done. */
export function missedCard(missed: Missed, language: Language): TemplateResult {
  const words = missedWords[language];
  const figure = (value: number): string => count(value, language);
  const told = [
    missed.missed > 0 ? words.missed(figure(missed.missed)) : '',
    missed.relaxed > 0 ? words.relaxed(figure(missed.relaxed)) : '',
  ].filter(Boolean);
  const act = (name: string, address: string, look: 'second' | 'plain'): TemplateResult =>
    html`<a class="button ${look}" href=${address} aria-label=${words.of(name, missed.words)}>${name}</a>`;
  return html`<div class="row spread"><strong>${missed.words}</strong><span class="figures">${words.asked(figure(missed.asked))}</span></div>
    <p>${told.join(', ')}.</p>
    <p class="quiet small">${trendOf(missed, language)}</p>
    <div class="row">${act(words.teach, vocabularyPage(missed.words), 'second')} ${act(words.look, `/cari?q=${encodeURIComponent(missed.words)}`, 'plain')}</div>`;
}

function trendOf({ asked, askedBefore }: Missed, language: Language): string {
  const { trend } = missedWords[language];
  if (typeof askedBefore !== 'number') return trend.rare;
  if (asked === askedBefore) return trend.same;
  return (asked > askedBefore ? trend.up : trend.down)(count(askedBefore, language));
}
