import 'reflect-metadata';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../../api/platform/context.ts';
import { Access, everyone, signedIn } from '../../../api/platform/graphql/access.ts';
import { SharedFor } from '../../../api/platform/graphql/cache-hint.ts';
import { badArgument } from '../../../api/platform/graphql/connection.ts';
import { answerHolds, answerIsMakeshift, forEachAnswer } from '../../../api/platform/graphql/kept-answers.ts';
import { SameWhile, type State } from '../../../api/platform/graphql/same-while.ts';
import { DateTimeScalar } from '../../../api/platform/graphql/scalars.ts';
import { buildApiSchema } from '../../../api/platform/graphql/schema.ts';
import { RupiahScalar } from '../../../api/platform/money.ts';
import { DomainError } from '../../../api/platform/refusal.ts';
import {
  BOOKS,
  Book,
  ByOne,
  books,
  Chair,
  Find,
  OddScalar,
  sqlFault,
  Thing,
  Trouble,
  trouble,
  Wish,
  Writer,
} from './library-types.ts';

/** Order in which mutations ran. */
export const ran: string[] = [];

/** What the stream of `ticks` gives; tests put their own in. */
export const tickSource: { make: () => AsyncIterable<number> } = { make: async function* () {} };

/** What the list of new books is made from, and how often it was made and given. A change touches it when its number is in \`touching\`. */
export const news = {
  state: 'monday',
  change: 0,
  touching: [] as readonly number[],
  /** Whether a makeshift answer still is the best. */
  isMakeshift: false,
  made: 0,
  given: 0,
  whileMaking: async (): Promise<void> => {},
};
const newsState = async (): Promise<State> => ({ text: news.state, change: news.change });

@Resolver(() => Book)
class BookResolver {
  @FieldResolver(() => String, { description: 'A greeting, in time.' })
  @Access(everyone)
  async greeting(
    @Root() book: Book,
    @Arg('to', () => String, { nullable: true, description: 'Whom.' }) to?: string,
  ): Promise<string> {
    await Promise.resolve();
    return `${book.title} for ${to ?? 'all'}`;
  }
}

