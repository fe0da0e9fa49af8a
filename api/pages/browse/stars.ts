import { browseWords, type Language } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';

/** The slice of a starfruit; `off` is one that is not given. */
const star = (look: 'star' | 'star off'): Html =>
  trusted(
    `<svg class="${look}" aria-hidden="true" focusable="false" viewBox="0 0 24 24" width="16" height="16"><path d="M12 2.2c.7 0 1.2.5 1.5 1.1l2 4.6 5 .5c1.5.1 2 1.8.9 2.8l-3.8 3.3 1.1 4.9c.3 1.4-1.1 2.5-2.4 1.8L12 18.6l-4.3 2.6c-1.3.7-2.7-.4-2.4-1.8l1.1-4.9-3.8-3.3c-1.1-1-.6-2.7.9-2.8l5-.5 2-4.6c.3-.6.8-1.1 1.5-1.1z"/></svg>`,
  );
const STAR = star('star');
const NO_STAR = star('star off');

/** A rating as people write it: "4,8". */
export function ratingFigure(rating: number, language: Language): string {
  return language === 'id' ? rating.toFixed(1).replace('.', ',') : rating.toFixed(1);
}

/** A rating as a star and a figure: "4,8". */
export function stars(rating: number, reviews: number, language: Language): Html {
  const figure = ratingFigure(rating, language);
  return html`<span class="stars">${STAR}<span class="unseen">${browseWords[language].card.rating(figure, reviews)}</span><span aria-hidden="true">${figure}</span></span>`;
}

/** A rating as five stars, of which as many as it rounds to are given; `said` is read out instead. */
export function fiveStars(rating: number, said: string): Html {
  const given = Math.round(rating);
  return html`<span class="stars five"><span class="unseen">${said}</span>${[1, 2, 3, 4, 5].map((at) => (at <= given ? STAR : NO_STAR))}</span>`;
}
