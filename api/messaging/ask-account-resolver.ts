import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { curator, Task } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access } from '../platform/graphql/access.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { COMMON, errorFamily, type Payload, payload, payloadType } from '../platform/graphql/user-errors.ts';
import { ACCOUNT_WANTED, askForRefundAccount } from './ask-for-account.ts';

const ASK_FOR_REFUND_ACCOUNT = errorFamily('AskForRefundAccount', {
  NOT_FOUND: COMMON.NOT_FOUND,
  NOTHING_TO_ASK: {
    id: 'Tidak perlu ditanya: rekeningnya sudah ada, atau uangnya tidak perlu ditransfer lagi. Muat ulang halaman ini.',
    en: 'There is nothing to ask: the account is known, or the money need not be transferred any more. Load this page again.',
    means: 'The task is about no refund by transfer, is done, or the buyer has named an account.',
  },
  NOBODY_TO_ASK: {
    id: 'Tidak ada yang bisa ditanya: pembeli sudah menghapus akunnya, atau ini pembeli contoh.',
    en: 'There is nobody to ask: the buyer has erased the account, or is one of the demo.',
    means: 'No message can reach the buyer: the account was erased, or is one of the demo beside a real WhatsApp.',
  },
  ASKED_TODAY: {
    id: 'Hari ini pembeli sudah ditanya lewat WhatsApp. Besok bisa ditanya lagi.',
    en: 'The buyer was asked by WhatsApp today already. Ask again tomorrow.',
    means: 'The buyer was asked about this order today (WIB), by a curator or by the notice that goes out by itself.',
  },
  NOT_REACHED: {
    id: 'Pesan hari ini tidak sampai ke WhatsApp pembeli. Hubungi dengan cara lain, atau tanya lagi besok.',
    en: "Today's message did not reach the buyer's WhatsApp. Reach them another way, or ask again tomorrow.",
    means: 'The buyer was asked about this order today (WIB), and the message came back.',
  },
});

const AskForRefundAccountPayload = payloadType(ASK_FOR_REFUND_ACCOUNT, {
  task: { type: () => Task, description: 'The task, with when the buyer was asked.' },
});

@InputType({ description: 'A refund by transfer whose buyer is asked once more for a bank account.' })
class AskForRefundAccountInput {
  @Field(() => ID, { description: 'The task about the transfer.' })
  taskId!: string;
}

const LAST_ASKED = `
  select o.id as key, max(m.created_at) as at from orders o join message m on m.account_id = o.buyer_id and m.order_id = o.id
   where o.id = any($1::uuid[]) and m.template = $2 and m.status not in ('SKIPPED', 'FAILED') group by o.id`;

/** When the buyer of an order was asked last, by the order's key; null while nobody has. */
const lastAsked = defineLoader(async (ctx: Context, orderKeys: readonly string[]): Promise<(Date | null)[]> => {
  const rows = await ctx.read.rows<{ key: string; at: Date }>(LAST_ASKED, [orderKeys, ACCOUNT_WANTED]);
  const byKey = new Map(rows.map(({ key, at }) => [key, at]));
  return orderKeys.map((key) => byKey.get(key) ?? null);
});

@Resolver(() => Task)
export class AskAccountResolver {
  @Access(curator)
  @Mutation(() => AskForRefundAccountPayload, {
    description:
      'Asks the buyer of a refund by transfer once more, by WhatsApp, for a bank account; at most once a day. Goes into the audit log.',
  })
  askForRefundAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => AskForRefundAccountInput, { description: 'The task.' }) { taskId }: AskForRefundAccountInput,
  ): Promise<Payload<{ task: Task }>> {
    return payload(ctx, ASK_FOR_REFUND_ACCOUNT, async () => ({ task: await askForRefundAccount(ctx, taskId) }));
  }

  @Access(curator)
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the buyer was last asked by WhatsApp where a refund by transfer goes; null while nobody has been, and for other tasks.',
  })
  accountAskedAt(@Root() { kind, subject }: Task, @Ctx() ctx: Context): Promise<Date | null> | null {
    return kind === 'REFUND_BY_TRANSFER' && subject.orderKey ? lastAsked(ctx, subject.orderKey) : null;
  }
}
