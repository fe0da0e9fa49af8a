import { type GraphQLObjectType, isInterfaceType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicSchema } from '../../api/schema.ts';
import { ACTS_OF_BUYERS } from './acts-of-buyers.ts';
import { ACTS_OF_DESKS } from './acts-of-desks.ts';
import { ACTS_OF_DISPUTES } from './acts-of-disputes.ts';
import { ACTS_OF_KEEPERS } from './acts-of-keepers.ts';
import { ACTS_OF_MONEY } from './acts-of-money.ts';
import { ACTS_OF_REVIEWS } from './acts-of-reviews.ts';
import { type Desk, openDesk } from './ask.ts';
import { OPEN_TYPES, PRIVATE_TYPES } from './fields.ts';
import { PUSHED, queriesOf, subscriptionsOf, twinsOf } from './queries.ts';
import { roadsOf } from './roads.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

const schema = publicSchema();
const ACTS = [
  ...ACTS_OF_BUYERS,
  ...ACTS_OF_DESKS,
  ...ACTS_OF_DISPUTES,
  ...ACTS_OF_KEEPERS,
  ...ACTS_OF_MONEY,
  ...ACTS_OF_REVIEWS,
];
const ROOTS = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
/** What a payload shows is declared with its mutation; what errors say is for whoever caused them. */
const userError = schema.getType('UserError');
const isUserError = (type: GraphQLObjectType): boolean =>
  isInterfaceType(userError) && type.getInterfaces().includes(userError);
const payloads = new Set(fieldsOf(schema.getMutationType()).map((name) => payloadOf(name)));
const objectTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && !ROOTS.includes(type),
);

describe('no cell is undecided: a field or operation without a row here fails by name, and so does a row without its field', () => {
  test('types', () => {
    const inUse = objectTypes.filter((type) => !isUserError(type) && !payloads.has(type)).map(({ name }) => name);
    expect(inUse.sort()).toEqual([...Object.keys(PRIVATE_TYPES), ...OPEN_TYPES].sort());
  });

  test.each(Object.keys(PRIVATE_TYPES))('fields of %s', (name) => {
    expect(Object.keys(PRIVATE_TYPES[name] ?? {}).sort()).toEqual(fieldsOf(schema.getType(name)));
  });

  test('queries', () => {
    expect(Object.keys(queriesOf(desk.stage, desk.things)).sort()).toEqual(fieldsOf(schema.getQueryType()));
  });

  test('subscriptions', () => {
    const declared = fieldsOf(schema.getSubscriptionType());
    expect(Object.keys(subscriptionsOf(desk.stage, desk.things)).sort()).toEqual(declared);
    expect(Object.keys(PUSHED).sort()).toEqual(declared);
  });

  test('mutations, with everything that their payloads show', () => {
    expect([...new Set(ACTS.map(({ name }) => name))].sort()).toEqual(fieldsOf(schema.getMutationType()));
    for (const { name, gives } of ACTS) {
      const shown = fieldsOf(payloadOf(name)).filter((field) => field !== 'userErrors');
      expect([name, ...rootsOf(gives)]).toEqual([name, ...shown]);
    }
  });

  test('a road leads to every private type', () => {
    const reached = new Set(roadsOf(desk.stage, desk.things).map(({ type }) => type));
    expect(Object.keys(PRIVATE_TYPES).filter((name) => !reached.has(name))).toEqual([]);
  });

  test('operations that name something: each is asked about what is not there as well', () => {
    const named = (type: GraphQLObjectType): string[] =>
      Object.values(type.getFields())
        .filter(({ args }) => args.some((argument) => NAMES.has(argument.name)))
        .map((field) => field.name);
    const asked = twinsOf(desk.stage, desk.things).map(({ theirs }) => /\{ (\w+)/.exec(theirs)?.[1]);
    expect(named(schema.getQueryType()!).filter((name) => !asked.includes(name))).toEqual(PUBLIC_NAMES);
    const inputs = ACTS.filter(({ twins }) => twins).map(({ name }) => name);
    const ids = ACTS.map(({ name }) => name).filter((name) => !inputs.includes(name));
    expect([...new Set(ids)].sort()).toEqual(NAME_NOTHING);
  });
});

/** Arguments that say which one. */
const NAMES = new Set(['id', 'ids', 'code', 'slug', 'key', 'pointId', 'sellerId', 'account', 'kecamatan']);
/** Categories, districts and widgets are for all; what was missed in one, for curators, who see every district. */
const PUBLIC_NAMES = ['kelurahans', 'sellers', 'category', 'widget', 'pickupPoints', 'searchMisses'];
/** Mutations that make something of the caller's own, and those of a curator, who may do everything they name. */
const NAME_NOTHING = [
  'applyAsSeller',
  'askForRefundAccount',
  'blockProduct',
  'completeTask',
  'createCart',
  'createPayoutBatch',
  'createUpload',
  'giveGoodwill',
  'hideReview',
  'reconcilePayments',
  'recordCashDelivery',
  'recordPayoutResults',
  'recordProviderSettlement',
  'refundOrder',
  'refundParcel',
  'registerCommunity',
  'requestOtp',
  'saveSynonyms',
  'setProviderFee',
  'showReview',
  'suspendSeller',
  'takeTask',
  'unblockProduct',
  'updateProfile',
  'uploadPayoutResults',
  'upsertPickupPoint',
  'verifySeller',
];

function payloadOf(mutation: string): GraphQLObjectType {
  const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Payload`;
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${mutation} has no ${name}`);
  return type;
}

function fieldsOf(type: unknown): string[] {
  return isObjectType(type) ? Object.keys(type.getFields()).sort() : [];
}

/** The outermost fields of a selection. */
function rootsOf(selection: string): string[] {
  let bare = selection;
  while (/\{[^{}]*\}/.test(bare)) bare = bare.replace(/\{[^{}]*\}/g, ' ');
  return bare.trim().split(/\s+/).sort();
}
