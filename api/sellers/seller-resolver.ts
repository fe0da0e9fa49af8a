import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { curator, Membership } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone, signedIn } from '../platform/graphql/access.ts';
import { SharedFor } from '../platform/graphql/cache-hint.ts';
import { type Page, PageArgs } from '../platform/graphql/connection.ts';
import { type Payload, payload } from '../platform/graphql/user-errors.ts';
import { applyAsSeller } from './apply-as-seller.ts';
import { suspendSeller, verifySeller } from './judge-seller.ts';
import { Seller, SellerConnection } from './seller.ts';
import { ApplyAsSellerInput, SuspendSellerInput, UpdateSellerInput, VerifySellerInput } from './seller-inputs.ts';
import {
  APPLY_AS_SELLER,
  ApplyAsSellerPayload,
  SUSPEND_SELLER,
  SuspendSellerPayload,
  UPDATE_SELLER,
  UpdateSellerPayload,
  VERIFY_SELLER,
  VerifySellerPayload,
} from './seller-payloads.ts';
import { changedSeller, listSellers, sellerByKey, sellerBySlug } from './seller-queries.ts';
import { SELLER_ROLES } from './seller-rules.ts';
import { updateSeller } from './update-seller.ts';

@ArgsType()
class SellersArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Slug of a kecamatan; all of Depok when left out.' })
  kecamatan?: string | null;
}

type SellerPayload = Promise<Payload<{ seller: Seller | null }>>;

@Resolver()
export class SellerResolver {
  @Access(everyone)
  @SharedFor(60)
  @Query(() => Seller, { nullable: true, description: 'A shop by its name in addresses; null when there is none.' })
  seller(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'Name in addresses, e.g. dapur-bu-tini.' }) slug: string,
  ): Promise<Seller | null> {
    return sellerBySlug(ctx, slug);
  }

  @Access(everyone)
  @SharedFor(60)
  @Query(() => SellerConnection, { description: 'Shops that may sell, by name.' })
  sellers(@Ctx() ctx: Context, @Args(() => SellersArgs) args: SellersArgs): Promise<Page<Seller>> {
    return listSellers(ctx, args);
  }

  @Access(signedIn)
  @Mutation(() => ApplyAsSellerPayload, { description: 'Opens a shop that sells once a curator has looked at it.' })
  applyAsSeller(
    @Ctx() ctx: Context,
    @Arg('input', () => ApplyAsSellerInput, { description: 'The shop.' }) input: ApplyAsSellerInput,
  ): SellerPayload {
    return payload(ctx, APPLY_AS_SELLER, async () => ({
      seller: await changedSeller(ctx, await applyAsSeller(ctx, input)),
    }));
  }

  @Access(signedIn)
  @Mutation(() => UpdateSellerPayload, { description: 'Changes a shop of the caller.' })
  updateSeller(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateSellerInput, { description: 'What to change.' }) input: UpdateSellerInput,
  ): SellerPayload {
    return payload(ctx, UPDATE_SELLER, async () => ({
      seller: await changedSeller(ctx, await updateSeller(ctx, input)),
    }));
  }

  @Access(curator)
  @Mutation(() => VerifySellerPayload, { description: 'Lets a shop sell; goes into the audit log.' })
  verifySeller(
    @Ctx() ctx: Context,
    @Arg('input', () => VerifySellerInput, { description: 'The shop.' }) input: VerifySellerInput,
  ): SellerPayload {
    return payload(ctx, VERIFY_SELLER, async () => ({
      seller: await changedSeller(ctx, await verifySeller(ctx, input)),
    }));
  }

  @Access(curator)
  @Mutation(() => SuspendSellerPayload, { description: 'Takes a shop out of the market; goes into the audit log.' })
  suspendSeller(
    @Ctx() ctx: Context,
    @Arg('input', () => SuspendSellerInput, { description: 'The shop and the reason.' }) input: SuspendSellerInput,
  ): SellerPayload {
    return payload(ctx, SUSPEND_SELLER, async () => ({
      seller: await changedSeller(ctx, await suspendSeller(ctx, input)),
    }));
  }
}

@Resolver(() => Membership)
export class SellerMembershipResolver {
  @FieldResolver(() => Seller, { nullable: true, description: 'The shop, for roles of shops.' })
  seller(@Ctx() ctx: Context, @Root() { role, subjectKey }: Membership): Promise<Seller | null> | null {
    const isOfShop = SELLER_ROLES.some((own) => own === role);
    return isOfShop && subjectKey !== null ? sellerByKey(ctx, subjectKey) : null;
  }
}
