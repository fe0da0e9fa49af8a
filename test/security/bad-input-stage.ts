import { randomUUID } from 'node:crypto';
import { Task } from '../../api/accounts/index.ts';
import type { OtpPurpose } from '../../api/accounts/otp-challenge.ts';
import { requestOtp } from '../../api/accounts/request-otp.ts';
import { createCheckoutToken } from '../../api/carts/checkout-tokens.ts';
import { pinOf } from '../../api/orders/collection.ts';
import { giveGoodwill } from '../../api/orders/refunds/give-goodwill.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { enterTerms } from '../../api/search/index.ts';
import { codeFor } from '../accounts/sign-in-bench.ts';
import { aPerson, aPhone, type Person } from '../support/makers/accounts.ts';
import { aProduct } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aFullCart, aMarket } from '../support/makers/orders.ts';
import { someReviews } from '../support/makers/reviews.ts';
import { missedWords } from '../support/makers/searches.ts';
import { aReadyUpload } from '../support/makers/uploads.ts';
import { aShopVoucher, aVoucher, newVoucherCode } from '../support/makers/vouchers.ts';
import type { World } from '../support/world.ts';
import {
  aLine,
  aLineOfOthers,
  anotherDevice,
  aPhoto,
  aTask,
  aWidgetOf,
  collectedOrders,
  parcelsInEveryStatus,
} from './bad-input-rows.ts';
import { aBatchedPayout, anotherShopOf, aWaitingPayout, moneyOfA, takeCash } from './money-of-a.ts';

/** Somebody who may do everything, and values that would be taken: what is wrong with a call is then the bad value alone. */
export interface Stage {
  readonly token: string;
  /** A value that would be taken for a field of this name, of this operation; undefined where none is known. */
  right(operation: string, field: string): Promise<unknown>;
}

type Value = () => unknown | Promise<unknown>;

/**
 * Sets a new stage: a shop, a point and a community of one person, who is a curator and a buyer as well. Where only what is asked
 * for is wanted, the money of the shop, which no value speaks of and lists show, is left out.
 */
