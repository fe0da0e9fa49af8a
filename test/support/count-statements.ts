import { type ExecutionResult, graphql } from 'graphql';
import type { Context } from '../../api/platform/context.ts';
import { publicSchema } from '../../api/schema.ts';

/** What a document gave, and the reads that it took. */
export interface Counted<Result> {
  readonly data: Result;
  readonly errors: ExecutionResult['errors'];
  readonly statements: readonly string[];
}

/** Executes a document for this context and counts the visitors' reads that reach the database. */
export async function countStatements<Result>(
  ctx: Context,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<Counted<Result>> {
  const statements: string[] = [];
  const { read } = ctx;
  const counting: Context = Object.assign(Object.create(ctx), {
    loaders: new Map(),
    read: {
      rows<Row extends object>(text: string, values?: readonly unknown[], name?: string): Promise<Row[]> {
        statements.push(name ?? text.slice(0, 60));
        return read.rows<Row>(text, values, name);
      },
    },
  });
  const { data, errors } = await graphql({ schema: publicSchema(), source, variableValues, contextValue: counting });
  return { data: JSON.parse(JSON.stringify(data ?? null)) as Result, errors, statements };
}
