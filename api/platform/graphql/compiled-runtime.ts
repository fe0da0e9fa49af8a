import { createRequire } from 'node:module';
import type { GraphQLError } from 'graphql';
import type { jitRuntime as JitRuntime } from 'graphql-jit/dist/runtime.js';

// The package's modules run as CommonJS, also when imported: an import here would be another copy of the runtime.
const { jitRuntime } = createRequire(import.meta.url)('graphql-jit/dist/runtime.js') as {
  jitRuntime: typeof JitRuntime;
};

/** The part of a compiled run that a failure concerns. */
interface Run {
  promiseCounter: number;
  data: unknown;
  errors: unknown[];
  nullErrors: GraphQLError[];
  resolve?: (run: Run) => void;
  /** What compiled code itself threw, e.g. a getter of a value that it read. */
  failure?: { readonly thrown: unknown };
}

/** Marks a result that compiled code could not complete. */
export class CompiledRunFailed extends Error {
  constructor(thrown: unknown) {
    super('compiled code threw', { cause: thrown });
  }
}

/**
 * Compiled code that throws after a promise settled would leave its request without an answer, and the rejection to nobody.
 * Here the failure is kept, the run comes to its end, and its one error is a `CompiledRunFailed`.
 */
export function guardCompiledRuns(): void {
  const guarded = (
    given: unknown,
    value: unknown,
    onSuccess: (value: unknown) => void,
    onError: (error: unknown) => void,
  ): void => {
    const run = given as Run;
    if (!jitRuntime.isPromise(value)) {
      onSuccess(value);
      return;
    }
    const settle = (act: () => void): void => {
      try {
        act();
      } catch (thrown) {
        run.failure ??= { thrown };
      }
      run.promiseCounter -= 1;
      if (run.promiseCounter > 0) return;
      if (run.failure) {
        run.data = null;
        run.nullErrors = [];
        run.errors = [new CompiledRunFailed(run.failure.thrown)];
      }
      run.resolve?.(run);
    };
    run.promiseCounter += 1;
    (value as Promise<unknown>).then(
      (result) => settle(() => onSuccess(result)),
      (error) => settle(() => onError(error)),
    );
  };
  jitRuntime.handleResolverResult = guarded as typeof jitRuntime.handleResolverResult;
  jitRuntime.handleListItemResult = guarded as typeof jitRuntime.handleListItemResult;
}
