import { count, type Language, searchWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import { nameOf } from './categories.ts';
import { trailOf } from './category-trail.ts';
import type { Search } from './search-page.ts';

/** One category that can be chosen, and how deep it stands. */
interface CategoryChoice {
  readonly path: string;
  readonly name: string;
  readonly count: number;
  readonly depth: number;
}

/** The categories to choose one from: the roots, and around the chosen one those above it and inside it. */
export function categoryChoices({ asked, result }: Search, language: Language): Html | string {
  const words = searchWords[language];
  const open = result.category ? trailOf(result.category).map(({ path }) => path) : [];
  const choices: CategoryChoice[] = result.products.facets.category
    .map((facet) => ({
      path: facet.category.path,
      name: nameOf(facet.category, language),
      count: facet.count,
      depth: facet.category.path.split('/').length - 1,
    }))
    .filter(({ path, depth }) => depth === 0 || open.includes(path.slice(0, path.lastIndexOf('/'))));
  if (choices.length === 0) return '';
  const radio = (value: string, label: string, found: number | null, isChosen: boolean, depth: number): Html =>
    html`<label class="tick depth-${depth}"><input type="radio" name="kategori" value="${value}"${trusted(isChosen ? ' checked' : '')}><span>${label}</span>${
      found === null
        ? ''
        : html`<span class="quiet small figures" data-count="kategori:${value}">${count(found, language)}</span>`
    }</label>`;
  return html`<fieldset><legend class="legend">${words.category}</legend><div class="ticks">
${radio('', words.anyCategory, null, !result.category, 0)}
${choices.map((choice) => radio(choice.path, choice.name, choice.count, isSame(asked.category, choice.path), choice.depth))}
</div></fieldset>`;
}

/** An address may name a category by its path or by its last part. */
function isSame(asked: string | null, path: string): boolean {
  return asked === path || asked === path.split('/').at(-1);
}
