import type { Tx } from '../platform/database/transaction.ts';
import { newKey } from '../platform/keys.ts';
import type { MembershipRole } from './membership.ts';

/** Gives an account a role for a row (null for a curator). Giving it again changes nothing. */
export async function grantRole(
  tx: Tx,
  accountKey: string,
  role: `${MembershipRole}`,
  subjectKey: string | null,
): Promise<void> {
  await tx.execute(
    `insert into membership (id, account_id, role, subject_id, created_at) values (?, ?, ?, ?, ?)
     on conflict (account_id, role, subject_id) do nothing`,
    [newKey(), accountKey, role, subjectKey, tx.context.clock.now()],
  );
}
