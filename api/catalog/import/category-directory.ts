import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { newKey } from '../../platform/keys.ts';
import { slugOf } from '../../platform/slug-of.ts';

/** Where goods go whose category the market does not know. */
const REST = { slug: 'lainnya', name: 'Lainnya', nameEn: 'Other' };
/** The most characters of a new category. */
export const LONGEST_CATEGORY = 60;

/** Every category by its names and its slug, whatever the case and signs. */
export class CategoryDirectory {
  readonly #byName = new Map<string, string>();

  /** Reads the categories that there are. */
  static async read(ctx: Context): Promise<CategoryDirectory> {
    const directory = new CategoryDirectory();
    const rows = await ctx.read.rows<{ key: string; slug: string; name: string; nameEn: string }>(
      `select id as key, slug, name, name_en as "nameEn" from category order by depth desc, position`,
    );
    // A slug is unique and goes first; of equal names the deepest category is meant.
    for (const { key, slug } of rows) directory.#byName.set(slug, key);
    for (const { key, name, nameEn } of rows)
      for (const word of [slugOf(name), slugOf(nameEn)])
        if (!directory.#byName.has(word)) directory.#byName.set(word, key);
    return directory;
  }

  /** The key of a category by a name, a slug, or a path of them (A > B, a/b), whose last part counts; null for an unknown one. */
  find(text: string | null): string | null {
    return this.#byName.get(text === null ? REST.slug : wordOf(text)) ?? null;
  }

  /** Makes categories under "Lainnya", and that itself, where they are not there yet. */
  async enter(ctx: Context, texts: ReadonlySet<string | null>): Promise<void> {
    const unknown = [...texts].filter((text) => this.find(text) === null);
    if (unknown.length === 0) return;
    const made = await inTransaction(ctx, async (tx) => {
      const rest = this.find(null) ?? (await insert(tx, { ...REST, parentKey: null, path: REST.slug }));
      const entered: [string, string][] = [[REST.slug, rest]];
      const names = new Map(unknown.flatMap((text) => (text === null ? [] : [[wordOf(text), lastPart(text)]])));
      for (const [slug, name] of names) {
        const path = `${REST.slug}/${slug}`;
        entered.push([slug, await insert(tx, { slug, name, nameEn: name, parentKey: rest, path })]);
      }
      return entered;
    });
    for (const [word, key] of made) this.#byName.set(word, key);
  }
}

interface NewCategory {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly parentKey: string | null;
  readonly path: string;
}

/** The key of the category, which another import may have made just now. */
async function insert(tx: Tx, { slug, name, nameEn, parentKey, path }: NewCategory): Promise<string> {
  const [made] = await tx.execute<{ id: string }[]>(
    `insert into category (id, parent_id, slug, path, depth, name, name_en, position)
     select ?, ?, ?, ?, ?, ?, ?, coalesce(max(position), 0) + 1 from category
     on conflict (slug) do update set slug = excluded.slug returning id`,
    [newKey(), parentKey, slug, path, parentKey === null ? 1 : 2, name, nameEn],
  );
  return made!.id;
}

function lastPart(text: string): string {
  const parts = text.split(/[>/]/).map((part) => part.trim());
  return parts.findLast((part) => part !== '') ?? text;
}

const wordOf = (text: string): string => slugOf(lastPart(text)) || REST.slug;
