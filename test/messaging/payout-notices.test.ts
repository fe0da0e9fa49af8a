import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PayoutResult, recordPayoutResults } from '../../api/ledger/payouts/record-results.ts';
import { Message } from '../../api/messaging/index.ts';
import { PAYOUT_NOTICES } from '../../api/messaging/payout-notices.ts';
import { TEMPLATES } from '../../simulators/whatsapp/templates.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aBatch, aCurator, anEarner, ask, type Earner, earn } from '../support/makers/payouts.ts';
import { openWorld, type World } from '../support/world.ts';
import { noticesAt } from './outbox-bench.ts';

let world: World;
let curator: Person;
beforeAll(async () => {
  world = await openWorld();
  curator = await aCurator(world);
});
afterAll(() => world.close());

const LINK = 'http://localhost:4000/jual';

/** A payout of 60,000 in a batch, of which the bank has yet to say something. */
async function batched(): Promise<{
  shop: Earner;
  say(result: keyof typeof PayoutResult, reason?: string): Promise<void>;
}> {
  const shop = await anEarner(world, 60_000);
  const { id: payoutId } = await ask(world, shop);
  const { id: batchId } = await aBatch(world, curator);
  return {
    shop,
    async say(result, reason) {
      const outcome = { payoutId, result: PayoutResult[result], reason: reason ?? null };
      await recordPayoutResults(world.context(curator.actor), batchId, [outcome]);
    },
  };
}

/** What the owner of a shop was told of its payouts: template and parameters after the shop's name. */
function toldTo({ owner, seller }: Earner): string[][] {
  return noticesAt(world, owner.account.phone)
    .filter(([template]) => template.startsWith('seller_payout'))
    .map(([template, shop, ...rest]) => {
      expect(shop).toBe(seller.name);
      return [template, ...rest];
    });
}

describe('the owners of a shop', () => {
  test.each(PAYOUT_NOTICES)('$on: the provider knows $template, and the words are as many as it takes', (notice) => {
    const payout = { amount: 1, status: 'PAID', reason: null } as never;
    const words = notice.parameters({ payout, shop: '', account: '', link: '' });
    expect(words).toHaveLength(TEMPLATES[notice.template]?.parameters.length ?? -1);
  });

  test('are told that a payout was sent, once, and that it came back days later', async () => {
    const { shop, say } = await batched();
    await say('PAID');
    await say('PAID');
    await world.runJobs();
    const account = expect.stringMatching(/^BCA •••• \d{4}$/);
    expect(toldTo(shop)).toEqual([['seller_payout_paid', 'Rp60.000', account, LINK]]);
    await say('RETURNED', 'Rekening tutup.');
    await world.runJobs();
    expect(toldTo(shop).at(-1)).toEqual(['seller_payout_returned', 'Rp60.000', account, 'Rekening tutup', LINK]);
    expect(toldTo(shop)).toHaveLength(2);
  });

  test('are told why a payout failed, also when it was set against a debt; staff are not', async () => {
    const { shop, say } = await batched();
    const staff = await aPerson(world, { roles: [['SELLER_STAFF', shop.seller.key]] });
    await say('FAILED', 'Nomor salah');
    const owing = await anEarner(world, 60_000);
    await ask(world, owing);
    await earn(world, owing.money, -15_000);
    await aBatch(world, curator).catch(() => null);
    await world.runJobs();
    expect(toldTo(shop).map(([template, , , reason]) => [template, reason])).toEqual([
      ['seller_payout_failed', 'Nomor salah'],
    ]);
    expect(toldTo(owing)[0]?.[3]).toContain('kewajiban');
    expect(noticesAt(world, staff.account.phone)).toEqual([]);
  });

  test('are not told what is no longer true when the message leaves', async () => {
    const { shop, say } = await batched();
    await say('PAID');
    await say('RETURNED', 'Rekening tutup');
    await world.runJobs();
    expect(toldTo(shop).map(([template]) => template)).toEqual(['seller_payout_returned']);
  });

  test('are told by messages that hold no number of an account', async () => {
    const messages = await world
      .context()
      .em.fork()
      .find(Message, { template: { $like: 'seller_payout%' } });
    expect(messages.length).toBeGreaterThan(0);
    expect(JSON.stringify(messages)).not.toMatch(/\b41\d{8}\b/);
    expect(world.logged()).not.toMatch(/\b41\d{8}\b/);
  });
});
