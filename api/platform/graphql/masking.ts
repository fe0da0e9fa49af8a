import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Context, Language } from '../context.ts';
import { isDatabaseAway } from '../database/is-away.ts';
import { limitSentence } from './limits.ts';

/** Codes that stand for a fault of ours when they come from elsewhere. */
const FAULT_CODES = new Set(['INTERNAL_SERVER_ERROR', 'INTERNAL']);

const FAULT: Record<Language, string> = {
  id: 'Ada yang rusak di pihak kami. Sudah dicatat.',
  en: 'Something broke on our side. It was noted.',
};

/** The code of a fault that passes by itself: the database cannot be reached. Its answer has this status. */
export const UNAVAILABLE = { code: 'UNAVAILABLE', status: 503, retryAfterSeconds: '2' } as const;

const AWAY: Record<Language, string> = {
  id: 'Sedang ada gangguan, coba lagi sebentar.',
  en: 'There is a disturbance; try again shortly.',
};

/** An error and what may be shown of it. */
export interface ShownErrors {
  readonly errors: GraphQLFormattedError[];
  /** Status that the errors ask for. */
  readonly status: number | undefined;
  /** Headers that the errors ask for. */
  readonly headers: Map<string, string>;
}

/**
 * Whether an error is a fault of ours: not made by GraphQL itself, and not thrown on purpose with a code. What another library
 * throws is one, whatever it carries.
 */
export function isFault(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return true;
  if (isBadArgument(error)) return false;
  const { code } = error.extensions;
  if (typeof code !== 'string' || FAULT_CODES.has(code)) return true;
  // A located error takes the extensions of whatever was thrown; only our own errors are meant to be seen.
  return (
    error.path !== undefined && error.originalError !== undefined && !(error.originalError instanceof GraphQLError)
  );
}

const BAD_ARGUMENT = /^Argument "\w+" (of (non-null|required) type|has invalid value) /;

/** A variable that does not fit its argument after all: graphql-js finds it when it executes, and gives it no code. */
function isBadArgument({ extensions, originalError, message }: GraphQLError): boolean {
  const isOfGraphql = originalError === undefined || originalError instanceof GraphQLError;
  return isOfGraphql && extensions.code === undefined && BAD_ARGUMENT.test(message);
}

/** What may be shown of one error: faults become INTERNAL or UNAVAILABLE without detail, all else stays as it is. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (error instanceof GraphQLError && isBadArgument(error)) {
    return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_USER_INPUT' } };
  }
  if (!isFault(error)) return tooManyTokens(formatted) ?? formatted;
  const { locations, path } = formatted;
  const isAway = isDatabaseAway(error);
  return {
    message: isAway ? AWAY.id : FAULT.id,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code: isAway ? UNAVAILABLE.code : 'INTERNAL' },
  };
}

/** graphql-js refuses a long document as a syntax error; here it gets the name of the limit. */
function tooManyTokens(formatted: GraphQLFormattedError): GraphQLFormattedError | null {
  const limit = /Document contains more that (\d+) tokens/.exec(formatted.message)?.[1];
  if (limit === undefined) return null;
  const message = limitSentence('TOO_MANY_TOKENS', 'id', Number(limit), Number.NaN);
  return { message, extensions: { code: 'TOO_MANY_TOKENS', limit: Number(limit) } };
}

/** The same errors in the language of the request; a fault also names the request under which it was noted. */
export function inLanguage(
  errors: readonly GraphQLFormattedError[],
  language: Language,
  requestId: string,
): GraphQLFormattedError[] {
  return errors.map((error) => {
    const { code, limit } = error.extensions ?? {};
    if (code === 'INTERNAL' || code === UNAVAILABLE.code) {
      const message = code === 'INTERNAL' ? FAULT[language] : AWAY[language];
      return { ...error, message, extensions: { ...error.extensions, requestId } };
    }
    if (code === 'TOO_MANY_TOKENS')
      return { ...error, message: limitSentence(code, language, Number(limit), Number.NaN) };
    return error;
  });
}

/** Errors as they are shown, exactly as Apollo Server would show them. */
export function showErrors(errors: readonly GraphQLError[]): ShownErrors {
  let status: number | undefined;
  const headers = new Map<string, string>();
  const shown = errors.map((error) => {
    const { http, ...extensions } = error.extensions as ErrorExtensions;
    status = http?.status ?? status;
    for (const [name, value] of http?.headers ?? []) headers.set(name, value);
    const formatted = {
      ...error.toJSON(),
      extensions: { ...extensions, code: extensions.code ?? 'INTERNAL_SERVER_ERROR' },
    };
    return maskError(formatted, error);
  });
  if (shown.some(isUnavailable)) {
    status = UNAVAILABLE.status;
    headers.set('retry-after', UNAVAILABLE.retryAfterSeconds);
  }
  return { errors: shown, status, headers };
}

/** Whether a shown error says that the request may be sent again in a moment. */
export function isUnavailable({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === UNAVAILABLE.code;
}

interface ErrorExtensions extends Record<string, unknown> {
  /** What the error wants of the HTTP answer. */
  readonly http?: { readonly status?: number; readonly headers?: ReadonlyMap<string, string> };
}

/** Notes each fault once, with the request and the place in the answer, for those who run the service. */
export function logFaults(
  errors: readonly unknown[],
  ctx: Pick<Context, 'log' | 'requestId'>,
  operation: string | null,
): void {
  for (const error of errors) {
    if (!isFault(error)) continue;
    const located = error instanceof GraphQLError ? error : null;
    ctx.log.error(
      { err: located?.originalError ?? error, requestId: ctx.requestId, operation, path: located?.path?.join('.') },
      'a GraphQL field failed',
    );
  }
}
