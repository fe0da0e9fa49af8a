import { FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { keyOf } from '../keys.ts';
import { Directly } from './direct-field.ts';
import type { Loader } from './loader.ts';
import type { Node } from './node.ts';
import { OfItsObject } from './same-while.ts';

/**
 * Makes a resolver for fields that lists may leave out of a node: they are read from the object where it has them, and otherwise from
 * the whole object, which is loaded batched by its key. Fields not named stay plain properties, which cost nothing.
 */
export function completeNode<Type extends Node, Field extends keyof Type & string>(
  type: new () => Type,
  load: Loader<string, Type | null>,
  fields: readonly Field[],
  // biome-ignore lint/complexity/noBannedTypes: type-graphql takes resolver classes as Function
): Function {
  @Resolver(() => type)
  class Completion {}
  for (const field of fields) {
    const resolve = (node: Type, _args: unknown, ctx: Context): Type[Field] | Promise<Type[Field]> =>
      node[field] === undefined ? whole(ctx, node).then((found) => found[field]) : node[field];
    Directly(resolve)(Completion.prototype, field, { value: resolve });
    OfItsObject()(Completion.prototype, field, { value: resolve });
    FieldResolver()(Completion.prototype, field, { value: resolve });
  }

  async function whole(ctx: Context, { id }: Type): Promise<Type> {
    const found = await load(ctx, keyOf(type.name, id) ?? '');
    if (!found) throw new Error(`A ${type.name} that was shown is gone.`);
    return found;
  }
  return Completion;
}
