import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { TermKind } from './language/index.ts';

/** Kinds of terms. */
export const TERM_KINDS: readonly TermKind[] = [
  'SYNONYM',
  'ENGLISH',
  'BROADER',
  'BRAND',
  'VARIANT',
  'PHRASE',
  'INTENT',
  'PLACE',
  'AMBIGUOUS',
  'WORD',
];

/** What the market understands by a term. Documents do not depend on it: a change is understood by the next search. */
@Entity({ tableName: 'search_term' })
@Check({
  name: 'search_term_kind',
  expression: `kind in (${TERM_KINDS.map((kind) => `'${kind}'`).join(', ')})`,
})
export class SearchTerm {
  declare [PrimaryKeyProp]?: ['kind', 'term'];

  /** One of TERM_KINDS. */
  @PrimaryKey({ type: 'text' })
  kind!: TermKind;

  @PrimaryKey({ type: 'text' })
  term!: string;

  /** Terms it means, as language/vocabulary.ts reads them; of a PLACE the slug of its kecamatan. */
  @Property({ type: 'string[]', columnType: 'text[]' })
  meanings!: string[];
}

/** Which vocabulary is in force; one row, or none while there are no terms. */
@Entity({ tableName: 'search_vocabulary' })
@Check({ name: 'search_vocabulary_is_one', expression: 'id = 1' })
export class SearchVocabulary {
  declare [PrimaryKeyProp]?: 'id';

  @PrimaryKey({ type: 'smallint', autoincrement: false })
  id!: number;

  /** Another one with every change, so that a process knows whether what it holds is in force. */
  @Property({ type: 'uuid' })
  version!: string;
}
