import type { Target } from '../kills.ts';
import type { MarkedPoint } from '../points/points.ts';

/** A program in which one guard is off. Some break it in the source, some in the database. */
export interface Mutant {
  readonly name: string;
  /** One file, and what stands in it instead of what; the text must be there exactly. */
  readonly source?: { readonly file: string; readonly from: string; readonly to: string };
  /** Done to the database as its superuser, before people come. */
  readonly sql?: string;
  /** What finds it out: the beginning of a violation. That nothing comes to rest is no proof by itself. */
  readonly foundBy: RegExp;
  /** What is killed; web processes and the worker when left out. */
  readonly targets?: readonly Target[];
  /** Gives a row as soon as the guard has been needed; it is waited for after the kills. */
  readonly neededWhen?: string;
  /** Where a process has to die for the guard to be needed, instead of random kills. */
  readonly diesAt?: readonly MarkedPoint[];
}

/** One for each guard that the invariants lean on: a run over each must find a violation. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'the limit of stock is off, in the program and in the database',
    foundBy: /^I4: variant/,
    source: {
      file: 'api/inventory/move-stock.ts',
      from: 'on_hand + d_on_hand >= reserved + d_reserved and reserved + d_reserved >= 0 as enough from locked',
      to: 'true as enough from locked',
    },
    sql: 'alter table stock drop constraint stock_reserved_within_on_hand',
  },
  {
    // Nothing else holds this: both numbers stay within the limit, and the pieces of a rival are forgotten.
    name: 'stock that is moved is not locked',
    foundBy: /^I4: variant .*(orders hold|movements say)/,
    source: {
      file: 'api/inventory/move-stock.ts',
      from: ' order by s.variant_id for no key update of s',
      to: ' order by s.variant_id',
    },
    // A number and its movements are written by one statement: they differ as soon as two moved the same pieces at once.
    neededWhen: `select from stock s where s.reserved <> (
      select coalesce(sum(m.reserved_delta), 0) from stock_movement m where m.variant_id = s.variant_id)`,
  },
  {
    // Both belts: the row of the payment, and before it that of its order. Where a code is paid at a counter, both web processes and the worker ask at once.
    // The pause breaks nothing by itself: with the locks others wait for as long, without them they look meanwhile.
    name: 'a payment is not locked, nor its order, when the provider has answered',
    foundBy: /^I5: the provider got/,
    source: {
      file: 'api/payments/lock-payment.ts',
      from: `  await tx.context.paymentReferences.lock(tx, reference);
  const payment = await lockPayment(tx, reference);
  if (!payment) throw new Error(\`payment \${paymentKey} is gone\`);
  return { payment, attempts: await attemptsOf(tx, payment) };`,
      to: `  const payment = await tx.findOne(Payment, { reference }, { refresh: true });
  if (!payment) throw new Error(\`payment \${paymentKey} is gone\`);
  const attempts = await attemptsOf(tx, payment);
  if (attempts.some(({ part }) => part !== null)) await new Promise((later) => setTimeout(later, 1000));
  return { payment, attempts };`,
    },
    neededWhen: `select from event where name = 'PaymentPartSettled' group by subject->>'attemptKey' having count(*) > 1`,
  },
  {
    name: 'signatures of notifications are not looked at',
    foundBy: /^M3:/,
    source: {
      file: 'api/payments/midtrans/midtrans-notification.ts',
      from: 'if (!isSignedWith(serverKey,',
      to: "if (serverKey === '' && !isSignedWith(serverKey,",
    },
  },
  {
    name: 'the status that a notification claims is believed',
    foundBy: /^I[12]:/,
    source: {
      file: 'api/payments/ask-provider.ts',
      from: '    await refreshAttempt(ctx, attemptKey);',
      to: `    const claimed = await ctx.em.fork().find(PaymentNotification, { attemptKey, handledAt: null });
    if (claimed.some(({ claimedStatus }) => claimedStatus === 'settlement')) {
      const { PaymentAttempt } = await import('./payment-attempt.ts');
      const { applyState } = await import('./apply-state.ts');
      const attempt = await ctx.em.fork().findOneOrFail(PaymentAttempt, { key: attemptKey });
      const told = claimed.map(({ body }) => JSON.parse(body) as { transaction_id?: string })[0];
      const instructions = attempt.instructions ?? ({} as never);
      await applyState(ctx, attemptKey, {
        ...{ providerOrderId: attempt.providerOrderId, transactionId: attempt.providerTransactionId ?? told?.transaction_id ?? '', status: 'SETTLED' },
        ...{ amount: attempt.amount, currency: 'IDR', merchantId: null, refunds: [], isPartlyDisputed: false },
        ...{ instructions, answer: {} },
      });
    } else await refreshAttempt(ctx, attemptKey);`,
    },
  },
  {
    name: 'money is taken in each time it is told of',
    foundBy: /^I[356]:/,
    source: {
      file: 'api/payments/apply-state.ts',
      from: 'if (!isSettled(before) && isSettled(attempt.status)) {',
      to: 'if (isSettled(attempt.status)) {',
    },
  },
  {
    name: 'an order placed with the same key is not looked for',
    foundBy: /^I8:/,
    source: {
      file: 'api/orders/place-order.ts',
      from: 'if (before.placedKey) return',
      to: "if (before.placedKey === 'never') return",
    },
    sql: 'alter table orders drop constraint orders_idempotency_once',
    diesAt: Array.from({ length: 4 }, () => ({ maker: 'web', point: 'after commit of PaymentOpened' })),
  },
  {
    name: 'the ledger may be rewritten',
    foundBy: /^I5: the program may/,
    sql: `do $$ declare named text; begin
      foreach named in array array['ledger_account', 'ledger_transaction', 'ledger_line'] loop
        execute format('drop trigger ledger_is_kept on %I', named);
        execute format('grant update, delete on %I to berjubel_app', named);
      end loop; end $$`,
  },
  {
    name: 'a refund is sent under another key each time',
    foundBy: /^I[56]:/,
    source: {
      file: 'api/payments/send-refund.ts',
      from: 'refund(providerOrderId, refund.refundKey, amount, reason)',
      to: 'refund(providerOrderId, crypto.randomUUID(), amount, reason)',
    },
    diesAt: Array.from({ length: 4 }, () => ({ maker: 'worker', point: 'after call of midtrans refund' })),
  },
  {
    name: 'jobs of workers that died stay theirs',
    foundBy: /^I9: (job|not quiet)/,
    source: {
      file: 'api/platform/jobs/worker.ts',
      from: 'const looking = setInterval(() => void free(), LOOK_FOR_DEAD_MS);',
      to: 'const looking = setInterval(() => void free, LOOK_FOR_DEAD_MS);',
    },
    targets: ['worker'],
  },
  {
    name: 'a database that is away is a fault',
    foundBy: /^F3:/,
    source: {
      file: 'api/platform/database/is-away.ts',
      from: 'for (let at: unknown = error, depth = 0;',
      to: 'for (let at: unknown = null, depth = error ? 0 : 0;',
    },
    targets: ['postgres'],
  },
  {
    name: 'the room of cancelled parcels is not given back',
    foundBy: /^I10:/,
    source: {
      file: 'api/orders/parcel-effects.ts',
      from: 'giveRoomBack(tx, order.pickupPointKey, moving.length);',
      to: 'giveRoomBack(tx, order.pickupPointKey, 0 * moving.length);',
    },
  },
  {
    name: 'a refund of pieces is not noted on their lines',
    foundBy: /^I6:/,
    source: {
      file: 'api/orders/refunds/owe-refund.ts',
      from: '  await takeLines(tx, wanted.lines);',
      to: '  if (amount < 0) await takeLines(tx, wanted.lines);',
    },
    sql: `do $$ declare named text; begin
      foreach named in array array['parcel', 'parcel_refund', 'order_line'] loop
        execute format('drop trigger refunds_add_up on %I', named);
      end loop; end $$`,
  },
  {
    name: 'pieces that a shop does not have are put back on sale',
    foundBy: /^I4: variant/,
    source: {
      file: 'api/orders/refunds/count-off-missing.ts',
      from: '  await writeOffStock(tx, missing, cause);',
      to: '  if (missing.length < 0) await writeOffStock(tx, missing, cause);',
    },
    neededWhen: `select from parcel_refund r where r.kind = 'LINES' and not exists (
      select from event e where e.name = 'ParcelCollected' and e.subject->>'parcelKey' = r.parcel_id::text and e.at < r.at)`,
  },
  {
    name: 'what is owed to buyers is booked elsewhere',
    foundBy: /^I5:/,
    source: {
      file: 'api/ledger/refund-postings.ts',
      from: 'const owed = { account: REFUND_DUE, amount: -sumOf(lines) };',
      to: "const owed = { account: { kind: 'BANK', ownerKey: null } as const, amount: -sumOf(lines) };",
    },
  },
  {
    name: 'the use of a voucher is never given back',
    foundBy: /^I7:/,
    source: {
      file: 'api/carts/vouchers/redeem-voucher.ts',
      from: 'update voucher set uses = uses - 1',
      to: 'update voucher set uses = uses - 0',
    },
  },
  {
    name: 'what came twice goes back although a bank took one of the two charges',
    foundBy: /^I[26]:/,
    source: {
      file: 'api/payments/reverse-attempt.ts',
      from: 'calledOff: fallsAway ? [fallsAway] : []',
      to: 'calledOff: fallsAway ? [] : []',
    },
    neededWhen: `select from ledger_transaction t join payment_attempt a on t.effect = 'reversed:' || a.id
      join refund r on r.payment_id = a.payment_id and r.effect like 'overpaid:%' where r.sent_at is null or r.sent_at > t.at`,
  },
];
