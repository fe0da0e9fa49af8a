import { preparedRows } from '../platform/database/prepared.ts';
import type { Step } from '../platform/database/steps.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import { isAcceptingOrders, type PointInTime } from './pickup-days.ts';

const TAKE = `
  update pickup_point set room_taken = room_taken + $1 where id = $2 and is_active and room_taken + $1 <= room_capacity
  returning hours, holding_days as "holdingDays", is_active as "isActive"`;

/**
 * Holds room at a point for so many parcels, under the lock of its row, which lasts until the commit: take it as late as the lock
 * order says. Refuses POINT_CLOSED (not there, inactive, or no open day within its holding window) and POINT_FULL with { left }.
 */
export async function reserveRoom(tx: Tx, pointKey: string, parcels: number): Promise<void> {
  const { text, values, judge } = takingRoom(tx, pointKey, parcels);
  await judge?.(await preparedRows(tx, text, values));
}

/** The step of `reserveRoom`. */
export function takingRoom(tx: Tx, pointKey: string, parcels: number): Step {
  return {
    text: TAKE,
    values: [parcels, pointKey],
    judge: async (rows: readonly PointInTime[]) => {
      const [taken] = rows;
      if (!taken || !isAcceptingOrders(taken, tx.context.clock.now())) await refuseRoom(tx, pointKey);
    },
  };
}

async function refuseRoom(tx: Tx, pointKey: string): Promise<never> {
  const [point] = await tx.execute<(PointInTime & { left: number })[]>(
    `select hours, holding_days as "holdingDays", is_active as "isActive", room_capacity - room_taken as left
       from pickup_point where id = ?`,
    [pointKey],
  );
  if (!point || !isAcceptingOrders(point, tx.context.clock.now())) refuse('POINT_CLOSED', ['cartId']);
  refuse('POINT_FULL', ['cartId'], { left: point.left });
}

/** Gives room back for so many parcels. More than is held breaks the constraint pickup_point_room_not_overbooked. */
export async function releaseRoom(tx: Tx, pointKey: string, parcels: number): Promise<void> {
  await tx.execute('update pickup_point set room_taken = room_taken - ? where id = ?', [parcels, pointKey]);
}
