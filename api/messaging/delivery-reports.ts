import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { Message, MessageStatus } from './message.ts';
import { reportFailure } from './report-failure.ts';
import { failureOf } from './whatsapp-errors.ts';

/** News of a message's fate. */
export interface DeliveryReport {
  readonly providerId: string;
  /** The outbox key that went along, when it came back. */
  readonly reference: string | null;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly at: Date;
  /** The provider's error code, for failures. */
  readonly code: number | null;
}

/** Takes in news, in whatever order and however often it comes: a message only ever moves up. Unknown ones are passed over. */
export function takeReports(ctx: Context, reports: readonly DeliveryReport[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    for (const report of [...reports].sort((a, b) => (a.providerId < b.providerId ? -1 : 1))) await take(tx, report);
  });
}

async function take(tx: Tx, report: DeliveryReport): Promise<void> {
  // By our own key as well: news can overtake the answer that brings the provider's id.
  const [found] = await tx.execute<{ id: string }[]>(
    'select id from message where provider_id = ? or (id = ?::uuid and provider_id is null) limit 1 for update',
    [report.providerId, report.reference],
  );
  if (!found) return;
  const message = await tx.findOneOrFail(Message, { key: found.id });
  message.providerId = report.providerId;
  if (report.status === 'failed') await fail(tx, message, report);
  else raise(message, report);
}

const RANK: Readonly<Record<MessageStatus, number>> = {
  QUEUED: 0,
  SKIPPED: 0,
  SENT: 1,
  FAILED: 2,
  DELIVERED: 3,
  READ: 4,
};

function raise(message: Message, { status, at }: DeliveryReport): void {
  message.sentAt ??= at;
  if (status === 'delivered') message.deliveredAt ??= at;
  if (status === 'read') message.readAt ??= at;
  const to = { sent: MessageStatus.SENT, delivered: MessageStatus.DELIVERED, read: MessageStatus.READ, failed: null }[
    status
  ];
  if (to && RANK[to] > RANK[message.status as MessageStatus]) message.status = to;
}

async function fail(tx: Tx, message: Message, { at, code }: DeliveryReport): Promise<void> {
  const isNews = message.failedAt === null;
  message.failedAt ??= at;
  message.lastErrorCode = code;
  if (RANK[message.status as MessageStatus] < RANK.FAILED) message.status = MessageStatus.FAILED;
  if (isNews && message.status === MessageStatus.FAILED)
    await reportFailure(tx, message, failureOf(code, 400).kind, code ?? 0);
}
