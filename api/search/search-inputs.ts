import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { GeoPointInput } from '../geography/index.ts';
import { PageArgs } from '../platform/graphql/connection.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { ProductSort } from './product-sort.ts';
import { MOST_LEAST_STARS } from './ranking.ts';

@InputType({ description: 'Prices from the one to the other, as a band of the facet of prices.' })
export class PriceRangeInput {
  @Field(() => RupiahScalar, { nullable: true, description: 'At least this, in whole rupiah; null for no limit.' })
  min?: Rupiah | null;

  @Field(() => RupiahScalar, { nullable: true, description: 'At most this, in whole rupiah; null for no limit.' })
  max?: Rupiah | null;
}

@InputType({
  description: 'What a list of products is narrowed to. Values of one list widen, lists narrow each other.',
})
export class ProductFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Slugs or paths of categories; what stands below belongs to them.',
  })
  category?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of the districts of the shops.' })
  kecamatan?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of shops.' })
  seller?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of pickup points at which it can be collected.' })
  pickupPoint?: string[] | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'The cheapest variant costs at least this, in whole rupiah.',
  })
  priceMin?: Rupiah | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'The cheapest variant costs at most this, in whole rupiah.',
  })
  priceMax?: Rupiah | null;

  @Field(() => [PriceRangeInput], {
    nullable: true,
    description: 'The cheapest variant lies in any of these, and within priceMin and priceMax.',
  })
  priceRanges?: PriceRangeInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: `Only what is rated at least this, 1 to ${MOST_LEAST_STARS} stars; what has no reviews is not among it.`,
  })
  ratingMin?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is, or is not, declared halal.' })
  halal?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what can, or can not, be bought now.' })
  inStock?: boolean | null;
}

@ArgsType()
export class ProductsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words to look for, at most 200 characters; the last one may be unfinished, typing mistakes are mended.',
  })
  search?: string | null;

  @Field(() => ProductFilter, { nullable: true, description: 'What to narrow to.' })
  filter?: ProductFilter | null;

  @Field(() => ProductSort, { nullable: true, description: 'The order; RELEVANCE when left out.' })
  sort?: ProductSort | null;

  @Field(() => GeoPointInput, { nullable: true, description: 'Where the buyer is; NEAREST needs it.' })
  near?: GeoPointInput | null;
}
