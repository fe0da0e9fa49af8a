import { execute, type GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import type { Context, Language } from '../context.ts';
import { type CompiledOperation, Compiler } from './compile.ts';
import { costOf } from './cost.ts';
import { Documents, type KnownOperation } from './documents.ts';
import { KeptAnswers } from './kept-answers.ts';
import { checkMeasure, checkVariables, type Limits, overLimit } from './limits.ts';
import { inLanguage, logFaults, showErrors } from './masking.ts';
import type { Variables } from './specialise.ts';

/** An answer as pages take it: masked, in the language of the context. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: ReturnType<typeof showErrors>['errors'];
}

/** Characters of the shape of variables whose cost is remembered: a list of a hundred thousand nulls is not. */
const LONGEST_COST_KEY = 2_000;

/** Knows the documents of a schema, their limits and their programs. One stands behind all ways to ask. */
export class Executor {
  readonly documents: Documents;
  readonly kept = new KeptAnswers();
  readonly #compiler: Compiler;

  constructor(
    readonly schema: GraphQLSchema,
    trustedDocuments: ReadonlyMap<string, string>,
    readonly limits: Limits,
  ) {
    this.documents = new Documents(schema, trustedDocuments);
    this.#compiler = new Compiler(schema, limits.compiledASecond);
  }

  /** The variables as their types take them; null when they do not fit, which graphql-js explains when it executes. */
  coerce(operation: KnownOperation, variables: Variables | null | undefined): Variables | null {
    const definitions = operation.node.variableDefinitions ?? [];
    if (definitions.length === 0) return {};
    return getVariableValues(this.schema, definitions, variables ?? {}, { maxErrors: 1 }).coerced ?? null;
  }

  /** Why variables do not fit their types; null when they do. */
  misfit({ node }: KnownOperation, variables: Variables): GraphQLError | null {
    const { errors } = getVariableValues(this.schema, node.variableDefinitions ?? [], variables, { maxErrors: 1 });
    return errors?.[0] ?? null;
  }

  /** Refuses an operation over a limit. `variables` are as they came; null when they do not fit, so that it will not run. */
  checkLimits(operation: KnownOperation, variables: Variables | null, language: Language): void {
    checkMeasure(operation.measure, this.limits, language);
    if (!variables) return;
    checkVariables(variables, language);
    const key = costKey(variables);
    let cost = operation.costs.get(key);
    if (cost === undefined) {
      cost = costOf(this.schema, operation.document, variables);
      if (key.length <= LONGEST_COST_KEY) operation.costs.set(key, cost);
    }
    if (cost > this.limits.cost) throw overLimit('QUERY_TOO_COSTLY', language, this.limits.cost, cost);
  }

  /** The program of an operation for these variables; null when there is none, or not yet. */
  program(operation: KnownOperation, coerced: Variables): CompiledOperation | null {
    return this.#compiler.find(operation, coerced);
  }

  /**
   * Executes one of our own documents in this process, as pages need it: by its hash or its text, without limits, masked and
   * logged like a request. Throws when the document is not a trusted one.
   */
  async executeTrusted<Data>(document: string, variables: Variables, ctx: Context): Promise<Answer<Data>> {
    const known = this.documents.trusted(document) ?? this.documents.find(document);
    const operation = known?.trusted ? known.operation(null) : null;
    if (!operation) throw new Error(`Not a trusted document: ${document.slice(0, 80)}`);
    const coerced = this.coerce(operation, variables);
    const make = (): Promise<Answer<Data>> => this.#make(operation, ctx, variables, coerced);
    if (!coerced) return make();
    const answer = await this.kept.give(ctx, operation, coerced, make, (made) =>
      made.errors ? null : JSON.stringify({ data: made.data }),
    );
    return Buffer.isBuffer(answer) ? (JSON.parse(answer.toString()) as Answer<Data>) : answer;
  }

  async #make<Data>(
    operation: KnownOperation,
    ctx: Context,
    variables: Variables,
    coerced: Variables | null,
  ): Promise<Answer<Data>> {
    const compiled = coerced && (await this.program(operation, coerced)?.run(ctx, coerced));
    const { data, errors } = compiled ?? (await this.#runPlain(operation, ctx, variables));
    if (!errors || errors.length === 0) return { data: data as Data };
    logFaults(errors, ctx, operation.node.name?.value ?? null);
    return {
      data: (data ?? null) as Data | null,
      errors: inLanguage(showErrors(errors).errors, ctx.language, ctx.requestId),
    };
  }

  async #runPlain(
    operation: KnownOperation,
    contextValue: Context,
    variableValues: Variables,
  ): Promise<{ data?: unknown; errors?: readonly GraphQLError[] }> {
    return execute({ schema: this.schema, document: operation.document, contextValue, variableValues });
  }
}

/**
 * What of the variables can change a cost: numbers, truth values and the lengths of lists, not what texts say. A page size is an argument
 * by itself: numbers within lists and inputs, as the prices of a filter, count for nothing.
 */
function costKey(variables: Variables): string {
  return JSON.stringify(variables, function shape(this: unknown, _name: string, value: unknown) {
    if (typeof value === 'string') return '';
    return typeof value === 'number' && this !== variables ? 0 : value;
  });
}
