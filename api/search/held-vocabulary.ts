import type { Context } from '../platform/context.ts';
import { type Term, Vocabulary } from './language/index.ts';

/** The vocabulary as this process has read it, and its version in the database; null before the first reading. */
export interface VersionedVocabulary {
  readonly version: string | null;
  readonly vocabulary: Vocabulary;
}

/** What is in force, as it stands in the database. */
export interface TermsInForce {
  readonly version: string | null;
  /** What curators keep. */
  readonly terms: readonly Term[];
  /** Districts and wards, known from their own tables. */
  readonly places: readonly Term[];
}

const READ = `select (select version from search_vocabulary) as version,
  (select coalesce(json_agg(json_build_object('kind', kind, 'term', term, 'meanings', meanings)), '[]') from search_term) as terms,
  (select coalesce(json_agg(json_build_object('kind', 'PLACE', 'term', term, 'meanings', array[slug])), '[]') from (
    select lower(k.name) as term, k.slug from kecamatan k
    union all select lower(named.name), kc.slug from kelurahan kl join kecamatan kc on kc.id = kl.kecamatan_id
      cross join lateral unnest(array[kl.name] || kl.aliases) as named(name)
     where lower(named.name) <> 'depok') named) as places`;

/** Reads what is in force. */
export async function readTerms(ctx: Context): Promise<TermsInForce> {
  const [row] = await ctx.read.rows<TermsInForce>(READ, [], 'search-vocabulary');
  return row ?? { version: null, terms: [], places: [] };
}

/**
 * The vocabulary that this process holds. Every search is told by its own statement which version is in force, so a change needs no
 * restart and no message: who holds an older one reads again.
 */
export class HeldVocabulary {
  #held: VersionedVocabulary = { version: null, vocabulary: new Vocabulary([]) };
  /** The last reading, perhaps still going on. */
  #reading: Promise<VersionedVocabulary> | null = null;

  /** What is held now. */
  get current(): VersionedVocabulary {
    return this.#held;
  }

  /** What is in force, of this version or a later one. Of the searches that all see a change at once one reads it. */
  async renew(ctx: Context, version: string | null): Promise<VersionedVocabulary> {
    const begun = this.#reading;
    const read = await begun?.catch(() => null);
    if (read && read.version === version) return read;
    // What another search began meanwhile was begun after this version was seen.
    if (!this.#reading || this.#reading === begun) this.#reading = this.#read(ctx);
    return this.#reading;
  }

  async #read(ctx: Context): Promise<VersionedVocabulary> {
    const { version, terms, places } = await readTerms(ctx);
    this.#held = { version, vocabulary: new Vocabulary([...terms, ...places]) };
    return this.#held;
  }
}
