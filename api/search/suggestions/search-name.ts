import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What the names lead to. */
export const NAME_KINDS = ['CATEGORY', 'SELLER', 'QUERY'] as const;

/** One of NAME_KINDS. */
export type NameKind = (typeof NAME_KINDS)[number];

/**
 * What can be suggested besides products: categories, shops, and searches that many have made. Follows the catalogue; may be thrown
 * away and made again.
 */
@Entity({ tableName: 'search_name' })
@Index({
  name: 'search_name_forms',
  expression: 'create index search_name_forms on search_name using gin (forms) with (fastupdate = off)',
})
@Check({ name: 'search_name_kind', expression: `kind in (${NAME_KINDS.map((kind) => `'${kind}'`).join(', ')})` })
@Check({ name: 'search_name_asked_not_negative', expression: 'asked >= 0' })
export class SearchName {
  declare [PrimaryKeyProp]?: ['kind', 'slug'];

  @PrimaryKey({ type: 'text' })
  kind!: NameKind;

  /** Of a category or a shop; of a search its words. */
  @PrimaryKey({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  name!: string;

  /** Every form by which the name is found, as the language of search gives them. */
  @Property({ type: 'text', columnType: 'tsvector' })
  forms!: string;

  /** Callers who found something by this search in the last weeks; of the other kinds 0. */
  @Property({ type: 'integer' })
  asked!: number;
}
