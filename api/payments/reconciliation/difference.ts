import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';

/** In what two books differ. */
export enum DifferenceKind {
  PAID_BUT_NO_ORDER = 'PAID_BUT_NO_ORDER',
  ORDER_BUT_NO_MONEY = 'ORDER_BUT_NO_MONEY',
  AMOUNT_DIFFERS = 'AMOUNT_DIFFERS',
  REFUND_DIFFERS = 'REFUND_DIFFERS',
}

registerEnumType(DifferenceKind, {
  name: 'DifferenceKind',
  description: 'In what the books of the payment provider differ from ours.',
  valuesConfig: {
    PAID_BUT_NO_ORDER: { description: 'The provider holds money for which no order counts as paid.' },
    ORDER_BUT_NO_MONEY: { description: 'An order counts as paid, and the provider holds no money for it.' },
    AMOUNT_DIFFERS: { description: 'Both know the payment, with different sums.' },
    REFUND_DIFFERS: { description: 'Both know the payment, and different sums went back.' },
  },
});

@ObjectType({
  description: 'A row in which the books of the payment provider differ from ours.',
  simpleResolvers: true,
})
@Access(curator)
export class ReconciliationDifference {
  @Field(() => DifferenceKind, { description: 'In what they differ.' })
  kind!: `${DifferenceKind}`;

  @Field(() => String, { description: 'Id of the charge at the provider; it begins with the code of its order.' })
  providerOrderId!: string;

  @Field(() => RupiahScalar, { description: 'The sum in our books, in whole rupiah.' })
  ours!: Rupiah;

  @Field(() => RupiahScalar, { description: 'The sum in the books of the provider, in whole rupiah.' })
  theirs!: Rupiah;
}

/** Names the task about a difference: the same figures are the same difference. */
export function differenceOnce({ kind, providerOrderId, ours, theirs }: ReconciliationDifference): string {
  return `reconciliation:${kind}:${providerOrderId}:${ours}:${theirs}`;
}
