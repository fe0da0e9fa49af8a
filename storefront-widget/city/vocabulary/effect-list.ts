import { html, type TemplateResult } from 'lit';
import type { EffectViewFragment, OutcomeViewFragment } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { vocabularyWords } from '../../words/vocabulary.ts';

/** What a change does to each search: the lists of today and of then beside each other, with what comes in and goes out. */
export function effectList(effects: readonly EffectViewFragment[], language: Language): TemplateResult {
  return html`<ul class="stack">${effects.map((effect) => html`<li class="card stack-tight effect">${drawEffect(effect, language)}</li>`)}</ul>`;
}

function drawEffect({ query, before, after, cameIn, wentOut }: EffectViewFragment, language: Language): TemplateResult {
  const words = vocabularyWords[language];
  const moved = cameIn.length + wentOut.length > 0;
  const ids = (products: readonly { id: string }[]): ReadonlySet<string> => new Set(products.map(({ id }) => id));
  return html`<div class="row spread"><h3>${query}</h3><span class=${moved ? 'moved' : 'quiet small'}>${moved ? words.moves(cameIn.length, wentOut.length) : words.unchanged}</span></div>
    ${before.degraded || after.degraded ? html`<p class="note warm">${words.degraded}</p>` : ''}
    <div class="outcomes">
      ${drawOutcome(words.today, before, { ids: ids(wentOut), word: words.wentOut, kind: 'out' }, language)}
      ${drawOutcome(words.later, after, { ids: ids(cameIn), word: words.cameIn, kind: 'in' }, language)}
    </div>`;
}

/** Products that are on one side only, and the word for it. */
interface Marked {
  readonly ids: ReadonlySet<string>;
  readonly word: string;
  readonly kind: 'in' | 'out';
}

function drawOutcome(
  name: string,
  { totalCount, totalCountIsExact, didYouMean, products }: OutcomeViewFragment,
  marked: Marked,
  language: Language,
): TemplateResult {
  const words = vocabularyWords[language];
  const count = totalCount.toLocaleString(language === 'en' ? 'en' : 'id') + (totalCountIsExact ? '' : '+');
  const line = (product: OutcomeViewFragment['products'][number]): TemplateResult =>
    html`<li>${product.title} <span class="quiet small">${product.seller.name}</span>
      ${marked.ids.has(product.id) ? html`<span class="mark ${marked.kind}">${marked.word}</span>` : ''}</li>`;
  return html`<div class="stack-tight">
    <h4>${name}: ${words.found(count)}</h4>
    ${didYouMean ? html`<p class="quiet small">${words.meant(didYouMean)}</p>` : ''}
    ${products.length === 0 ? html`<p class="quiet">${words.nothingFound}</p>` : html`<ol class="outcome small">${products.map(line)}</ol>`}
  </div>`;
}
