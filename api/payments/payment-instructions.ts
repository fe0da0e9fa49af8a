import { Field, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';
import { UrlScalar } from '../platform/graphql/scalars.ts';

// Reached through Payment alone, whose rule decides.
@ObjectType({
  description: 'What the payer needs to pay; which fields are set depends on the method.',
  simpleResolvers: true,
})
@Access(everyone)
export class PaymentInstructions {
  @Field(() => String, { nullable: true, description: 'Text of the QR code (QRIS).' })
  qrText!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Picture of the QR code (QRIS, GoPay).' })
  qrImageUrl!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Opens the wallet app on the phone (GoPay, ShopeePay).' })
  deeplinkUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Bank of the virtual account, e.g. BCA.' })
  vaBank!: string | null;

  @Field(() => String, { nullable: true, description: 'Virtual account number, digits only.' })
  vaNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Company code (Mandiri bill payment).' })
  billerCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Bill key (Mandiri bill payment).' })
  billKey!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code that the cashier of a shop types in (Indomaret, Alfamart).',
  })
  paymentCode!: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'Where the payment simulator lets you pay; null with the real provider.',
  })
  simulatorUrl!: string | null;
}

/** Joins what two answers tell; the earlier one wins, because charge answers tell most. */
export function joinInstructions(earlier: PaymentInstructions | null, later: PaymentInstructions): PaymentInstructions {
  if (!earlier) return later;
  const joined = Object.entries(later).map(([name, value]) => [
    name,
    earlier[name as keyof PaymentInstructions] ?? value,
  ]);
  return Object.fromEntries(joined) as PaymentInstructions;
}
