import { afterAll, beforeAll, expect, test } from 'vitest';
import { OtpChallenge, Task } from '../../api/accounts/index.ts';
import { takeReports } from '../../api/messaging/delivery-reports.ts';
import type { MessageSender } from '../../api/messaging/index.ts';
import { Message } from '../../api/messaging/message.ts';
import { sendMessage } from '../../api/messaging/send-message.ts';
import { sendOtp } from '../../api/messaging/send-otp.ts';
import type { Context } from '../../api/platform/context.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { letRivalRunFirst } from '../support/rival.ts';
import { openWorld, type World } from '../support/world.ts';
import { askedForCode } from './outbox-bench.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const run = (ctx: Context, messageKey: string) => sendMessage.run({ messageKey } as never, ctx);
/** A context in which messages take another road. */
const through = (messageSender: MessageSender): Context => Object.assign(world.context(), { messageSender });

/** A code that waits to be sent, and news that it was read, up to its commit. */
async function aWaitingCode() {
  const { key } = await world.context().em.findOneOrFail(OtpChallenge, { phone: await askedForCode(world) });
  await sendOtp.run({ challengeKey: key, eventKey: key } as never, world.context());
  const message = await world.context().em.findOneOrFail(Message, { challengeKey: key });
  const providerId = `wamid.${key}`;
  const arrive = (tx: Tx) =>
    tx.execute(`update message set status = 'READ', provider_id = ?, read_at = now() where id = ?`, [
      providerId,
      message.key,
    ]);
  const now = () => world.context().em.findOneOrFail(Message, { key: message.key });
  return { key: message.key, challengeKey: key, providerId, arrive, now };
}

test('news that a message arrived comes while it is given up: it has arrived, and no task is made', async () => {
  const { key, arrive, now } = await aWaitingCode();
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const sending = run(
    through({
      isReal: false,
      async send() {
        asked.resolve();
        await answer.promise;
        return { kind: 'MISTAKE', code: 132_012, retryAfterSeconds: 0 };
      },
    }),
    key,
  );
  await asked.promise;
  const outcome = await letRivalRunFirst(world, arrive, () => {
    answer.resolve();
    return sending;
  });
  expect(outcome.status).toBe('fulfilled');
  expect(await now()).toMatchObject({ status: 'READ', failedAt: null, lastErrorCode: null });
  expect(await world.context().em.count(Task, { once: { $like: 'whatsapp:132012:%' } })).toBe(0);
});

test('news that a message arrived comes while its words are found to be true no more: it has arrived', async () => {
  const { key, challengeKey, arrive, now } = await aWaitingCode();
  const ctx = world.context();
  await ctx.em.nativeDelete(OtpChallenge, { key: challengeKey });
  const look = ctx.em.findOne.bind(ctx.em) as (...asked: unknown[]) => Promise<never>;
  Object.assign(ctx.em, {
    async findOne(...asked: unknown[]) {
      await inTransaction(world.context(), arrive); // the attempt has been counted and now looks at the words
      return look(...asked);
    },
  });
  await run(ctx, key);
  expect(await now()).toMatchObject({ status: 'READ', attempts: 1 });
});

test('older news of a message comes while newer is taken in: the newer stays', async () => {
  const { key, providerId, arrive, now } = await aWaitingCode();
  const delivered = { providerId, reference: key, status: 'delivered', at: world.clock.now(), code: null } as const;
  const outcome = await letRivalRunFirst(world, arrive, () => takeReports(world.context(), [delivered]));
  expect(outcome.status).toBe('fulfilled');
  expect(await now()).toMatchObject({ status: 'READ', deliveredAt: delivered.at });
});
