import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Membership } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Directly } from '../platform/graphql/direct-field.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { keyOf } from '../platform/keys.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { Seller } from '../sellers/index.ts';
import { type Opening, presentOrNextOpening } from './opening-hours.ts';
import { ParcelSize, pointFee } from './parcel-size.ts';
import { isAcceptingOrders } from './pickup-days.ts';
import { PickupPoint } from './pickup-point.ts';
import { pickupPointByKey, pointsOfSeller } from './pickup-queries.ts';

/**
 * A field that is read from the whole point: at once where it is there; lists that are kept ready carry less of it, which is then
 * loaded, batched.
 */
function ofWhole<Value>(read: (point: PickupPoint, now: Date) => Value) {
  return (point: PickupPoint, _args: unknown, ctx: Context): Value | Promise<Value> =>
    point.roomTaken === undefined
      ? whole(ctx, point).then((found) => read(found, ctx.clock.now()))
      : read(point, ctx.clock.now());
}

async function whole(ctx: Context, { id }: PickupPoint): Promise<PickupPoint> {
  const found = await pickupPointByKey(ctx, keyOf('PickupPoint', id) ?? '');
  if (!found) throw new Error('A pickup point that was shown is gone.');
  return found;
}

/** The opening of the point that goes on now, or the next one. */
function opening({ hours }: PickupPoint, now: Date): (Opening & { isOn: boolean }) | null {
  const found = presentOrNextOpening(hours, now);
  return found && { ...found, isOn: found.opensAt <= now };
}

const isOpenNow = ofWhole((point, now) => opening(point, now)?.isOn ?? false);
const opensAt = ofWhole((point, now) => {
  const next = opening(point, now);
  return next && !next.isOn ? next.opensAt : null;
});
const closesAt = ofWhole((point, now) => opening(point, now)?.closesAt ?? null);
const roomLeft = ofWhole(({ roomCapacity, roomTaken }) => roomCapacity - roomTaken);
const isFull = ofWhole(({ roomCapacity, roomTaken }) => roomTaken >= roomCapacity);
const acceptsOrders = ofWhole(isAcceptingOrders);

@Resolver(() => PickupPoint)
export class PickupPointFields {
  @Directly(isOpenNow)
  @FieldResolver(() => Boolean, { description: 'Whether somebody is at the counter at this moment.' })
  isOpenNow(@Root() point: PickupPoint, @Ctx() ctx: Context): boolean | Promise<boolean> {
    return isOpenNow(point, {}, ctx);
  }

  @Directly(opensAt)
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When it opens next; null while it is open, and when it does not open within two weeks.',
  })
  opensAt(@Root() point: PickupPoint, @Ctx() ctx: Context): Date | null | Promise<Date | null> {
    return opensAt(point, {}, ctx);
  }

  @Directly(closesAt)
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When it closes: of the opening that goes on, or else of the next one; null when there is none.',
  })
  closesAt(@Root() point: PickupPoint, @Ctx() ctx: Context): Date | null | Promise<Date | null> {
    return closesAt(point, {}, ctx);
  }

  @Directly(roomLeft)
  @FieldResolver(() => Int, { description: 'Parcels for which there is still room.' })
  roomLeft(@Root() point: PickupPoint, @Ctx() ctx: Context): number | Promise<number> {
    return roomLeft(point, {}, ctx);
  }

  @Directly(isFull)
  @FieldResolver(() => Boolean, { description: 'Whether there is no room left.' })
  isFull(@Root() point: PickupPoint, @Ctx() ctx: Context): boolean | Promise<boolean> {
    return isFull(point, {}, ctx);
  }

  @Directly(acceptsOrders)
  @FieldResolver(() => Boolean, {
    description:
      'Whether new orders may choose it: active, with an open day within its holding window. Being shut at this hour does not matter.',
  })
  isAcceptingOrders(@Root() point: PickupPoint, @Ctx() ctx: Context): boolean | Promise<boolean> {
    return acceptsOrders(point, {}, ctx);
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
