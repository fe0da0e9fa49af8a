import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Membership } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { keyOf } from '../platform/keys.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { Seller } from '../sellers/index.ts';
import { type Opening, presentOrNextOpening } from './opening-hours.ts';
import { pointFee } from './parcel-size.ts';
import { isAcceptingOrders } from './pickup-days.ts';
import { PickupPoint } from './pickup-point.ts';
import { pickupPointByKey, pointsOfSeller } from './pickup-queries.ts';
import { ParcelSize } from './parcel-size.ts';

/** A point with its room; lists that are kept ready leave it out, it is then loaded, batched. */
async function withRoom(ctx: Context, point: PickupPoint): Promise<Required<Pick<PickupPoint, 'roomCapacity' | 'roomTaken'>>> {
  const { roomCapacity, roomTaken } =
    point.roomTaken === undefined ? ((await pickupPointByKey(ctx, keyOf('PickupPoint', point.id) ?? '')) ?? point) : point;
  return { roomCapacity: roomCapacity ?? 0, roomTaken: roomTaken ?? 0 };
}

/** The opening of the point that goes on now, or the next one. */
function opening(ctx: Context, point: PickupPoint): Opening | null {
  return presentOrNextOpening(point.hours, ctx.clock.now());
}

function isOpen(ctx: Context, point: PickupPoint): boolean {
  const present = opening(ctx, point);
  return present !== null && present.opensAt <= ctx.clock.now();
}

@Resolver(() => PickupPoint)
export class PickupPointFields {
  @FieldResolver(() => Boolean, { description: 'Whether somebody is at the counter at this moment.' })
  isOpenNow(@Ctx() ctx: Context, @Root() point: PickupPoint): boolean {
    return isOpen(ctx, point);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When it opens next; null while it is open, and when it does not open within two weeks.',
  })
  opensAt(@Ctx() ctx: Context, @Root() point: PickupPoint): Date | null {
    return isOpen(ctx, point) ? null : (opening(ctx, point)?.opensAt ?? null);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When it closes: of the opening that goes on, or else of the next one; null when there is none.',
  })
  closesAt(@Ctx() ctx: Context, @Root() point: PickupPoint): Date | null {
    return opening(ctx, point)?.closesAt ?? null;
  }

  @FieldResolver(() => Int, { description: 'Parcels for which there is still room.' })
  async roomLeft(@Ctx() ctx: Context, @Root() point: PickupPoint): Promise<number> {
    const { roomCapacity, roomTaken } = await withRoom(ctx, point);
    return roomCapacity - roomTaken;
  }

  @FieldResolver(() => Boolean, { description: 'Whether there is no room left.' })
  async isFull(@Ctx() ctx: Context, @Root() point: PickupPoint): Promise<boolean> {
    const { roomCapacity, roomTaken } = await withRoom(ctx, point);
    return roomTaken >= roomCapacity;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether new orders may choose it: active, with an open day within its holding window. Being shut at this hour does not matter.',
  })
  isAcceptingOrders(@Ctx() ctx: Context, @Root() point: PickupPoint): boolean {
    return isAcceptingOrders(point, ctx.clock.now());
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
