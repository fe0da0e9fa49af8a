import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import { Category, categoryByKey } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access, holderOf } from '../../platform/graphql/access.ts';
import { connectionTypes, type Page, PageArgs } from '../../platform/graphql/connection.ts';
import { type Payload, payload } from '../../platform/graphql/user-errors.ts';
import { keyOf } from '../../platform/keys.ts';
import { memberOfSeller, SELLER_ROLES, Seller, sellerByKey, sellersByKeys } from '../../sellers/index.ts';
import { createVoucher } from './create-voucher.ts';
import { endVoucher } from './end-voucher.ts';
import { Voucher } from './voucher.ts';
import { CreateVoucherInput, EndVoucherInput } from './voucher-inputs.ts';
import { VoucherStatus } from './voucher-kind.ts';
import { CREATE_VOUCHER, CreateVoucherPayload, END_VOUCHER, EndVoucherPayload } from './voucher-payloads.ts';
import { usesInPeriod } from './voucher-period-count.ts';
import { listVouchers, voucherStatusOf } from './voucher-queries.ts';

const keeper = holderOf(...SELLER_ROLES, 'CURATOR');
const { connection: VoucherConnection } = connectionTypes('Voucher', () => Voucher);

@Resolver(() => Voucher)
export class VoucherResolver {
  @Access(curator)
  @Query(() => VoucherConnection, { description: "The city's vouchers, the latest first." })
  vouchers(@Ctx() ctx: Context, @Args(() => PageArgs) { first, after }: PageArgs): Promise<Page<Voucher>> {
    return listVouchers(ctx, null, first, after);
  }

  @FieldResolver(() => VoucherStatus, { description: 'How it stands now.' })
  status(@Ctx() ctx: Context, @Root() voucher: Voucher): VoucherStatus {
    return voucherStatusOf(voucher, ctx.clock.now());
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Orders of all buyers that use it in the period that runs now; null without `limitInPeriod`.',
  })
  usesInPeriod(@Ctx() ctx: Context, @Root() { key, limitInPeriod }: Voucher): Promise<number> | null {
    return limitInPeriod === null ? null : usesInPeriod(ctx, key);
  }

  @FieldResolver(() => Seller, { nullable: true, description: 'The shop that gives it; null for one of the city.' })
  seller(@Ctx() ctx: Context, @Root() { sellerKey }: Voucher): Promise<Seller | null> | null {
    return sellerKey === null ? null : sellerByKey(ctx, sellerKey);
  }

  @FieldResolver(() => [Seller], { description: 'Only goods of these shops; empty for all.' })
  async sellers(@Ctx() ctx: Context, @Root() { sellerKeys }: Voucher): Promise<Seller[]> {
    return (await sellersByKeys(ctx, sellerKeys)).filter((seller) => seller !== null);
  }

  @FieldResolver(() => Category, { nullable: true, description: 'Only goods of it and those below; null for all.' })
  category(@Ctx() ctx: Context, @Root() { categoryKey }: Voucher): Promise<Category | null> | null {
    return categoryKey === null ? null : categoryByKey(ctx, categoryKey);
  }

  @Access(keeper)
  @Mutation(() => CreateVoucherPayload, {
    description:
      'Makes a voucher of a shop by its members, or of the city by a curator; the same key, the same voucher.',
  })
  createVoucher(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateVoucherInput, { description: 'Its terms.' }) input: CreateVoucherInput,
  ): Promise<Payload<{ voucher: Voucher }>> {
    return payload(ctx, CREATE_VOUCHER, async () => ({ voucher: await createVoucher(ctx, input) }));
  }

  @Access(keeper)
  @Mutation(() => EndVoucherPayload, {
    description: 'Ends a voucher before its time; placed orders keep what it gave.',
  })
  endVoucher(
    @Ctx() ctx: Context,
    @Arg('input', () => EndVoucherInput, { description: 'The voucher.' }) { voucherId }: EndVoucherInput,
  ): Promise<Payload<{ voucher: Voucher }>> {
    return payload(ctx, END_VOUCHER, async () => ({ voucher: await endVoucher(ctx, voucherId) }));
  }
}

@Resolver(() => Seller)
export class SellerVouchersResolver {
  @Access(memberOfSeller)
  @FieldResolver(() => VoucherConnection, { description: 'The vouchers it gives, the latest first.' })
  vouchers(
    @Ctx() ctx: Context,
    @Root() seller: Seller,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<Page<Voucher>> {
    return listVouchers(ctx, keyOf('Seller', seller.id), first, after);
  }
}
