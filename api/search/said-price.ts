import { Field, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';

@ObjectType({
  description:
    'The price that the words of a search spoke of: the list holds no other, as if it had been asked for by filter.priceMin and priceMax.',
  simpleResolvers: true,
})
@Access(everyone)
export class SaidPrice {
  @Field(() => RupiahScalar, { nullable: true, description: 'At least this; null for no limit.' })
  min!: Rupiah | null;

  @Field(() => RupiahScalar, { nullable: true, description: 'At most this; null for no limit.' })
  max!: Rupiah | null;
}
