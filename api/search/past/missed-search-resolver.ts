import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access } from '../../platform/graphql/access.ts';
import { connectionTypes, type Page, PageArgs } from '../../platform/graphql/connection.ts';
import { MissedSearch } from './missed-search.ts';
import { listMissedSearches } from './missed-search-queries.ts';

const { connection: MissedSearchConnection } = connectionTypes('MissedSearch', () => MissedSearch);

@ArgsType()
class SearchMissesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Slug of the kecamatan searched in or from; the whole city when left out.',
  })
  kecamatan?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Week of ISO 8601 in WIB, e.g. 2026-W48; the present one when left out. 26 weeks are kept.',
  })
  week?: string | null;
}

@Resolver()
export class MissedSearchResolver {
  @Access(curator)
  @Query(() => MissedSearchConnection, {
    description:
      'What was searched for in a week and not found, or only in part, by at least 3 callers; what most missed first.',
  })
  searchMisses(@Ctx() ctx: Context, @Args(() => SearchMissesArgs) args: SearchMissesArgs): Promise<Page<MissedSearch>> {
    return listMissedSearches(ctx, args);
  }
}
