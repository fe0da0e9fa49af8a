import { StoredCategory } from '../../api/catalog/index.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { StartError } from '../../api/platform/start-error.ts';
import type { SeedCategory } from '../market-shape.ts';

type Node = Pick<StoredCategory, 'key' | 'slug' | 'path' | 'depth'>;

/** What the tree of a seed is in this database. */
interface CategoryPlan {
  /** By the path that the seed gives. */
  readonly keys: ReadonlyMap<string, string>;
  readonly missing: readonly StoredCategory[];
}

const DEEPEST = 3;

/** Finds the categories that are there, enters the others; gives the keys by the path that the seed gives. Refuses as planCategories does. */
export async function loadCategories(
  tx: Tx,
  categories: readonly SeedCategory[],
): Promise<ReadonlyMap<string, string>> {
  const { keys, missing } = await planCategories(tx, categories);
  if (missing.length > 0) await tx.insertMany(StoredCategory, [...missing]);
  return keys;
}

/**
 * What of these categories is there, and what is to be entered, parents first. One that was renamed or moved keeps its slug or its
 * path, and stays what the operator made of it. Refuses a tree in which what is missing would stand too deep.
 */
export async function planCategories(
  em: Pick<Tx, 'execute'>,
  categories: readonly SeedCategory[],
): Promise<CategoryPlan> {
  const nodes = await em.execute<Node[]>('select id as key, slug, path, depth from category');
  const bySlug = new Map(nodes.map((node) => [node.slug, node]));
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const childrenOf = Map.groupBy(categories, ({ parentPath }) => parentPath);
  const found = new Map<string, Node>();
  for (const { slug, path } of categories) {
    const node = bySlug.get(slug) ?? byPath.get(path);
    if (node) found.set(path, node);
  }
  // A parent whose children all stand elsewhere now would be an empty one beside its successor.
  const isWanted = ({ path }: SeedCategory): boolean =>
    !found.has(path) && (childrenOf.get(path)?.some(isWanted) ?? true);
  const missing: StoredCategory[] = [];
  for (const { parentPath, ...facts } of categories.filter(isWanted)) {
    const parent = parentPath === null ? null : (found.get(parentPath) ?? null);
    const path = parent ? `${parent.path}/${facts.slug}` : facts.slug;
    const depth = (parent?.depth ?? 0) + 1;
    if (depth > DEEPEST)
      throw new StartError(
        `The seed needs a category ${facts.slug} below ${parent?.path}, which stands too deep for that: move ${parent?.slug} up, or set another DATA_DIR or DATABASE_URL.`,
      );
    const row = { ...facts, path, depth, key: newKey(), parentKey: parent?.key ?? null };
    const there = byPath.get(path);
    if (!there) missing.push(row);
    found.set(facts.path, there ?? row);
  }
  return { keys: new Map([...found].map(([path, { key }]) => [path, key])), missing };
}
