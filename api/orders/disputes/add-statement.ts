import { readyUpload } from '../../catalog/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { keyOf } from '../../platform/keys.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Dispute } from './dispute.ts';
import { type DisputeParty, DisputeStatement } from './dispute-statement.ts';

/** The longest text of a statement, in characters. */
const LONGEST_STATEMENT = 1000;
/** Most pictures of one statement. */
const MOST_PHOTOS = 5;

/** What somebody says in a dispute. */
export interface Said {
  readonly text: string;
  /** Public ids of the caller's own uploads that show it. */
  readonly photoUploadIds: readonly string[];
}

/** A text as it is kept. Refuses INVALID when it is too long, or has no words where some are needed. */
export function readStatement(typed: string, field: string, least: 0 | 1): string {
  const text = oneLine(typed);
  if (text.length < least || text.length > LONGEST_STATEMENT)
    refuse('INVALID', [field], { limit: `${least}-${LONGEST_STATEMENT}` });
  return text;
}

/** Adds what was said, with pictures that the caller sent up. Refuses INVALID for too many, NOT_FOUND for one that is not the caller's. */
export async function addStatement(tx: Tx, dispute: Dispute, by: DisputeParty, said: Said): Promise<void> {
  const { text, photoUploadIds } = said;
  if (photoUploadIds.length > MOST_PHOTOS) refuse('INVALID', ['photoUploadIds'], { limit: `0-${MOST_PHOTOS}` });
  const photoHashes: string[] = [];
  for (const [at, id] of photoUploadIds.entries()) {
    const key = keyOf('Upload', id);
    const photo = key && tx.context.actor.key ? await readyUpload(tx, tx.context.actor.key, key) : null;
    if (!photo) refuse('NOT_FOUND', ['photoUploadIds', String(at)]);
    photoHashes.push(photo.hash);
  }
  if (text === '' && photoHashes.length === 0) return;
  tx.create(DisputeStatement, { disputeKey: dispute.key, by, text, photoHashes, at: tx.context.clock.now() });
}
