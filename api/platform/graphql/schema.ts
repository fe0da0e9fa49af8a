import {
  type GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildSchemaSync, type NonEmptyArray, type PubSub } from 'type-graphql';
import { enforceAccess } from './access.ts';
import { applyDirectFields } from './direct-field.ts';
import { maskFaultsOfScalars, resolveTypesAtOnce } from './resolve-types.ts';
import { DateTimeScalar } from './scalars.ts';

/** What a schema is built from. */
export interface SchemaParts {
  /** type-graphql resolver classes; at least one has a query. */
  // biome-ignore lint/complexity/noBannedTypes: type-graphql takes resolver classes as Function
  readonly resolvers: readonly Function[];
  /** Object types that only an interface leads to. */
  // biome-ignore lint/complexity/noBannedTypes: as above
  readonly orphanedTypes: readonly Function[];
  /** Scalars for classes of values, besides Date. */
  // biome-ignore lint/complexity/noBannedTypes: as above
  readonly scalars?: readonly { type: Function; scalar: GraphQLScalarType }[];
}

/** Subscriptions bring their own `subscribe`, over live.ts; topics in this process would reach only its own subscribers. */
const noTopics: PubSub = {
  publish: () => {
    throw new Error('there are no topics: give @Subscription a `subscribe`');
  },
  subscribe: () => {
    throw new Error('there are no topics: give @Subscription a `subscribe`');
  },
};

/**
 * Builds the public schema: descriptions demanded, access enforced. Throws, naming each of them, when anything has no
 * description or a field has no access rule.
 */
export function buildApiSchema({ resolvers, orphanedTypes, scalars = [] }: SchemaParts): GraphQLSchema {
  const schema = buildSchemaSync({
    // biome-ignore lint/complexity/noBannedTypes: as above
    resolvers: [...resolvers] as unknown as NonEmptyArray<Function>,
    // biome-ignore lint/complexity/noBannedTypes: as above
    orphanedTypes: [...orphanedTypes] as Function[],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }, ...scalars],
    validate: false,
    skipCheck: true, // it would ask for the whole schema; a test does, and not each start
    pubSub: noTopics,
  });
  honourOneOf(schema);
  demandDescriptions(schema);
  resolveTypesAtOnce(schema);
  maskFaultsOfScalars(schema);
  return enforceAccess(applyDirectFields(schema));
}

/** type-graphql keeps `@Directive('@oneOf')` as text only; graphql-js enforces it by this mark. */
function honourOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.astNode?.directives?.some(({ name }) => name.value === 'oneOf'))
      type.isOneOf = true;
  }
}

/** Throws, naming all of them, when a type, field, argument, input field or enum value has no description. */
export function demandDescriptions(schema: GraphQLSchema): void {
  const silent: string[] = [];
  const look = (name: string, described: { description?: string | null }): void => {
    if (!described.description?.trim()) silent.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const isRoot =
      type === schema.getQueryType() || type === schema.getMutationType() || type === schema.getSubscriptionType();
    if (!isRoot) look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  if (silent.length > 0) throw new Error(`No description for: ${silent.sort().join(', ')}`);
}

/** The schema as text, sorted, so that equal schemas give equal files. */
export function printSchemaSorted(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
