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
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { enforceAccess } from './access.ts';
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
  });
  demandDescriptions(schema);
  return enforceAccess(schema);
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
