import type { CategoryLinkFragment } from '../../../storefront-widget/operations/generated/graphql.ts';
import type { Language } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';

/** A category's name in the language of the page. */
export function nameOf(category: Pick<CategoryLinkFragment, 'name' | 'nameEn'>, language: Language): string {
  return language === 'en' && category.nameEn ? category.nameEn : category.name;
}

/** The categories at the root of the tree, as drawings. What sells nothing is left out. */
export function categoryDrawings(
  categories: readonly (CategoryLinkFragment & { readonly productCount: number })[],
  language: Language,
): Html {
  const shown = categories.filter(({ productCount }) => productCount > 0);
  return html`<ul class="category-drawings">${(shown.length > 0 ? shown : categories).map(
    (category) => html`<li><a href="/kategori/${category.path}">
<img src="/drawings/category-${category.slug}.svg" alt="" width="72" height="72" loading="lazy">
<span>${nameOf(category, language)}</span>
</a></li>`,
  )}</ul>`;
}
