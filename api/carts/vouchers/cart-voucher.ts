import { Field, ObjectType } from 'type-graphql';
import { Access, everyone } from '../../platform/graphql/access.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { type VoucherProblemCode, VoucherProblemEnum } from './voucher-problem.ts';

@ObjectType({ description: 'The voucher on a cart, and what it comes to now.', simpleResolvers: true })
@Access(everyone) // reached through a cart alone, whose rule decides
export class CartVoucher {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => RupiahScalar, { description: 'What it takes off now, in whole rupiah; 0 while it does not hold.' })
  discount!: Rupiah;

  @Field(() => VoucherProblemEnum, { nullable: true, description: 'Why it does not hold; null when it does.' })
  problem!: VoucherProblemCode | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it does not hold, for people, in Indonesian or English by Accept-Language; null when it does.',
  })
  message!: string | null;
}
