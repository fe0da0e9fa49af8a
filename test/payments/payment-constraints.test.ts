import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestRefund } from '../../api/payments/index.ts';
import { brokenConstraint, inTransaction } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { openWorld, type World } from '../support/world.ts';
import { aPaidPayment } from './a-paid-payment.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What the database says to a statement by the program's own role: the constraint that it breaks, or done. */
const said = (sql: string, values: readonly unknown[]): Promise<string | null> =>
  inTransaction(world.context(), (tx) => tx.execute(sql, [...values])).then(() => 'done', brokenConstraint);

/** A refund row beside the program. */
const owe = (paymentKey: string, amount: number, changes: object = {}) => {
  const row = { id: newKey(), payment_id: paymentKey, amount, status: 'DUE', reason: 'x', created_at: new Date() };
  const once = { refund_key: newKey(), effect: newKey() };
  return said(
    `insert into refund select (jsonb_populate_record(null::refund, ?::jsonb || jsonb_build_object('payer_id', p.payer_id))).*
       from payment p where p.id = ?`,
    [JSON.stringify({ ...row, ...once, ...changes }), paymentKey],
  );
};

describe('the database guards payments against everybody', () => {
  test('rule 2: refunds of a payment never exceed what was paid; those that were called off do not count', async () => {
    const { key } = await aPaidPayment(world); // 25,000
    expect(await owe(key, 25_001)).toBe('refunds_within_paid');
    expect(await owe(key, 20_000)).toBe('done');
    expect(await owe(key, 5_001)).toBe('refunds_within_paid');
    expect(await owe(key, 4_000)).toBe('done');
    expect(await owe(key, 1_001)).toBe('refunds_within_paid');
    expect(await said(`update refund set status = 'FAILED' where payment_id = ? and amount = 4000`, [key])).toBe(
      'done',
    );
    expect(await owe(key, 5_001)).toBe('refunds_within_paid');
    expect(await owe(key, 5_000)).toBe('done');
  });

  test('rule 2: a refund that went out leaves no room for another: it is not called off, not deleted and keeps its figures', async () => {
    const { key } = await aPaidPayment(world);
    const { key: another } = await aPaidPayment(world);
    await owe(key, 25_000);
    const change = (set: string) => said(`update refund set ${set} where payment_id = ?`, [key]);
    const remove = () => said('delete from refund where payment_id = ?', [key]);
    expect(await remove()).toBe('payment_rows_stay');
    const moves = 'refund_status_moves_by_table';
    const kept = 'refund_keeps_its_figures';
    expect(await change(`status = 'DONE', done_at = now()`)).toBe(moves);
    // Somebody else's key it takes over only as it is sent.
    for (const otherwise of ['', `, status = 'TASK'`])
      expect(await change(`refund_key = 'by-hand'${otherwise}`)).toBe(kept);
    expect(await change(`status = 'SENT', sent_at = now(), sent_by = 'PROVIDER', refund_key = 'by-hand'`)).toBe('done');
    for (const back of ['FAILED', 'DUE', 'TASK']) expect(await change(`status = '${back}'`)).toBe(moves);
    expect(await change(`status = 'DONE', done_at = now()`)).toBe('done');
    for (const back of ['FAILED', 'DUE', 'TASK', 'SENT']) expect(await change(`status = '${back}'`)).toBe(moves);
    for (const figure of ['amount = 1', `payment_id = '${another}'`, 'effect = id::text', 'refund_key = id::text'])
      expect(await change(figure)).toBe(kept);
    for (const figure of [`sent_at = sent_at - interval '1 day'`, `sent_by = 'TRANSFER'`, 'created_at = now()'])
      expect(await change(figure)).toBe(kept);
    expect(await remove()).toBe('payment_rows_stay');
    expect(await owe(key, 1)).toBe('refunds_within_paid');
  });

  test('a refund, a payment and a charge begin where they begin', async () => {
    const { key } = await aPaidPayment(world);
    const once = { status: 'DONE', done_at: new Date() };
    for (const change of [once, { status: 'FAILED' }, { status: 'SENT' }])
      expect(await owe(key, 1, change)).toBe('refund_status_moves_by_table');
    const copy = (table: string, column: string, changes: object) =>
      said(`insert into ${table} select (jsonb_populate_record(t, ?::jsonb)).* from ${table} t where ${column} = ?`, [
        JSON.stringify({ id: newKey(), ...changes }),
        key,
      ]);
    expect(await copy('payment', 'id', { reference: newKey() })).toBe('payment_status_moves_by_table');
    const other = { number: 2, provider_order_id: newKey(), provider_transaction_id: newKey() };
    expect(await copy('payment_attempt', 'payment_id', other)).toBe('payment_attempt_status_moves_by_table');
  });

  test('a payment and its charge go no way back, and stay', async () => {
    const { key } = await aPaidPayment(world);
    const payment = (set: string) => said(`update payment set ${set} where id = ?`, [key]);
    const attempt = (set: string) => said(`update payment_attempt set ${set} where payment_id = ?`, [key]);
    for (const back of ['STARTING', 'PENDING', 'CANCELLED'])
      expect(await payment(`status = '${back}'`)).toBe('payment_status_moves_by_table');
    expect(await payment('reference = payer_id')).toBe('paid_total_never_falls');
    for (const back of ['STARTING', 'PENDING', 'DENIED'])
      expect(await attempt(`status = '${back}'`)).toBe('payment_attempt_status_moves_by_table');
    expect(await said('delete from payment_attempt where payment_id = ?', [key])).toBe('payment_rows_stay');
    expect(await said('delete from payment where id = ?', [key])).toBe('payment_rows_stay');
  });

  test('two refunds at the same moment see each other, also beside the program', async () => {
    const { key } = await aPaidPayment(world);
    const both = await Promise.all([owe(key, 20_000), owe(key, 20_000)]);
    expect(both.sort()).toEqual(['done', 'refunds_within_paid']);
  });

  test('one refund of an effect and of a key', async () => {
    const { key } = await aPaidPayment(world);
    const wanted = { paymentKey: key, amount: 1_000, reason: 'Uji', effect: newKey() };
    const { effect, refundKey } = await inTransaction(world.context(), (tx) => requestRefund(tx, wanted));
    expect(await owe(key, 1, { effect })).toBe('refund_effect_once');
    expect(await owe(key, 1, { refund_key: refundKey })).toBe('refund_key_once');
  });

  test('what a payment asks and got is never taken back', async () => {
    const { key } = await aPaidPayment(world);
    const change = (set: string) => said(`update payment set ${set} where id = ?`, [key]);
    expect(await change('paid_total = paid_total - 1')).toBe('paid_total_never_falls');
    expect(await change('amount = amount + 1')).toBe('paid_total_never_falls');
    expect(await change('reversed_total = paid_total + 1')).toBe('payment_reversed_total_within_paid');
    expect(await change('reversed_total = 1')).toBe('done');
    expect(await change('reversed_total = 0')).toBe('paid_total_never_falls');
    expect(await change('paid_total = paid_total + 1')).toBe('done'); // paid twice
  });

  test('one payment of a reference, one charge of a number and of an id at the provider', async () => {
    const { key } = await aPaidPayment(world);
    const copy = (table: string, column: string, changes: object) =>
      said(`insert into ${table} select (jsonb_populate_record(t, ?::jsonb)).* from ${table} t where ${column} = ?`, [
        JSON.stringify({ id: newKey(), status: 'STARTING', ...changes }),
        key,
      ]);
    expect(await copy('payment', 'id', {})).toBe('payment_once_per_reference');
    const [number, provider_order_id, provider_transaction_id] = [2, newKey(), newKey()];
    const attempt = (changes: object) => copy('payment_attempt', 'payment_id', changes);
    expect(await attempt({ provider_order_id, provider_transaction_id })).toBe('payment_attempt_number');
    expect(await attempt({ number, provider_transaction_id })).toBe('payment_attempt_provider_order_id');
    expect(await attempt({ number, provider_order_id })).toBe('payment_attempt_provider_transaction_id');
    const half = { number, provider_order_id, provider_transaction_id, settled_amount: 1 };
    expect(await attempt(half)).toBe('payment_attempt_settled_all_or_nothing');
  });
});
