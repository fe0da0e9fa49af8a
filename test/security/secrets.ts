import type { Order } from '../../api/orders/index.ts';
import { keyOf } from '../../api/platform/keys.ts';
import { tokenHash } from '../../api/platform/secrets.ts';
import {
  ACTORS,
  type ActorName,
  BUYER_A,
  CURATOR,
  HANDLERS,
  join,
  MANAGER_A,
  NOBODY,
  only,
  PARTIES,
  PARTIES_TO_SALE,
  SHOP_A,
  type Who,
} from './cast.ts';
import { A_S_ACCOUNT, SETTLEMENT_REFERENCE } from './money-of-a.ts';
import { SHELF } from './orders-of-a.ts';
import { type Stage, TOLD } from './stage.ts';
import { type Things, WRITTEN } from './things.ts';

/** A text of A's that may stand in answers to some and to nobody else. */
export interface Secret {
  readonly name: string;
  readonly text: string;
  readonly to: Who;
}

/** Everything about A and A's people that is not for all. */
export function secretsOf(stage: Stage, things: Things): readonly Secret[] {
  const { people } = stage;
  const { ids, waiting, unpaid, otherUnpaid, fresh, damaged, disputed } = things;
  const orders = [waiting, unpaid, ...otherUnpaid, fresh, damaged, disputed];
  const secret = (name: string, text: string, to: Who): Secret => ({ name, text, to });
  const persons = ACTORS.filter((name): name is keyof typeof people => name in people);
  return [
    ...persons.flatMap((name) => [
      secret(`phone of ${name}`, people[name].account.phone!.slice('+62'.length), only(name)),
      secret(`token of ${name}`, people[name].token, NOBODY),
      secret(`stored token of ${name}`, tokenHash(people[name].token), NOBODY),
      secret(`raw key of ${name}`, people[name].account.key, NOBODY),
    ]),
    secret('last name of the buyer', TOLD.buyerLastName, BUYER_A),
    // Who judges a review sees whose it is, as everybody did.
    secret('first name of the buyer', TOLD.buyerFirstName, join(BUYER_A, HANDLERS, CURATOR)),
    secret('address of the shop', TOLD.shopAddress, NOBODY),
    secret('latitude of the shop', String(TOLD.shopLatitude), NOBODY),
    secret('longitude of the shop', String(TOLD.shopLongitude), NOBODY),
    secret('halal certificate', TOLD.halalCertificate, NOBODY),
    ...orders.flatMap(({ order, parcel }) => [
      ...codesOf(order),
      secret('order id', order.id, BUYER_A),
      secret('parcel code', parcel.code, PARTIES),
      secret('parcel id', parcel.id, PARTIES),
      secret('raw key of the order', order.key, NOBODY),
      secret('raw key of the parcel', parcel.key, NOBODY),
      secret('idempotency key', order.idempotencyKey, NOBODY),
      secret('earnings', `:${TOLD.price - parcel.commission}`, join(SHOP_A, CURATOR)),
    ]),
    secret('PIN', `"${things.pin}"`, BUYER_A),
    ...things.instructions.map((text) => secret('how to pay', JSON.stringify(text).slice(1, -1), BUYER_A)),
    secret('payment id', ids.payment, BUYER_A),
    secret('refund id', ids.refund, BUYER_A),
    secret('account number', A_S_ACCOUNT.accountNumber, CURATOR),
    secret('holder of the account', A_S_ACCOUNT.holderName, only('sellerA', 'curator')),
    secret('payout id', ids.payout, only('sellerA', 'curator')),
    secret('batch id', ids.payoutBatch, CURATOR),
    secret('settlement', SETTLEMENT_REFERENCE, CURATOR),
    secret('dispute id', ids.dispute, PARTIES_TO_SALE),
    secret('hidden review', WRITTEN.review, PARTIES_TO_SALE),
    secret('why a review was hidden', WRITTEN.hiddenReason, PARTIES_TO_SALE),
    secret('complaint', WRITTEN.complaint, PARTIES_TO_SALE),
    secret('refund account', WRITTEN.bankAccount, join(BUYER_A, CURATOR)),
    secret('shelf', SHELF, NOBODY),
    secret('reason of the damage', WRITTEN.rejectReason, PARTIES),
    secret('upload ticket', things.ticket, only('sellerA')),
    secret('upload id', ids.upload, only('sellerA')),
    secret('secret of the guest cart', things.cartToken, NOBODY),
    secret('stored secret of the guest cart', tokenHash(things.cartToken), NOBODY),
    secret('guest cart', ids.guestCart, only('guestA')),
    secret('cart', ids.cart, BUYER_A),
    secret('raw key of the cart', keyOf('Cart', ids.cart)!, NOBODY),
    secret('device', ids.device, BUYER_A),
    secret('publishable key', things.widgetKey, MANAGER_A),
    secret('allowed origin', WRITTEN.allowedOrigin, MANAGER_A),
    secret('draft', WRITTEN.draftTitle, join(SHOP_A, CURATOR)),
    secret('shop that waits', WRITTEN.hiddenShop, only('sellerA', 'curator')),
    secret('detail of a task', WRITTEN.taskDetail, CURATOR),
    secret('note of a task', WRITTEN.taskNote, CURATOR),
    secret('reason of a block', WRITTEN.blockReason, SHOP_A),
  ];
}

function codesOf({ code, collectCode }: Order): Secret[] {
  return [
    { name: 'order code', text: code, to: PARTIES },
    { name: 'collect code', text: collectCode, to: BUYER_A },
  ];
}

/** Names of the secrets that stand in an answer to somebody who may not know them. */
export function leaksIn(body: string, to: ActorName, secrets: readonly Secret[]): string[] {
  return secrets.filter((secret) => body.includes(secret.text) && !secret.to.has(to)).map(({ name }) => name);
}
