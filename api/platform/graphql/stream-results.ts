import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import type { KnownOperation } from './documents.ts';
import type { Executor } from './executor.ts';
import { inLanguage, logFaults, showErrors } from './masking.ts';
import type { Variables } from './specialise.ts';

/**
 * The results of an operation, masked, in the language of its context: one for each event of a subscription, one for a query
 * or mutation. `return` ends the source at once.
 */
export function resultsOf(
  { schema }: Executor,
  operation: KnownOperation,
  variableValues: Variables,
  ctx: Context,
): AsyncIterableIterator<ExecutionResult> {
  const args: ExecutionArgs = { schema, document: operation.document, variableValues };
  let source: AsyncIterator<unknown> | null = null;
  let isOver = false;

  const mask = ({ data, errors }: ExecutionResult): ExecutionResult => {
    if (!errors) return { data };
    logFaults(errors, ctx, operation.node.name?.value ?? null);
    const shown = inLanguage(showErrors(errors).errors, ctx.language, ctx.requestId) as unknown as GraphQLError[];
    return data === undefined ? { errors: shown } : { errors: shown, data };
  };
  const last = async (result: ExecutionResult): Promise<IteratorResult<ExecutionResult>> => {
    isOver = true;
    return { value: mask(result), done: false };
  };
  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    isOver = true;
    // Not awaited: a generator that waits for its next event only hears of it then.
    void source?.return?.()?.catch?.(() => {});
    return { value: undefined, done: true };
  };

  return {
    async next() {
      if (isOver) return end();
      if (operation.node.operation !== 'subscription') return last(await execute({ ...args, contextValue: ctx }));
      if (!source) {
        const stream = await createSourceEventStream({ ...args, contextValue: ctx });
        if (!(Symbol.asyncIterator in stream)) return last(stream);
        source = stream[Symbol.asyncIterator]();
        if (isOver) return end();
      }
      let event: IteratorResult<unknown>;
      try {
        event = await source.next();
      } catch (error) {
        return last({ errors: [new GraphQLError('the source failed', { originalError: error as Error })] });
      }
      if (event.done || isOver) return end();
      const { value } = event;
      return { value: mask(await execute({ ...args, rootValue: value, contextValue: forOneEvent(ctx) })), done: false };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The context of one event: what was loaded for the one before is old by now. */
function forOneEvent(ctx: Context): Context {
  let em: Context['em'] | null = null;
  return Object.create(ctx, {
    loaders: { value: new Map(), enumerable: true },
    em: {
      get() {
        em ??= ctx.em.fork({ clear: true });
        return em;
      },
      enumerable: true,
    },
  }) as Context;
}