export async function openStage(world: World, wanted: 'everything' | 'what is asked for'): Promise<Stage> {
  const market = await aMarket(world, { shops: 1, stock: 100_000, room: 100_000 });
  const [stall] = market.stalls;
  const shop = stall!;
  const actor = await aPerson(world, {
    roles: [
      ['SELLER_OWNER', shop.seller.key],
      ['POINT_OPERATOR', market.point.key],
      ['CURATOR', null],
    ],
  });
  const product = once(() => aProduct(world, { shop, variants: [{ stock: 10_000 }, { stock: 10_000 }], photos: 2 }));
  const orders = parcelsInEveryStatus(world, market, actor);
  const collected = collectedOrders(world, market, actor);
  /** An order of which a rupiah goes back by transfer. */
  const given = async (): Promise<string> => {
    const { parcelId } = await collected('PLAIN');
    const gift = {
      parcelId,
      amount: 1,
      borneBy: 'MARKET',
      reason: 'Maaf',
      idempotencyKey: 'a-gift-of-the-stage',
    } as const;
    return (await giveGoodwill(world.context(actor.actor), gift)).orderKey;
  };
  const widget = once(() => aWidgetOf(world, actor));
  const upload = once(() => aReadyUpload(world, actor));
  const cart = once(() => aFullCart(world, market, actor));
  const kelurahan = once(() => aKelurahan(world));
  const line = once(async () => aLine(world, (await cart()).cartId));
  const shopWithMoney = once(() => anotherShopOf(world, actor));
  const batched = once(() => aBatchedPayout(world, actor, actor));
  if (wanted === 'everything') {
    await product();
    await inTransaction(world.context(), (tx) =>
      enterTerms(tx, [{ kind: 'SYNONYM', term: 'keripik', meanings: ['kudapan'] }]),
    );
    await missedWords(world);
    await moneyOfA(world, { sellerA: actor, curator: actor }, shop.seller.key, `MID-${randomUUID()}`);
    await aWaitingPayout(world, actor);
    await shopWithMoney();
  }
  const otp = (purpose: 'SIGN_IN' | 'UNLOCK_COLLECTION') => once(() => aCode(world, actor, purpose));

  const values: Record<string, Value> = {
    idempotencyKey: () => randomUUID(),
    sellerId: () => globalId('Seller', shop.seller.key),
    seller: () => shop.seller.slug,
    sellers: () => [shop.seller.slug],
    productId: async () => globalId('Product', (await product()).product.key),
    variantId: async () => globalId('Variant', (await product()).variants[0]!.key),
    categoryId: async () => globalId('Category', (await product()).product.categoryKey),
    photoId: async () => aPhoto(world, (await product()).product.key),
    uploadId: upload,
    photoUploadId: upload,
    deviceId: () => anotherDevice(world, actor),
    taskId: () => aTask(world),
    day: () => '2026-11-20',
    sheet: () => 'order_id,transaction_status,gross_amount\nBJ-ASING-a1,settlement,17911.00\n',
    communityId: async () => (await widget()).communityId,
    widgetId: async () => (await widget()).widgetId,
    widgetKey: async () => (await widget()).publishableKey,
    kelurahanId: async () => globalId('Kelurahan', (await kelurahan()).key),
    kecamatan: () => 'beji',
    cartId: async () => (await cart()).cartId,
    expectedTotal: async () => (await cart()).total,
    lineId: line,
    lineIds: async () => [await line()],
    pickupPointId: () => market.pointId,
    pickupPointIds: () => [market.pointId],
    pointId: () => market.pointId,
    paymentMethod: () => 'QRIS',
    orderId: async () => globalId('Order', (await orders('WAITING')).order.key),
    parcelId: async () => globalId('Parcel', (await orders('WAITING')).parcel.key),
    phone: () => aPhone(),
    slug: () => `titik-${randomUUID().slice(0, 8)}`,
    id: async () => globalId('Product', (await product()).product.key),
    ids: async () => [globalId('Product', (await product()).product.key), globalId('Seller', shop.seller.key)],
    account: () => 'COMMISSION',
    price: () => 12_500,
    weightGrams: () => 250,
    disputeId: async () => (await collected('OPEN')).disputeId,
    quantity: () => 2,
    delta: () => 5,
    roomCapacity: () => 50,
    holdingDays: () => 3,
    latitude: () => -6.394,
    longitude: () => 106.8225,
    dayOfWeek: () => 2,
    opens: () => '08:00',
    closes: () => '20:00',
    siteUrl: () => 'https://rw07.contoh.example',
    allowedOrigins: () => ['https://rw07.contoh.example'],
    holidayUntil: () => '2026-12-24T00:00:00+07:00',
    at: () => '2026-11-24T00:00:00+07:00',
    consent: () => true,
    cashTaken: async () => (await orders('AT_POINT')).order.total,
    collectCode: async () => (await orders('AT_POINT')).order.collectCode,
    pin: async () => pinOf(world.context(), (await orders('AT_POINT')).order),
    name: () => 'Dapur Bu Tini',
    title: () => 'Keripik singkong balado',
    address: () => 'Jl. Mawar No. 7',
    reason: () => 'Stok habis',
    note: () => 'Sudah diselesaikan',
    sku: () => `SKU-${randomUUID().slice(0, 8)}`,
    search: () => 'keripik',
    prefix: () => 'kerip',
    term: () => `kata ${randomUUID().slice(0, 8)}`,
    meanings: () => ['kudapan'],
    queries: () => ['keripik'],
    first: () => 5,
    'Mutation.applyVoucher.code': async () => (await aVoucher(world)).code,
    'Mutation.createVoucher.code': newVoucherCode,
    'Mutation.createVoucher.kind': () => 'PERCENTAGE',
    'Mutation.createVoucher.amount': () => null,
    'Mutation.createVoucher.sellerIds': () => [],
    'Mutation.createVoucher.sellerPercent': () => null,
    percent: () => 10,
    maxDiscount: () => 5_000,
    minimumSpend: () => 10_000,
    limitTotal: () => 100,
    limitPerBuyer: () => 2,
    limitPerPeriod: () => 1,
    limitInPeriod: () => 100,
    period: () => 'WEEK',
    startsAt: () => '2026-12-24T00:00:00+07:00',
    endsAt: () => '2026-12-31T00:00:00+07:00',
    voucherId: async () => (await aShopVoucher(world, { ...shop, owner: actor }, { kind: 'FREE_POINT_FEE' })).id,
    ownerId: shopWithMoney,
    bankCode: () => 'BCA',
    accountNumber: () => '5270001234',
    holderName: () => 'TINI RAHMAWATI',
    batchId: async () => (await batched()).batchId,
    payoutId: async () => (await batched()).payoutId,
    result: () => 'PAID',
    csv: async () => `payout,result,reason\n${(await batched()).payoutId},PAID,`,
    reference: () => `MID-${randomUUID()}`,
    gross: () => 1_000_000,
    fee: () => 7_000,
    paidOn: () => '2026-11-23',
    coversFrom: () => '2026-11-22',
    coversTo: () => '2026-11-22',
    from: () => '2026-11-01',
    to: () => '2026-11-30',
    asOf: () => '2026-11-30T00:00:00+07:00',
    'Query.earnings.ownerId': () => globalId('Seller', shop.seller.key),
    'Mutation.recordCashDelivery.amount': async () => {
      await takeCash(world, market.point.key);
      return 500;
    },
    'Mutation.createPayoutBatch.idempotencyKey': async () => {
      await aWaitingPayout(world, actor);
      return randomUUID();
    },
    'Query.searchMisses.week': () => '2026-W48',
    'Query.seller.slug': () => shop.seller.slug,
    'Query.product.slug': async () => (await product()).product.slug,
    'Query.category.slug': () => 'keripik',
    'Query.pickupPoint.slug': () => market.point.slug,
    'Query.widget.key': async () => (await widget()).publishableKey,
    'Query.order.code': async () => (await orders('WAITING')).order.code,
    'Query.cityOrder.code': async () => (await orders('WAITING')).order.code,
    'Mutation.orderAgain.orderCode': async () => (await orders('WAITING')).order.code,
    'Query.parcelByCode.code': async () => (await orders('WAITING')).parcel.code,
    'Query.orderToCollect.code': async () => (await orders('AT_POINT')).order.collectCode,
    'Query.pickupPoints.kecamatan': () => 'beji',
    'Query.cart.id': async () => (await cart()).cartId,
    'Query.node.id': async () => globalId('Product', (await product()).product.key),
    'Subscription.orderUpdated.code': async () => (await orders('WAITING')).order.code,
    'Mutation.changePaymentMethod.orderId': async () => globalId('Order', (await orders('HELD')).order.key),
    'Mutation.changePaymentMethod.paymentMethod': () => 'GOPAY',
    'Mutation.markParcelPacked.parcelId': async () => globalId('Parcel', (await orders('ACCEPTED')).parcel.key),
    'Mutation.dropParcelAtPoint.parcelId': async () => globalId('Parcel', (await orders('PACKED')).parcel.key),
    'Mutation.markParcelLost.parcelId': async () => globalId('Parcel', (await orders('AT_POINT')).parcel.key),
    'Mutation.receiveParcel.parcelCode': async () => (await orders('PACKED')).parcel.code,
    'Mutation.refuseParcel.parcelCode': async () => (await orders('PACKED')).parcel.code,
    'Mutation.returnParcel.parcelCode': async () => (await orders('UNCOLLECTED')).parcel.code,
    'Query.disputes.status': () => ['ESCALATED'],
    'Mutation.refundLines.parcelId': async () => (await collected('PLAIN')).parcelId,
    'Mutation.refundLines.lineId': async () => (await collected('PLAIN')).lineId,
    'Mutation.refundLines.quantity': () => 1,
    'Mutation.refundParcel.parcelId': async () => (await collected('PLAIN')).parcelId,
    'Mutation.refundOrder.orderCode': async () => (await orders('COLLECTED')).order.code,
    'Mutation.giveGoodwill.parcelId': async () => (await collected('PLAIN')).parcelId,
    'Mutation.setProviderFee.method': () => 'QRIS',
    'Mutation.setProviderFee.validFrom': () => '2026-12-01',
    'Mutation.setProviderFee.basisPoints': () => 70,
    'Mutation.setProviderFee.flat': () => 0,
    'Mutation.giveGoodwill.amount': () => 1,
    'Mutation.saveRefundAccount.accountNumber': () => '5271791179',
    'Mutation.saveRefundAccount.bank': () => 'BCA',
    'Mutation.saveRefundAccount.orderId': async () => globalId('Order', await given()),
    'Mutation.askForRefundAccount.taskId': async () =>
      (
        await world
          .context()
          .em.fork()
          .findOneOrFail(Task, { subject: { orderKey: await given() } })
      ).id,
    'Mutation.openDispute.parcelId': async () => (await collected('PLAIN')).parcelId,
    'Mutation.openDispute.lineId': async () => (await collected('PLAIN')).lineId,
    'Mutation.openDispute.quantity': () => 1,
    'Mutation.openDispute.reason': () => 'SPOILED',
    'Mutation.answerDispute.text': () => 'Fotonya bukan barang kami.',
    'Mutation.openDispute.photoUploadIds': async () => [await upload()],
    'Mutation.answerDispute.photoUploadIds': async () => [await upload()],
    'Mutation.answerDispute.answer': () => 'REFUSE',
    'Mutation.acceptDisputeOffer.disputeId': async () => (await collected('OFFERED')).disputeId,
    'Mutation.passOnDispute.disputeId': async () => (await collected('OFFERED')).disputeId,
    'Mutation.decideDispute.disputeId': async () => (await collected('ESCALATED')).disputeId,
    'Mutation.decideDispute.outcome': () => 'NOTHING',
    reviewId: async () => globalId('Review', (await someReviews(world, { ...(await product()), shop }, [4]))[0]!),
    'Mutation.writeReview.lineId': () => aLineOfOthers(world, actor),
    'Mutation.writeReview.rating': () => 5,
    'Mutation.writeReview.text': () => 'Renyah',
    'Mutation.writeReview.photoUploadIds': async () => [await upload()],
    'Mutation.requestOtp.purpose': () => 'SIGN_IN',
    'Mutation.unlockCollection.otp': otp('UNLOCK_COLLECTION'),
    'Mutation.verifyOtp.phone': () => actor.account.phone,
    'Mutation.verifyOtp.code': otp('SIGN_IN'),
    'Mutation.redeemCheckoutToken.token': async () =>
      (await createCheckoutToken(world.context(actor.actor), (await cart()).cartId)).split('#')[1],
    'Mutation.updateProduct.title': () => 'Keripik singkong pedas',
    'Mutation.unblockProduct.reason': () => 'Sudah diperbaiki',
  };
  return {
    token: actor.token,
    right: async (operation, field) => (values[`${operation}.${field}`] ?? values[field])?.(),
  };
}

/** The code that is on its way to a person. */
async function aCode(world: World, { account }: Person, purpose: 'SIGN_IN' | 'UNLOCK_COLLECTION'): Promise<string> {
  await requestOtp(world.context(), { phone: account.phone!, purpose: purpose as OtpPurpose });
  return codeFor(world, account.phone!);
}

/** Made when first asked for. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
