import { Arg, Args, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql';
import { curator, isCurator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import type { NodeLookup } from '../../platform/domain.ts';
import { Access } from '../../platform/graphql/access.ts';
import {
  decodeCursor,
  encodeCursor,
  type Page,
  PageArgs,
  pageOf,
  pageSize,
} from '../../platform/graphql/connection.ts';
import { inOrder } from '../../platform/graphql/loader.ts';
import { COMMON, errorFamily, type Payload, payload, payloadType } from '../../platform/graphql/user-errors.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { ProviderSettlement, ProviderSettlementConnection } from './provider-settlement.ts';
import { recordProviderSettlement, type SettlementSeen } from './record-settlement.ts';

const RECORD_PROVIDER_SETTLEMENT = errorFamily('RecordProviderSettlement', {
  IDEMPOTENCY_KEY_INVALID: COMMON.IDEMPOTENCY_KEY_INVALID,
  IDEMPOTENCY_KEY_REUSED: COMMON.IDEMPOTENCY_KEY_REUSED,
  REFERENCE_INVALID: {
    id: 'Nomor referensi 1 sampai {limit} huruf.',
    en: 'The reference has 1 to {limit} characters.',
    means: 'The reference is empty or too long.',
  },
  REFERENCE_USED: {
    id: 'Nomor referensi ini sudah dicatat.',
    en: 'A settlement of this reference is recorded already.',
    means: 'Another settlement has this reference.',
  },
  AMOUNT_INVALID: {
    id: 'Jumlah kotor harus lebih dari nol, dan biaya tidak lebih dari itu.',
    en: 'The gross is more than nothing, and the fee no more than that.',
    means: 'The gross or the fee is outside its limits.',
  },
  DAY_INVALID: {
    id: 'Tanggal tidak sah: awal, akhir, lalu hari dana masuk, tidak setelah hari ini.',
    en: 'A day is not valid: first, last, then the day of arrival, not after today.',
    means: 'A day is none, or they are in the wrong order, or yet to come.',
  },
});

const RecordProviderSettlementPayload = payloadType(RECORD_PROVIDER_SETTLEMENT, {
  settlement: { type: () => ProviderSettlement, description: 'The settlement.' },
});

@InputType({ description: 'Money that the payment provider sent to our bank account.' })
class RecordProviderSettlementInput implements SettlementSeen {
  @Field(() => String, { description: "The provider's number of it, at most 100 characters." })
  reference!: string;

  @Field(() => RupiahScalar, { description: 'Payments in it, less refunds, before the fee, in whole rupiah.' })
  gross!: Rupiah;

  @Field(() => RupiahScalar, { description: 'What the provider kept, in whole rupiah.' })
  fee!: Rupiah;

  @Field(() => String, { description: 'Day in WIB on which the money came, e.g. 2026-11-28.' })
  paidOn!: string;

  @Field(() => String, { description: 'First day (WIB) of the payments in it.' })
  coversFrom!: string;

  @Field(() => String, { description: 'Last day (WIB) of the payments in it.' })
  coversTo!: string;

  @Field(() => String, { description: 'Made by the client; the same key gives the same settlement.' })
  idempotencyKey!: string;
}

@Resolver(() => ProviderSettlement)
export class SettlementResolver {
  @Access(curator)
  @Query(() => ProviderSettlementConnection, { description: 'Settlements of the payment provider, the last first.' })
  providerSettlements(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<Page<ProviderSettlement>> {
    return listSettlements(ctx, first, after);
  }

  @Access(curator)
  @Mutation(() => RecordProviderSettlementPayload, {
    description: 'Records a settlement of the provider in the ledger, once; goes into the audit log.',
  })
  recordProviderSettlement(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordProviderSettlementInput, { description: 'The settlement.' })
    input: RecordProviderSettlementInput,
  ): Promise<Payload<{ settlement: ProviderSettlement }>> {
    return payload(ctx, RECORD_PROVIDER_SETTLEMENT, async () => ({
      settlement: await recordProviderSettlement(ctx, input),
    }));
  }
}

async function listSettlements(
  ctx: Context,
  first: number | null | undefined,
  after: string | null | undefined,
): Promise<Page<ProviderSettlement>> {
  const size = pageSize(first);
  const [last] = decodeCursor(after, ['key']) ?? [null];
  const where = last === null ? {} : { key: { $lt: last as string } };
  const rows = await ctx.em.fork().find(ProviderSettlement, where, { orderBy: { key: 'desc' }, limit: size + 1 });
  return pageOf(rows, size, after, ({ key }) => encodeCursor([key]));
}

/** How `node` finds settlements, for curators. */
export const settlementNodes: Readonly<Record<string, NodeLookup>> = {
  async ProviderSettlement(ctx, keys) {
    if (!isCurator(ctx)) return keys.map(() => null);
    return inOrder(keys, await ctx.em.fork().find(ProviderSettlement, { key: { $in: [...keys] } }), ({ key }) => key);
  },
};
