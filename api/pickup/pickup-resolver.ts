import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { curator } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone, holderOf, signedIn } from '../platform/graphql/access.ts';
import { SharedFor } from '../platform/graphql/cache-hint.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { type Payload, payload } from '../platform/graphql/user-errors.ts';
import { type Seller, sellerByKey } from '../sellers/index.ts';
import { PickupPointsArgs, SetPointHoursInput, SetSellerPointsInput, UpsertPickupPointInput } from './pickup-inputs.ts';
import {
  SET_POINT_HOURS,
  SET_SELLER_POINTS,
  SetPointHoursPayload,
  SetSellerPointsPayload,
  UPSERT_PICKUP_POINT,
  UpsertPickupPointPayload,
} from './pickup-payloads.ts';
import { PickupPoint, PickupPointConnection } from './pickup-point.ts';
import { changedPoint, listPickupPoints, pickupPointBySlug } from './pickup-queries.ts';
import { setPointHours } from './set-hours.ts';
import { setSellerPoints } from './set-seller-points.ts';
import { upsertPickupPoint } from './upsert-pickup-point.ts';

type PointPayload = Promise<Payload<{ pickupPoint: PickupPoint | null }>>;

@Resolver()
export class PickupResolver {
  @Access(everyone)
  @SharedFor(30)
  @Query(() => PickupPointConnection, { description: 'Active pickup points, nearest first; by name without a place.' })
  pickupPoints(@Ctx() ctx: Context, @Args(() => PickupPointsArgs) args: PickupPointsArgs): Promise<Page<PickupPoint>> {
    return listPickupPoints(ctx, args);
  }

  @Access(everyone)
  @SharedFor(30)
  @Query(() => PickupPoint, {
    nullable: true,
    description: 'An active pickup point by its slug; null when there is none.',
  })
  pickupPoint(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'Slug, e.g. dcomart-balaikota.' }) slug: string,
  ): Promise<PickupPoint | null> {
    return pickupPointBySlug(ctx, slug);
  }

  @Access(curator)
  @Mutation(() => UpsertPickupPointPayload, {
    description:
      'Makes a pickup point, or changes the one with this slug: the slug is the key. Goes into the audit log.',
  })
  upsertPickupPoint(
    @Ctx() ctx: Context,
    @Arg('input', () => UpsertPickupPointInput, { description: 'The point.' }) input: UpsertPickupPointInput,
  ): PointPayload {
    return payload(ctx, UPSERT_PICKUP_POINT, async () => ({
      pickupPoint: await changedPoint(ctx, await upsertPickupPoint(ctx, input)),
    }));
  }

  @Access(holderOf('POINT_OPERATOR', 'CURATOR'))
  @Mutation(() => SetPointHoursPayload, { description: 'Sets the weekly hours of a point. Goes into the audit log.' })
  setPointHours(
    @Ctx() ctx: Context,
    @Arg('input', () => SetPointHoursInput, { description: 'The hours.' }) input: SetPointHoursInput,
  ): PointPayload {
    return payload(ctx, SET_POINT_HOURS, async () => ({
      pickupPoint: await changedPoint(ctx, await setPointHours(ctx, input)),
    }));
  }

  @Access(signedIn)
  @Mutation(() => SetSellerPointsPayload, { description: "Says which points a shop of the caller's serves." })
  setSellerPoints(
    @Ctx() ctx: Context,
    @Arg('input', () => SetSellerPointsInput, { description: 'The points.' }) input: SetSellerPointsInput,
  ): Promise<Payload<{ seller: Seller | null }>> {
    return payload(ctx, SET_SELLER_POINTS, async () => ({
      seller: await sellerByKey(ctx, await setSellerPoints(ctx, input)),
    }));
  }
}
