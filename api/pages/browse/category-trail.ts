import type { CategoryLinkFragment } from '../../../storefront-widget/operations/generated/graphql.ts';
import { addressOf } from '../../../storefront-widget/operations/product-filter.ts';
import { count, type Language, searchWords, shellWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { nameOf } from './categories.ts';
import type { Search } from './search-page.ts';

/** A category with those above it, as far as there are any. */
export type CategoryWithParents = CategoryLinkFragment & {
  readonly parent: (CategoryLinkFragment & { readonly parent?: CategoryLinkFragment | null }) | null;
};

/** The categories from the root down to this one. */
export function trailOf(category: CategoryWithParents): CategoryLinkFragment[] {
  return [category.parent?.parent, category.parent, category].filter((one) => one != null);
}

/** Links to the categories above, as a trail. */
export function categoryTrail(category: CategoryWithParents, language: Language, withItself = false): Html {
  const above = trailOf(category).slice(0, withItself ? undefined : -1);
  return html`<nav class="trail" aria-label="${searchWords[language].where}"><ol>
<li><a href="/">${shellWords[language].home}</a></li>
${above.map((one) => html`<li><a href="/kategori/${one.path}">${nameOf(one, language)}</a></li>`)}
</ol></nav>`;
}

/** The categories inside the chosen one, as chips, with what this search finds there; those with nothing are left out. */
export function childrenOf({ asked, base, result }: Search, language: Language): Html | string {
  const { facets } = result.products;
  const found = new Map(facets.category.map((facet) => [facet.category.path, facet.count]));
  const children = (result.category?.children ?? []).flatMap((child) => {
    const products = found.get(child.path);
    return products ? [{ ...child, products }] : [];
  });
  if (children.length === 0) return '';
  return html`<nav aria-label="${searchWords[language].inside}"><ul class="chips swipe">${children.map((child) => {
    const address =
      base === '/cari'
        ? addressOf({ ...asked, category: [child.path], after: null })
        : addressOf({ ...asked, after: null }, `/kategori/${child.path}`);
    return html`<li><a class="chip" href="${address}">${nameOf(child, language)} <span class="quiet">${count(child.products, language)}</span></a></li>`;
  })}</ul></nav>`;
}
