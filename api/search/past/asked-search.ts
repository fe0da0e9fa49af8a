import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Characters of the longest words that are kept: what is longer is a message, not a search that others repeat. */
export const LONGEST_KEPT = 60;

/**
 * How often some words were searched for in a week. Who searched is not in it, nor when or where exactly; words that hold a long number
 * (but for a round price), a date or an address are never entered, and others are shown when several callers asked for them. A caller counts once a day for the same words.
 */
@Entity({ tableName: 'search_asked' })
@Check({ name: 'search_asked_week_begins_monday', expression: 'extract(isodow from week) = 1' })
@Check({ name: 'search_asked_some', expression: 'asked > 0' })
@Check({ name: 'search_asked_missed_not_negative', expression: 'missed >= 0' })
@Check({ name: 'search_asked_relaxed_not_negative', expression: 'relaxed >= 0' })
@Check({ name: 'search_asked_failed_were_asked', expression: 'missed + relaxed <= asked' })
@Check({
  name: 'search_asked_words_short',
  expression: `char_length(words) >= 1 and char_length(words) <= ${LONGEST_KEPT}`,
})
export class AskedSearch {
  declare [PrimaryKeyProp]?: ['week', 'kecamatan', 'words'];

  /** Monday of the week in WIB. */
  @PrimaryKey({ type: 'date' })
  week!: string;

  /** Slug of the kecamatan that was searched in, that the words name, or that was searched from; empty when none is known. */
  @PrimaryKey({ type: 'text' })
  kecamatan!: string;

  /** As searches are read: lower case, without accents and words that carry nothing; with the price that nothing was found for. */
  @PrimaryKey({ type: 'text' })
  words!: string;

  @Property({ type: 'integer' })
  asked!: number;

  /** Times that nothing was found. */
  @Property({ type: 'integer' })
  missed!: number;

  /** Times that something was found only because words were left out. */
  @Property({ type: 'integer' })
  relaxed!: number;
}
