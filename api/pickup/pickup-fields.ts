import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Membership } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { keyOf } from '../platform/keys.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { Seller } from '../sellers/index.ts';
import { type Opening, presentOrNextOpening } from './opening-hours.ts';
import { ParcelSize, pointFee } from './parcel-size.ts';
import { isAcceptingOrders } from './pickup-days.ts';
import { PickupPoint } from './pickup-point.ts';
import { pickupPointByKey, pointsOfSeller } from './pickup-queries.ts';

/** The whole point: lists that are kept ready carry less of it; it is then loaded, batched. */
async function whole(ctx: Context, point: PickupPoint): Promise<PickupPoint> {
  const found =
    point.roomTaken === undefined ? await pickupPointByKey(ctx, keyOf('PickupPoint', point.id) ?? '') : point;
  if (!found) throw new Error('A pickup point that was shown is gone.');
  return found;
}

/** The opening of the point that goes on now, or the next one. */
async function opening(ctx: Context, point: PickupPoint): Promise<(Opening & { isOn: boolean }) | null> {
  const now = ctx.clock.now();
  const found = presentOrNextOpening((await whole(ctx, point)).hours, now);
  return found && { ...found, isOn: found.opensAt <= now };
}

/** Parcels for which there is still room. */
async function roomLeft(ctx: Context, point: PickupPoint): Promise<number> {
  const { roomCapacity, roomTaken } = await whole(ctx, point);
  return roomCapacity - roomTaken;
}

@Resolver(() => PickupPoint)
export class PickupPointFields {
  @FieldResolver(() => Boolean, { description: 'Whether somebody is at the counter at this moment.' })
  async isOpenNow(@Ctx() ctx: Context, @Root() point: PickupPoint): Promise<boolean> {
    return (await opening(ctx, point))?.isOn ?? false;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When it opens next; null while it is open, and when it does not open within two weeks.',
  })
  async opensAt(@Ctx() ctx: Context, @Root() point: PickupPoint): Promise<Date | null> {
    const found = await opening(ctx, point);
    return found && !found.isOn ? found.opensAt : null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When it closes: of the opening that goes on, or else of the next one; null when there is none.',
  })
  async closesAt(@Ctx() ctx: Context, @Root() point: PickupPoint): Promise<Date | null> {
    return (await opening(ctx, point))?.closesAt ?? null;
  }

  @FieldResolver(() => Int, { description: 'Parcels for which there is still room.' })
  roomLeft(@Ctx() ctx: Context, @Root() point: PickupPoint): Promise<number> {
    return roomLeft(ctx, point);
  }

  @FieldResolver(() => Boolean, { description: 'Whether there is no room left.' })
  async isFull(@Ctx() ctx: Context, @Root() point: PickupPoint): Promise<boolean> {
    return (await roomLeft(ctx, point)) <= 0;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether new orders may choose it: active, with an open day within its holding window. Being shut at this hour does not matter.',
  })
  async isAcceptingOrders(@Ctx() ctx: Context, @Root() point: PickupPoint): Promise<boolean> {
    return isAcceptingOrders(await whole(ctx, point), ctx.clock.now());
  }

  @FieldResolver(() => RupiahScalar, { description: 'Fee for a parcel of up to 2 kg, in whole rupiah.' })
  feeSmall(): Rupiah {
    return pointFee(ParcelSize.SMALL);
  }

  @FieldResolver(() => RupiahScalar, { description: 'Fee for a parcel of up to 7 kg, in whole rupiah.' })
  feeMedium(): Rupiah {
    return pointFee(ParcelSize.MEDIUM);
  }

  @FieldResolver(() => RupiahScalar, { description: 'Fee for a heavier parcel, in whole rupiah.' })
  feeLarge(): Rupiah {
    return pointFee(ParcelSize.LARGE);
  }
}

@Resolver(() => Seller)
export class SellerPointFields {
  @Access(everyone)
  @FieldResolver(() => [PickupPoint], { description: 'Active points to which this shop brings parcels, by name.' })
  pickupPoints(@Ctx() ctx: Context, @Root() seller: Seller): Promise<PickupPoint[]> {
    return pointsOfSeller(ctx, keyOf('Seller', seller.id) ?? '');
  }
}

@Resolver(() => Membership)
export class MembershipPointFields {
  @FieldResolver(() => PickupPoint, { nullable: true, description: 'The pickup point, for its operators.' })
  pickupPoint(@Ctx() ctx: Context, @Root() { role, subjectKey }: Membership): Promise<PickupPoint | null> | null {
    return role === 'POINT_OPERATOR' && subjectKey !== null ? pickupPointByKey(ctx, subjectKey) : null;
  }
}
