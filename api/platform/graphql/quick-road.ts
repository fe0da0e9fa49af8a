import type { Context } from '../context.ts';
import { type Admission, admit } from './admission.ts';
import type { ReadyAnswer } from './answer.ts';
import type { KnownOperation } from './documents.ts';
import type { Asked, Exchange } from './exchange.ts';
import { isWellFormed } from './exchange.ts';
import type { Executor } from './executor.ts';
import { inLanguage, logFaults, showErrors } from './masking.ts';
import type { OperationMetrics } from './operation-metrics.ts';
import type { Variables } from './specialise.ts';

const NO_HEADERS: ReadonlyMap<string, string> = new Map();

/**
 * Answers a query that was validated before and has a program, without Apollo's pipeline. Null for whatever is not plain
 * sailing, which then goes the normal road with what was found out so far: the answer is the same on both.
 */
export async function answerQuickly(
  admission: Admission,
  metrics: OperationMetrics,
  exchange: Exchange,
  asked: Asked,
): Promise<ReadyAnswer | null> {
  const { known, request, mediaType } = exchange;
  if (!known || !mediaType || !isWellFormed(asked)) return null;
  const isPlainJson =
    request.method === 'POST'
      ? isJson(request.headers['content-type'])
      : exchange.isById && !request.headers['content-type'];
  if (!isPlainJson) return null;
  const operation = known.operation(asked.operationName);
  if (operation?.node.operation !== 'query') return null;
  const begun = performance.now();
  const ctx = await exchange.context();
  const { executor } = admission;
  const coerced = executor.coerce(operation, asked.variables);
  if (!coerced) return null;
  exchange.refusal = await admit(admission, exchange, operation, asked.variables ?? {});
  exchange.isAdmitted = true;
  if (exchange.refusal) return null;
  const answer = await executor.kept.give(
    ctx,
    operation,
    coerced,
    () => runProgram(executor, exchange, operation, coerced, ctx),
    (made) => (made && !exchange.hasErrors ? String(made.body) : null),
  );
  if (!answer) return null;
  exchange.operation = operation;
  operation.timesSeen += 1;
  const isKept = Buffer.isBuffer(answer);
  metrics.observe(operation, isKept ? 'kept' : 'compiled', performance.now() - begun);
  return isKept ? { status: 200, headers: NO_HEADERS, body: answer } : answer;
}

/** Runs the program of an operation; null when there is none, or when graphql-js must say what went wrong. */
async function runProgram(
  executor: Executor,
  exchange: Exchange,
  operation: KnownOperation,
  coerced: Variables,
  ctx: Context,
): Promise<ReadyAnswer | null> {
  const program = executor.program(operation, coerced);
  if (!program) return null;
  const result = await program.run(ctx, coerced);
  if (!result) {
    exchange.isPlain = true; // it did run
    return null;
  }
  if (!result.errors) return { status: 200, headers: NO_HEADERS, body: JSON.stringify({ data: result.data }) };
  exchange.hasErrors = true;
  logFaults(result.errors, ctx, operation.node.name?.value ?? null);
  const { errors, status = 200, headers } = showErrors(result.errors);
  return {
    status,
    headers,
    body: JSON.stringify({ errors: inLanguage(errors, ctx.language, ctx.requestId), data: result.data }),
  };
}

function isJson(contentType: string | undefined): boolean {
  return contentType === 'application/json' || /^application\/json\s*(;|$)/i.test(contentType ?? '');
}
