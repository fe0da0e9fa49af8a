import { nameOfBand, nameOfSort } from '../../../storefront-widget/operations/product-filter.ts';
import { count, type Language, reviewWords, searchWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import { icon } from '../icon.ts';
import { categoryChoices } from './category-choices.ts';
import { withoutFilters } from './filters-in-use.ts';
import { bandChoices, bandName } from './price-bands.ts';
import type { Search } from './search-page.ts';
import { type Choice, SHOWN, tick } from './tick.ts';

/**
 * The filters as one plain GET form. On a wide screen it stands beside the results; on a phone it unfolds above them, and
 * with scripts comes from below as a sheet with live counts.
 */
export function filterForm(search: Search, language: Language, used: number): Html {
  const { asked, base, result } = search;
  const words = searchWords[language];
  const { facets } = result.products;
  const choices = {
    kecamatan: facets.kecamatan.map((facet) => choiceOf(facet.kecamatan, facet.count)),
    titik: facets.pickupPoint.map((facet) => choiceOf(facet.pickupPoint, facet.count)),
    toko: facets.seller.map((facet) => choiceOf(facet.seller, facet.count)),
  };
  const halal = facets.halal.find(({ isHalal }) => isHalal)?.count ?? 0;
  return html`<berjubel-filters><details class="filters">
<summary class="button second">${icon('sliders-horizontal')}${used > 0 ? words.filtersUsed(used) : words.filters}</summary>
<form class="filter-form" action="${base}" method="get" aria-label="${words.filters}">
<header><h2>${words.filters}</h2>${used > 0 ? html`<a href="${withoutFilters(asked, base)}">${words.clear}</a>` : ''}</header>
<div class="groups">
${asked.text ? html`<input type="hidden" name="q" value="${asked.text}">` : ''}
${asked.sort ? html`<input type="hidden" name="urut" value="${nameOfSort(asked.sort)}">` : ''}
${ticks(words.kecamatan, 'kecamatan', withChosen(choices.kecamatan, asked.kecamatan, result.kecamatans), asked.kecamatan, language)}
${categoryChoices(search, language)}
${prices(search, language)}
${leastStars(search, language)}
${ticks(words.point, 'titik', withChosen(choices.titik, asked.point, result.pickupPoint ? [result.pickupPoint] : []), asked.point, language)}
<fieldset><div class="ticks">
${tick('halal', { value: '1', label: words.halal, count: halal }, asked.halal, language)}
${tick('stok', { value: '1', label: words.inStock, count: null }, asked.inStock, language)}
</div></fieldset>
${ticks(words.seller, 'toko', withChosen(choices.toko, asked.seller, result.seller ? [result.seller] : []), asked.seller, language)}
</div>
<footer><button class="button wide" type="submit" data-shows="${words.show(result.products.totalCount, result.products.totalCountIsExact)}">${words.apply}</button></footer>
</form>
</details></berjubel-filters>`;
}

function choiceOf({ slug, name }: { slug: string; name: string }, found: number): Choice {
  return { value: slug, label: name, count: found };
}

/** What is chosen stays in its list, also when nothing is found for it. */
function withChosen(
  choices: readonly Choice[],
  chosen: readonly string[],
  known: readonly { readonly slug: string; readonly name: string }[],
): Choice[] {
  const missing = chosen.filter((slug) => !choices.some(({ value }) => value === slug));
  const label = (slug: string): string => known.find((one) => one.slug === slug)?.name ?? slug;
  return [...missing.map((slug) => ({ value: slug, label: label(slug), count: 0 })), ...choices];
}

function ticks(
  legend: string,
  name: string,
  choices: readonly Choice[],
  chosen: readonly string[],
  language: Language,
): Html | string {
  if (choices.length === 0) return '';
  const ordered = [
    ...choices.filter(({ value }) => chosen.includes(value)),
    ...choices.filter(({ value }) => !chosen.includes(value)),
  ];
  const all = ordered.map((choice) => tick(name, choice, chosen.includes(choice.value), language));
  const more = all.slice(SHOWN);
  return html`<fieldset><legend class="legend">${legend}</legend><div class="ticks">${all.slice(0, SHOWN)}</div>
${more.length > 0 ? html`<details class="more-ticks"><summary>${searchWords[language].more} (${more.length})</summary><div class="ticks">${more}</div></details>` : ''}
</fieldset>`;
}

/** Least ratings that are worth a choice: hardly anybody looks for less. */
const LEAST_STARS = [4, 3];

/** How many stars at least, one of a few; nothing where nothing is rated. */
function leastStars({ asked, result }: Search, language: Language): Html | string {
  const { rating } = result.products.facets;
  if (rating.length === 0 && asked.stars === null) return '';
  const words = reviewWords[language].filter;
  const choice = (value: number | '', label: string): Html => {
    const isChosen = (asked.stars ?? '') === value;
    const found = rating.find(({ atLeast }) => atLeast === value)?.count ?? 0;
    return html`<label class="tick"><input type="radio" name="bintang" value="${value}"${trusted(isChosen ? ' checked' : '')}><span>${label}</span>${
      value === ''
        ? ''
        : html`<span class="quiet small figures" data-count="bintang:${value}">${count(found, language)}</span>`
    }</label>`;
  };
  return html`<fieldset><legend class="legend">${words.legend}</legend><div class="ticks">${LEAST_STARS.map((stars) =>
    choice(stars, words.atLeast(stars)),
  )}${choice('', words.any)}</div></fieldset>`;
}

/** Two prices to type, and bands of prices to tick. */
function prices(search: Search, language: Language): Html {
  const { asked } = search;
  const words = searchWords[language];
  const field = (name: string, label: string, value: number | null): Html => html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="text" inputmode="numeric" autocomplete="off" value="${value}" maxlength="15">
</div>`;
  const chosen = asked.prices.map(nameOfBand);
  const bands = bandChoices(search).map((band) => {
    const value = nameOfBand(band);
    return tick(
      'harga',
      { value, label: bandName(band, language), count: band.count },
      chosen.includes(value),
      language,
    );
  });
  return html`<fieldset><legend class="legend">${words.price}</legend>
<div class="price-fields">${field('harga_min', words.priceMin, asked.priceMin)}${field('harga_maks', words.priceMax, asked.priceMax)}</div>
<div class="ticks price-bands">${bands}</div></fieldset>`;
}
