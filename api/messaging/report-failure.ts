import { openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Message } from './message.ts';
import type { FailureKind } from './message-sender.ts';

const DAY_MS = 24 * 3600 * 1000;

/**
 * Tells a person of a failure: the curator of each notice that did not reach its reader, and once a day for each kind of trouble
 * that needs the operator of the service. One-time codes make no task: their reader asks again, and anyone can ask for them.
 */
export async function reportFailure(tx: Tx, message: Message, kind: FailureKind, code: number): Promise<void> {
  const { log, clock } = tx.context;
  const { key: messageKey, template } = message;
  log.error({ messageKey, template, kind, code }, 'a message was not delivered');
  const day = Math.floor(clock.now().getTime() / DAY_MS);
  if (kind === 'OPERATOR' || kind === 'MISTAKE') {
    await openTask(tx, {
      kind: 'MESSAGE_FAILED',
      title: 'WhatsApp menolak pesan kita',
      detail: `Kode ${code} untuk templat ${template}. Minta pengelola layanan memeriksa token, akun, dan templat WhatsApp.`,
      subject: { messageKey },
      once: `whatsapp:${code}:${kind === 'MISTAKE' ? `${template}:` : ''}${day}`,
    });
  }
  if (message.accountKey === null || kind === 'OPERATOR') return;
  await openTask(tx, {
    kind: 'MESSAGE_FAILED',
    title: 'Pesan tidak sampai',
    detail: `Pemberitahuan ${template} tidak sampai (kode ${code}). Hubungi orangnya dengan cara lain.`,
    subject: { messageKey, accountKey: message.accountKey, ...(message.orderKey && { orderKey: message.orderKey }) },
    once: `message:${messageKey}`,
  });
}
