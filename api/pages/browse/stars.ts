import { browseWords, type Language } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';

/** The slice of a starfruit. */
const STAR = trusted(
  '<svg class="star" aria-hidden="true" focusable="false" viewBox="0 0 24 24" width="16" height="16"><path d="M12 2.2c.7 0 1.2.5 1.5 1.1l2 4.6 5 .5c1.5.1 2 1.8.9 2.8l-3.8 3.3 1.1 4.9c.3 1.4-1.1 2.5-2.4 1.8L12 18.6l-4.3 2.6c-1.3.7-2.7-.4-2.4-1.8l1.1-4.9-3.8-3.3c-1.1-1-.6-2.7.9-2.8l5-.5 2-4.6c.3-.6.8-1.1 1.5-1.1z"/></svg>',
);

/** A rating as a star and a figure: "4,8". */
export function stars(rating: number, reviews: number, language: Language): Html {
  const figure = language === 'id' ? rating.toFixed(1).replace('.', ',') : rating.toFixed(1);
  return html`<span class="stars">${STAR}<span class="unseen">${browseWords[language].card.rating(figure, reviews)}</span><span aria-hidden="true">${figure}</span></span>`;
}
