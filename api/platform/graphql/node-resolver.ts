import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { NodeLookup } from '../domain.ts';
import { parseGlobalId } from '../keys.ts';
import { Access, everyone } from './access.ts';
import { badArgument, LARGEST_PAGE } from './connection.ts';
import { Node } from './node.ts';

/** Makes the resolver of `node` and `nodes` over the lookups of all domains; each lookup hides what the caller may not see. */
// biome-ignore lint/complexity/noBannedTypes: type-graphql takes resolver classes as Function
export function nodeResolver(lookups: Readonly<Record<string, NodeLookup>>): Function {
  @Resolver()
  class NodeResolver {
    @Access(everyone)
    @Query(() => Node, {
      nullable: true,
      description: 'The object with this id; null when there is none or it is not yours.',
    })
    async node(
      @Ctx() ctx: Context,
      @Arg('id', () => ID, { description: 'Opaque global id.' }) id: string,
    ): Promise<object | null> {
      return (await lookUp(ctx, [id]))[0] ?? null;
    }

    @Access(everyone)
    @Query(() => [Node], {
      nullable: 'items',
      description: `The objects with these ids, in their order; null for each that is not there. At most ${LARGEST_PAGE}.`,
    })
    nodes(
      @Ctx() ctx: Context,
      @Arg('ids', () => [ID], { description: 'Opaque global ids.' }) ids: string[],
    ): Promise<(object | null)[]> {
      if (ids.length > LARGEST_PAGE) throw badArgument('ids', `ids holds at most ${LARGEST_PAGE}, got ${ids.length}`);
      return lookUp(ctx, ids);
    }
  }

  async function lookUp(ctx: Context, ids: readonly string[]): Promise<(object | null)[]> {
    const parsed = ids.map(parseGlobalId);
    const found = new Map<string, object | null>();
    for (const type of new Set(parsed.flatMap((id) => (id ? [id.type] : [])))) {
      const keys = [...new Set(parsed.flatMap((id) => (id?.type === type ? [id.key] : [])))];
      const objects = await lookups[type]?.(ctx, keys);
      keys.forEach((key, at) => {
        found.set(`${type}:${key}`, objects?.[at] ?? null);
      });
    }
    return parsed.map((id) => (id && found.get(`${id.type}:${id.key}`)) || null);
  }
  return NodeResolver;
}
