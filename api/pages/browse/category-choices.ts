import { addressOf, isWithin } from '../../../storefront-widget/operations/product-filter.ts';
import { type Language, searchWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import { icon } from '../icon.ts';
import { nameOf } from './categories.ts';
import { knownCategories, pathOf } from './category-names.ts';
import type { Search } from './search-page.ts';
import { type Choice, SHOWN, tick } from './tick.ts';

/** One category that can be ticked, with those right below it. */
interface Branch {
  readonly choice: Choice;
  readonly isChosen: boolean;
  /** It or something below it is ticked. */
  readonly isOpen: boolean;
  readonly below: readonly Branch[];
}

/**
 * The tree of categories to tick several of; what stands below one is unfolded beside it. The page of a category leads to the
 * search, where more can be added.
 */
export function categoryChoices(search: Search, language: Language): Html | string {
  const { asked, base } = search;
  const words = searchWords[language];
  if (base !== '/cari')
    return html`<fieldset><legend class="legend">${words.category}</legend><a class="reach" href="${addressOf({ ...asked, after: null })}">${words.moreCategories}</a></fieldset>`;
  const roots = branchesOf(search, language);
  if (roots.length === 0) return '';
  const ordered = [...roots.filter(({ isOpen }) => isOpen), ...roots.filter(({ isOpen }) => !isOpen)];
  const more = ordered.slice(SHOWN);
  return html`<fieldset><legend class="legend">${words.category}</legend>${list(ordered.slice(0, SHOWN), language)}
${more.length > 0 ? html`<details class="more-ticks"><summary>${words.more} (${more.length})</summary>${list(more, language)}</details>` : ''}
</fieldset>`;
}

/** The roots of what can be ticked: what the list has (its own choice does not shrink it), and what is ticked with those above it. */
function branchesOf(search: Search, language: Language): Branch[] {
  const known = knownCategories(search);
  const counts = new Map(search.result.products.facets.category.map(({ category, count }) => [category.path, count]));
  const chosen = search.asked.category.map((asked) => pathOf(known, asked)).filter((path) => path !== null);
  const shown = [...known.values()].filter(
    ({ path }) => counts.has(path) || chosen.some((each) => isWithin(each, path)),
  );
  const below = (above: string): Branch[] =>
    shown
      .filter(({ path }) => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) === above)
      .map((category) => ({
        choice: {
          value: category.path,
          label: nameOf(category, language),
          count: counts.get(category.path) ?? 0,
        },
        isChosen: chosen.includes(category.path),
        isOpen: chosen.some((path) => isWithin(path, category.path)),
        below: below(category.path),
      }));
  return below('');
}

function list(branches: readonly Branch[], language: Language): Html {
  return html`<ul class="ticks branches">${branches.map((branch) => html`<li>${row(branch, language)}</li>`)}</ul>`;
}

function row({ choice, isChosen, isOpen, below }: Branch, language: Language): Html {
  const inside =
    below.length === 0
      ? ''
      : html`<details class="inside"${trusted(isOpen ? ' open' : '')}><summary aria-label="${searchWords[language].insideOf(choice.label)}">${icon('chevron-down')}</summary>
${list(below, language)}</details>`;
  return html`${tick('kategori', choice, isChosen, language)}${inside}`;
}
