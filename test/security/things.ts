import { Device } from '../../api/accounts/device.ts';
import { closeTask, Membership, openTask, Task, TaskOutcome } from '../../api/accounts/index.ts';
import { endVoucher } from '../../api/carts/vouchers/end-voucher.ts';
import type { Voucher } from '../../api/carts/vouchers/voucher.ts';
import { blockProduct } from '../../api/catalog/block-product.ts';
import { ProductStatus } from '../../api/catalog/index.ts';
import { chargeAtPoint } from '../../api/orders/charge-at-point.ts';
import { refuseParcel } from '../../api/orders/counter.ts';
import { pinOf } from '../../api/orders/index.ts';
import { linesOfParcel } from '../../api/orders/order-queries.ts';
import { RefundAccount } from '../../api/orders/refunds/refund-account.ts';
import { saveRefundAccount } from '../../api/orders/refunds/save-refund-account.ts';
import { eventsOfOrder } from '../../api/orders/timeline.ts';
import { Payment, Refund } from '../../api/payments/index.ts';
import { PaymentAttempt } from '../../api/payments/payment-attempt.ts';
import { reconcilePayments } from '../../api/payments/reconciliation/reconcile-daily.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { newToken } from '../../api/platform/secrets.ts';
import { answerReview } from '../../api/reviews/answer-review.ts';
import { hideReview } from '../../api/reviews/hide-review.ts';
import { writeReview } from '../../api/reviews/write-review.ts';
import { enterTerms } from '../../api/search/index.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { missedWords } from '../support/makers/searches.ts';
import { aShopVoucher, aVoucher } from '../support/makers/vouchers.ts';
import type { Sender } from '../support/world.ts';
import { moneyOfA } from './money-of-a.ts';
import {
  aCollectedOfA,
  aDecisionOfA,
  aDisputeOfA,
  anOrderOfA,
  anOrderOfAWithVoucher,
  anUpload,
  bring,
  type OrderOfA,
  payOrder,
} from './orders-of-a.ts';
import type { Stage } from './stage.ts';

/** What A has, and how it is asked for. */
export interface Things {
  /** Global ids by what they are of. */
  readonly ids: Readonly<Record<ThingName, string>>;
  /** A cash order at the point: collect code and PIN are good now. */
  readonly waiting: OrderOfA;
  /** An unpaid order with a virtual account. */
  readonly unpaid: OrderOfA;
  /** Unpaid orders with other means of payment. */
  readonly otherUnpaid: readonly OrderOfA[];
  /** A cash order that its seller has yet to answer. */
  readonly fresh: OrderOfA;
  /** A paid order that was refused at the point as damaged: money goes back. */
  readonly damaged: OrderOfA;
  /** A collected cash order that the buyer complains about. */
  readonly disputed: OrderOfA;
  /** A collected cash order whose goods the buyer has reviewed. */
  readonly collected: OrderOfA;
  readonly draft: MadeProduct;
  readonly pin: string;
  /** What has to be known to pay the unpaid orders. */
  readonly instructions: readonly string[];
  readonly ticket: string;
  readonly cartToken: string;
  readonly widgetKey: string;
  readonly hiddenSlug: string;
  readonly inactiveSlug: string;
}

/** What A's things are called in the tests. */
export type ThingName =
  | ('account' | 'device' | 'membership' | 'upload' | 'task' | 'reconciliation' | 'hiddenSeller' | 'inactivePoint')
  | ('cart' | 'cartLine' | 'guestCart' | 'guestLine' | 'order' | 'parcel' | 'orderLine' | 'orderEvent')
  | ('payment' | 'unpaidOrder' | 'damagedParcel' | 'paidBack' | 'refund' | 'seller' | 'point' | 'widget')
  | ('payout' | 'payoutBatch' | 'settlement')
  | ('collectedLine' | 'review')
  | ('dispute' | 'decidedDispute' | 'refundAccount' | 'disputedParcel' | 'collectedParcel')
  | ('community' | 'draft' | 'draftVariant' | 'draftPhoto' | 'voucher');

/** Words that A and others wrote where few may read. */
export const WRITTEN = {
  draftTitle: 'Resep Rahasia Nenek 1791',
  hiddenShop: 'Toko Belum Buka 1791',
  taskDetail: 'Rekening BCA 5271791179 a.n. Kusuma',
  taskNote: 'Sudah ditransfer, catatan 1791',
  blockReason: 'Alasan kurator nomor 1791',
  rejectReason: 'Penyok di sudut kiri 1791',
  review: 'Pelit sekali, ulasan 1791',
  hiddenReason: 'Menyebut nama orang, alasan 1791',
  complaint: 'Isinya berjamur, keluhan 1791',
  bankAccount: '79135791357913',
  allowedOrigin: 'https://asal-rahasia-1791.example',
} as const;

