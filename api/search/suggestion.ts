import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Category, Product } from '../catalog/index.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Seller } from '../sellers/index.ts';

/** What a suggestion leads to. */
export enum SuggestionKind {
  PRODUCT = 'PRODUCT',
  SELLER = 'SELLER',
  CATEGORY = 'CATEGORY',
  QUERY = 'QUERY',
}

registerEnumType(SuggestionKind, {
  name: 'SuggestionKind',
  description: 'What a suggestion leads to.',
  valuesConfig: {
    PRODUCT: { description: 'A product page.' },
    SELLER: { description: 'A shop.' },
    CATEGORY: { description: 'A category.' },
    QUERY: { description: 'A search with the suggested words.' },
  },
});

@ObjectType({ description: 'What somebody who types may be after.', simpleResolvers: true })
@Access(everyone)
export class Suggestion {
  @Field(() => SuggestionKind, { description: 'What it leads to.' })
  kind!: SuggestionKind;

  @Field(() => String, { description: 'The words to show.' })
  text!: string;

  @Field(() => Product, { nullable: true, description: 'The product, for PRODUCT.' })
  product!: Product | null;

  @Field(() => Seller, { nullable: true, description: 'The shop, for SELLER.' })
  seller!: Seller | null;

  @Field(() => Category, { nullable: true, description: 'The category, for CATEGORY.' })
  category!: Category | null;
}
