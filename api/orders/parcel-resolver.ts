import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Product, photoUrl, productByKey } from '../catalog/index.ts';
import { operatorOfPoint, PickupPoint, pickupPointByKey } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone, holderOf } from '../platform/graphql/access.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { UrlScalar } from '../platform/graphql/scalars.ts';
import { keyOf } from '../platform/keys.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { memberOfSeller, Seller, sellerByKey } from '../sellers/index.ts';
import { firstNameOf } from './buyer-name.ts';
import { Order } from './order.ts';
import { buyerOfOrder, handlerOfParcel, payerOrTaker, sellerOfParcel } from './order-access.ts';
import { OrderLine } from './order-line.ts';
import { linesOfParcel, orderByKey } from './order-queries.ts';
import { Parcel } from './parcel.ts';
import { earningsOf } from './parcel-earnings.ts';
import { ParcelConnection, ParcelListArgs } from './parcel-list-args.ts';
import { cashDueFor, listParcels, parcelByCode } from './parcel-queries.ts';

@Resolver(() => Parcel)
export class ParcelResolver {
  @Access(holderOf('POINT_OPERATOR', 'SELLER_OWNER', 'SELLER_STAFF'))
  @Query(() => Parcel, {
    nullable: true,
    description: 'A parcel by the code on its slip, for operators of its point and members of its seller; else null.',
  })
  parcelByCode(
    @Ctx() ctx: Context,
    @Arg('code', () => String, { description: 'As scanned or typed, e.g. PK-4T9QXW2M.' }) code: string,
  ): Promise<Parcel | null> {
    return parcelByCode(ctx, code);
  }

  @FieldResolver(() => Seller, { description: 'Who packs it.' })
  async seller(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<Seller> {
    return (await sellerByKey(ctx, parcel.sellerKey))!;
  }

  @FieldResolver(() => PickupPoint, { description: 'Where it is collected.' })
  async pickupPoint(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<PickupPoint> {
    return (await pickupPointByKey(ctx, parcel.pickupPointKey))!;
  }

  @FieldResolver(() => [OrderLine], { description: 'What is in it.' })
  lines(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<OrderLine[]> {
    return linesOfParcel(ctx, parcel.key);
  }

  @Access(payerOrTaker)
  @FieldResolver(() => RupiahScalar, {
    nullable: true,
    description: 'Cash to pay for it at the counter, in whole rupiah; null when it is paid or will not come.',
  })
  cashDue(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<Rupiah | null> {
    return cashDueFor(ctx, parcel);
  }

  @Access(handlerOfParcel)
  @FieldResolver(() => String, { nullable: true, description: 'First name of the buyer; null when not told.' })
  buyerName(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<string | null> {
    return firstNameOf(ctx, parcel.buyerKey);
  }

  @Access(buyerOfOrder)
  @FieldResolver(() => Order, { nullable: true, description: 'The order that it belongs to.' })
  order(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<Order | null> {
    return orderByKey(ctx, parcel.orderKey);
  }

  @FieldResolver(() => RupiahScalar, {
    description: 'What the voucher took off goods and fee, in whole rupiah; 0 without one.',
  })
  discount(@Root() { goodsDiscount, feeDiscount }: Parcel): Rupiah {
    return goodsDiscount + feeDiscount;
  }

  @Access(sellerOfParcel)
  @FieldResolver(() => RupiahScalar, {
    description:
      'What the seller gets for it, in whole rupiah: goods less commission, less what it gives away by a voucher and less what went back of that.',
  })
  earnings(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<Rupiah> {
    return earningsOf(ctx, parcel);
  }

  @Access(handlerOfParcel)
  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Picture of the damage for which it was refused.' })
  damagePhotoUrl(@Root() parcel: Parcel): string | null {
    return parcel.damagePhotoHash && photoUrl(parcel.damagePhotoHash, 800);
  }
}

@Resolver(() => OrderLine)
export class OrderLineResolver {
  @Access(everyone) // a line is reached through its parcel, whose rule has decided
  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Its picture when it was bought, 320 pixels wide.' })
  photoUrl(@Root() line: OrderLine): string | null {
    return line.photoHash && photoUrl(line.photoHash, 320);
  }

  @Access(everyone)
  @FieldResolver(() => Product, { nullable: true, description: 'The product as it is today.' })
  product(@Root() line: OrderLine, @Ctx() ctx: Context): Promise<Product | null> {
    return productByKey(ctx, line.productKey);
  }
}

@Resolver(() => Seller)
export class SellerParcelsResolver {
  @Access(memberOfSeller)
  @FieldResolver(() => ParcelConnection, {
    description: 'Parcels of the shop: a queue, the oldest first, for statuses under way; else the latest first.',
  })
  parcels(
    @Root() seller: Seller,
    @Ctx() ctx: Context,
    @Args(() => ParcelListArgs) args: ParcelListArgs,
  ): Promise<Page<Parcel>> {
    return listParcels(ctx, { sellerKey: keyOf('Seller', seller.id)! }, args);
  }
}

@Resolver(() => PickupPoint)
export class PointParcelsResolver {
  @Access(operatorOfPoint)
  @FieldResolver(() => ParcelConnection, {
    description: 'Parcels for the point: a queue, the oldest first, for statuses under way; else the latest first.',
  })
  parcels(
    @Root() point: PickupPoint,
    @Ctx() ctx: Context,
    @Args(() => ParcelListArgs) args: ParcelListArgs,
  ): Promise<Page<Parcel>> {
    return listParcels(ctx, { pickupPointKey: keyOf('PickupPoint', point.id)! }, args);
  }
}
