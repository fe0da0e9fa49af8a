import { Field, Int, ObjectType } from 'type-graphql';
import { Category } from '../catalog/index.ts';
import { Kecamatan } from '../geography/index.ts';
import { PickupPoint } from '../pickup/index.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { Seller } from '../sellers/index.ts';
import { MOST_LEAST_STARS } from './ranking.ts';

const COUNT = 'Products of the result that carry it, other filters applied.';

@ObjectType({ description: 'A category to narrow by.', simpleResolvers: true })
@Access(everyone)
export class CategoryFacet {
  @Field(() => Category, { description: 'The category; what stands below it is counted in.' })
  category!: Category;

  @Field(() => Int, { description: COUNT })
  count!: number;
}

@ObjectType({ description: 'A district to narrow by.', simpleResolvers: true })
@Access(everyone)
export class KecamatanFacet {
  @Field(() => Kecamatan, { description: 'The district of the shop.' })
  kecamatan!: Kecamatan;

  @Field(() => Int, { description: COUNT })
  count!: number;
}

@ObjectType({ description: 'A shop to narrow by.', simpleResolvers: true })
@Access(everyone)
export class SellerFacet {
  @Field(() => Seller, { description: 'The shop.' })
  seller!: Seller;

  @Field(() => Int, { description: COUNT })
  count!: number;
}

@ObjectType({ description: 'A pickup point to narrow by.', simpleResolvers: true })
@Access(everyone)
export class PickupPointFacet {
  @Field(() => PickupPoint, { description: 'A point at which it can be collected.' })
  pickupPoint!: PickupPoint;

  @Field(() => Int, { description: COUNT })
  count!: number;
}

@ObjectType({ description: 'Halal or not, to narrow by.', simpleResolvers: true })
@Access(everyone)
export class HalalFacet {
  @Field(() => Boolean, { description: 'Whether its seller declares it halal.' })
  isHalal!: boolean;

  @Field(() => Int, { description: COUNT })
  count!: number;
}

@ObjectType({ description: 'A band of prices to narrow by.', simpleResolvers: true })
@Access(everyone)
export class PriceFacet {
  @Field(() => RupiahScalar, { description: 'Lowest price of the band, included; whole rupiah.' })
  min!: Rupiah;

  @Field(() => RupiahScalar, { nullable: true, description: 'Highest price of the band, included; null for no limit.' })
  max!: Rupiah | null;

  @Field(() => Int, { description: COUNT })
  count!: number;
}

@ObjectType({ description: 'A least rating to narrow by.', simpleResolvers: true })
@Access(everyone)
export class RatingFacet {
  @Field(() => Int, { description: `Stars at least, 1 to ${MOST_LEAST_STARS}.` })
  atLeast!: number;

  @Field(() => Int, { description: COUNT })
  count!: number;
}

@ObjectType({
  description: 'What a result can be narrowed by. A choice already made does not shrink its own list.',
  simpleResolvers: true,
})
@Access(everyone)
export class ProductFacets {
  @Field(() => [CategoryFacet], { description: 'Categories of all levels, in the order of the tree.' })
  category!: readonly CategoryFacet[];

  @Field(() => [KecamatanFacet], { description: 'Districts, the fullest first.' })
  kecamatan!: readonly KecamatanFacet[];

  @Field(() => [SellerFacet], { description: 'The 20 shops with the most products.' })
  seller!: readonly SellerFacet[];

  @Field(() => [PickupPointFacet], { description: 'Pickup points, the fullest first.' })
  pickupPoint!: readonly PickupPointFacet[];

  @Field(() => [HalalFacet], { description: 'Halal and not.' })
  halal!: readonly HalalFacet[];

  @Field(() => [PriceFacet], { description: 'Bands of prices, by the cheapest variant, the lowest first.' })
  price!: readonly PriceFacet[];

  @Field(() => [RatingFacet], { description: 'Least ratings, the highest first; empty where nothing is reviewed.' })
  rating!: readonly RatingFacet[];
}
