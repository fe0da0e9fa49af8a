import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access } from '../../platform/graphql/access.ts';
import { type Page, PageArgs } from '../../platform/graphql/connection.ts';
import { type Payload, payload } from '../../platform/graphql/user-errors.ts';
import { createPayoutBatch } from './make-batch.ts';
import { Payout, PayoutConnection } from './payout.ts';
import { PayoutBatch, PayoutBatchConnection } from './payout-batch.ts';
import { CreatePayoutBatchInput, RecordPayoutResultsInput, UploadPayoutResultsInput } from './payout-inputs.ts';
import {
  CREATE_PAYOUT_BATCH,
  CreatePayoutBatchPayload,
  RECORD_PAYOUT_RESULTS,
  RecordPayoutResultsPayload,
  UPLOAD_PAYOUT_RESULTS,
  UploadPayoutResultsPayload,
} from './payout-payloads.ts';
import { listBatches, listPayouts, payoutsInBatch } from './payout-queries.ts';
import { PayoutStatus } from './payout-transitions.ts';
import { readPayoutResults } from './read-results.ts';
import { recordPayoutResults } from './record-results.ts';

@ArgsType()
class PayoutsArgs extends PageArgs {
  @Field(() => PayoutStatus, { nullable: true, description: 'Only those that stand there; all when left out.' })
  status?: PayoutStatus | null;
}

type BatchPayload = Promise<Payload<{ batch: PayoutBatch }>>;

@Resolver(() => PayoutBatch)
export class BatchResolver {
  @Access(curator)
  @Query(() => PayoutConnection, { description: 'Payouts of everybody, the last first.' })
  payouts(@Ctx() ctx: Context, @Args(() => PayoutsArgs) { status, ...page }: PayoutsArgs): Promise<Page<Payout>> {
    return listPayouts(ctx, status ?? null, page);
  }

  @Access(curator)
  @Query(() => PayoutBatchConnection, { description: 'Batches for the bank, the last first.' })
  payoutBatches(@Ctx() ctx: Context, @Args(() => PageArgs) args: PageArgs): Promise<Page<PayoutBatch>> {
    return listBatches(ctx, args);
  }

  @FieldResolver(() => [Payout], { description: 'Its payouts in the order of the file; at most 500.' })
  lines(@Ctx() ctx: Context, @Root() { key }: PayoutBatch): Promise<Payout[]> {
    return payoutsInBatch(ctx, key);
  }

  @Access(curator)
  @Mutation(() => CreatePayoutBatchPayload, {
    description: 'Puts the payouts that wait into a file for the bank; goes into the audit log.',
  })
  createPayoutBatch(
    @Ctx() ctx: Context,
    @Arg('input', () => CreatePayoutBatchInput, { description: 'The batch.' }) input: CreatePayoutBatchInput,
  ): BatchPayload {
    return payload(ctx, CREATE_PAYOUT_BATCH, async () => ({
      batch: await createPayoutBatch(ctx, input.idempotencyKey),
    }));
  }

  @Access(curator)
  @Mutation(() => RecordPayoutResultsPayload, {
    description: 'Records what the bank said of payouts, all or none; goes into the audit log.',
  })
  recordPayoutResults(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordPayoutResultsInput, { description: 'The results.' }) input: RecordPayoutResultsInput,
  ): BatchPayload {
    const { batchId, results } = input;
    return payload(ctx, RECORD_PAYOUT_RESULTS, async () => ({
      batch: await recordPayoutResults(ctx, batchId, results),
    }));
  }

  @Access(curator)
  @Mutation(() => UploadPayoutResultsPayload, {
    description: 'Records what the bank said of payouts from a file, all or none; goes into the audit log.',
  })
  uploadPayoutResults(
    @Ctx() ctx: Context,
    @Arg('input', () => UploadPayoutResultsInput, { description: 'The file.' }) input: UploadPayoutResultsInput,
  ): BatchPayload {
    return payload(ctx, UPLOAD_PAYOUT_RESULTS, async () => ({
      batch: await recordPayoutResults(ctx, input.batchId, readPayoutResults(input.csv), 'csv'),
    }));
  }
}
