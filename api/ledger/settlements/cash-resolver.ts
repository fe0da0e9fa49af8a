import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access } from '../../platform/graphql/access.ts';
import { COMMON, errorFamily, type Payload, payload, payloadType } from '../../platform/graphql/user-errors.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { Earnings, earningsOf } from '../payouts/earnings.ts';
import { type CashSeen, recordCashDelivery } from './record-cash.ts';

const RECORD_CASH_DELIVERY = errorFamily('RecordCashDelivery', {
  NOT_FOUND: COMMON.NOT_FOUND,
  IDEMPOTENCY_KEY_INVALID: COMMON.IDEMPOTENCY_KEY_INVALID,
  IDEMPOTENCY_KEY_REUSED: COMMON.IDEMPOTENCY_KEY_REUSED,
  REFERENCE_INVALID: {
    id: 'Nomor referensi 1 sampai {limit} huruf.',
    en: 'The reference has 1 to {limit} characters.',
    means: 'The reference is empty or too long.',
  },
  REFERENCE_USED: {
    id: 'Setoran titik ini dengan nomor itu sudah dicatat.',
    en: 'A deposit of this point with that number is recorded already.',
    means: 'The same deposit was recorded before, under another key.',
  },
  AMOUNT_INVALID: { id: 'Jumlah harus lebih dari nol.', en: 'The amount is more than nothing.', means: 'It is not.' },
  MORE_THAN_HELD: {
    id: 'Menurut catatan, titik ini memegang {held}.',
    en: 'By our books this point holds {held}.',
    means: 'More than the point holds by the ledger; the message says how much that is.',
  },
});

const RecordCashDeliveryPayload = payloadType(RECORD_CASH_DELIVERY, {
  earnings: { type: () => Earnings, description: 'What stands to the credit of the point now.' },
});

@InputType({ description: 'Cash that a point brought to our bank account.' })
class RecordCashDeliveryInput implements CashSeen {
  @Field(() => ID, { description: 'The pickup point.' })
  pointId!: string;

  @Field(() => RupiahScalar, { description: 'In whole rupiah; no more than the point holds.' })
  amount!: Rupiah;

  @Field(() => String, { description: 'Number of the deposit, at most 100 characters.' })
  reference!: string;

  @Field(() => String, { description: 'Made by the client; the same key is the same deposit.' })
  idempotencyKey!: string;
}

@Resolver()
export class CashResolver {
  @Access(curator)
  @Mutation(() => RecordCashDeliveryPayload, {
    description: 'Records that a point brought its cash to the bank, once; goes into the audit log.',
  })
  recordCashDelivery(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordCashDeliveryInput, { description: 'The deposit.' }) input: RecordCashDeliveryInput,
  ): Promise<Payload<{ earnings: Earnings | null }>> {
    return payload(ctx, RECORD_CASH_DELIVERY, async () => {
      await recordCashDelivery(ctx, input);
      return { earnings: await earningsOf(ctx, input.pointId) };
    });
  }
}
