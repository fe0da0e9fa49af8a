import { GraphQLError } from 'graphql';
import type { Language } from '../context.ts';
import type { Measure } from './measure.ts';

/** Limits of one GraphQL request; each is a setting. Over one of them the answer names it and its value. */
export interface Limits {
  /** How deep selections may nest. */
  readonly depth: number;
  /** How many aliases a document may hold, fragments counted wherever they are spread. */
  readonly aliases: number;
  /** How many tokens a document may have. */
  readonly tokens: number;
  /** How many directives a document may hold, fragments counted wherever they are spread. */
  readonly directives: number;
  /** What a request may cost; see cost.ts. */
  readonly cost: number;
  /** Streams that one caller may hold open. */
  readonly openStreams: number;
  /** Documents of strangers that may be compiled in one second: each takes some milliseconds. */
  readonly compiledASecond: number;
}

/** The limits that hold unless a setting says otherwise. */
export const DEFAULT_LIMITS: Limits = {
  depth: 12,
  aliases: 15,
  tokens: 1000,
  directives: 50,
  cost: 5000,
  openStreams: 10,
  compiledASecond: 5,
};

/** Introspection nests deeper than any honest query of ours; the lists in it are bounded by graphql-js. */
export const INTROSPECTION_DEPTH = 20;

/** How deep the values of variables may nest; our own inputs nest far less. */
const VARIABLES_DEPTH = 20;

const SENTENCES = {
  QUERY_TOO_DEEP: {
    id: 'Kueri ini {actual} tingkat dalamnya; batasnya {limit}.',
    en: 'The query is {actual} levels deep; the limit is {limit}.',
  },
  VARIABLES_TOO_DEEP: {
    id: 'Isi variabel lebih dari {limit} tingkat dalamnya.',
    en: 'The variables are more than {limit} levels deep.',
  },
  TOO_MANY_ALIASES: {
    id: 'Kueri ini memakai {actual} alias; batasnya {limit}.',
    en: 'The query has {actual} aliases; the limit is {limit}.',
  },
  TOO_MANY_DIRECTIVES: {
    id: 'Kueri ini memakai {actual} direktif; batasnya {limit}.',
    en: 'The query has {actual} directives; the limit is {limit}.',
  },
  TOO_MANY_TOKENS: { id: 'Kueri ini lebih dari {limit} token.', en: 'The query has more than {limit} tokens.' },
  QUERY_TOO_COSTLY: {
    id: 'Kueri ini berbobot {actual}; batasnya {limit}. Kecilkan `first` atau minta lebih sedikit.',
    en: 'The query costs {actual}; the limit is {limit}. Lower `first` or ask for less.',
  },
  TOO_MANY_STREAMS: {
    id: 'Sudah ada {limit} aliran terbuka; tutup satu dulu.',
    en: 'There are {limit} open streams already; close one first.',
  },
} as const;

/** Names of the limits, as they stand in `extensions.code`. */
export type LimitCode = keyof typeof SENTENCES;

/** The sentence that names a limit and its value. */
export function limitSentence(code: LimitCode, language: Language, limit: number, actual: number): string {
  return SENTENCES[code][language].replace('{limit}', String(limit)).replace('{actual}', String(actual));
}

/** The error for a request over a limit: HTTP 400, or the status given. */
export function overLimit(
  code: LimitCode,
  language: Language,
  limit: number,
  actual: number,
  status = 400,
): GraphQLError {
  const values = Number.isFinite(actual) ? { limit, actual } : { limit };
  return new GraphQLError(limitSentence(code, language, limit, actual), {
    extensions: { code, ...values, http: { status } },
  });
}

/** Refuses variables that are nested so deep that nobody could walk through them. */
export function checkVariables(variables: Readonly<Record<string, unknown>>, language: Language): void {
  if (isDeeper(variables, VARIABLES_DEPTH))
    throw overLimit('VARIABLES_TOO_DEEP', language, VARIABLES_DEPTH, Number.NaN);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Refuses a document that is too deep, or holds too many aliases, directives or fields. */
export function checkMeasure(measure: Measure, limits: Limits, language: Language): void {
  if (measure.depth > limits.depth) throw overLimit('QUERY_TOO_DEEP', language, limits.depth, measure.depth);
  if (measure.introspectionDepth > INTROSPECTION_DEPTH) {
    throw overLimit('QUERY_TOO_DEEP', language, INTROSPECTION_DEPTH, measure.introspectionDepth);
  }
  if (measure.aliases > limits.aliases) throw overLimit('TOO_MANY_ALIASES', language, limits.aliases, measure.aliases);
  if (measure.directives > limits.directives)
    throw overLimit('TOO_MANY_DIRECTIVES', language, limits.directives, measure.directives);
  // Every field costs at least one, so this many cost too much whatever they are.
  if (measure.fields > limits.cost) throw overLimit('QUERY_TOO_COSTLY', language, limits.cost, measure.fields);
}
