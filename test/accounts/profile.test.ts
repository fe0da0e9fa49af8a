import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntry, closeTask, grantRole, openTask, recordAudit, self, Task } from '../../api/accounts/index.ts';
import { ANONYMOUS, SYSTEM } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { aCurator, aPerson } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';
import { countOf } from './sign-in-bench.ts';

const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) {
  account { name locale } userErrors { code field message } } }`;
const NODE = 'query ($id: ID!) { node(id: $id) { id __typename } }';

describe('what is kept about a person', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test('a person changes name and language; what is left out stays', async () => {
    const { token } = await aPerson(world, { name: 'Tini' });
    await world.request(UPDATE, { input: { locale: 'EN' } }, { token });
    const answer = await world.request(UPDATE, { input: { name: ' Bu \u200b Tini\n' } }, { token });
    expect(answer.data).toEqual({ updateProfile: { account: { name: 'Bu Tini', locale: 'EN' }, userErrors: [] } });
  });

  test('a name of 81 characters is refused, one of 80 emoji is kept', async () => {
    const { token } = await aPerson(world);
    const long = await world.request(UPDATE, { input: { name: 'x'.repeat(81) } }, { token });
    expect(long.data).toEqual({
      updateProfile: {
        account: null,
        userErrors: [{ code: 'NAME_TOO_LONG', field: ['name'], message: 'Nama paling panjang 80 huruf.' }],
      },
    });
    const emoji = await world.request(UPDATE, { input: { name: '🌶'.repeat(80) } }, { token });
    expect(emoji.data).toMatchObject({ updateProfile: { userErrors: [] } });
  });

  test('rule 7: account, membership and device are there for their person alone', async () => {
    const mine = await aPerson(world, { roles: [['SELLER_OWNER', newKey()]] });
    const other = await aCurator(world);
    const { em } = world.context();
    const [membership] = await em.execute<{ id: string }[]>('select id from membership where account_id = ?', [
      mine.account.key,
    ]);
    const ids = [
      globalId('Account', mine.account.key),
      globalId('Membership', membership?.id ?? ''),
      globalId('Device', mine.actor.deviceKey ?? ''),
    ];
    for (const id of ids) {
      expect((await world.request(NODE, { id }, { token: mine.token })).data).toMatchObject({ node: { id } });
      expect(await world.request(NODE, { id }, { token: other.token })).toMatchObject({
        data: { node: null },
        errors: [],
      });
      expect((await world.request(NODE, { id })).data).toEqual({ node: null });
    }
  });

  test('rule 7: what belongs to one person is shown to nobody else, whoever reached it', async () => {
    const [mine, other] = [await aPerson(world), await aCurator(world)];
    const owned = [mine.account, { accountKey: mine.account.key, key: newKey() }];
    for (const source of owned) {
      expect(self.permits(source as never, world.context(mine.actor))).toBe(true);
      for (const actor of [other.actor, ANONYMOUS, SYSTEM])
        expect(self.permits(source as never, world.context(actor))).toBe(false);
    }
    expect(self.permits({} as never, world.context(ANONYMOUS))).toBe(false);
  });

  test('a task is there for curators alone', async () => {
    const ctx = world.context();
    const subject = { orderKey: newKey() };
    await inTransaction(ctx, (tx) =>
      openTask(tx, { kind: 'LOST_PARCEL', title: 'a', detail: 'b', subject, once: 'lost:1' }),
    );
    const { key } = await ctx.em.findOneOrFail(Task, { once: 'lost:1' });
    const id = globalId('Task', key);
    const [curator, person] = [await aCurator(world), await aPerson(world)];
    expect((await world.request(NODE, { id }, { token: curator.token })).data).toMatchObject({ node: { id } });
    expect(await world.request(NODE, { id }, { token: person.token })).toMatchObject({
      data: { node: null },
      errors: [],
    });
  });

  test('one cause opens one task, also ten times at once, and is closed once', async () => {
    const ctx = world.context();
    const task = { kind: 'PAYMENT_MISMATCH', title: 'a', detail: 'b', subject: {}, once: 'cause:1' } as const;
    await Promise.all(Array.from({ length: 10 }, () => inTransaction(ctx, (tx) => openTask(tx, task))));
    expect(await ctx.em.count(Task, { once: 'cause:1' })).toBe(1);
    await inTransaction(ctx, (tx) => closeTask(tx, 'cause:1', 'beres'));
    await inTransaction(ctx, (tx) => closeTask(tx, 'cause:1', 'lagi'));
    expect((await ctx.em.fork().findOneOrFail(Task, { once: 'cause:1' })).note).toBe('beres');
  });

  test('a role is granted once, also ten times at once', async () => {
    const { account } = await aPerson(world);
    const grants = Array.from({ length: 10 }, () =>
      inTransaction(world.context(), (tx) => grantRole(tx, account.key, 'CURATOR', null)),
    );
    await Promise.all(grants);
    const { read } = world.context();
    expect(await read.rows('select 1 from membership where account_id = $1', [account.key])).toHaveLength(1);
  });

  test('an audit entry is added by who acts and cannot be changed or taken away', async () => {
    const curator = await aCurator(world);
    await inTransaction(world.context(curator.actor), async (tx) =>
      recordAudit(tx, 'suspendSeller', { sellerKey: newKey() }, 'palsu'),
    );
    const ctx = world.context();
    const entry = await ctx.em.findOneOrFail(AuditEntry, { actorKey: curator.account.key });
    expect(entry).toMatchObject({ act: 'suspendSeller', reason: 'palsu', at: world.clock.now() });
    await expect(ctx.em.execute('update audit_entry set reason = null')).rejects.toThrow();
    await expect(ctx.em.execute('delete from audit_entry')).rejects.toThrow();
    expect(await countOf(world, 'audit_entry')).toBe(1);
  });
});
