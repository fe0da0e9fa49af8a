import { GraphQLError } from 'graphql';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { validate } from 'uuid';
import { Access, everyone } from './access.ts';

/** The largest page that may be asked for. */
export const LARGEST_PAGE = 100;

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list.', simpleResolvers: true })
@Access(everyone)
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something comes before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge, null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge; pass it as `after` for the next page.',
  })
  endCursor!: string | null;
}

/** Arguments of every forward list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: `How many at most, 1 to ${LARGEST_PAGE}; 20 when left out.` })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the edge after which the page begins.' })
  after?: string | null;
}

/** An edge and its connection, as GraphQL types. */
export interface ConnectionTypes {
  readonly edge: new () => object;
  readonly connection: new () => object;
}

/** Makes `<name>Edge` and `<name>Connection`; rules are those of the nodes, so the shell is open to everyone. */
export function connectionTypes(name: string, node: () => unknown): ConnectionTypes {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.`, simpleResolvers: true })
  @Access(everyone)
  class Edge {
    @Field(() => String, { description: 'Keyset cursor of this edge.' })
    cursor!: string;

    @Field(node as never, { description: `The ${name}.` })
    node!: unknown;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.`, simpleResolvers: true })
  @Access(everyone)
  class Connection {
    @Field(() => [Edge], { description: 'The page.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;
  }
  return { edge: Edge, connection: Connection };
}

/** A page of a list, as connections of every type carry it. */
export interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
}

/** The page size asked for; refuses below 1 and above the limit with a message that names both. */
export function pageSize(first: number | null | undefined): number {
  if (first === null || first === undefined) return 20;
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE)
    throw badArgument('first', `first is 1 to ${LARGEST_PAGE}, got ${first}`);
  return first;
}

/** A top-level error for an argument that the caller can mend; names the argument and its limit. */
export function badArgument(argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

/** A cursor for a place in a sorted list: the sort values of its row. Opaque to clients. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');
}

/** What a value of a cursor must look like before it may reach the database. */
const CURSOR_VALUES = {
  /** Text without control characters and broken ones, which PostgreSQL may not take. */
  string: (value: unknown) => typeof value === 'string' && !/[\p{Cc}\p{Cs}]/u.test(value),
  number: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  /** Raw key of a row. */
  key: (value: unknown) => typeof value === 'string' && validate(value),
  /** A whole number of 32 bits. */
  integer: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  /** An instant as `toISOString` writes it, of a year that PostgreSQL knows. */
  instant: (value: unknown) =>
    typeof value === 'string' &&
    /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
};

/** The sort values of a cursor; refuses what this list did not make. `shape` names what each value must be. */
export function decodeCursor(
  after: string | null | undefined,
  shape: readonly (keyof typeof CURSOR_VALUES)[],
): (string | number)[] | null {
  if (!after) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === shape.length &&
      shape.every((kind, at) => CURSOR_VALUES[kind](values[at]))
    ) {
      return values as (string | number)[];
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badArgument('after', 'after is not a cursor of this list');
}

/** Makes a page of the rows read, which are one more than asked for when the list goes on. */
export function pageOf<Row>(
  rows: readonly Row[],
  first: number,
  after: string | null | undefined,
  cursorOf: (row: Row) => string,
): Page<Row> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(row), node: row }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
