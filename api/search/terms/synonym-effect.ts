import { Field, Int, ObjectType } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import { Product } from '../../catalog/index.ts';
import { Access } from '../../platform/graphql/access.ts';

@ObjectType({ description: 'What a search finds with one vocabulary.' })
@Access(curator)
export class SearchOutcome {
  @Field(() => Int, { description: 'Products found: exact up to 1,000, then 1,000 as a floor.' })
  totalCount!: number;

  @Field(() => Boolean, { description: 'Whether totalCount is exact.' })
  totalCountIsExact!: boolean;

  @Field(() => [Product], { description: 'The first 10, best first.' })
  products!: readonly Product[];

  @Field(() => String, {
    nullable: true,
    description: 'The words that were searched for instead, null when none were.',
  })
  didYouMean!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether another engine than the usual one answered, because that is in trouble or behind what was changed.',
  })
  degraded!: boolean;
}

@ObjectType({ description: 'What a change of the vocabulary does to one search.' })
@Access(curator)
export class SynonymEffect {
  @Field(() => String, { description: 'The words searched for.' })
  query!: string;

  @Field(() => SearchOutcome, { description: 'What is found today.' })
  before!: SearchOutcome;

  @Field(() => SearchOutcome, { description: 'What would be found with the change.' })
  after!: SearchOutcome;

  @Field(() => [Product], { description: 'Among the first 100 with the change, and not among the first 100 today.' })
  cameIn!: readonly Product[];

  @Field(() => [Product], { description: 'Among the first 100 today, and not among the first 100 with the change.' })
  wentOut!: readonly Product[];
}
