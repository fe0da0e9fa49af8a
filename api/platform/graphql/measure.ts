import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The size of an operation, with fragments counted wherever they are spread. It depends on no variable. */
export interface Measure {
  /** Nested fields, introspection left out. */
  readonly depth: number;
  /** Nested fields below `__schema` or `__type`. */
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fields: number;
  /** Names of the fields of Query, Mutation or Subscription that are asked for; an aliased one stands there each time. */
  readonly rootFields: readonly string[];
}

/** More than any limit; sums stop here, so that fragments that double each other cannot overflow. */
const CEILING = 1_000_000;
const NOTHING = { depth: 0, introspectionDepth: 0, aliases: 0, directives: 0, fields: 0 };
type Size = typeof NOTHING;

/**
 * Measures one operation of a valid document, in which no fragment spreads itself. Each fragment is measured once, so fragments
 * that double each other cost nothing to measure.
 */
export function measureOperation(document: DocumentNode, operation: OperationDefinitionNode): Measure {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Size>();
  const size = sizeOf(operation.selectionSet, fragments, known);
  const rootFields: string[] = [];
  collectFields(operation.selectionSet, fragments, new Set(), rootFields);
  return { ...size, directives: size.directives + (operation.directives?.length ?? 0), rootFields };
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const found = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(found.map((fragment) => [fragment.name.value, fragment]));
}

function sizeOf(
  selections: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Size>,
): Size {
  const total = { ...NOTHING };
  for (const selection of selections.selections) {
    let size: Size;
    total.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? sizeOf(selection.selectionSet, fragments, known) : NOTHING;
      size = fieldSize(selection.name.value, below);
      if (selection.alias) total.aliases += 1;
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      size = sizeOf(selection.selectionSet, fragments, known);
    } else {
      size = fragmentSize(selection.name.value, fragments, known);
    }
    total.depth = Math.max(total.depth, size.depth);
    total.introspectionDepth = Math.max(total.introspectionDepth, size.introspectionDepth);
    total.aliases = Math.min(CEILING, total.aliases + size.aliases);
    total.directives = Math.min(CEILING, total.directives + size.directives);
    total.fields = Math.min(CEILING, total.fields + size.fields);
  }
  return total;
}

function fieldSize(name: string, below: Size): Size {
  const fields = below.fields + 1;
  if (name === '__schema' || name === '__type') {
    return { ...below, depth: 0, introspectionDepth: Math.max(below.depth, below.introspectionDepth) + 1, fields };
  }
  return { ...below, depth: below.depth + 1, fields };
}

function fragmentSize(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Size>,
): Size {
  const measured = known.get(name);
  if (measured) return measured;
  const fragment = fragments.get(name);
  if (!fragment) return NOTHING;
  const size = sizeOf(fragment.selectionSet, fragments, known);
  known.set(name, size);
  return size;
}

function collectFields(
  selections: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  spread: Set<string>,
  names: string[],
): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) names.push(selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) collectFields(selection.selectionSet, fragments, spread, names);
    else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) collectFields(fragment.selectionSet, fragments, spread, names);
    }
  }
}
