import type { CategoryLinkFragment } from '../../../storefront-widget/operations/generated/graphql.ts';
import type { Language } from '../../../storefront-widget/words/index.ts';
import { nameOf } from './categories.ts';
import { trailOf } from './category-trail.ts';
import type { Search } from './search-page.ts';

/** All categories that a result names, by their paths: those of its facet, the chosen one with those above it, and the tree where it came along. */
export function knownCategories({ result }: Search): ReadonlyMap<string, CategoryLinkFragment> {
  const tree = (result.categories ?? []).flatMap((root) => [
    root,
    ...root.children.flatMap((child) => [child, ...child.children]),
  ]);
  const chosen = result.category ? trailOf(result.category) : [];
  const found = result.products.facets.category.map(({ category }) => category);
  return new Map([...tree, ...chosen, ...found].map((category) => [category.path, category]));
}

/** The path of a category that an address names by its path or by its last part; null for one that there is not. */
export function pathOf(known: ReadonlyMap<string, CategoryLinkFragment>, asked: string): string | null {
  if (known.has(asked)) return asked;
  const slug = asked.slice(asked.lastIndexOf('/') + 1);
  return [...known.values()].find((category) => category.slug === slug)?.path ?? null;
}

/** What people call a category of an address; what there is not keeps its name in the address. */
export function categoryName(search: Search, asked: string, language: Language): string {
  const known = knownCategories(search);
  const category = known.get(pathOf(known, asked) ?? '');
  return category ? nameOf(category, language) : asked;
}
