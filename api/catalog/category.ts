import { Field, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';

@ObjectType({
  implements: Node,
  description: 'A kind of goods, in a tree of at most three levels.',
  simpleResolvers: true,
})
@Access(everyone)
export class Category extends Node {
  @Field(() => String, { description: 'Name for addresses and filters, e.g. nasi-lauk.' })
  slug!: string;

  @Field(() => String, { description: 'Slugs from the root down, e.g. makanan-siap-saji/nasi-lauk.' })
  path!: string;

  @Field(() => String, { description: 'Name in Indonesian.' })
  name!: string;

  @Field(() => String, { description: 'Name in English.' })
  nameEn!: string;
}

/** SQL expression (json) that makes a Category of the table alias given; with its parent inside when SQL for that is given. */
export function categoryJson(category: string, parent: string | null = null): string {
  const c = category;
  return `json_build_object('__typename', 'Category', 'id', global_id('Category', ${c}.id), 'slug', ${c}.slug,
    'path', ${c}.path, 'name', ${c}.name, 'nameEn', ${c}.name_en${parent === null ? '' : `, 'parent', ${parent}`})`;
}
