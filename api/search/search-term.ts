import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { curator } from '../accounts/index.ts';
import { Access } from '../platform/graphql/access.ts';
import type { TermKind } from './language/index.ts';
import { SearchTermKind } from './terms/term-kind.ts';

const KINDS = Object.keys(SearchTermKind);

@ObjectType({ description: 'What the market understands by a term. A change is understood by the next search.' })
@Access(curator)
@Entity({ tableName: 'search_term' })
@Index({ name: 'search_term_by_alphabet', properties: ['term', 'kind'] })
@Check({ name: 'search_term_kind', expression: `kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})` })
@Check({ name: 'search_term_length', expression: 'char_length(term) >= 1 and char_length(term) <= 60' })
@Check({ name: 'search_term_meanings', expression: 'cardinality(meanings) <= 50' })
export class SearchTerm {
  declare [PrimaryKeyProp]?: ['kind', 'term'];

  @Field(() => SearchTermKind, { description: 'Its kind. Kind and term together say which one it is.' })
  @PrimaryKey({ type: 'text' })
  kind!: TermKind;

  @Field(() => String, { description: 'The term, in small letters.' })
  @PrimaryKey({ type: 'text' })
  term!: string;

  @Field(() => [String], { description: 'What it means, as its kind says; of a PLACE the slug of its kecamatan.' })
  @Property({ type: 'string[]', columnType: 'text[]' })
  meanings!: string[];
}

/** Which vocabulary is in force; one row, or none while there never were terms. */
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
