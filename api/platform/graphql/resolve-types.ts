import { type GraphQLSchema, isAbstractType, isScalarType, isSpecifiedScalarType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/**
 * Gives every interface and union one way to tell the type of a value: its `__typename`, else the GraphQL type of its class.
 * type-graphql's own way is a promise, which compiled execution cannot wait for. A `resolveType` in a decorator has no effect.
 */
export function resolveTypesAtOnce(schema: GraphQLSchema): void {
  const nameOfClass = new Map<unknown, string>(
    getMetadataStorage().objectTypes.map(({ target, name }) => [target, name]),
  );
  const typeNameOf = (value: unknown): string | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const { __typename } = value as { __typename?: unknown };
    if (typeof __typename === 'string') return __typename;
    for (let proto = Object.getPrototypeOf(value); proto; proto = Object.getPrototypeOf(proto)) {
      const name = nameOfClass.get(proto.constructor);
      if (name) return name;
    }
    return undefined;
  };
  for (const type of Object.values(schema.getTypeMap())) if (isAbstractType(type)) type.resolveType = typeNameOf;
}

const plainFaults = new WeakSet<object>();

/**
 * A value that a scalar cannot show is a fault of ours, never the caller's: whatever the scalar throws becomes a plain error,
 * so that it is masked on every road.
 */
export function maskFaultsOfScalars(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type) || plainFaults.has(type)) continue;
    plainFaults.add(type);
    const serialize = type.serialize.bind(type);
    type.serialize = (value) => {
      try {
        return serialize(value);
      } catch (error) {
        throw new Error(`${type.name} cannot show a value`, { cause: error });
      }
    };
  }
}
