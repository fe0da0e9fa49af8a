import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { KnownOperation } from './documents.ts';

/** Values of an operation's variables after coercion. */
export type Variables = Readonly<Record<string, unknown>>;

/** An operation rewritten so that the compiler meets nothing but fields and plain variables. */
export interface Specialised {
  readonly document: DocumentNode;
  /** The variables of the rewritten operation; null when a value does not fit, which graphql-js then explains. */
  variables(coerced: Variables): Variables | null;
}

/** The type of every variable of a rewritten operation: values pass through it untouched. */
export const COERCED_TYPE = 'CoercedValue';

/** An argument whose value stood in the document. */
interface Lifted {
  readonly name: string;
  readonly value: ValueNode;
  readonly type: GraphQLInputType;
  /** Its value when no variable and no object is in it, so that requests may share it. */
  readonly constant: unknown;
}

const passOver = (): false => false;

/** The names of the variables on which `@skip` and `@include` of an operation depend. */
export function directiveVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive: DirectiveNode) {
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
    VariableDefinition: passOver,
  });
  return [...names];
}

/**
 * Rewrites an operation for the compiler, which is quick but does not read documents as graphql-js does. Directives are
 * applied for the given variables, and every argument becomes a variable whose value graphql-js coerces. So no text of a
 * stranger's document gets into compiled code, and the compiler's own ideas of directives, defaults and inputs never matter.
 * Null when the operation cannot be rewritten.
 */
export function specialise(schema: GraphQLSchema, operation: KnownOperation, coerced: Variables): Specialised | null {
  const lifted: Lifted[] = [];
  const prefix = freePrefix(operation.node);
  const types = new TypeInfo(schema);
  let possible = true;
  const prune = (node: SelectionNode): SelectionNode | null | undefined => {
    if (!node.directives?.length) return undefined;
    return isIncluded(node, coerced) ? { ...node, directives: [] } : null;
  };
  const lift = (argument: ArgumentNode): ArgumentNode | undefined => {
    if (argument.value.kind === Kind.VARIABLE) return undefined;
    const type = types.getArgument()?.type;
    if (!type) {
      possible = false;
      return undefined;
    }
    const name = `${prefix}${lifted.length}`;
    lifted.push({ name, value: argument.value, type, constant: constantOf(argument.value, type) });
    return { ...argument, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } };
  };
  let document: DocumentNode;
  try {
    document = visit(
      operation.document,
      visitWithTypeInfo(types, {
        VariableDefinition: passOver,
        Directive: passOver,
        InlineFragment: prune,
        FragmentSpread: prune,
        Field(node: FieldNode) {
          // The compiler joins response names with `_` and would take `a_b` for `b` in `a`; introspection is not worth it.
          if ((node.alias ?? node.name).value.includes('_') && node.name.value !== '__typename') possible = false;
          if (node.alias?.value.includes('_')) possible = false;
          return prune(node);
        },
        Argument: { leave: lift },
      }),
    );
  } catch (error) {
    if (error instanceof GraphQLError) return null; // a null where a directive wants a truth value
    throw error;
  }
  if (!possible) return null;
  const names = [
    ...(operation.node.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
    ...lifted.map(({ name }) => name),
  ];
  return { document: declare(document, names), variables: (values) => withLifted(values, lifted) };
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

/** A begin of names that no variable of the operation has. */
function freePrefix(operation: OperationDefinitionNode): string {
  const taken = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  let prefix = 'lifted';
  while (taken.some((name) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}

/** Undefined unless the value is a leaf in which no variable can be. */
function constantOf(value: ValueNode, type: GraphQLInputType): unknown {
  const isPlain = value.kind !== Kind.LIST && value.kind !== Kind.OBJECT && isLeafType(getNamedType(type));
  const constant = isPlain ? valueFromAST(value, type) : undefined;
  return typeof constant === 'object' ? undefined : constant;
}

function withLifted(coerced: Variables, lifted: readonly Lifted[]): Variables | null {
  if (lifted.length === 0) return coerced;
  const values: Record<string, unknown> = { ...coerced };
  for (const { name, value, type, constant } of lifted) {
    const found = constant === undefined ? valueFromAST(value, type, coerced) : constant;
    if (found === undefined) return null;
    values[name] = found;
  }
  return values;
}

function declare(document: DocumentNode, names: readonly string[]): DocumentNode {
  const variableDefinitions: VariableDefinitionNode[] = names.map((name) => ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED_TYPE } },
  }));
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? { ...definition, variableDefinitions, directives: [] } : definition,
  );
  return { ...document, definitions };
}
