import { Arg, Args, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access } from '../../platform/graphql/access.ts';
import { connectionTypes, type Page, PageArgs } from '../../platform/graphql/connection.ts';
import { errorFamily, type Payload, payload, payloadType } from '../../platform/graphql/user-errors.ts';
import { reconcilePayments } from './reconcile-daily.ts';
import { Reconciliation } from './reconciliation.ts';
import { listReconciliations } from './reconciliation-queries.ts';

const { connection: ReconciliationConnection } = connectionTypes('Reconciliation', () => Reconciliation);

const RECONCILE_PAYMENTS = errorFamily('ReconcilePayments', {
  DAY_WRONG: {
    id: 'Pilih hari ini atau hari yang sudah lewat.',
    en: 'Choose today or a day that has passed.',
    means: 'The day is none, or is still to come.',
  },
  SHEET_UNREADABLE: {
    id: 'Baris {line} tidak terbaca. Lembar CSV perlu kolom order_id, transaction_status, dan gross_amount.',
    en: 'Line {line} cannot be read. The CSV sheet needs the columns order_id, transaction_status and gross_amount.',
    means: 'The sheet is not in the layout of docs/operators.md; the message names the line.',
  },
});

const ReconcilePaymentsPayload = payloadType(RECONCILE_PAYMENTS, {
  reconciliation: { type: () => Reconciliation, description: 'The comparison, under way.' },
});

@InputType({ description: 'Which books are to be compared.' })
class ReconcilePaymentsInput {
  @Field(() => String, { description: 'A day of Depok, e.g. 2026-11-24; not one to come.' })
  day!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Text of the provider's settlement sheet of that day, as CSV; left out, the provider is asked about each charge.",
  })
  sheet?: string | null;
}

@Resolver(() => Reconciliation)
export class ReconciliationResolver {
  @Access(curator)
  @Query(() => ReconciliationConnection, { description: 'Comparisons with the books of the provider, newest first.' })
  reconciliations(@Ctx() ctx: Context, @Args(() => PageArgs) args: PageArgs): Promise<Page<Reconciliation>> {
    return listReconciliations(ctx, args);
  }

  @Access(curator)
  @Mutation(() => ReconcilePaymentsPayload, {
    description: 'Compares the books of a day with those of the payment provider; goes into the audit log.',
  })
  reconcilePayments(
    @Ctx() ctx: Context,
    @Arg('input', () => ReconcilePaymentsInput, { description: 'Which books.' }) input: ReconcilePaymentsInput,
  ): Promise<Payload<{ reconciliation: Reconciliation }>> {
    const { day, sheet = null } = input;
    return payload(ctx, RECONCILE_PAYMENTS, async () => ({
      reconciliation: await reconcilePayments(ctx, { day, sheet }),
    }));
  }
}
