import { browseWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import type { Visit } from '../visit.ts';

/** "di sekitar Beji, ubah": where the visitor is, and the way to say otherwise. */
export function placeLine({ place, language, path }: Visit): Html {
  const words = browseWords[language].place;
  const address = `/tempat?kembali=${encodeURIComponent(path)}`;
  return html`<p class="place-line">${icon('map-pin')}${
    place
      ? html`<span>${words.near} <strong>${place.name}</strong>, <a href="${address}" aria-label="${words.changeLong(place.name)}">${words.change}</a></span>`
      : html`<span><a href="${address}">${words.choose}</a> <span class="quiet">${words.chooseWhy}</span></span>`
  }</p>`;
}
