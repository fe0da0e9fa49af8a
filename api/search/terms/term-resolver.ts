import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access } from '../../platform/graphql/access.ts';
import { connectionTypes, type Page } from '../../platform/graphql/connection.ts';
import { type Payload, payload } from '../../platform/graphql/user-errors.ts';
import type { Term } from '../language/index.ts';
import { SearchTerm } from '../search-term.ts';
import { previewSynonyms } from './preview-synonyms.ts';
import { saveSynonyms } from './save-synonyms.ts';
import type { SynonymEffect } from './synonym-effect.ts';
import { PreviewSynonymsInput, SaveSynonymsInput, SearchTermsArgs } from './term-inputs.ts';
import { TERM_LIMITS } from './term-limits.ts';
import { PREVIEW_SYNONYMS, PreviewSynonymsPayload, SAVE_SYNONYMS, SaveSynonymsPayload } from './term-payloads.ts';
import { listTerms } from './term-queries.ts';

const { connection: SearchTermConnection } = connectionTypes('SearchTerm', () => SearchTerm);

@Resolver()
export class TermResolver {
  @Access(curator)
  @Query(() => SearchTermConnection, {
    description:
      'The vocabulary of the search as curators keep it, by alphabet. Districts and wards are known without it.',
  })
  searchTerms(@Ctx() ctx: Context, @Args(() => SearchTermsArgs) args: SearchTermsArgs): Promise<Page<SearchTerm>> {
    return listTerms(ctx, args);
  }

  @Access(curator)
  @Query(() => PreviewSynonymsPayload, {
    description: 'What a change of the vocabulary would do to searches. Nothing is changed.',
  })
  previewSynonyms(
    @Ctx() ctx: Context,
    @Arg('input', () => PreviewSynonymsInput, { description: 'The change.' }) input: PreviewSynonymsInput,
    @Arg('queries', () => [String], {
      nullable: true,
      description: `What to search for, 1 to ${TERM_LIMITS.queriesTo}; searches that the change is about when left out.`,
    })
    queries?: string[] | null,
  ): Promise<Payload<{ effects: SynonymEffect[] }>> {
    return payload(ctx, PREVIEW_SYNONYMS, async () => ({
      effects: await previewSynonyms(ctx, input, queries ?? null),
    }));
  }

  @Access(curator)
  @Mutation(() => SaveSynonymsPayload, {
    description:
      'Adds, replaces and takes out terms of the vocabulary, all or none; understood by the next search. Goes into the audit log.',
  })
  saveSynonyms(
    @Ctx() ctx: Context,
    @Arg('input', () => SaveSynonymsInput, { description: 'The change, and why.' }) input: SaveSynonymsInput,
  ): Promise<Payload<{ terms: readonly Term[] }>> {
    return payload(ctx, SAVE_SYNONYMS, async () => ({ terms: await saveSynonyms(ctx, input) }));
  }
}
