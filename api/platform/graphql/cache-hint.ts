import type { GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * Marks a query whose answer is the same for everyone, for so many seconds: asked for by a trusted document over GET, without
 * cookie or token, it may be kept by browsers and CDNs. A query without the mark never is.
 */
export function SharedFor(seconds: number): ReturnType<typeof Extensions> {
  return Extensions({ sharedForSeconds: seconds });
}

/** How long the answer of these root queries may be shared, in seconds; null when one of them is not marked. */
export function sharedForSeconds(schema: GraphQLSchema, rootFields: readonly string[]): number | null {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const times = rootFields
    .filter((name) => name !== '__typename')
    .map((name) => fields[name]?.extensions.sharedForSeconds);
  if (times.length === 0 || times.some((time) => typeof time !== 'number' || time <= 0)) return null;
  return Math.min(...(times as number[]));
}
