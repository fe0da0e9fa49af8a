import { randomUUID } from 'node:crypto';
import { Upload, UploadStatus } from '../../../api/catalog/upload.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import type { Maker, Person } from './accounts.ts';

/** Public id of an upload whose picture has come. */
export function aReadyUpload(world: Maker, { account }: Person): Promise<string> {
  const ctx = world.context();
  const now = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    const picture = { hash: 'ab'.repeat(32), width: 800, height: 600, status: UploadStatus.READY };
    const times = { createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) };
    const ticket = { accountKey: account.key, idempotencyKey: randomUUID(), maxBytes: 10_000_000 };
    const upload = Object.assign(new Upload(), { ...ticket, ...times, ...picture });
    await tx.persist(upload).flush();
    return upload.id;
  });
}
