import { GraphQLError, type GraphQLResolveInfo, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Consent } from '../../api/accounts/consent.ts';
import { Device } from '../../api/accounts/device.ts';
import { Account, Membership, Task } from '../../api/accounts/index.ts';
import { Viewer } from '../../api/accounts/viewer.ts';
import { ownCarts, ownLines } from '../../api/carts/cart-queries.ts';
import { Voucher } from '../../api/carts/vouchers/voucher.ts';
import { Upload } from '../../api/catalog/upload.ts';
import { Community, Widget } from '../../api/communities/index.ts';
import { Dispute } from '../../api/orders/disputes/dispute.ts';
import { Order, Parcel } from '../../api/orders/index.ts';
import { RefundAccount } from '../../api/orders/refunds/refund-account.ts';
import { ownEvents } from '../../api/orders/timeline.ts';
import { Payment, Refund } from '../../api/payments/index.ts';
import type { Context } from '../../api/platform/context.ts';
import { accessRuleOf, everyone } from '../../api/platform/graphql/access.ts';
import { parseGlobalId } from '../../api/platform/keys.ts';
import { publicSchema } from '../../api/schema.ts';
import { type Desk, openDesk, refusalTo } from './ask.ts';
import { ACTORS } from './cast.ts';
import { PRIVATE_TYPES } from './fields.ts';
import type { ThingName } from './things.ts';

/** Fields of A's objects, each with the object as resolvers get it. */
let sources: Readonly<Record<string, object>>;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  sources = await sourcesOf(desk);
}, 60_000);
afterAll(() => desk.close());

const RULED = Object.entries(PRIVATE_TYPES).flatMap(([type, cells]) =>
  Object.entries(cells).flatMap(([field, { who, by }]) => (by === 'rule' ? [{ type, field, who }] : [])),
);

describe('rule 7: a field of A holds its own, whatever road may lead to it one day', () => {
  test.each(ACTORS)('%s', (as) => {
    const ctx = desk.contextOf(as);
    const wrong = RULED.filter(({ type, field, who }) => {
      const refusal = refusalOf(type, field, ctx);
      return refusal !== (who.has(as) ? null : refusalTo(as));
    });
    expect(wrong.map(({ type, field }) => `${type}.${field}`)).toEqual([]);
  });

  test('fields that lean on the road to them have no rule of their own', () => {
    const wrong = Object.entries(PRIVATE_TYPES).flatMap(([type, cells]) =>
      Object.entries(cells).flatMap(([field, { by }]) => {
        const isOpen = accessRuleOf(publicSchema(), type, field) === everyone;
        return by === 'road' && !isOpen ? [`${type}.${field}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** The code with which the field turns its caller away before anything is read; null when it does not. */
function refusalOf(typeName: string, fieldName: string, ctx: Context): string | null {
  const rule = accessRuleOf(publicSchema(), typeName, fieldName);
  const source = sources[typeName];
  const type = publicSchema().getType(typeName);
  if (!source || !isObjectType(type)) throw new Error(`there is no ${typeName} of A`);
  if (rule?.permits(source as never, ctx)) return null;
  try {
    type.getFields()[fieldName]?.resolve?.(source, {}, ctx, { fieldName } as GraphQLResolveInfo);
  } catch (error) {
    if (error instanceof GraphQLError) return String(error.extensions.code);
    throw error;
  }
  return 'not enforced';
}

/** One object of A for every type with a rule. */
async function sourcesOf({ stage, things: { ids, waiting }, contextOf }: Desk): Promise<Record<string, object>> {
  const { em } = stage.world.context();
  const buyer = contextOf('buyerA');
  const key = (thing: ThingName): string => parseGlobalId(ids[thing])?.key ?? '';
  const { buyerKey, pickupPointKey } = waiting.order;
  const account = await em.findOneOrFail(Account, { key: key('account') });
  const of = await Promise.all([
    ownEvents(buyer, [key('orderEvent')]),
    ownCarts(buyer, [key('cart')]),
    ownLines(buyer, [key('cartLine')]),
  ]);
  const [orderEvent, cart, cartLine] = of.map(([found]) => found as object);
  return {
    Account: account,
    Viewer: new Viewer(account),
    Device: await em.findOneOrFail(Device, { key: key('device') }),
    Consent: await em.findOneOrFail(Consent, { accountKey: account.key }),
    Membership: await em.findOneOrFail(Membership, { key: key('membership') }),
    Upload: await em.findOneOrFail(Upload, { key: key('upload') }),
    MissedSearch: {},
    Reconciliation: {},
    ReconciliationDifference: {},
    Task: await em.findOneOrFail(Task, { key: key('task') }),
    SearchTerm: {},
    SynonymEffect: {},
    SearchOutcome: {},
    Cart: cart!,
    CartLine: cartLine!,
    Order: await em.findOneOrFail(Order, { key: key('order') }),
    CityOrder: {},
    CityRefund: {},
    Parcel: await em.findOneOrFail(Parcel, { key: key('parcel') }),
    OrderEvent: orderEvent!,
    CollectionCodes: { buyerKey },
    Payment: await em.findOneOrFail(Payment, { key: key('payment') }),
    Refund: await em.findOneOrFail(Refund, { key: key('refund') }),
    Collectable: { buyerKey, pickupPointKey },
    ...moneyOf(ids.seller),
    PayoutBatch: {},
    ProviderSettlement: {},
    ProviderFee: {},
    Dispute: await em.findOneOrFail(Dispute, { key: key('dispute') }),
    RefundAccount: await em.findOneOrFail(RefundAccount, { key: key('refundAccount') }),
    Voucher: await em.findOneOrFail(Voucher, { key: key('voucher') }),
    Review: { buyerKey, sellerKey: key('seller') },
    Seller: { id: ids.seller },
    SellerBalance: { id: ids.seller },
    PickupPoint: { id: ids.point },
    Community: await em.findOneOrFail(Community, { key: key('community') }),
    Widget: await em.findOneOrFail(Widget, { key: key('widget') }),
  };
}

/** What shop A has earned, by type; each says whose it is. */
function moneyOf(sellerId: string): Record<string, object> {
  const owner = { ownerKind: 'SELLER', ownerKey: parseGlobalId(sellerId)?.key };
  return { Earnings: owner, BankAccount: owner, Payout: owner, Statement: owner };
}
