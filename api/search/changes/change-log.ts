import type { Context } from '../../platform/context.ts';
import type { State } from '../../platform/graphql/same-while.ts';
import { WORD_SIGNS } from '../search-word.ts';
import { marksOf } from './form-marks.ts';
import type { FormsChange, ListedChange, ListedProduct, ProductChange } from './listed-change.ts';

/** Changes of one number; null when they were too many to list. */
type Changes = readonly ListedChange[] | null;

/** Changes that a process keeps: some thousand bytes each. */
const MOST_KEPT = 2_000;
/** Changes that are read at once; who is further behind takes all answers for touched. */
const MOST_READ = 500;

const side = (name: 'old' | 'new'): string => `case when c.${name}_group_id is null then null else json_build_object(
    'groupId', ${name}.id, 'price', c.${name}_price, 'categorySlugs', string_to_array(${name}_category.path, '/'), 'kecamatanSlug', ${name}.kecamatan_slug,
    'sellerSlug', s.slug, 'pointSlugs', ${name}.point_slugs, 'ratingBand', ${name}.rating_band, 'isHalal', ${name}.is_halal,
    'inStock', ${name}.in_stock) end as ${name}`;

/** The changes after a number, oldest first; none when they are too many, which is asked before any forms are fetched. A group that is gone by now leaves its number unreadable. */
const READ = `select c.version::float8 as version, c.scope, c.is_tree_changed as "isTreeChanged", c.product_id as "productKey", c.is_resorted as "isResorted",
    ${side('old')}, ${side('new')}, tsvector_to_array(c.old_forms) as "oldForms", tsvector_to_array(c.new_forms) as "newForms",
    (c.old_group_id is null or old.id is not null) and (c.new_group_id is null or new.id is not null) as "isReadable"
  from search_change c left join seller s on s.id = c.seller_id
  left join search_group old on old.id = c.old_group_id left join category old_category on old_category.slug = old.category_slug
  left join search_group new on new.id = c.new_group_id left join category new_category on new_category.slug = new.category_slug
 where c.version > $1 and c.version <= $2
   and (select count(*) from search_change n where n.version > $1 and n.version <= $2) <= ${MOST_READ} order by c.version`;

interface Row {
  readonly version: number;
  readonly scope: string | null;
  readonly isTreeChanged: boolean;
  readonly productKey: string | null;
  readonly isResorted: boolean;
  readonly isReadable: boolean;
  readonly old: ListedProduct | null;
  readonly new: ListedProduct | null;
  readonly oldForms: readonly string[] | null;
  readonly newForms: readonly string[] | null;
}

/** The changes that this process has read, of late. Each is read once, when somebody asks what happened since. */
export class ChangeLog {
  /** By number. What is missing was too much to list, or is too old. */
  readonly #changes = new Map<number, Changes>();
  /** All up to here were read. */
  #read: number | null = null;
  /** The text of the state in which these numbers count. A database that was put back to what it was gives some of them again. */
  #of: string | null = null;
  #reading: Promise<void> = Promise.resolve();

  /** The changes after a number, up to that of the state; null when not all of them are known. */
  async between(ctx: Context, after: number, { text, change: until }: State): Promise<readonly ListedChange[] | null> {
    if (text !== this.#of) {
      this.#of = text;
      this.#read = null;
      this.#changes.clear();
    }
    while ((this.#read ?? -1) < until) {
      // Of those who ask together one reads for all.
      const begun = this.#reading;
      await begun.catch(() => {});
      if (begun === this.#reading && (this.#read ?? -1) < until) this.#reading = this.#readOn(ctx, after, until);
      await this.#reading;
    }
    const found: ListedChange[] = [];
    for (let number = after + 1; number <= until; number += 1) {
      const changes = this.#changes.get(number);
      if (!changes) return null;
      found.push(...changes);
    }
    return found;
  }

  async #readOn(ctx: Context, after: number, until: number): Promise<void> {
    const from = this.#read ?? after;
    const rows = await ctx.read.rows<Row>(READ, [from, until], 'search-changes');
    for (const row of rows) this.#changes.set(row.version, listed(row, this.#changes.get(row.version)));
    let kept = [...this.#changes.values()].reduce((sum, changes) => sum + (changes?.length ?? 1), 0);
    for (const [number, changes] of this.#changes) {
      if (kept <= MOST_KEPT) break;
      kept -= changes?.length ?? 1;
      this.#changes.delete(number);
    }
    this.#read = until;
  }
}

/** The changes of a row's number with those of the rows before it. */
function listed(row: Row, before: Changes | undefined): Changes {
  if (before === null || !row.isReadable) return null;
  const { scope, isTreeChanged, productKey } = row;
  if (scope !== null) return [...(before ?? []), { kind: 'FACETS', scope, isTreeChanged }];
  return productKey === null ? null : [...(before ?? []), productChange(row, productKey)];
}

function productChange(row: Row, productKey: string): ProductChange {
  const { old, new: now, isResorted } = row;
  const [oldForms, newForms] = [row.oldForms ?? row.newForms, now === null ? [] : (row.newForms ?? [])];
  const forms = oldForms && formsChange(old === null ? [] : oldForms, newForms);
  return { kind: 'PRODUCT', productKey, old, new: now, isResorted, forms };
}

const NONE = marksOf([]);

function formsChange(oldForms: readonly string[], newForms: readonly string[]): FormsChange {
  const marks = marksOf(newForms);
  if (oldForms === newForms) return { new: marks, between: NONE, words: [] };
  const [before, now] = [new Set(oldForms), new Set(newForms)];
  const between = [...oldForms.filter((form) => !now.has(form)), ...newForms.filter((form) => !before.has(form))];
  const words = new Set(between.filter((form) => NAMED_WORD.test(form)).map((form) => form.slice(1)));
  return { new: marks, between: marksOf(between), words: [...words] };
}

/** A word that a mistyped one can have meant. */
const NAMED_WORD = new RegExp(`^${WORD_SIGNS}\\p{Alphabetic}{3,}$`, 'u');
