import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { Seller } from '../sellers/index.ts';
import { Category } from './category.ts';
import { Photo } from './photo.ts';
import { ProductStatus } from './product-status.ts';
import type { Variant } from './variant.ts';

@ObjectType({ description: 'From the cheapest to the dearest variant.', simpleResolvers: true })
@Access(everyone)
export class PriceRange {
  @Field(() => RupiahScalar, { description: 'Price of the cheapest variant, in whole rupiah.' })
  min!: Rupiah;

  @Field(() => RupiahScalar, { description: 'Price of the dearest variant, in whole rupiah.' })
  max!: Rupiah;
}

@ObjectType({ implements: Node, description: 'What a seller offers, in one or more variants.', simpleResolvers: true })
@Access(everyone)
export class Product extends Node {
  @Field(() => String, { description: 'Name for addresses; it never changes.' })
  slug!: string;

  @Field(() => String, { description: 'What it is called, 3 to 120 characters.' })
  title!: string;

  /** Cards of lists leave it out; it is then loaded. */
  description?: string;

  @Field(() => ProductStatus, { description: 'Where the listing stands.' })
  status!: ProductStatus;

  @Field(() => Boolean, { description: 'Whether the seller declares it halal.' })
  isHalal!: boolean;

  @Field(() => Category, { description: 'The category it stands in.' })
  category!: Category;

  @Field(() => Seller, { description: 'The shop that sells it.' })
  seller!: Seller;

  @Field(() => [Photo], { description: 'At most 8, the cover first.' })
  photos!: Photo[];

  /** Cards of lists leave them out; they are then loaded. */
  variants?: Variant[];

  @Field(() => PriceRange, { description: 'Prices of its variants; 0 to 0 while it has none.' })
  priceRange!: PriceRange;

  @Field(() => Boolean, { description: 'Whether any variant can be bought now.' })
  inStock!: boolean;

  @Field(() => Int, { description: 'Pieces that can be bought now, over all variants.' })
  stockLeft!: number;

  @Field(() => Int, { description: 'Pieces sold since the beginning.' })
  soldCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean of its reviews on show, 1 to 5, rounded to tenths; null while there are none.',
  })
  rating!: number | null;

  @Field(() => Int, { description: 'How many reviews the rating rests on; hidden ones do not count.' })
  ratingCount!: number;

  @Field(() => DateTimeScalar, { description: 'When the seller began it.' })
  createdAt!: Date | string;

  @Field(() => DateTimeScalar, { description: 'When its text, photos, variants or status last changed.' })
  updatedAt!: Date | string;

  @Field(() => String, {
    nullable: true,
    description:
      'The title as HTML with the words that were searched for in <mark>, everything else escaped; null outside a search.',
  })
  highlightedTitle?: string | null;
}
