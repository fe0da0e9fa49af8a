import {
  type DocumentNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
} from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';
import { LARGEST_PAGE } from './connection.ts';

/** The page that a connection gives when `first` is left out. */
const USUAL_PAGE = 20;
/** Rows guessed for a list that has neither a page size nor a list of keys. */
const GUESSED_ROWS = 5;
/** A whole schema is a long answer, though it is made from memory: some are within the budget, many at once are not. */
const INTROSPECTION_COST = 500;

/**
 * What an operation costs: one for each field, multiplied by the rows of the lists around it. A connection multiplies its
 * edges by `first`; a list for given keys by their number; other lists by a guess, unless their field says its `complexity`.
 * `document` holds this one operation; `variables` are those the request brought, already found to be of their types.
 * Infinity when it is too large to count. Refuses an argument that is null against its type, which only variables can cause.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  try {
    return getComplexity({ schema, query: document, variables: { ...variables }, estimators: [estimator()] });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('maximum allowed number of nodes')) return Number.POSITIVE_INFINITY;
    throw new GraphQLError(error.message, {
      nodes: error.nodes,
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
}

/**
 * Only the edges of a connection are multiplied, not its totals and facets. Children are estimated before their parents, so
 * the cost of the edges waits in `edges` until the connection around them comes.
 */
function estimator(): ComplexityEstimator {
  const said = fieldExtensionsEstimator();
  let edges = 0;
  return (asked) => {
    const { field, args, childComplexity, type } = asked;
    if (field.name === '__schema' || field.name === '__type') return INTROSPECTION_COST + childComplexity;
    if (type.name.startsWith('__')) return 1 + childComplexity;
    const cost = said(asked);
    if (type.name.endsWith('Connection') && (field.name === 'edges' || field.name === 'nodes')) {
      edges += cost ?? 1 + childComplexity;
      return cost ?? 1 + childComplexity;
    }
    if (!getNamedType(field.type).name.endsWith('Connection')) return cost ?? 1 + childComplexity * rowsOf(field, args);
    const [once, many] = [childComplexity - edges, edges];
    edges = 0;
    return cost ?? 1 + once + many * pageOf(args);
  };
}

/** A page that the resolver will refuse costs what the largest would. */
function pageOf(args: Readonly<Record<string, unknown>>): number {
  const { first } = args;
  if (first === undefined || first === null) return USUAL_PAGE;
  return typeof first === 'number' && first >= 0 && first <= LARGEST_PAGE ? first : LARGEST_PAGE;
}

function rowsOf(field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): number {
  if (!isListType(getNullableType(field.type))) return 1;
  if (field.args.some((argument) => argument.name === 'first')) return pageOf(args);
  const keys = Object.values(args).find((value) => Array.isArray(value));
  return keys ? (keys as unknown[]).length : GUESSED_ROWS;
}
