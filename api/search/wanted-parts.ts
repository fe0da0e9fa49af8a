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
  const fields = fieldNodes.flatMap((node) => selected(node.selectionSet, fragments));
  for (const field of fields) if (field.name.value === 'edges') edges.push(field);
  const nodes = edges
    .flatMap((edge) => selected(edge.selectionSet, fragments))
    .filter(({ name }) => name.value === 'node');
  const ofNodes = new Set(
    nodes.flatMap((node) => selected(node.selectionSet, fragments)).map(({ name }) => name.value),
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

function selected(selectionSet: SelectionSetNode | undefined, fragments: GraphQLResolveInfo['fragments']): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') return selected(selection.selectionSet, fragments);
    return selected(fragments[selection.name.value]?.selectionSet, fragments);
  });
}
