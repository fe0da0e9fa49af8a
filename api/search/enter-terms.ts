import type { Tx } from '../platform/database/transaction.ts';
import type { Term } from './language/index.ts';
import { SearchTerm } from './search-term.ts';

/** Enters these terms and puts them into force with the commit. Of two terms of one kind the latter stays. */
export async function enterTerms(tx: Tx, terms: readonly Term[]): Promise<void> {
  const rows = new Map(terms.map((row) => [`${row.kind} ${row.term}`, { ...row, meanings: [...row.meanings] }]));
  await tx.upsertMany(SearchTerm, [...rows.values()]);
  await renewVocabulary(tx);
}

/** Tells every process that the vocabulary is another one now. */
export async function renewVocabulary(tx: Tx): Promise<void> {
  await tx.execute(`insert into search_vocabulary (id, version) values (1, gen_random_uuid())
    on conflict (id) do update set version = excluded.version`);
}
