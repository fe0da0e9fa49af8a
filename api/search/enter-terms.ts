import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { keptTerm } from './kept-term.ts';
import type { Term } from './language/index.ts';
import { SearchTerm } from './search-term.ts';

/** Enters these terms and puts them into force with the commit. Of two terms of one kind the latter stays. */
export async function enterTerms(tx: Tx, terms: readonly Term[]): Promise<void> {
  const rows = new Map(
    terms.map(({ kind, term, meanings }) => {
      const kept = keptTerm(term);
      return [`${kind} ${kept}`, { kind, term: kept, meanings: [...new Set(meanings.map(keptTerm))] }];
    }),
  );
  await tx.upsertMany(SearchTerm, [...rows.values()]);
  await renewVocabulary(tx);
}

/** Tells every process that the vocabulary is another one now. */
export async function renewVocabulary(tx: Tx): Promise<void> {
  await tx.execute(`insert into search_vocabulary (id, version) values (1, gen_random_uuid())
    on conflict (id) do update set version = excluded.version`);
}

/** Lets one change of the vocabulary wait for the other, to the end of its transaction. */
export async function lockVocabulary(tx: Tx): Promise<void> {
  await tx.execute(`insert into search_vocabulary (id, version) values (1, gen_random_uuid())
    on conflict (id) do update set version = search_vocabulary.version`);
}

/** Whether this database ever had a vocabulary, be it an empty one. */
export async function hasVocabulary(ctx: Context): Promise<boolean> {
  const [row] = await ctx.read.rows<{ has: boolean }>('select exists (select from search_vocabulary) as has');
  return row?.has ?? false;
}

/** Enters these terms into a database that never had any; what curators have kept, or taken out, stays as it is. */
export async function enterFirstTerms(tx: Tx, terms: readonly Term[]): Promise<void> {
  const [row] = await tx.execute<
    { id: number }[]
  >(`insert into search_vocabulary (id, version) values (1, gen_random_uuid())
    on conflict (id) do nothing returning id`);
  if (row) await enterTerms(tx, terms);
}
