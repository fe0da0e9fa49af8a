import { Field, Int, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';

@ObjectType({ description: 'One choice that tells a variant from its siblings.', simpleResolvers: true })
@Access(everyone)
export class VariantOption {
  @Field(() => String, { description: 'What is chosen, e.g. Rasa.' })
  name!: string;

  @Field(() => String, { description: 'The choice, e.g. balado.' })
  value!: string;
}

@ObjectType({
  implements: Node,
  description: 'What is sold: a product in one size, flavour or pack.',
  simpleResolvers: true,
})
@Access(everyone)
export class Variant extends Node {
  /** Public id of its product. */
  productId!: string;

  @Field(() => String, { description: "The seller's own code, unique in the shop." })
  sku!: string;

  @Field(() => String, { description: 'What tells it from its siblings; empty when it is the only one.' })
  name!: string;

  @Field(() => [VariantOption], { description: 'Its choices, in order.' })
  options!: VariantOption[];

  @Field(() => RupiahScalar, { description: 'Price of one piece, in whole rupiah.' })
  price!: Rupiah;

  @Field(() => Int, { description: 'Weight of one packed piece, in grams.' })
  weightGrams!: number;

  @Field(() => Int, { description: 'Pieces that can be bought now.' })
  stockLeft!: number;

  @Field(() => Boolean, { description: 'Whether at least one piece can be bought now.' })
  inStock!: boolean;
}

/** SQL expression (json) that makes a Variant of two table aliases: the variant, and its stock (which may be missing). */
export function variantJson(variant: string, stock: string): string {
  const [v, s] = [variant, stock];
  const left = stockLeftSql(s);
  return `json_build_object('__typename', 'Variant', 'id', global_id('Variant', ${v}.id),
    'productId', global_id('Product', ${v}.product_id), 'sku', ${v}.sku, 'name', ${v}.name, 'options', ${v}.options,
    'price', ${v}.price, 'weightGrams', ${v}.weight_grams, 'stockLeft', ${left}, 'inStock', ${left} > 0)`;
}

/** SQL expression (integer): pieces that can be bought of the stock row given; 0 when there is none. */
export function stockLeftSql(stock: string): string {
  return `greatest(coalesce(${stock}.on_hand - ${stock}.reserved, 0), 0)`;
}
