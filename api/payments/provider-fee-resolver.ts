import { Arg, Ctx, Field, FieldResolver, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { curator } from '../accounts/index.ts';
import { type FeeAgreed, listProviderFees, ProviderFee, setProviderFee } from '../ledger/index.ts';
import type { Context } from '../platform/context.ts';
import { Access } from '../platform/graphql/access.ts';
import { errorFamily, type Payload, payload, payloadType } from '../platform/graphql/user-errors.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { refuse } from '../platform/refusal.ts';
import { PaymentMethod } from './payment-method.ts';

const SET_PROVIDER_FEE = errorFamily('SetProviderFee', {
  METHOD_WITHOUT_FEE: {
    id: 'Pembayaran tunai tidak lewat penyedia, jadi tidak ada biayanya.',
    en: 'Cash does not pass the provider, so there is no fee.',
    means: 'A method that does not run through the provider.',
  },
  DAY_INVALID: {
    id: 'Tanggal tidak sah; tulis seperti 2026-11-28.',
    en: 'The day is not valid; write it like 2026-11-28.',
    means: 'Not a day of the calendar.',
  },
  FEE_INVALID: {
    id: 'Biaya di luar batas: {limit}.',
    en: 'The fee is outside its limits: {limit}.',
    means: 'The share or the sum is outside its limits; the message names them.',
  },
});

const SetProviderFeePayload = payloadType(SET_PROVIDER_FEE, {
  fee: { type: () => ProviderFee, description: 'The fee as it now is.' },
});

@InputType({ description: 'What was agreed upon with the payment provider.' })
class SetProviderFeeInput implements FeeAgreed {
  @Field(() => PaymentMethod, { description: 'The way of paying; not CASH.' })
  method!: PaymentMethod;

  @Field(() => String, { description: 'First day (WIB) of payments for which it holds, e.g. 2026-11-28.' })
  validFrom!: string;

  @Field(() => Int, { description: 'Hundredths of a percent of the payment, 0 to 10,000: 70 is 0.7 %.' })
  basisPoints!: number;

  @Field(() => RupiahScalar, { description: 'For each payment, VAT included, in whole rupiah.' })
  flat!: Rupiah;
}

@Resolver(() => ProviderFee)
export class ProviderFeeResolver {
  @Access(curator)
  @Query(() => [ProviderFee], { description: 'What the provider keeps of payments: by method, the latest first.' })
  providerFees(@Ctx() ctx: Context): Promise<ProviderFee[]> {
    return listProviderFees(ctx);
  }

  @FieldResolver(() => PaymentMethod, { description: 'The way of paying.' })
  method(@Root() { method }: ProviderFee): PaymentMethod {
    return method as PaymentMethod;
  }

  @Access(curator)
  @Mutation(() => SetProviderFeePayload, {
    description: 'Enters what the provider keeps of payments from a day on, once for a day; goes into the audit log.',
  })
  setProviderFee(
    @Ctx() ctx: Context,
    @Arg('input', () => SetProviderFeeInput, { description: 'The fee.' }) input: SetProviderFeeInput,
  ): Promise<Payload<{ fee: ProviderFee }>> {
    return payload(ctx, SET_PROVIDER_FEE, async () => {
      if (input.method === 'CASH') refuse('METHOD_WITHOUT_FEE', ['method']);
      return { fee: await setProviderFee(ctx, input) };
    });
  }
}