/** Makes everything of A that somebody else may not see. */
export async function thingsOfA(stage: Stage): Promise<Things> {
  const { world, people, shopA, market } = stage;
  const { em } = world.context();
  const damaged = await aDamagedParcel(stage);
  const unpaid = await anOrderOfA(stage, 'VA_BCA');
  const otherUnpaid = [];
  for (const method of ['QRIS', 'GOPAY', 'VA_MANDIRI', 'INDOMARET'] as const)
    otherUnpaid.push(await anOrderOfA(stage, method));
  const disputed = await aDisputeOfA(stage, WRITTEN.complaint);
  const refundAccount = await aRefundAccount(stage, damaged);
  const collected = await aCollectedOfA(stage);
  const decidedDispute = await aDecisionOfA(stage);
  const fresh = await anOrderOfA(stage);
  const waiting = await anOrderOfAWithVoucher(stage);
  await bring(stage, waiting.parcel, 'AT_POINT');
  const { collectCode } = waiting.order;
  await chargeAtPoint(world.context(people.operatorA.actor), { pointId: market.pointId, collectCode });
  await world.runJobs();
  await inTransaction(world.context(), (tx) =>
    enterTerms(tx, [{ kind: 'SYNONYM', term: 'rengginang', meanings: ['keripik'] }]),
  );
  await missedWords(world);
  const hidden = await aHiddenShop(stage);
  const draft = await aDraft(stage);
  const voucher = await vouchersOfA(stage);
  const carts = await cartsOfA(stage, voucher.code);
  const upload = await ticketOf(stage);
  const inactive = await aPoint(world, { isActive: false, name: 'Titik tutup' });
  const payment = await em.findOneOrFail(Payment, { reference: unpaid.order.key });
  const paidBack = await em.findOneOrFail(Payment, { reference: damaged.order.key });
  const device = await em.findOneOrFail(Device, { accountKey: people.buyerA.account.key });
  const role = { accountKey: people.sellerA.account.key, subjectKey: shopA.seller.key };
  const [line] = await linesOfParcel(world.context(), waiting.parcel.key);
  const events = await eventsOfOrder(world.context(), waiting.order.key);
  const event = events.find(({ parcelKey }) => parcelKey !== null);
  return {
    waiting,
    unpaid,
    otherUnpaid,
    fresh,
    damaged,
    disputed,
    collected,
    draft,
    pin: pinOf(world.context(), waiting.order),
    instructions: await instructionsOfA(stage),
    ticket: upload.ticket,
    cartToken: carts.cartToken,
    widgetKey: carts.widgetKey,
    hiddenSlug: hidden.slug,
    inactiveSlug: inactive.slug,
    ids: {
      account: people.buyerA.account.id,
      device: device.id,
      membership: (await em.findOneOrFail(Membership, role)).id,
      upload: upload.id,
      task: await aTask(stage, damaged),
      reconciliation: await aReconciliation(stage),
      ...carts.ids,
      dispute: disputed.disputeId,
      decidedDispute,
      disputedParcel: disputed.parcel.id,
      collectedParcel: collected.parcel.id,
      ...(await aHiddenReview(stage, collected)),
      refundAccount,
      order: waiting.order.id,
      parcel: waiting.parcel.id,
      orderLine: line!.id,
      orderEvent: event!.id,
      payment: payment.id,
      unpaidOrder: unpaid.order.id,
      damagedParcel: damaged.parcel.id,
      paidBack: paidBack.id,
      refund: (await em.findOneOrFail(Refund, { paymentKey: paidBack.key })).id,
      voucher: globalId('Voucher', voucher.key),
      ...(await moneyOfA(world, people, shopA.seller.key)),
      seller: globalId('Seller', shopA.seller.key),
      hiddenSeller: hidden.id,
      point: market.pointId,
      inactivePoint: globalId('PickupPoint', inactive.key),
      community: stage.communityA,
      draft: globalId('Product', draft.product.key),
      draftVariant: globalId('Variant', draft.variants[0]!.key),
      draftPhoto: await photoOf(stage, draft),
    },
  };
}

