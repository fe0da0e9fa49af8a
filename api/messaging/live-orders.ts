import { GraphQLError } from 'graphql';
import {
  isOperator,
  isSeller,
  listParcels,
  type Order,
  ownOrderByCode,
  type Parcel,
  type ParcelStatus,
  parcelByKey,
} from '../orders/index.ts';
import type { Context } from '../platform/context.ts';
import { keyOf } from '../platform/keys.ts';
import { LiveAnswers } from './live-answers.ts';

/** What a desk works on: parcels that still have somewhere to go. */
const UNDER_WAY: readonly ParcelStatus[] = ['WAITING', 'ACCEPTED', 'PACKED', 'AT_POINT', 'UNCOLLECTED'];
/** Pushed at once when a desk opens; it asks for further pages itself. */
const LARGEST_QUEUE = 100;

/** Follows an order of the caller. Throws NOT_FOUND when it is not there or not theirs. */
export async function followOrder(ctx: Context, code: string): Promise<LiveAnswers<Order>> {
  const order = await ownOrderByCode(ctx, code);
  const present = async (): Promise<Order[] | null> => {
    const found = await ownOrderByCode(ctx, code);
    return found && [found];
  };
  const answers =
    order &&
    (await LiveAnswers.open(ctx, {
      concerns: ({ subject }) => subject.orderKey === order.key || subject.reference === order.key,
      present,
      changed: present,
    }));
  return answers ?? notThere();
}

/** Follows the parcels of a shop of the caller. Throws NOT_FOUND when it is not there or not theirs. */
export function followSeller(ctx: Context, sellerId: string): Promise<LiveAnswers<Parcel>> {
  const sellerKey = keyOf('Seller', sellerId) ?? '';
  return followParcels(ctx, { sellerKey }, () => isSeller(ctx, { sellerKey }));
}

/** Follows the parcels of a pickup point at which the caller works. Throws NOT_FOUND when it is not there or not theirs. */
export function followPoint(ctx: Context, pointId: string): Promise<LiveAnswers<Parcel>> {
  const pickupPointKey = keyOf('PickupPoint', pointId) ?? '';
  return followParcels(ctx, { pickupPointKey }, () => isOperator(ctx, { pickupPointKey }));
}

async function followParcels(
  ctx: Context,
  of: { readonly sellerKey: string } | { readonly pickupPointKey: string },
  may: () => boolean,
): Promise<LiveAnswers<Parcel>> {
  const [[name, key] = ['', '']] = Object.entries(of);
  const answers = await LiveAnswers.open<Parcel>(ctx, {
    concerns: ({ subject }) => subject[name] === key && subject.parcelKey !== undefined,
    async present() {
      if (!may()) return null;
      const page = await listParcels(ctx, of, { status: [...UNDER_WAY], first: LARGEST_QUEUE });
      return page.edges.map(({ node }) => node);
    },
    async changed({ subject }) {
      if (!may()) return null;
      const parcel = await parcelByKey(ctx, subject.parcelKey ?? '');
      return parcel && parcel.status !== 'HELD' ? [parcel] : [];
    },
  });
  return answers ?? notThere();
}

function notThere(): never {
  throw new GraphQLError('Not found.', { extensions: { code: 'NOT_FOUND' } });
}
