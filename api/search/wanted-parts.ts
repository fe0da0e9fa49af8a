import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { PartsWanted } from './product-search.ts';

const known = new WeakMap<FieldNode, PartsWanted>();

/** Which parts of a connection a query selects. Directives are not looked at: what may be wanted is wanted. */
export function wantedParts({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): PartsWanted {
  const [only] = fieldNodes;
  const seen = only && fieldNodes.length === 1 ? known.get(only) : undefined;
  if (seen) return seen;
  const edges: FieldNode[] = [];
  const fields = fieldNodes.flatMap((node) => selectedFields(node.selectionSet, fragments));
  for (const field of fields) if (field.name.value === 'edges') edges.push(field);
  const nodes = edges
    .flatMap((edge) => selectedFields(edge.selectionSet, fragments))
    .filter(({ name }) => name.value === 'node');
  const ofNodes = new Set(
    nodes.flatMap((node) => selectedFields(node.selectionSet, fragments)).map(({ name }) => name.value),
  );
  const names = new Set(fields.map(({ name }) => name.value));
  const wanted = {
    facets: names.has('facets'),
    totalCount: names.has('totalCount') || names.has('totalCountIsExact'),
    highlight: ofNodes.has('highlightedTitle'),
  };
  if (only && fieldNodes.length === 1) known.set(only, wanted);
  return wanted;
}

/** The fields that a selection names, those of its fragments included. Directives are not looked at. */
export function selectedFields(
  selectionSet: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo['fragments'],
): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') return selectedFields(selection.selectionSet, fragments);
    return selectedFields(fragments[selection.name.value]?.selectionSet, fragments);
  });
}
