import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Regular expression of the signs of the fields whose words a mistyped word can have meant: all that name a product or say what it is like. */
export const WORD_SIGNS = '[./,:;]';

/** A word of the titles on sale: what a mistyped word can have meant. */
@Entity({ tableName: 'search_word' })
@Index({
  name: 'search_word_beginning',
  expression: 'create index search_word_beginning on search_word (word text_pattern_ops)',
})
@Check({ name: 'search_word_uses_not_negative', expression: 'uses >= 0' })
export class SearchWord {
  declare [PrimaryKeyProp]?: 'word';

  /** Lower case, without accents. */
  @PrimaryKey({ type: 'text' })
  word!: string;

  /** Titles that carry it. */
  @Property({ type: 'integer' })
  uses!: number;
}

/** A word with one letter left out, and where: two words that share a row are one typing mistake apart. */
@Entity({ tableName: 'search_word_deletion' })
@Index({ name: 'search_word_deletion_of_word', properties: ['word'] })
export class SearchWordDeletion {
  declare [PrimaryKeyProp]?: ['shortened', 'letter', 'word'];

  @PrimaryKey({ type: 'text' })
  shortened!: string;

  /** Place of the missing letter, from 1. */
  @PrimaryKey({ type: 'smallint' })
  letter!: number;

  @ManyToOne(() => SearchWord, { mapToPk: true, primary: true, fieldName: 'word', deleteRule: 'cascade' })
  word!: string;
}
