import type { GraphQLInputType } from 'graphql';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Stage } from './bad-input-stage.ts';
import { type BadValue, badValuesFor } from './bad-values.ts';

/** A field of the schema that takes arguments, and how one comes to it. */
export interface Asked {
  /** E.g. `Mutation.placeOrder` or `Seller.parcels`. */
  readonly name: string;
  /** Fields from the root to it, itself the last. */
  readonly road: readonly GraphQLField<unknown, unknown>[];
  readonly root: 'query' | 'mutation' | 'subscription';
}

/** A request that is right but for one value. */
export interface BadRequest extends BadValue {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

/** Every operation of a root that takes arguments. */
export function operationsOf(schema: GraphQLSchema, root: Asked['root']): Asked[] {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[root];
  const fields = Object.values(type?.getFields() ?? {}).filter(({ args }) => args.length > 0);
  return fields.map((field) => ({ name: `${type?.name}.${field.name}`, road: [field], root }));
}

/** Every field below the queries that takes arguments, each by the shortest road to it. */
export function fieldsWithArguments(schema: GraphQLSchema): Asked[] {
  const found: Asked[] = [];
  const seen = new Set<GraphQLObjectType>();
  let roads: [GraphQLObjectType, Asked['road']][] = [[schema.getQueryType()!, []]];
  while (roads.length > 0) {
    const next: typeof roads = [];
    for (const [type, road] of roads) {
      for (const field of Object.values(type.getFields())) {
        const below = [...road, field];
        if (road.length > 0 && field.args.length > 0)
          found.push({ name: `${type.name}.${field.name}`, road: below, root: 'query' });
        const to = getNamedType(field.type);
        if (!isObjectType(to) || seen.has(to)) continue;
        seen.add(to);
        next.push([to, below]);
      }
    }
    roads = next;
  }
  return found;
}

/** The request with right values everywhere. */
export async function rightRequest(asked: Asked, stage: Stage): Promise<Pick<BadRequest, 'document' | 'variables'>> {
  const variables: Record<string, unknown> = {};
  for (const [at, field] of asked.road.entries()) {
    for (const argument of field.args) {
      const value = await rightValue(argument.type, argument.name, operationName(asked, at), stage);
      if (value !== undefined) variables[variableName(at, argument.name)] = value;
    }
  }
  return { document: documentOf(asked), variables };
}

/** Every request that is right but for one value of the last field of the road. */
export async function badRequests(asked: Asked, stage: Stage): Promise<BadRequest[]> {
  const { document, variables } = await rightRequest(asked, stage);
  const at = asked.road.length - 1;
  return asked.road[at]!.args.flatMap((argument) => {
    const name = variableName(at, argument.name);
    const wrong = badValuesFor(argument.type, variables[name], [argument.name]);
    return wrong.map((value) => ({
      ...value,
      document,
      variables: { ...variables, [name]: put(variables[name], value.path.slice(1), value.value) },
    }));
  });
}

/** A value with another one at a place within it. */
function put(into: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (/^\d+$/.test(step)) return [put(Array.isArray(into) ? into[Number(step)] : undefined, rest, value)];
  const object = (into ?? {}) as Record<string, unknown>;
  return { ...object, [step]: put(object[step], rest, value) };
}

const FALLBACKS: Readonly<Record<string, unknown>> = {
  String: 'Teks yang pantas',
  ID: 'T3JkZXI6MDE5MDAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw',
  Int: 1,
  Float: 1,
  Boolean: false,
  Rupiah: 1000,
  DateTime: '2026-12-24T00:00:00+07:00',
  URL: 'https://contoh.example',
};

/** What the stage knows of a name; otherwise something of the type where it is required, and nothing where it is not. */
async function rightValue(type: GraphQLInputType, name: string, operation: string, stage: Stage): Promise<unknown> {
  const known = await stage.right(operation, name);
  const inner = getNullableType(type);
  if (known !== undefined) return known;
  if (isInputObjectType(inner)) return rightObject(Object.values(inner.getFields()), operation, stage);
  if (isListType(inner) && (isNonNullType(type) || isInputObjectType(getNamedType(inner)))) {
    const item = await rightValue(inner.ofType, name, operation, stage);
    return item === undefined ? undefined : [item];
  }
  if (!isNonNullType(type)) return undefined;
  return 'getValues' in inner ? inner.getValues()[0]?.name : FALLBACKS[inner.toString()];
}

async function rightObject(
  fields: readonly { name: string; type: GraphQLInputType }[],
  operation: string,
  stage: Stage,
): Promise<unknown> {
  const values = await Promise.all(
    fields.map(async ({ name, type }) => [name, await rightValue(type, name, operation, stage)] as const),
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function operationName({ road, name, root }: Asked, at: number): string {
  if (at === 0) return `${root[0]!.toUpperCase()}${root.slice(1)}.${road[0]!.name}`;
  return at === road.length - 1 ? name : `.${road[at]!.name}`;
}

function variableName(at: number, argument: string): string {
  return `a${at}_${argument}`;
}

function documentOf({ road, root }: Asked): string {
  const definitions = road.flatMap(({ args }, at) =>
    args.map(({ name, type }) => `$${variableName(at, name)}: ${type}`),
  );
  const selection = road.reduceRight((below, { name, args, type }, at) => {
    const given = args.map((argument) => `${argument.name}: $${variableName(at, argument.name)}`).join(', ');
    return `{ ${name}${given && `(${given})`} ${below || selectionOf(type, 1)} }`;
  }, '');
  return `${root} Walk${definitions.length > 0 ? `(${definitions.join(', ')})` : ''} ${selection}`;
}

/** What is asked of an answer: its own values and those of the objects in it, so that their resolvers run as well. */
function selectionOf(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (isAbstractType(named)) return '{ __typename }';
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(({ args }) => args.length === 0);
  const parts = fields.map((field) => {
    if (!isObjectType(getNamedType(field.type)) && !isAbstractType(getNamedType(field.type))) return field.name;
    const isShell = field.name === 'edges' || field.name === 'node' || field.name === 'userErrors';
    return isShell || levels > 0 ? `${field.name} ${selectionOf(field.type, isShell ? levels : levels - 1)}` : '';
  });
  return `{ __typename ${parts.filter(Boolean).join(' ')} }`;
}
