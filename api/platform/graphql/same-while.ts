import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Variables } from './specialise.ts';

/** What answers are made from, as a request finds it. */
export interface State {
  /** While both are the same, the same question has the same answer, whoever asks. */
  readonly text: string;
  /** Number of the last change that touches some answers and leaves others as they are: see `answerHolds`. It only grows. */
  readonly change: number;
}

/** Reads the state that answers are made from. */
export type StateOf = (ctx: Context) => Promise<State>;

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

/** The states that vouch for the whole answer to these variables, in the order of the root queries; null when for part of it none does. */
export type Vouching = (coerced: Variables) => readonly StateOf[] | null;

/** A root query of a document. */
interface Root {
  readonly node: FieldNode;
  /** Null when nothing vouches for what it gives. */
  readonly stateOf: StateOf | null;
}

/**
 * Which states vouch for the answers of an operation; null when they never do. Below a root query everything must be read from what that
 * query found: any other resolver could look at something that its state does not know.
 */
export function vouchingFor(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): Vouching | null {
  if (operation !== OperationTypeNode.QUERY) return null;
  const roots: Root[] = [];
  for (const node of selectionSet.selections) {
    if (node.kind !== Kind.FIELD) return null;
    if (node.name.value === '__typename') continue;
    const stateOf = schema.getQueryType()?.getFields()[node.name.value]?.extensions.sameWhile as StateOf | undefined;
    roots.push({ node, stateOf: stateOf && isSelfContained(schema, document, node) ? stateOf : null });
  }
  if (!roots.some(({ stateOf }) => stateOf)) return null;
  return (coerced) => {
    const asked = roots.filter(({ node }) => isAsked(node, coerced)).map(({ stateOf }) => stateOf);
    return asked.length > 0 && asked.every((stateOf) => stateOf !== null) ? asked : null;
  };
}

function isAsked(node: FieldNode, coerced: Variables): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, coerced);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, coerced);
  return skip?.if !== true && include?.if !== false;
}

/** Whether all that is selected below a root query is read from what it found. */
function isSelfContained(schema: GraphQLSchema, document: DocumentNode, root: FieldNode): boolean {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const types = new TypeInfo(schema, schema.getQueryType());
  const seen = new Set<string>();
  let isSound = true;
  const look = (node: FieldNode | FragmentDefinitionNode, info: TypeInfo): void => {
    visit(
      node,
      visitWithTypeInfo(info, {
        [Kind.FIELD](field) {
          if (field === root || field.name.value === '__typename') return;
          const definition = info.getFieldDef();
          if (!definition || !isObjectType(info.getParentType()) || !readsItsObject(definition)) isSound = false;
        },
        [Kind.FRAGMENT_SPREAD]({ name: { value } }) {
          const fragment = fragments.get(value);
          if (!fragment || seen.has(value)) return;
          seen.add(value);
          look(fragment, new TypeInfo(schema));
        },
      }),
    );
  };
  look(root, types);
  return isSound;
}

/** A direct resolver that takes no context can depend on nothing but its object and arguments. */
function readsItsObject({ resolve, extensions }: GraphQLField<unknown, unknown>): boolean {
  const { direct, isOfItsObject } = extensions as { direct?: (...args: never[]) => unknown; isOfItsObject?: boolean };
  return resolve === undefined || isOfItsObject === true || (direct !== undefined && direct.length < 3);
}
