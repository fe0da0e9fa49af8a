import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { isCurator, recordAudit } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { isDay } from '../platform/wib.ts';
import { batchFile } from './payouts/batch-file.ts';
import { linesOf } from './payouts/make-batch.ts';
import { Payout } from './payouts/payout.ts';
import { PayoutBatch } from './payouts/payout-batch.ts';
import { statementOf } from './statements/statement.ts';
import { statementFile } from './statements/statement-file.ts';

interface StatementRequest {
  readonly Params: { readonly ownerId: string };
  readonly Querystring: { readonly from?: string; readonly to?: string };
}

/** Whose request it is. */
type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

/**
 * Files that come from the ledger: `GET /ledger/payouts/:batchId.csv`, for curators, noted in the audit log, and
 * `GET /ledger/statements/:ownerId.csv?from=&to=`, for whoever may see the statement; days that are
 * none, or in the wrong order, lead to its page, which says so. Others see 404.
 */
export function ledgerFiles(contextOf: ContextOf): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Params: { batchId: string } }>('/ledger/payouts/:batchId.csv', async (request, reply) => {
      const ctx = await contextOf(request, reply);
      const file = await fileOfBatch(ctx, request.params.batchId);
      if (!file) return notThere(reply);
      return sendCsv(reply, file.name, file.text);
    });
    app.get<StatementRequest>('/ledger/statements/:ownerId.csv', async (request, reply) => {
      const ctx = await contextOf(request, reply);
      const { from = '', to = '' } = request.query;
      const { ownerId } = request.params;
      if (!isDay(String(from)) || !isDay(String(to)) || to < from)
        return reply.redirect(
          `/rekening-koran/${encodeURIComponent(ownerId)}?${new URLSearchParams({ from: String(from), to: String(to) })}`,
        );
      const statement = await statementOf(ctx, { ownerId, from, to });
      if (!statement) return notThere(reply);
      return sendCsv(reply, `berjubel-${from}-${to}.csv`, Readable.from(statementFile(ctx, statement)));
    });
  };
}

/** The file of a batch, null for whoever may not have it. Who took it, with all its account numbers, is in the audit log. */
async function fileOfBatch(ctx: Context, batchId: string): Promise<{ name: string; text: string } | null> {
  const key = keyOf('PayoutBatch', batchId);
  if (key === null || !isCurator(ctx)) return null;
  return inTransaction(ctx, async (tx) => {
    const batch = await tx.findOne(PayoutBatch, { key });
    if (!batch) return null;
    const payouts = await tx.find(Payout, { batchKey: key }, { orderBy: { lineNumber: 'asc' } });
    const { text, checksum } = batchFile(batch.code, await linesOf(tx, payouts));
    if (checksum !== batch.checksum) throw new Error(`The file of ${batch.code} is not what it was`);
    recordAudit(tx, 'downloadPayoutBatch', { payoutBatchKey: key }, null);
    return { name: `${batch.code}.csv`, text };
  });
}

function notThere(reply: FastifyReply): FastifyReply {
  return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('404');
}

function sendCsv(reply: FastifyReply, name: string, text: string | Readable): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('text/csv; charset=utf-8')
    .send(text);
}
