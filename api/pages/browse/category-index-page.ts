import { CategoryIndexDocument } from '../../../storefront-widget/operations/generated/graphql.ts';
import { count, searchWords } from '../../../storefront-widget/words/index.ts';
import { html } from '../html.ts';
import type { PageParts } from '../page-route.ts';
import type { Visit } from '../visit.ts';
import { nameOf } from './categories.ts';

/** All categories: /kategori. */
export async function categoryIndexPage(visit: Visit): Promise<PageParts> {
  const { language } = visit;
  const { categories } = await visit.ask(CategoryIndexDocument, {});
  const words = searchWords[language];
  return {
    title: words.categories,
    main: html`<h1>${words.categories}</h1>
<div class="category-index">${categories
      .filter(({ productCount }) => productCount > 0)
      .map(
        (category) => html`<section>
<h2><a href="/kategori/${category.path}"><img src="/drawings/category-${category.slug}.svg" alt="" width="56" height="56" loading="lazy">${nameOf(category, language)}</a></h2>
<ul>${category.children.map(
          (child) =>
            html`<li><a href="/kategori/${child.path}">${nameOf(child, language)} <span class="quiet figures">${count(child.productCount, language)}</span></a></li>`,
        )}</ul>
</section>`,
      )}</div>`,
  };
}
