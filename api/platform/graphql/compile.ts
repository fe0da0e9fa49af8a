import { type ExecutionResult, GraphQLError, GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { CompiledRunFailed, guardCompiledRuns } from './compiled-runtime.ts';
import type { KnownOperation } from './documents.ts';
import { Lru } from './lru.ts';
import { COERCED_TYPE, directiveVariables, specialise, type Variables } from './specialise.ts';

/** An operation as a program. */
export interface CompiledOperation {
  /** Runs it. Null when graphql-js must do it: it alone says precisely what went wrong. Queries may run twice. */
  run(contextValue: object, coerced: Variables): Promise<CompiledResult | null>;
}

/** What a compiled operation gives; its errors are located as graphql-js locates them. */
export interface CompiledResult {
  readonly data: unknown;
  readonly errors?: readonly GraphQLError[];
}

/** Strangers' operations kept compiled, and specialisations kept of one trusted operation; one takes about half a megabyte. */
const KEPT_OF_STRANGERS = 100;
const KEPT_OF_TRUSTED = 16;
/** Strangers' operations with more fields than this are not compiled. */
const MOST_FIELDS = 400;

/** A program that so often could not say what went wrong is not asked any more. */
const MOST_DOUBTS = 20;

guardCompiledRuns();

const impossible = { run: async () => null } satisfies CompiledOperation;

/** Compiles operations of a schema when they are worth it, and keeps a bounded number of programs. */
export class Compiler {
  readonly #schema: GraphQLSchema;
  readonly #ofStrangers = new Lru<CompiledOperation>(KEPT_OF_STRANGERS);
  readonly #ofTrusted = new Map<number, Lru<CompiledOperation>>();
  readonly #directives = new WeakMap<KnownOperation, readonly string[]>();
  #second = 0;
  #compiledThisSecond = 0;

  /** `compiledASecond` bounds the strangers' documents that are compiled. */
  constructor(
    schema: GraphQLSchema,
    readonly compiledASecond: number,
  ) {
    this.#schema = withCoercedType(schema);
  }

  /** The program for an operation with these variables; null when there is none, or not yet. Mutations never have one. */
  find(operation: KnownOperation, coerced: Variables): CompiledOperation | null {
    const kept = this.#keptFor(operation);
    const key = `${operation.number}:${this.#shape(operation, coerced)}`;
    const found = kept.get(key);
    if (found) return found === impossible ? null : found;
    if (!this.#isWorthIt(operation)) return null;
    const compiled = compile(this.#schema, operation, coerced) ?? impossible;
    kept.set(key, compiled);
    return compiled === impossible ? null : compiled;
  }

  #keptFor(operation: KnownOperation): Lru<CompiledOperation> {
    if (!operation.trusted) return this.#ofStrangers;
    const kept = this.#ofTrusted.get(operation.number) ?? new Lru<CompiledOperation>(KEPT_OF_TRUSTED);
    this.#ofTrusted.set(operation.number, kept);
    return kept;
  }

  /** The truth values on which the shape of the answer depends; a program is made for each combination asked for. */
  #shape(operation: KnownOperation, coerced: Variables): string {
    let names = this.#directives.get(operation);
    if (!names) {
      names = directiveVariables(operation.document);
      this.#directives.set(operation, names);
    }
    return names.length === 0 ? '' : names.map((name) => String(coerced[name])).join();
  }

  #isWorthIt({ node, trusted, timesSeen, measure }: KnownOperation): boolean {
    if (node.operation !== 'query') return false;
    if (trusted) return true;
    if (timesSeen < 2 || measure.fields > MOST_FIELDS) return false;
    const second = Math.floor(performance.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#compiledThisSecond = 0;
    }
    this.#compiledThisSecond += 1;
    return this.#compiledThisSecond <= this.compiledASecond;
  }
}

/** The schema with one more type for the compiler's eyes: the rewritten variables, coerced before. */
function withCoercedType(schema: GraphQLSchema): GraphQLSchema {
  const coerced = new GraphQLScalarType({ name: COERCED_TYPE });
  return Object.create(schema, {
    getType: { value: (name: string) => (name === COERCED_TYPE ? coerced : schema.getType(name)) },
  });
}

function compile(schema: GraphQLSchema, operation: KnownOperation, coerced: Variables): CompiledOperation | null {
  const special = specialise(schema, operation, coerced);
  if (!special) return null;
  const program = compileQuery(schema, special.document, operation.node.name?.value, {
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(program)) return null;
  const isOnlyField = operation.measure.rootFields.length === 1;
  let doubts = 0;
  return {
    async run(contextValue, values) {
      if (doubts >= MOST_DOUBTS) return null;
      const variables = special.variables(values);
      const result = variables && settled(await runProgram(program, contextValue, variables), isOnlyField);
      doubts = result ? 0 : doubts + 1;
      return result;
    },
  };
}

/** Compiled code throws only where a value that it reads does, such as a getter; graphql-js makes an error of that. */
async function runProgram(
  program: CompiledQuery,
  contextValue: object,
  variables: Variables,
): Promise<ExecutionResult> {
  try {
    return await program.query(undefined, contextValue, variables);
  } catch (thrown) {
    return { data: null, errors: [new CompiledRunFailed(thrown) as never] };
  }
}

/**
 * Takes a result over when it is beyond doubt: no error, or errors that resolvers threw at places which may be null, or one that takes
 * the only field of an operation with it. Where an error takes more than its own place with it, the compiler forgets or exchanges
 * others, and a list whose promises fail may have its items out of place.
 */
function settled({ data, errors }: ExecutionResult, isOnlyField: boolean): CompiledResult | null {
  if (!errors || errors.length === 0) return { data };
  const isClear = ({ originalError, path = [] }: GraphQLError): boolean => {
    const isInPlace = nullDepth(data, path) === path.length;
    return originalError instanceof Error && (isInPlace || (isOnlyField && data === null && path.length === 1));
  };
  return errors.every(isClear) ? { data, errors: errors.map(located) } : null;
}

/** How many steps along the path a null comes; null itself when none does. */
function nullDepth(data: unknown, path: readonly (string | number)[]): number | null {
  let at: unknown = data;
  for (let depth = 0; ; depth += 1) {
    if (at === null) return depth;
    if (at === undefined || depth === path.length) return null;
    at = (at as Record<string | number, unknown>)[path[depth]!];
  }
}

/** The compiler's errors are not made by graphql-js; this is the one that it would have made. */
function located({ originalError, locations, path }: GraphQLError): GraphQLError {
  const original = originalError as Error;
  const thrown = original instanceof GraphQLError ? original : null;
  if (thrown?.path) return thrown;
  const error = new GraphQLError(original.message, { path, originalError: original, nodes: thrown?.nodes });
  return thrown?.locations ? error : Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
}
