import 'reflect-metadata';
import { GraphQLError, GraphQLScalarType } from 'graphql';
import {
  createUnionType,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { Access, everyone } from '../../../api/platform/graphql/access.ts';
import { connectionTypes } from '../../../api/platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../api/platform/graphql/scalars.ts';
import { RupiahScalar } from '../../../api/platform/money.ts';

/** The types of a small schema that holds every kind of thing that can go right or wrong. */
enum Shelf {
  LOW = 'LOW',
  HIGH = 'HIGH',
}
registerEnumType(Shelf, {
  name: 'Shelf',
  description: 'Where it stands.',
  valuesConfig: { LOW: { description: 'Below.' }, HIGH: { description: 'Above.' } },
});

@InterfaceType('Thing', { description: 'Anything in the library.' })
@Access(everyone)
export abstract class Thing {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@ObjectType({ implements: Thing, description: 'Someone who writes.', simpleResolvers: true })
@Access(everyone)
export class Writer extends Thing {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  born!: number | null;
}

@ObjectType({ implements: Thing, description: 'Something to read.', simpleResolvers: true })
@Access(everyone)
export class Book extends Thing {
  @Field(() => String, { description: 'The title.' })
  title!: string;

  @Field(() => Writer, { nullable: true, description: 'Who wrote it.' })
  writer!: Writer | null;

  @Field(() => [String], { description: 'Words on the back.' })
  words!: string[];

  @Field(() => [[Int]], { nullable: true, description: 'Chapters and their pages.' })
  pages!: number[][] | null;

  @Field(() => Shelf, { description: 'Where it stands.' })
  shelf!: Shelf;

  @Field(() => RupiahScalar, { description: 'Its price.' })
  price!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it came.' })
  cameAt!: Date | string | null;
}

/** No simple resolvers here, as with entities. */
@ObjectType({ implements: Thing, description: 'A place to sit.' })
@Access(everyone)
export class Chair extends Thing {
  @Field(() => Int, { description: 'Legs.' })
  legs!: number;

  @Field(() => String, { nullable: true, description: 'Breaks when read.' })
  get wobble(): string {
    throw new Error('the leg came off');
  }
}

export const Find = createUnionType({
  name: 'Find',
  description: 'What was found.',
  types: () => [Book, Chair] as const,
});

@ObjectType({ description: 'Where things can go wrong.' })
@Access(everyone)
export class Trouble {
  @Field(() => String, { nullable: true, description: 'May be missing.' })
  soft?: string | null;

  @Field(() => String, { description: 'May not be missing.' })
  hard!: string;

  @Field(() => Trouble, { nullable: true, description: 'More of it, may be missing.' })
  softer?: Trouble | null;

  @Field(() => Trouble, { description: 'More of it, may not be missing.' })
  harder!: Trouble;

  @Field(() => [Trouble], { description: 'Many, none may be missing.' })
  many!: Trouble[];

  @Field(() => [Trouble], { nullable: true, description: 'Perhaps many, none may be missing.' })
  perhaps?: Trouble[] | null;
}

@InputType({ description: 'One of two ways to find.' })
@Directive('@oneOf')
export class ByOne {
  @Field(() => String, { nullable: true, description: 'By title.' })
  title?: string;

  @Field(() => ID, { nullable: true, description: 'By id.' })
  id?: string;
}

@InputType({ description: 'What to look for.' })
export class Wish {
  @Field(() => String, { nullable: true, description: 'Words.' })
  words?: string;

  @Field(() => Shelf, { nullable: true, defaultValue: Shelf.LOW, description: 'Where.' })
  shelf?: Shelf;

  @Field(() => [Int], { nullable: true, description: 'Years.' })
  years?: number[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when.' })
  since?: Date;

  @Field(() => Wish, { nullable: true, description: 'Or else.' })
  orElse?: Wish;
}

export const books = connectionTypes('Book', () => Book);

/** Twenty books, each with its writer. */
export const BOOKS = Array.from({ length: 20 }, (_, at) => ({
  __typename: 'Book',
  id: `book-${at}`,
  title: `Sambal & "rahasia" ${at}`,
  writer:
    at % 5 === 4
      ? null
      : { __typename: 'Writer', id: `writer-${at}`, name: `Ibu ${at}`, born: at % 2 ? 1960 + at : null },
  words: ['pedas', 'gurih'],
  pages: [[1, 2], [3]],
  shelf: Shelf.LOW,
  price: 9_000_000_000_000_000 - at,
  cameAt: at % 2 ? new Date(Date.UTC(2026, 0, at + 1)) : '2026-02-03T04:05:06.000Z',
}));

export const sqlFault = (): Error =>
  Object.assign(new Error('insert into "account" ("phone") values (\'+6281200000001\') - duplicate key value'), {
    code: '23505',
    detail: 'Key (phone)=(+6281200000001) already exists.',
  });

export function trouble(depth = 2): object {
  return {
    soft: 'soft',
    hard: 'hard',
    get softer() {
      return depth > 0 ? trouble(depth - 1) : null;
    },
    get harder() {
      return trouble(depth - 1);
    },
    many: [{ hard: 'a' }, { hard: 'b' }],
    perhaps: [{ hard: 'a' }, { hard: null }, { hard: null }],
  };
}

export const OddScalar = new GraphQLScalarType({
  name: 'Odd',
  description: 'Cannot be shown.',
  serialize: () => {
    throw new GraphQLError('select odd', { extensions: { code: 'BAD_USER_INPUT' } });
  },
});
