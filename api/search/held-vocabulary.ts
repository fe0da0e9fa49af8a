import type { Context } from '../platform/context.ts';
import { type Term, Vocabulary } from './language/index.ts';

/** The vocabulary as this process has read it, and its version in the database; null before the first reading. */
export interface VersionedVocabulary {
  readonly version: string | null;
  readonly vocabulary: Vocabulary;
}

const READ = `select (select version from search_vocabulary) as version, (
  select coalesce(json_agg(json_build_object('kind', kind, 'term', term, 'meanings', meanings)), '[]') from (
    select kind, term, meanings from search_term
    union all select 'PLACE', lower(k.name), array[k.slug] from kecamatan k
    union all select 'PLACE', lower(named.name), array[kc.slug] from kelurahan kl join kecamatan kc on kc.id = kl.kecamatan_id
      cross join lateral unnest(array[kl.name] || kl.aliases) as named(name)
     where lower(named.name) <> 'depok') terms) as terms`;

/**
 * The vocabulary that this process holds. Every search is told by its own statement which version is in force, so a change needs no
 * restart and no message: who holds an older one reads again.
 */
export class HeldVocabulary {
  #held: VersionedVocabulary = { version: null, vocabulary: new Vocabulary([]) };

  /** What is held now. */
  get current(): VersionedVocabulary {
    return this.#held;
  }

  /** Reads what is in force. */
  async renew(ctx: Context): Promise<VersionedVocabulary> {
    const [row] = await ctx.read.rows<{ version: string | null; terms: Term[] }>(READ, [], 'search-vocabulary');
    if (row) this.#held = { version: row.version, vocabulary: new Vocabulary(row.terms) };
    return this.#held;
  }
}
