import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { DOMAINS } from './domains.ts';
import { nodeResolver } from './platform/graphql/node-resolver.ts';
import { buildApiSchema } from './platform/graphql/schema.ts';

let built: GraphQLSchema | null = null;

/** The schema of the whole API. Built once a process: types are registered globally by their decorators. */
export function publicSchema(): GraphQLSchema {
  built ??= buildApiSchema({
    resolvers: [
      nodeResolver(Object.assign({}, ...DOMAINS.map((domain) => domain.nodes))),
      ...DOMAINS.flatMap((domain) => domain.resolvers),
    ],
    orphanedTypes: DOMAINS.flatMap((domain) => domain.types ?? []),
  });
  return built;
}
