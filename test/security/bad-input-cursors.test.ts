import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reconcilePayments } from '../../api/payments/reconciliation/reconcile-daily.ts';
import { publicSchema } from '../../api/schema.ts';
import { aCurator } from '../support/makers/accounts.ts';
import { aVoucher } from '../support/makers/vouchers.ts';
import { openWorld, type World } from '../support/world.ts';
import { ENVIRONMENT, faultIn, send } from './bad-input-judge.ts';
import { openStage, type Stage } from './bad-input-stage.ts';
import { type Asked, fieldsWithArguments, operationsOf, rightRequest } from './bad-input-walk.ts';

/** Every list that goes on after a cursor. */
const LISTS = [...operationsOf(publicSchema(), 'query'), ...fieldsWithArguments(publicSchema())].filter(({ road }) =>
  road.at(-1)?.args.some(({ name }) => name === 'after'),
);
const SORTS = ['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'NEAREST'];
const PLACE = { latitude: -6.394, longitude: 106.8225 };

/** What may stand in a cursor that somebody made. */
const FORGED: readonly unknown[] = [
  ...[null, true, [], {}, '', 'x', '\u0000', '\ud800', 'a'.repeat(5000), "'; select 1 --"],
  ...[-1, 0, 0.5, 2 ** 31, -(2 ** 31), 2 ** 53, 1e20, 1e308, -1e308],
  ...['0', 'infinity', 'Jan 1 BC', '2026-13-45 25:61:61', '2026-13-45T25:61:61.000Z', '0000-01-01T00:00:00.000Z'],
  ...['+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '00000000-0000-0000-0000-00000000000'],
];

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld({ environment: ENVIRONMENT });
  stage = await openStage(world, 'everything');
  // Something in every list: orders of the stage's person, with their parcels, tasks, vouchers, complaints, days of the books, reviews.
  await stage.right('Mutation.acceptParcel', 'parcelId');
  await stage.right('Mutation.completeTask', 'taskId');
  await stage.right('Mutation.endVoucher', 'voucherId');
  await aVoucher(world);
  await stage.right('Mutation.decideDispute', 'disputeId');
  await stage.right('Mutation.answerReview', 'reviewId');
  await reconcilePayments(world.context((await aCurator(world)).actor), { day: '2026-11-20', sheet: null });
});
afterAll(() => world.close());

const encode = (values: readonly unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** Asks a list for what comes after a cursor; the sort and the words only where it has them. */
async function ask(list: Asked, after: string | null, sort: string, search: string | null) {
  const { document, variables } = await rightRequest(list, stage);
  const at = list.road.length - 1;
  const wanted: Record<string, unknown> = { after, first: 1, sort, search, near: PLACE, status: ['WAITING'] };
  if (list.name === 'Query.payouts') wanted.status = 'REQUESTED';
  if (list.name.endsWith('.disputes')) wanted.status = ['ESCALATED'];
  for (const { name } of list.road[at]!.args) if (name in wanted) variables[`a${at}_${name}`] = wanted[name];
  return send(world, stage.token, { document, variables });
}

describe('a cursor that somebody made', () => {
  test.each(LISTS.map((list) => [list.name, list] as const))(
    'to %s is refused or followed, and breaks nothing',
    async (_name, list) => {
      const hasSorts = list.road.at(-1)?.args.some(({ name }) => name === 'sort');
      const findings: string[] = [];
      for (const [sort, search] of (hasSorts ? SORTS : ['']).flatMap(
        (each) =>
          [
            [each, null],
            [each, 'keripik'],
          ] as const,
      )) {
        if (!hasSorts && search) continue;
        const cursor = /"cursor":"([\w-]+)"/.exec((await ask(list, null, sort, search)).body)?.[1];
        const real: unknown[] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString() || 'null') ?? [];
        expect(real.length).toBeGreaterThan(0);
        const forged = real.flatMap((_value, at) => FORGED.map((value) => real.with(at, value)));
        for (const values of [...forged, [], real.slice(1), [...real, 1], real.toReversed()]) {
          const fault = faultIn(await ask(list, encode(values), sort, search));
          if (fault) findings.push(`${sort} ${search} ${JSON.stringify(values).slice(0, 100)}: ${fault}`);
        }
      }
      expect(findings).toEqual([]);
    },
    60_000,
  );
});