/** What buyer A wrote twice of what was collected; the shop answered, and a curator hid it. */
async function aHiddenReview({ world, people }: Stage, { parcel }: OrderOfA) {
  const [line] = await linesOfParcel(world.context(), parcel.key);
  const buyer = world.context(people.buyerA.actor);
  await writeReview(buyer, { lineId: line!.id, rating: 2, idempotencyKey: newToken() });
  const said = { lineId: line!.id, rating: 1, text: WRITTEN.review, idempotencyKey: newToken() };
  const review = globalId('Review', await writeReview(buyer, said));
  await answerReview(world.context(people.sellerA.actor), { reviewId: review, text: 'Maaf' });
  await hideReview(world.context(people.curator.actor), { reviewId: review, reason: WRITTEN.hiddenReason });
  return { review, collectedLine: line!.id };
}

async function aRefundAccount({ world, people }: Stage, { order }: OrderOfA): Promise<string> {
  const said = { bank: 'BCA', accountNumber: WRITTEN.bankAccount, holderName: 'Pemilik Rekening' };
  await saveRefundAccount(world.context(people.buyerA.actor), { orderId: order.id, ...said });
  return (await world.context().em.fork().findOneOrFail(RefundAccount, { orderKey: order.key })).id;
}

async function aDamagedParcel(stage: Stage): Promise<OrderOfA> {
  const { world, people, market } = stage;
  const paid = await anOrderOfA(stage, 'QRIS');
  await payOrder(stage, paid.order);
  await bring(stage, paid.parcel, 'PACKED');
  const photoUploadId = await anUpload(stage, people.operatorA);
  const at = { pointId: market.pointId, parcelCode: paid.parcel.code };
  await refuseParcel(world.context(people.operatorA.actor), { ...at, photoUploadId, reason: WRITTEN.rejectReason });
  return paid;
}

/** Numbers, texts and links with which A's unpaid orders can be paid. */
async function instructionsOfA({ world }: Stage): Promise<string[]> {
  const attempts = await world
    .context()
    .em.fork()
    .find(PaymentAttempt, { instructions: { $ne: null }, part: null }); // what is shown at a counter is for its operator
  return attempts.flatMap(({ instructions: told }) =>
    [told?.qrText, told?.deeplinkUrl, told?.vaNumber, told?.billKey].filter((text) => typeof text === 'string'),
  );
}

async function aTask({ world, people }: Stage, { order }: OrderOfA): Promise<string> {
  const subject = { orderKey: order.key };
  const said = { title: 'Kembalikan uang', detail: WRITTEN.taskDetail, amount: 17_910, subject, once: 'stage' };
  await inTransaction(world.context(), (tx) => openTask(tx, { kind: 'REFUND_BY_TRANSFER', ...said }));
  const { id } = await world.context().em.fork().findOneOrFail(Task, { once: 'stage' });
  await inTransaction(world.context(people.curator.actor), async (tx) => {
    await closeTask(tx, 'stage', WRITTEN.taskNote);
    const taken = { takenByKey: people.curator.account.key, takenAt: world.clock.now() };
    await tx.nativeUpdate(Task, { once: 'stage' }, { ...taken, outcome: TaskOutcome.MONEY_MOVED });
  });
  return id;
}

/** A comparison of books with a row of theirs alone. */
async function aReconciliation({ world, people }: Stage): Promise<string> {
  const sheet = 'order_id,transaction_status,gross_amount\nBJ-ASING-a1,settlement,17911.00\n';
  const run = await reconcilePayments(world.context(people.curator.actor), { day: '2026-11-20', sheet });
  await world.runJobs();
  return run.id;
}

/** A listing of shop A that was never on sale, and one that a curator took down. */
async function aDraft({ world, people, shopA }: Stage): Promise<MadeProduct> {
  const blocked = await aProduct(world, { shop: shopA, title: 'Turun tayang' });
  const productId = globalId('Product', blocked.product.key);
  await blockProduct(world.context(people.curator.actor), { productId, reason: WRITTEN.blockReason });
  return aProduct(world, { shop: shopA, title: WRITTEN.draftTitle, status: ProductStatus.DRAFT, isIndexed: false });
}

async function photoOf({ world }: Stage, { product }: MadeProduct): Promise<string> {
  const [photo] = await world
    .context()
    .read.rows<{ id: string }>('select id from photo where product_id = $1', [product.key]);
  return globalId('Photo', photo!.id);
}

