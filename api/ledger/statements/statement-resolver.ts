import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Access, signedIn } from '../../platform/graphql/access.ts';
import { type Page, PageArgs } from '../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import {
  Statement,
  type StatementAsked,
  type StatementMovement,
  StatementMovementConnection,
  statementOf,
} from './statement.ts';
import { pageOfStatement } from './statement-movements.ts';

@ArgsType()
class StatementArgs implements StatementAsked {
  @Field(() => ID, { description: 'A shop, pickup point or community.' })
  ownerId!: string;

  @Field(() => String, { description: 'First day, in WIB, e.g. 2026-11-01.' })
  from!: string;

  @Field(() => String, { description: 'Last day, in WIB, e.g. 2026-11-30; not before the first.' })
  to!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Leave out what came after this instant; `asOf` of the first page, for the pages that follow.',
  })
  asOf?: Date | null;
}

@Resolver(() => Statement)
export class StatementResolver {
  @Access(signedIn)
  @Query(() => Statement, {
    nullable: true,
    description: 'What a seller, point or community earned and got over some days; null for whoever may not see it.',
  })
  statement(@Ctx() ctx: Context, @Args(() => StatementArgs) asked: StatementArgs): Promise<Statement | null> {
    return statementOf(ctx, asked);
  }

  @FieldResolver(() => StatementMovementConnection, { description: 'Its movements, the oldest first.' })
  movements(
    @Ctx() ctx: Context,
    @Root() statement: Statement,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Page<StatementMovement>> {
    return pageOfStatement(ctx, statement, args);
  }
}
