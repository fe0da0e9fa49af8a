import { OptionalProps } from '@mikro-orm/core';
import { PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.ts';
import { newKey } from '../keys.ts';

/** Base of every entity that the world may see: a uuid v7 `key` in the database, an opaque `id` in the API. */
export abstract class StoredNode extends Node {
  /** Derived from the key, so it is never given. */
  declare [OptionalProps]?: 'id';

  /** Primary key, column `id`. Raw keys never leave the API: `id` is the public form. */
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  override key: string = newKey();
}