/** Sends a mutation as a client would, and gives its payload. */
export async function sent<Payload>(
  { world }: Pick<Stage, 'world'>,
  name: string,
  input: object,
  gives: string,
  sender: Sender,
): Promise<Payload> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${gives} userErrors { message } } }`;
  const { data, errors } = await world.request<Record<string, Payload & { userErrors: object[] }>>(
    document,
    { input },
    sender,
  );
  const payload = data?.[name];
  if (!payload || payload.userErrors.length > 0) throw new Error(JSON.stringify([name, errors, payload]));
  return payload;
}

/** Vouchers of the city, one of them ended, and one of shop A with every term there is, which A's cart is too small for. */
async function vouchersOfA({ world, people, shopA, market, productA }: Stage): Promise<Voucher> {
  const ended = await aVoucher(world, { sellerIds: [globalId('Seller', shopA.seller.key)] });
  await endVoucher(world.context(people.curator.actor), ended.id);
  return aShopVoucher(world, market.stalls[0]!, {
    ...{ kind: 'PERCENTAGE', percent: 10, maxDiscount: 5_000, minimumSpend: 500_000_000 },
    ...{ limitTotal: 50, limitPerBuyer: 5, limitPerPeriod: 1, limitInPeriod: 20, period: 'DAY' },
    categoryId: globalId('Category', productA.product.categoryKey),
    endsAt: new Date(world.clock.now().getTime() + 30 * 86_400_000),
  });
}

/** A shop that seller A has applied for and nobody has looked at. */
async function aHiddenShop(stage: Stage): Promise<{ id: string; slug: string }> {
  const kelurahanId = globalId('Kelurahan', stage.shopA.seller.kelurahanKey);
  const said = { name: WRITTEN.hiddenShop, description: '', address: 'Jl. Sunyi No. 3', kelurahanId };
  const input = { ...said, idempotencyKey: 'apply-for-hidden' };
  const made = await sent<{ seller: { id: string; slug: string } }>(
    stage,
    'applyAsSeller',
    input,
    'seller { id slug }',
    stage.people.sellerA,
  );
  return made.seller;
}

async function ticketOf(stage: Stage): Promise<{ id: string; ticket: string }> {
  const input = { idempotencyKey: 'upload-of-seller-a' };
  const made = await sent<{ upload: { id: string }; ticket: string }>(
    stage,
    'createUpload',
    input,
    'upload { id } ticket',
    stage.people.sellerA,
  );
  // As if its picture had come, so that there is something to see of it.
  await inTransaction(stage.world.context(), (tx) =>
    tx.execute(
      `update upload set status = 'READY', hash = repeat('a', 64), width = 800, height = 600 where idempotency_key = ?`,
      [input.idempotencyKey],
    ),
  );
  return { id: made.upload.id, ticket: made.ticket };
}

interface CartPayload {
  readonly cart: { id: string; lines: { id: string }[] };
  readonly cartToken: string | null;
}

/** A's cart, filled through A's widget and cut to the stock, and the cart A had before signing in. */
async function cartsOfA(stage: Stage, code: string) {
  const { people, market, goodsA, communityA } = stage;
  const wanted = { communityId: communityA, title: 'Belanja', allowedOrigins: [WRITTEN.allowedOrigin] };
  const { widget } = await sent<{ widget: { id: string; publishableKey: string } }>(
    stage,
    'createWidget',
    { ...wanted, idempotencyKey: 'widget-of-a' },
    'widget { id publishableKey }',
    people.managerA,
  );
  const gives = 'cart { id lines { id } } cartToken';
  const line = { variantId: globalId('Variant', goodsA.variantKey), quantity: 999 };
  const point = { pickupPointId: market.pointId };
  const from = { widgetKey: widget.publishableKey, idempotencyKey: 'cart-of-buyer-a' };
  await sent(stage, 'createCart', from, gives, people.buyerA);
  await sent(stage, 'applyVoucher', { code }, 'cart { id }', people.buyerA);
  await sent(stage, 'setCartPickupPoint', point, gives, people.buyerA);
  const { cart } = await sent<CartPayload>(stage, 'setCartLine', line, gives, people.buyerA);
  const guest = await sent<CartPayload>(stage, 'setCartLine', { ...line, quantity: 2 }, gives, {});
  return {
    cartToken: guest.cartToken ?? '',
    widgetKey: widget.publishableKey,
    ids: {
      cart: cart.id,
      cartLine: cart.lines[0]!.id,
      guestCart: guest.cart.id,
      guestLine: guest.cart.lines[0]!.id,
      widget: widget.id,
    },
  };
}
