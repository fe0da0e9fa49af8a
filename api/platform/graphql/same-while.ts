import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from '../context.ts';

/** Names the state that answers are made from. While it gives the same text, the same question has the same answer, whoever asks. */
export type StateOf = (ctx: Context) => Promise<string>;

/**
 * Marks a query whose answer depends on its arguments, the caller's language and this state alone: processes may keep it and give it
 * again while the state is the same. See KeptAnswers.
 */
export function SameWhile(stateOf: StateOf): ReturnType<typeof Extensions> {
  return Extensions({ sameWhile: stateOf });
}

/** Marks a field that is read from its object, or else through a loader, which gives the answer away as made of more. */
export function OfItsObject(): ReturnType<typeof Extensions> {
  return Extensions({ isOfItsObject: true });
}

/**
 * The state that vouches for the whole answer of a document with one operation; null when none does. Below its one root query
 * everything must be read from what that query found: any other resolver could look at something that the state does not know.
 */
export function stateOfAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  rootFields: readonly string[],
): StateOf | null {
  const [name, ...others] = rootFields.filter((each) => each !== '__typename');
  const root = name === undefined || others.length > 0 ? undefined : schema.getQueryType()?.getFields()[name];
  const stateOf = root?.extensions.sameWhile as StateOf | undefined;
  if (!root || !stateOf) return null;
  let isSelfContained = true;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]({ name: { value } }) {
        const field = types.getFieldDef();
        if (value === '__typename' || field === root) return;
        if (!field || !isObjectType(types.getParentType()) || !readsItsObject(field)) isSelfContained = false;
      },
    }),
  );
  return isSelfContained ? stateOf : null;
}

/** A direct resolver that takes no context can depend on nothing but its object and arguments. */
function readsItsObject({ resolve, extensions }: GraphQLField<unknown, unknown>): boolean {
  const { direct, isOfItsObject } = extensions as { direct?: (...args: never[]) => unknown; isOfItsObject?: boolean };
  return resolve === undefined || isOfItsObject === true || (direct !== undefined && direct.length < 3);
}