@Resolver()
class LibraryResolver {
  @Query(() => books.connection, { description: 'Books.' })
  @Access(everyone)
  @SharedFor(60)
  async books(
    @Arg('first', () => Int, { nullable: true, description: 'How many.' }) first?: number,
    @Arg('after', () => String, { nullable: true, description: 'After which.' }) _after?: string,
  ): Promise<object> {
    if (first !== undefined && first !== null && (first < 1 || first > 100))
      throw badArgument('first', `first is 1 to 100, got ${first}`);
    const page = BOOKS.slice(0, first ?? 20);
    return {
      edges: page.map((node) => ({ cursor: node.id, node })),
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'a', endCursor: null },
    };
  }

  @Query(() => [Book], { description: 'New books; the answer stays the same while their state does.' })
  @Access(everyone)
  @SameWhile(newsState)
  async news(
    @Ctx() ctx: Context,
    @Arg('how', () => String, {
      nullable: true,
      description: 'passing, makeshift, loading, failing or any change; well when left out.',
    })
    how?: string,
  ): Promise<object[]> {
    news.made += 1;
    forEachAnswer(ctx, () => {
      news.given += 1;
    });
    await news.whileMaking();
    if (how === 'passing') answerIsMakeshift(ctx, () => false);
    if (how === 'makeshift') answerIsMakeshift(ctx, () => news.isMakeshift);
    if (how !== 'any change')
      answerHolds(ctx, newsState, async (_, after, { change }) =>
        news.touching.some((at) => at > after && at <= change),
      );
    if (how === 'loading') ctx.loaders.set({}, 'read apart');
    if (how === 'failing') throw sqlFault();
    return BOOKS.slice(0, 2).map((book) => ({ ...book, title: `${book.title}, ${news.state}` }));
  }

  @Query(() => Thing, { nullable: true, description: 'One thing.' })
  @Access(everyone)
  thing(@Arg('id', () => ID, { description: 'Which.' }) id: string): object | null {
    if (id === 'chair') return Object.assign(new Chair(), { id, legs: 4 });
    if (id === 'ghost') return { id };
    if (id === 'nameless') return { __typename: 'Nothing', id };
    return BOOKS.find((book) => book.id === id) ?? null;
  }

  @Query(() => [Find], { description: 'Whatever there is.' })
  @Access(everyone)
  finds(): object[] {
    return [BOOKS[0]!, Object.assign(new Chair(), { id: 'c', legs: 3 })];
  }

  @Query(() => Book, { nullable: true, description: 'A book whose title cannot be read, found in time.' })
  @Access(everyone)
  async cursed(): Promise<object> {
    await Promise.resolve();
    return {
      ...BOOKS[0],
      get title() {
        throw new Error('the ink is gone');
      },
    };
  }

  @Query(() => Trouble, { nullable: true, description: 'Trouble.' })
  @Access(everyone)
  trouble(): object {
    return trouble();
  }

  @Query(() => Trouble, { description: 'Trouble that may not be missing.' })
  @Access(everyone)
  realTrouble(): object {
    return { ...trouble(), hard: null };
  }

  @Query(() => String, { nullable: true, description: 'Throws as told.' })
  @Access(everyone)
  async fail(@Arg('how', () => String, { description: 'How.' }) how: string): Promise<string | null> {
    if (how === 'sql') throw sqlFault();
    if (how === 'domain') throw new DomainError('OUT_OF_STOCK', ['lines'], { left: 3 });
    if (how === 'known') throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN', reason: 'age' } });
    if (how === 'codeless') throw new GraphQLError('select * from secrets');
    if (how === 'coded')
      throw Object.assign(new Error('from another library'), { extensions: { code: 'LEAK', secret: 1 } });
    if (how === 'text') throw 'just a text';
    if (how === 'nothing') throw undefined;
    if (how === 'status')
      throw new GraphQLError('Slow down.', {
        extensions: { code: 'SLOW', http: { status: 429, headers: new Map([['retry-after', '7']]) } },
      });
    return how;
  }

  @Query(() => Int, { description: 'Throws where nothing may be missing.' })
  @Access(everyone)
  failHard(): number {
    throw sqlFault();
  }

  @Query(() => Int, { nullable: true, description: 'Gives what is not a number.' })
  @Access(everyone)
  wrongLeaf(): unknown {
    return 'not a number';
  }

  @Query(() => RupiahScalar, { nullable: true, description: 'Gives what is no money.' })
  @Access(everyone)
  wrongMoney(): unknown {
    return 1.5;
  }

  @Query(() => OddScalar, { nullable: true, description: 'Gives what cannot be shown.' })
  @Access(everyone)
  unshown(): unknown {
    return 'odd';
  }

  @Query(() => OddScalar, { nullable: true, description: 'Gives what cannot be shown, and says that it ran.' })
  @Access(everyone)
  odd(): unknown {
    ran.push('odd');
    return 'odd';
  }

  @Query(() => [String], { nullable: true, description: 'Gives what is no list.' })
  @Access(everyone)
  wrongList(): unknown {
    return 5;
  }

  @Query(() => [String], { nullable: 'itemsAndList', description: 'A list with late and broken items.' })
  @Access(everyone)
  lateItems(): unknown[] {
    return ['now', Promise.resolve('late'), Promise.reject(sqlFault()), null];
  }

  @Query(() => [String], { nullable: 'itemsAndList', description: 'A list whose first item breaks late.' })
  @Access(everyone)
  brokenItem(): unknown[] {
    return [Promise.reject(sqlFault()), 'now', Promise.resolve('late')];
  }

  @Query(() => String, { description: 'Says what it was given.' })
  @Access(everyone)
  echo(
    @Arg('wish', () => Wish, { nullable: true, description: 'A wish.' }) wish?: Wish,
    @Arg('number', () => Int, { nullable: true, defaultValue: 7, description: 'A number.' }) number?: number,
    @Arg('must', () => Int, { defaultValue: 3, description: 'A number that must be.' }) must?: number,
    @Arg('at', () => DateTimeScalar, { nullable: true, description: 'An instant.' }) at?: Date,
    @Arg('price', () => RupiahScalar, { nullable: true, description: 'A price.' }) price?: number,
    @Arg('list', () => [String], { nullable: true, description: 'Texts.' }) list?: string[],
    @Arg('big', () => Float, { nullable: true, description: 'A fraction.' }) big?: number,
  ): string {
    const isDate =
      at instanceof Date && (wish?.since === undefined || wish.since === null || wish.since instanceof Date);
    return JSON.stringify({ wish, keys: Object.keys(wish ?? {}).sort(), number, must, at, isDate, price, list, big });
  }

  @Query(() => String, { nullable: true, description: 'Finds by one.' })
  @Access(everyone)
  by(@Arg('one', () => ByOne, { description: 'How.' }) one: ByOne): string {
    return JSON.stringify(one);
  }

  @Query(() => String, { nullable: true, description: 'For those who signed in.' })
  @Access(signedIn)
  secret(): string {
    return 'psst';
  }

  @Mutation(() => Int, { nullable: true, description: 'Runs in its turn.' })
  @Access(everyone)
  async run(@Arg('name', () => String, { description: 'Its name.' }) name: string): Promise<number> {
    ran.push(`begin ${name}`);
    await new Promise((resolve) => setImmediate(resolve));
    ran.push(`end ${name}`);
    if (name === 'bad') throw sqlFault();
    if (name === 'text') throw 'a text';
    return ran.length;
  }

  @Subscription(() => Int, { description: 'Counts.', subscribe: () => tickSource.make() })
  @Access(everyone)
  ticks(@Root() tick: number): number {
    if (tick === 13) throw sqlFault();
    return tick;
  }

  @Subscription(() => Int, {
    description: 'How much is loaded already at an event.',
    subscribe: () => tickSource.make(),
  })
  @Access(everyone)
  loaded(@Ctx() ctx: Context): number {
    const { size } = ctx.loaders;
    ctx.loaders.set({}, 'what was loaded for this event');
    return size;
  }

  @Subscription(() => Int, { description: 'Counts for those who signed in.', subscribe: () => tickSource.make() })
  @Access(signedIn)
  secretTicks(@Root() tick: number): number {
    return tick;
  }
}

let schema: GraphQLSchema | null = null;

/** The schema, built once: decorators register their classes globally. */
export function librarySchema(): GraphQLSchema {
  schema ??= buildApiSchema({ resolvers: [BookResolver, LibraryResolver], orphanedTypes: [Book, Chair, Writer] });
  return schema;
}
