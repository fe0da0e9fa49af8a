import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dispute } from '../../../api/orders/disputes/dispute.ts';
import { DisputeStatus } from '../../../api/orders/disputes/dispute-status.ts';
import {
  DISPUTE_TRANSITIONS,
  type DisputeTransition,
  type DisputeTransitionName,
} from '../../../api/orders/disputes/dispute-transitions.ts';
import { moveDispute, readLocked } from '../../../api/orders/disputes/move-dispute.ts';
import { lockOrder } from '../../../api/orders/lock-order.ts';
import type { ParcelRole } from '../../../api/orders/order-access.ts';
import { type Actor, SYSTEM } from '../../../api/platform/context.ts';
import { brokenConstraint, inTransaction } from '../../../api/platform/database/transaction.ts';
import { DomainError } from '../../../api/platform/refusal.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { aCollectedOrder, type RefundStage } from '../refunds/refund-stage.ts';
import { aDispute, disputeNow } from './dispute-stage.ts';

const STATUSES = Object.values(DisputeStatus);
const ROWS = Object.entries(DISPUTE_TRANSITIONS) as [DisputeTransitionName, DisputeTransition][];
const ROLES: readonly ParcelRole[] = ['SYSTEM', 'BUYER', 'SELLER', 'OPERATOR', 'CURATOR'];

let world: MarketWorld;
let staged: RefundStage;
let dispute: Dispute;
beforeAll(async () => {
  world = await openMarketWorld();
  staged = await aCollectedOrder(world);
  await aDispute(world, staged);
  dispute = await disputeNow(world, staged);
});
afterAll(() => world.close());

/** Puts the dispute into a status behind the back of every guard. */
async function force(status: DisputeStatus): Promise<void> {
  const client = new Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  const isEnded = ['SETTLED', 'DECIDED', 'WITHDRAWN'].includes(status);
  await client.query('update dispute set status = $2, offer = 1000, due_by = $3, ended_at = $4 where id = $1', [
    dispute.key,
    status,
    ['OPEN', 'OFFERED'].includes(status) ? '2027-01-01' : null,
    isEnded ? '2027-01-01' : null,
  ]);
  await client.end();
}

/** Tries a row as someone, and undoes it; whether it was done. */
async function isDone(name: DisputeTransitionName, role: ParcelRole, actor: Actor): Promise<boolean> {
  const undo = new Error('undo');
  const outcome = await inTransaction(world.context(actor), async (tx) => {
    const about = await readLocked(tx, (await lockOrder(tx, staged.order.key))!, dispute.parcelKey);
    if (name === 'offer') about.dispute.offer = 1_000;
    await moveDispute(tx, about, name, role);
    await tx.flush();
    throw undo;
  }).catch((error: unknown) => error);
  if (outcome === undo) return true;
  if (outcome instanceof DomainError) return false;
  throw outcome;
}

describe('the table of dispute transitions is the whole rule', () => {
  test.each(STATUSES)('from %s each role can do what a row says, and nothing else', async (status) => {
    const actors = {
      SYSTEM,
      BUYER: staged.buyer.actor,
      SELLER: staged.seller.actor,
      OPERATOR: staged.market.operator.actor,
      CURATOR: staged.curator.actor,
    };
    await force(status);
    for (const role of ROLES) {
      const done: string[] = [];
      for (const [name] of ROWS) if (await isDone(name, role, actors[role])) done.push(name);
      const allowed = ROWS.filter(([, row]) => row.from.includes(status) && row.by.includes(role));
      expect({ role, done }).toEqual({ role, done: allowed.map(([name]) => name) });
    }
  });

  test('a part is proved, not claimed', async () => {
    await force('OPEN');
    const stranger = await aCollectedOrder(world);
    for (const { actor } of [stranger.buyer, stranger.seller])
      for (const [name, row] of ROWS)
        for (const role of row.by.filter((each) => each !== 'SYSTEM'))
          expect(await isDone(name, role, actor)).toBe(false);
  });

  test('the database holds the same table, pair by pair, and refuses what is not in it', async () => {
    const rows = await world
      .context()
      .read.rows<{ pair: string }>(
        `select f || ' ' || t as pair from unnest($1::text[]) f, unnest($1::text[]) t where dispute_may_move(f, t)`,
        [STATUSES],
      );
    const pairs = ROWS.flatMap(([, { from, to }]) => from.map((each) => `${each} ${to}`));
    expect(new Set(rows.map(({ pair }) => pair))).toEqual(new Set(pairs));
    await force('WITHDRAWN');
    const back = world.context().read.rows(`update dispute set status = 'OPEN' where id = $1`, [dispute.key]);
    expect(await back.then(() => 'done', brokenConstraint)).toBe('dispute_status_moves_by_table');
  });
});
