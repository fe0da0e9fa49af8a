import type { Opt } from '@mikro-orm/core';
import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';

/** A category, as stored: a tree of at most three levels. Written by the seeds alone. */
@Entity({ tableName: 'category' })
@Index({ name: 'category_of_parent', properties: ['parentKey'] })
@Check({ name: 'category_depth_limit', expression: 'depth >= 1 and depth <= 3' })
export class StoredCategory {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  /** Null for a root. */
  @ManyToOne(() => StoredCategory, { mapToPk: true, fieldName: 'parent_id', nullable: true })
  parentKey!: string | null;

  /** Name for addresses and filters, e.g. nasi-lauk. */
  @Property({ type: 'text', unique: 'category_slug_once' })
  slug!: string;

  /** Slugs from the root down, e.g. makanan-siap-saji/nasi-lauk. */
  @Property({ type: 'text', unique: 'category_path_once' })
  path!: string;

  /** 1 for a root, 3 at most: the number of slugs in the path. */
  @Property({ type: 'smallint' })
  depth!: number;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  nameEn!: string;

  /** Place in the whole tree, counted from the top: a category stands before those below it. */
  @Property({ type: 'integer' })
  position: Opt<number> = 0;
}
