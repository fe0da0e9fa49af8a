import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn, RupiahScalar } from '../../platform/money.ts';

@ObjectType({ description: 'What the payment provider keeps of a payment, from a day on: a share and a sum.' })
@Access(curator)
@Entity({ tableName: 'provider_fee' })
@Check({
  name: 'provider_fee_range',
  expression: `basis_points >= 0 and basis_points <= 10000 and flat >= 0 and flat <= ${LARGEST_RUPIAH}`,
})
export class ProviderFee {
  declare [PrimaryKeyProp]?: ['method', 'validFrom'];

  /** A method of payment, as payments name it. */
  @PrimaryKey({ type: 'text' })
  method!: string;

  @Field(() => String, { description: 'First day (WIB) of payments for which it holds, e.g. 2026-11-28.' })
  @PrimaryKey({ type: 'date' })
  validFrom!: string;

  @Field(() => Int, { description: 'Hundredths of a percent of the payment; the fee is rounded half up.' })
  @Property({ type: 'integer' })
  basisPoints!: number;

  @Field(() => RupiahScalar, { description: 'For each payment, VAT included, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  flat!: Rupiah;

  @Field(() => Boolean, {
    description: 'Whether it is assumed: it came with the program, and no curator has entered what was agreed upon.',
  })
  @Property({ type: 'boolean', default: false })
  isAssumed!: boolean;
}
