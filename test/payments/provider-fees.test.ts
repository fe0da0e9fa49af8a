import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listProviderFees, setProviderFee } from '../../api/ledger/index.ts';
import { PaymentMethod } from '../../api/payments/index.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let curator: Person;
beforeAll(async () => {
  world = await openWorld();
  curator = await aCurator(world);
});
afterAll(() => world.close());

const SET = `mutation ($input: SetProviderFeeInput!) { setProviderFee(input: $input) {
  fee { method validFrom basisPoints flat isAssumed } userErrors { code field message } } }`;
const agreed = { method: 'QRIS', validFrom: '2026-12-01', basisPoints: 63, flat: 0 };

const set = (input: object, { token } = curator) => world.request<Set>(SET, { input }, { token });
interface Set {
  setProviderFee: { fee: object | null; userErrors: { code: string; field: string[] }[] };
}

describe("the provider's fees", () => {
  test('are assumed for every way of paying through it, until a curator enters what was agreed upon', async () => {
    const fees = await listProviderFees(world.context());
    const methods = Object.keys(PaymentMethod).filter((method) => method !== 'CASH');
    expect(fees.map(({ method }) => method).sort()).toEqual(methods.sort());
    expect(fees.every(({ isAssumed }) => isAssumed)).toBe(true);
    const { data } = await set(agreed);
    expect(data.setProviderFee).toEqual({ fee: { ...agreed, isAssumed: false }, userErrors: [] });
    const of = (await listProviderFees(world.context())).filter(({ method }) => method === 'QRIS');
    expect(of.map(({ validFrom, basisPoints, isAssumed }) => [validFrom, basisPoints, isAssumed])).toEqual([
      ['2026-12-01', 63, false],
      ['2026-01-01', 70, true],
    ]);
  });

  test('are entered once for a day: entered again, the last one counts, and both acts stand in the audit log', async () => {
    const once = { ...agreed, method: 'GOPAY' };
    await Promise.all(Array.from({ length: 5 }, () => set(once)));
    await set({ ...once, basisPoints: 150, flat: 100 });
    const of = (await listProviderFees(world.context())).filter(({ validFrom }) => validFrom === '2026-12-01');
    expect(of.find(({ method }) => method === 'GOPAY')).toMatchObject({ basisPoints: 150, flat: 100 });
    const acts = await world
      .context()
      .read.rows(
        `select subject, reason from audit_entry where act = 'setProviderFee' order by at desc, id desc limit 1`,
      );
    expect(acts).toEqual([{ subject: { method: 'GOPAY', validFrom: '2026-12-01' }, reason: '1.5 % + 100' }]);
  });

  test.each([
    [{ validFrom: '2026-02-30' }, 'DAY_INVALID', 'validFrom'],
    [{ validFrom: 'besok' }, 'DAY_INVALID', 'validFrom'],
    [{ basisPoints: -1 }, 'FEE_INVALID', 'basisPoints'],
    [{ basisPoints: 10_001 }, 'FEE_INVALID', 'basisPoints'],
    [{ flat: -1 }, 'FEE_INVALID', 'flat'],
    [{ method: 'CASH' }, 'METHOD_WITHOUT_FEE', 'method'],
  ])('%j is refused', async (changes, code, field) => {
    const { data } = await set({ ...agreed, ...changes });
    expect(data.setProviderFee).toMatchObject({ fee: null, userErrors: [{ code, field: [field] }] });
  });

  test('beyond what a rupiah holds are refused by the use case as well', async () => {
    const ctx = world.context(curator.actor);
    await expectRefusal(setProviderFee(ctx, { ...agreed, flat: 9_000_000_000_000_001 }), 'FEE_INVALID', ['flat'], {
      limit: '0-9000000000000000',
    });
  });
});
