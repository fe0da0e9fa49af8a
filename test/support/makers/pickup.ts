import { PickupPointKind, StoredPickupPoint } from '../../../api/pickup/index.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import type { Maker } from './accounts.ts';
import { aKelurahan } from './geography.ts';

let points = 0;

/** Hours of every day of the week. */
export function everyDay(opens = '08:00', closes = '20:00'): { dayOfWeek: number; opens: string; closes: string }[] {
  return [1, 2, 3, 4, 5, 6, 7].map((dayOfWeek) => ({ dayOfWeek, opens, closes }));
}

/** How a point differs from the usual one. */
export interface PointAsked {
  readonly slug?: string;
  readonly name?: string;
  readonly kind?: PickupPointKind;
  readonly kelurahanKey?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly hours?: { dayOfWeek: number; opens: string; closes: string }[];
  readonly roomCapacity?: number;
  readonly holdingDays?: number;
  readonly isActive?: boolean;
}

/** A pickup point that is open every day from 8 to 20 and has room for 100 parcels. */
export async function aPoint(world: Maker, asked: PointAsked = {}): Promise<StoredPickupPoint> {
  points += 1;
  const ctx = world.context();
  const now = ctx.clock.now();
  const kelurahanKey = asked.kelurahanKey ?? (await aKelurahan(world)).key;
  return inTransaction(ctx, async (tx) => {
    const point = tx.create(StoredPickupPoint, {
      slug: asked.slug ?? `titik-ambil-${points}`,
      kind: asked.kind ?? PickupPointKind.D_COMART,
      name: asked.name ?? `D'Comart ${points}`,
      address: 'Jl. Margonda Raya No. 54',
      kelurahanKey,
      latitude: asked.latitude ?? -6.394,
      longitude: asked.longitude ?? 106.8225,
      hours: asked.hours ?? everyDay(),
      roomCapacity: asked.roomCapacity ?? 100,
      holdingDays: asked.holdingDays ?? 3,
      isActive: asked.isActive ?? true,
      createdAt: now,
      updatedAt: now,
    });
    await tx.flush();
    return point;
  });
}
