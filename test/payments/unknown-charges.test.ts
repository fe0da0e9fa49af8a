import { afterAll, beforeAll, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { PaymentAttempt } from '../../api/payments/payment-attempt.ts';
import { PaymentNotification } from '../../api/payments/payment-notification.ts';
import { takeUpAgain } from '../../api/payments/take-up-again.ts';
import { openWorld, type World } from '../support/world.ts';
import { aNotice, aPaidPayment, aWaitingPayment, postNotice, settled } from './a-paid-payment.ts';
import { stageAt } from './a-provider.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const kept = (providerOrderId: string) =>
  world
    .context()
    .em.fork()
    .find(PaymentNotification, { providerOrderId }, { orderBy: { receivedAt: 'asc' } });
const tasksAbout = async (id: string) =>
  (await world.context().em.fork().find(Task, {})).filter(({ once }) => once.includes(`:${id}:`));
const rename = (from: string, to: string) =>
  world.context().em.fork().nativeUpdate(PaymentAttempt, { providerOrderId: from }, { providerOrderId: to });

async function anHourLater(): Promise<void> {
  await world.advance(3_601);
  await takeUpAgain.run({} as never, world.context());
  await world.runJobs();
}

/** Money at the provider for a charge that is not in our books under its id; gives that id. */
async function unknownMoney(): Promise<string> {
  const payment = await aPaidPayment(world);
  const id = await payment.providerOrderId();
  await rename(id, `${id}-gone`);
  return id;
}

test('a genuine one is kept once for each body and answered with 404; a forged one leaves nothing', async () => {
  const notice = aNotice('BJ-NOBODY-a1');
  expect([await postNotice(world, notice), await postNotice(world, notice)]).toEqual([404, 404]);
  expect(await postNotice(world, { ...notice, signature_key: 'f'.repeat(128) })).toBe(401);
  expect(await kept('BJ-NOBODY-a1')).toMatchObject([{ attemptKey: null, deliveries: 2, handledAt: null }]);
});

test('of which the provider holds no money is no task, and is not asked about again', async () => {
  await postNotice(world, aNotice('BJ-NOMONEY-a1'));
  await anHourLater();
  expect(await tasksAbout('BJ-NOMONEY-a1')).toEqual([]);
  expect((await kept('BJ-NOMONEY-a1'))[0]?.handledAt).not.toBeNull();
});

test('of which the provider holds money is one task after an hour, however many tell of it', async () => {
  const id = await unknownMoney();
  expect(await postNotice(world, aNotice(id, { n: 1 }))).toBe(404);
  await takeUpAgain.run({} as never, world.context());
  await world.runJobs();
  expect(await tasksAbout(id)).toEqual([]);
  await anHourLater();
  await postNotice(world, aNotice(id, { n: 2 }));
  await anHourLater();
  expect(await tasksAbout(id)).toMatchObject([{ kind: 'RECONCILIATION', amount: 25_000, doneAt: null }]);
});

test.each(['a repetition finds', 'nobody repeats, and the look finds'])(
  'that outran our commit is handled as usual when %s the charge',
  async (how) => {
    const payment = await aWaitingPayment(world);
    const id = await payment.providerOrderId();
    const notice = aNotice(id, { how });
    await stageAt(world.midtrans.url).control('faults/notifications', { kind: 'drop', times: 1 });
    await stageAt(world.midtrans.url).control('pay', { id });
    await settled(world);
    await rename(id, `${id}-soon`);
    expect(await postNotice(world, notice)).toBe(404);
    await rename(`${id}-soon`, id);
    if (how === 'a repetition finds') {
      expect(await postNotice(world, notice)).toBe(200);
      await world.runJobs();
    } else await anHourLater();
    expect(await payment.status()).toBe('PAID');
    const [attempt] = await payment.attempts();
    expect((await kept(id)).at(-1)).toMatchObject({ attemptKey: attempt!.key });
    expect((await kept(id)).every(({ handledAt }) => handledAt !== null)).toBe(true);
    expect(await tasksAbout(id)).toEqual([]);
  },
);
