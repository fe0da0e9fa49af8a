import { browseWords, type Language } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import type { PageProduct } from './page-product.ts';

/** The pictures of a product, swiped sideways; small ones below jump to each. */
export function gallery({ photos, title }: PageProduct, language: Language): Html {
  const words = browseWords[language].product;
  if (photos.length === 0) return html`<div class="gallery"><p class="no-photo quiet">${words.noPhoto}</p></div>`;
  const slides = photos.map(
    (photo, at) =>
      html`<li id="gambar-${at + 1}"><img src="${photo.large}" srcset="${photo.small} 480w, ${photo.large} 800w, ${photo.largest} 1200w" sizes="(min-width: 900px) 520px, 100vw" width="${photo.width}" height="${photo.height}" alt="${photo.alt || title}"${
        at === 0 ? trusted(' fetchpriority="high"') : trusted(' loading="lazy"')
      }></li>`,
  );
  return html`<berjubel-gallery class="gallery">
<ul class="slides" tabindex="0" aria-label="${words.photos}">${slides}</ul>
${
  photos.length > 1
    ? html`<ul class="thumbnails">${photos.map(
        (photo, at) =>
          html`<li><a href="#gambar-${at + 1}" aria-label="${words.photo(at + 1, photos.length)}"${trusted(at === 0 ? ' aria-current="true"' : '')}><img src="${photo.thumbnail}" alt="" width="64" height="64" loading="lazy"></a></li>`,
      )}</ul>`
    : ''
}
</berjubel-gallery>`;
}
