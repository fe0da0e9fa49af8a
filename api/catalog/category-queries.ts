import type { Context } from '../platform/context.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import { type Category, categoryJson } from './category.ts';

/** The tree of categories, read whole: it has some hundred nodes. */
interface CategoryTree {
  readonly roots: readonly Category[];
  readonly byPath: ReadonlyMap<string, Category>;
  readonly bySlug: ReadonlyMap<string, Category>;
  readonly byKey: ReadonlyMap<string, Category>;
  readonly childrenOf: ReadonlyMap<string, readonly Category[]>;
}

const tree = defineLoader<'all', CategoryTree>(async (ctx) => {
  const rows = await ctx.read.rows<{ key: string; node: Category }>(
    `select c.id as key, ${categoryJson('c')} as node from category c order by c.depth, c.position, c.path`,
    [],
    'catalog-categories',
  );
  const nodes = rows.map(({ node }) => node);
  const childrenOf = Map.groupBy(nodes, ({ path }) => parentPath(path) ?? '');
  return [
    {
      roots: childrenOf.get('') ?? [],
      byPath: new Map(nodes.map((node) => [node.path, node])),
      bySlug: new Map(nodes.map((node) => [node.slug, node])),
      byKey: new Map(rows.map(({ key, node }) => [key, node])),
      childrenOf,
    },
  ];
});

/** The path above, null for a root. */
export function parentPath(path: string): string | null {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? null : path.slice(0, slash);
}

/** The roots of the tree, in their order. */
export async function rootCategories(ctx: Context): Promise<readonly Category[]> {
  return (await tree(ctx, 'all')).roots;
}

/** The category with this slug; null when there is none. */
export async function categoryBySlug(ctx: Context, slug: string): Promise<Category | null> {
  return (await tree(ctx, 'all')).bySlug.get(slug) ?? null;
}

/** A category by key; null when there is none. */
export async function categoryByKey(ctx: Context, key: string): Promise<Category | null> {
  return (await tree(ctx, 'all')).byKey.get(key) ?? null;
}

/** The category above; null for a root. */
export async function parentOf(ctx: Context, category: Category): Promise<Category | null> {
  const above = parentPath(category.path);
  return above === null ? null : ((await tree(ctx, 'all')).byPath.get(above) ?? null);
}

/** The categories right below, in their order. */
export async function childrenOf(ctx: Context, category: Category): Promise<readonly Category[]> {
  return (await tree(ctx, 'all')).childrenOf.get(category.path) ?? [];
}
