import { type GraphQLField, getNamedType, isCompositeType, isNonNullType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicSchema } from '../../api/schema.ts';
import { type Desk, openDesk, refusalTo, type Told } from './ask.ts';
import { ACTORS, type ActorName, EVERYONE } from './cast.ts';
import { PRIVATE_TYPES } from './fields.ts';
import { type Road, roadsOf } from './roads.ts';

/** What a field on a road is to somebody. */
type Fate = 'shown' | 'refused' | 'hidden';

interface Asked {
  readonly road: Road;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Fields that one request asks for: as many as it may have aliases. */
const MOST_ALIASES = 15;

let desk: Desk;
let roads: readonly Road[];
/** Fields of private types that some road has shown a value of. */
const seen = new Set<string>();
beforeAll(async () => {
  desk = await openDesk();
  roads = roadsOf(desk.stage, desk.things);
}, 60_000);
afterAll(() => desk.close());

describe('rule 7: every field, on every road to it, is read by those it is for and by nobody else', () => {
  test.each(ACTORS)('%s', async (as) => {
    const wrong: string[] = [];
    for (const asked of requestsOf(roads)) {
      const document = `{ ${asked.map(({ road, field }, at) => `c${at}: ${road.ask(selectionOf(field))}`).join('\n')} }`;
      const told = await desk.ask(as, document);
      for (const [at, { road, field }] of asked.entries()) {
        const fate = fateOf(told, `c${at}`, field, as);
        const due = dueOf(road, field.name, as);
        if (fate !== due) wrong.push(`${road.type}.${field.name} by ${road.name}: ${fate}, not ${due}`);
        if (fate === 'shown' && hasValue(told.data?.[`c${at}`], field.name)) seen.add(`${road.type}.${field.name}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test('each of these fields had a value to show, so that hiding it meant something', () => {
    const declared = Object.entries(PRIVATE_TYPES).flatMap(([type, cells]) =>
      Object.keys(cells).map((name) => `${type}.${name}`),
    );
    expect(declared.filter((name) => !seen.has(name))).toEqual(NEVER_SET);
  });
});

/** Null on this stage, and for all to see in what they belong to. */
const NEVER_SET = [
  'CartLine.issue',
  'CartPickupPoint.unavailableReason',
  'Payout.endedAt',
  'Payout.reason',
  'PickupPoint.distanceMetres',
  'PickupPoint.opensAt',
  'Community.kecamatan',
];

/** Chunks of fields that fit into one request. */
function requestsOf(all: readonly Road[]): Asked[][] {
  const shared = all.filter(({ isAlone }) => !isAlone).flatMap(fieldsOf);
  const chunks = all.filter(({ isAlone }) => isAlone).flatMap((road) => fieldsOf(road).map((asked) => [asked]));
  for (let at = 0; at < shared.length; at += MOST_ALIASES) chunks.push(shared.slice(at, at + MOST_ALIASES));
  return chunks;
}

function fieldsOf(road: Road): Asked[] {
  const type = publicSchema().getType(road.type);
  if (!isObjectType(type)) throw new Error(`${road.type} is no object type`);
  return Object.values(type.getFields()).map((field) => ({ road, field }));
}

function selectionOf({ name, type }: GraphQLField<unknown, unknown>): string {
  return isCompositeType(getNamedType(type)) ? `${name} { __typename }` : name;
}

function dueOf(road: Road, field: string, as: ActorName): Fate {
  if (road.refused.has(as)) return 'refused';
  if (!road.reached.has(as)) return 'hidden';
  const who = road.who ?? PRIVATE_TYPES[road.type]?.[field]?.who ?? EVERYONE;
  return who.has(as) ? 'shown' : 'refused';
}

/** What became of one field of an answer; a sentence when it is none of what may be. */
function fateOf({ data, errors }: Told, alias: string, field: GraphQLField<unknown, unknown>, as: ActorName): string {
  const codes = errors.filter(({ path }) => path?.[0] === alias).map(({ extensions }) => extensions.code);
  const values = valuesOf(data?.[alias], field.name);
  if (codes.length > 0) {
    const isRefusal = values.every((value) => value === null) && codes.every((code) => code === refusalTo(as));
    return isRefusal ? 'refused' : `${codes}`;
  }
  if (values.length === 0) return 'hidden';
  return isNonNullType(field.type) && values.includes(null) ? 'null without a word' : 'shown';
}

const hasValue = (answer: unknown, name: string): boolean => valuesOf(answer, name).some((value) => value !== null);

/** Every value of this name in an answer. */
function valuesOf(answer: unknown, name: string): unknown[] {
  if (Array.isArray(answer)) return answer.flatMap((each) => valuesOf(each, name));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (key === name ? [value] : valuesOf(value, name)));
}
