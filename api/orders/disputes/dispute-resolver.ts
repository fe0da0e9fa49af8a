import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import { photoUrl } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access, everyone } from '../../platform/graphql/access.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { DateTimeScalar, UrlScalar } from '../../platform/graphql/scalars.ts';
import { keyOf } from '../../platform/keys.ts';
import { memberOfSeller, Seller } from '../../sellers/index.ts';
import { buyerOfOrder, partyToSale } from '../order-access.ts';
import { OrderLine } from '../order-line.ts';
import { linesOfParcel } from '../order-queries.ts';
import { Parcel } from '../parcel.ts';
import { parcelByKey } from '../parcel-queries.ts';
import { Dispute } from './dispute.ts';
import { DisputeLine } from './dispute-line.ts';
import { DisputeConnection, DisputeListArgs } from './dispute-list-args.ts';
import {
  disputableUntil,
  disputeByKey,
  disputeLinesOf,
  disputeOfParcel,
  listDisputes,
  statementsOf,
} from './dispute-queries.ts';
import { DisputeStatement } from './dispute-statement.ts';

@Resolver(() => Dispute)
export class DisputeResolver {
  @Access(curator)
  @Query(() => DisputeConnection, {
    description: 'Disputes: a queue, the oldest first, for live statuses; else the latest first.',
  })
  disputes(@Ctx() ctx: Context, @Args(() => DisputeListArgs) args: DisputeListArgs): Promise<Page<Dispute>> {
    return listDisputes(ctx, {}, args);
  }

  @FieldResolver(() => Parcel, { description: 'The parcel that it is about.' })
  async parcel(@Root() dispute: Dispute, @Ctx() ctx: Context): Promise<Parcel> {
    return (await parcelByKey(ctx, dispute.parcelKey))!;
  }

  @FieldResolver(() => [DisputeLine], { description: 'The pieces that it is about.' })
  lines(@Root() dispute: Dispute, @Ctx() ctx: Context): Promise<DisputeLine[]> {
    return disputeLinesOf(ctx, dispute.key);
  }

  @FieldResolver(() => [DisputeStatement], { description: 'What was said, the oldest first.' })
  statements(@Root() dispute: Dispute, @Ctx() ctx: Context): Promise<DisputeStatement[]> {
    return statementsOf(ctx, dispute.key);
  }
}

@Resolver(() => DisputeLine)
export class DisputeLineResolver {
  @Access(everyone) // reached through a dispute, whose rule decides
  @FieldResolver(() => OrderLine, { description: 'The line.' })
  async line(@Root() { disputeKey, lineKey }: DisputeLine, @Ctx() ctx: Context): Promise<OrderLine> {
    const { parcelKey } = (await disputeByKey(ctx, disputeKey))!;
    return (await linesOfParcel(ctx, parcelKey)).find(({ key }) => key === lineKey)!;
  }
}

@Resolver(() => DisputeStatement)
export class DisputeStatementResolver {
  @Access(everyone)
  @FieldResolver(() => [UrlScalar], { description: 'Its pictures, 800 pixels wide.' })
  photoUrls(@Root() { photoHashes }: DisputeStatement): string[] {
    return photoHashes.map((hash) => photoUrl(hash, 800));
  }
}

@Resolver(() => Parcel)
export class ParcelDisputeResolver {
  @Access(partyToSale)
  @FieldResolver(() => Dispute, { nullable: true, description: 'The complaint of the buyer; null when there is none.' })
  dispute(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<Dispute | null> {
    return disputeOfParcel(ctx, parcel.key);
  }

  @Access(buyerOfOrder)
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when you can complain about it; null when you can not.',
  })
  disputableUntil(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<Date | null> {
    return disputableUntil(ctx, parcel);
  }
}

@Resolver(() => Seller)
export class SellerDisputesResolver {
  @Access(memberOfSeller)
  @FieldResolver(() => DisputeConnection, {
    description: 'Disputes about parcels of the shop: a queue, the oldest first, for live ones; else the latest first.',
  })
  disputes(
    @Root() seller: Seller,
    @Ctx() ctx: Context,
    @Args(() => DisputeListArgs) args: DisputeListArgs,
  ): Promise<Page<Dispute>> {
    return listDisputes(ctx, { sellerKey: keyOf('Seller', seller.id)! }, args);
  }
}
