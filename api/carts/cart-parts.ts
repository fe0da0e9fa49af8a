import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ParcelSize, PickupPoint } from '../pickup/index.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { Seller } from '../sellers/index.ts';
import { CartLine } from './cart-line.ts';
import { CartNoticeCode } from './cart-notice.ts';

// The types here are reached through a cart alone, whose rule decides.

@ObjectType({ description: 'The lines of one seller in a cart.', simpleResolvers: true })
@Access(everyone)
export class CartGroup {
  @Field(() => Seller, { description: 'The shop.' })
  seller!: Seller;

  @Field(() => [CartLine], { description: 'Its lines, ticked or not.' })
  lines!: CartLine[];

  @Field(() => RupiahScalar, { description: 'What its ticked lines cost, in whole rupiah.' })
  goodsTotal!: Rupiah;

  @Field(() => RupiahScalar, { description: "The pickup point's fee for its parcel; 0 when nothing is ticked." })
  pointFee!: Rupiah;

  @Field(() => RupiahScalar, { description: 'What the voucher takes off both, in whole rupiah; 0 without one.' })
  discount!: Rupiah;

  @Field(() => ParcelSize, { description: 'How large its parcel will be.' })
  parcelSize!: ParcelSize;
}

/** Why a point cannot take the ticked lines. */
export const PointUnavailableReason = {
  FULL: 'FULL',
  CLOSED: 'CLOSED',
  NOT_SERVED_BY_SELLER: 'NOT_SERVED_BY_SELLER',
} as const;
export type PointUnavailableReason = keyof typeof PointUnavailableReason;

registerEnumType(PointUnavailableReason, {
  name: 'PointUnavailableReason',
  description: 'Why a pickup point cannot take the ticked lines.',
  valuesConfig: {
    FULL: { description: 'Not enough room for the parcels.' },
    CLOSED: { description: 'It takes no orders: not active, or no open day within its holding window.' },
    NOT_SERVED_BY_SELLER: { description: 'A seller of a ticked line does not deliver there; `excludedBy` names who.' },
  },
});

@ObjectType({ description: 'A pickup point, seen from a cart.', simpleResolvers: true })
@Access(everyone)
export class CartPickupPoint {
  @Field(() => PickupPoint, { description: 'The point.' })
  pickupPoint!: PickupPoint;

  @Field(() => Int, { nullable: true, description: 'Metres from the place asked for; null when none was named.' })
  distanceMetres!: number | null;

  @Field(() => Boolean, { description: 'Whether the ticked lines can be collected there.' })
  isAvailable!: boolean;

  @Field(() => PointUnavailableReason, { nullable: true, description: 'Why not; null when it is available.' })
  unavailableReason!: PointUnavailableReason | null;

  @Field(() => [Seller], { description: 'Shops of ticked lines that do not deliver there.' })
  excludedBy!: Seller[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the parcels are likely to be there, if ordered now.',
  })
  expectedPickupAt!: Date | null;
}

@ObjectType({ description: 'Something that happened to a cart and that its buyer should know.', simpleResolvers: true })
@Access(everyone)
export class CartNotice {
  @Field(() => CartNoticeCode, { description: 'What happened, for programs.' })
  code!: CartNoticeCode;

  @Field(() => String, { description: 'What happened, for people, in Indonesian or English by Accept-Language.' })
  message!: string;

  @Field(() => CartLine, { nullable: true, description: 'The line it is about; null when it is about the whole cart.' })
  line!: CartLine | null;
}
