import { MUTANTS, type Mutant } from '../../faults/mutants/mutants.ts';

/** One file, and what stands in it instead of what; the text must be there exactly once. */
export type SourceChange = NonNullable<Mutant['source']>;

/** A program in which the guard of a bar is off: wherever it is held, in the source and in the database. */
export interface BarMutant {
  readonly bar: string;
  readonly name: string;
  readonly changes: readonly SourceChange[];
  /** Done to the migrated database as its owner, before any test. */
  readonly sql?: string;
  /** What the bar's test says when it finds it out: the beginning of what failed. */
  readonly foundBy: RegExp;
  /** How often the bar is tried, as by `--count`; as often as in the usual run of all tests when left out. */
  readonly count?: number;
}

/** For each bar at least one: `npm run bars -- --mutants` wants its test to fail over it, and by what it asserts. */
export const BAR_MUTANTS: readonly BarMutant[] = [
  {
    bar: 'M1',
    ...guardOf('money is taken in each time it is told of'),
    count: 30,
    foundBy: /^AssertionError: expected \[.* (?:to have a length of 30 but got|to deeply equal \[ 30, 30, 30 \])/,
  },
  {
    bar: 'M2',
    name: 'the answer that came last is believed',
    count: 24,
    changes: [
      {
        file: 'api/payments/attempt-status.ts',
        from: 'return RANKS[seen] > RANKS[known] ? seen : known;',
        to: 'return seen;',
      },
    ],
    // The database keeps a status to its table as well.
    sql: 'drop trigger payment_attempt_status_moves_by_table on payment_attempt',
    foundBy: /^AssertionError: expected \[ …\(\d+\) \] to deeply equal \[ Array\(1\) \]/,
  },
  {
    bar: 'M3',
    ...guardOf('the status that a notification claims is believed'),
    foundBy: /^AssertionError: expected \[ \{ …\(5\) \}.* to deeply equal \[ \{ …\(5\) \}/,
  },
  {
    bar: 'M3',
    ...guardOf('signatures of notifications are not looked at'),
    foundBy: /^AssertionError: expected \[ \[ 200 \], .* to deeply equal \[ \[ 401 \]/,
  },
  {
    bar: 'M4',
    name: 'the poller asks for nothing',
    count: 7,
    changes: [
      {
        file: 'api/payments/poll-provider.ts',
        from: '      queueJob(tx, askProvider, { attemptKey: attempt.key });',
        to: '      if (attempt.asks < 0) queueJob(tx, askProvider, { attemptKey: attempt.key });',
      },
    ],
    foundBy: /^AssertionError: expected \[ \{ payment: .* to deeply equal \[\]/,
  },
  {
    bar: 'M5',
    name: 'a charge without an answer is charged anew, neither tried again under its key nor asked about',
    count: 40,
    changes: [
      {
        file: 'api/payments/midtrans/midtrans-call.ts',
        from: 'if (attempt >= RETRIES) throw',
        to: 'if (attempt <= RETRIES) throw',
      },
      {
        file: 'api/payments/charge-attempt.ts',
        from: "    attempt.status = 'UNKNOWN';\n",
        to: `    attempt.status = 'UNKNOWN';
    const { addAttempt } = await import('./open-payment.ts');
    const payment = await tx.findOneOrFail(Payment, { key: paymentKey });
    await addAttempt(tx, payment, attempt.number + 1, payment);
`,
      },
      {
        // Whatever comes to light later is called off.
        file: 'api/payments/apply-state.ts',
        from: "if (state.status === 'PENDING' && isNews && !wanted)",
        to: "if (state.status === 'PENDING' && isNews && !wanted && attempts.length === 0)",
      },
    ],
    foundBy: /^AssertionError: expected .* to have a length of 1 but got 2/,
  },
  {
    bar: 'M6',
    ...guardOf('an order placed with the same key is not looked for'),
    foundBy: /^AssertionError: expected \d+ to be 1 /,
  },
  {
    bar: 'M7',
    name: 'money for an order whose goods are gone is kept',
    changes: [
      {
        file: 'api/orders/payment-listeners.ts',
        from: '  await oweAll(tx, locked);\n',
        to: "  if (order.paymentStatus === 'PAID') await oweAll(tx, locked);\n",
      },
    ],
    foundBy: /^AssertionError: expected \[.* to deeply equal \[ 'REFUND(?:ED|_DUE)'/,
  },
  {
    bar: 'M8',
    name: 'what has just been paid is handed over, although the bank may take the money back',
    changes: [
      { file: 'api/orders/collect-parcel.ts', from: '  refuseJustPaid(tx, order);', to: '  refuseJustPaid.length;' },
    ],
    foundBy: /^Error: promise resolved .* instead of rejecting/,
  },
  {
    bar: 'M9',
    name: 'what was promised back before is not counted, by the program and by the database',
    count: 2,
    changes: [
      {
        file: 'api/orders/refunds/give-goodwill.ts',
        from: 'const left = refundableOf(parcel);',
        to: 'const left = parcel.total;',
      },
      {
        file: 'api/orders/refunds/owe-refund.ts',
        from: 'if (amount < 0 || amount > refundableOf(parcel))',
        to: 'if (amount < 0)',
      },
      { file: 'api/payments/request-refund.ts', from: 'if (wanted.amount > left)', to: 'if (wanted.amount < 0)' },
    ],
    sql: `drop trigger refunds_within_paid on refund;
      alter table parcel drop constraint parcel_refund_within_total;
      alter table orders drop constraint orders_refunded_within_due`,
    foundBy: /^AssertionError: expected \d+ to be less than or equal to \d+/,
  },
  {
    bar: 'M10',
    ...guardOf('the ledger may be rewritten'),
    foundBy: /^AssertionError: expected 'done' to be '42501'/,
  },
  {
    bar: 'M11',
    name: "the shop's part of a discount is not rounded",
    count: 500,
    changes: [
      {
        file: 'api/carts/vouchers/discount.ts',
        from: 'return Math.floor(discount / 100) * percent + Math.floor(((discount % 100) * percent + 50) / 100);',
        to: 'return (discount * percent) / 100;',
      },
    ],
    foundBy: /^Error: Property failed/,
  },
  {
    bar: 'M12',
    name: 'the limit of a voucher is off, in the program and in the database',
    count: 1,
    changes: [
      {
        file: 'api/carts/vouchers/redeem-voucher.ts',
        from: ' and coalesce(uses < limit_total, true)',
        to: '',
      },
    ],
    sql: 'alter table voucher drop constraint voucher_uses_within_limit',
    foundBy: /^AssertionError: expected \{ placed: \d+, refused: \d+ \} to deeply equal/,
  },
  {
    bar: 'S1',
    ...guardOf('the limit of stock is off, in the program and in the database'),
    foundBy: /^AssertionError: expected \[ 'OUT_OF_STOCK'.* to deeply equal \[ 'OUT_OF_STOCK'/,
  },
  {
    bar: 'S3',
    ...guardOf('stock that is moved is not locked'),
    foundBy: /^AssertionError: seed \d+, \d+ carts: expected/,
  },
  {
    bar: 'S4',
    name: 'an order that has ended is ended again by its timer',
    count: 12,
    changes: [
      {
        file: 'api/orders/fire-timer.ts',
        from: "if (order.paymentStatus !== 'AWAITING' || !isPast(order.payBy, now)) return;",
        to: 'if (!isPast(order.payBy, now)) return;',
      },
      // The tables of states hold it as well.
      {
        file: 'api/orders/move-order.ts',
        from: 'if (!row.from.includes(from)) refuse',
        to: 'if (row.from.length === 0) refuse',
      },
      {
        file: 'api/orders/move-parcels.ts',
        from: 'if (!row.from.includes(parcel.status)) refuse',
        to: 'if (row.from.length === 0) refuse',
      },
    ],
    foundBy: /^AssertionError: expected \{ code: .* to match object \{ paymentStatus: 'EXPIRED'/,
  },
  {
    bar: 'S5',
    name: 'stock is locked in any order, and what that blocks is not tried again',
    changes: [
      {
        file: 'api/inventory/move-stock.ts',
        from: '.sort(([a], [b]) => (a < b ? -1 : 1))',
        to: '.sort(() => Math.random() - 0.5)',
      },
      {
        file: 'api/inventory/move-stock.ts',
        from: ' order by s.variant_id for no key update of s',
        to: ' order by w.id for no key update of s',
      },
      {
        file: 'api/platform/database/transaction.ts',
        from: 'if (attempt >= ATTEMPTS || ',
        to: 'if (attempt >= 1 || ',
      },
    ],
    foundBy: /deadlock detected/,
  },
  {
    bar: 'S7',
    name: 'stock is written somewhere else, under no condition and no lock',
    changes: [
      {
        file: 'api/inventory/stock-left.ts',
        from: '  const byVariant = new Map(',
        to: "  await ctx.read.rows('update stock set reserved = 0 where reserved < 0', []);\n  const byVariant = new Map(",
      },
    ],
    foundBy: /^AssertionError: expected .*inventory\/stock-left\.ts/,
  },
  {
    bar: 'S7',
    name: 'the database lets less than nothing be reserved',
    changes: [],
    sql: 'alter table stock drop constraint stock_reserved_not_negative',
    foundBy: /^Error: promise resolved .* instead of rejecting/,
  },
  {
    bar: 'F6',
    name: 'the circuit never opens',
    changes: [
      {
        file: 'api/payments/midtrans/circuit-breaker.ts',
        from: '{ failures: 8, slowMs',
        to: '{ failures: Number.POSITIVE_INFINITY, slowMs',
      },
    ],
    foundBy: /^AssertionError: expected \d+ to be less than or equal to 2$/m,
  },
  {
    bar: 'F6',
    name: 'a charge is asked for within a transaction',
    changes: [
      {
        file: 'api/platform/database/outside-call.ts',
        from: 'if (within.getStore()) throw',
        to: 'if (within.getStore() && call.length === 0) throw',
      },
      {
        file: 'api/payments/charge-attempt.ts',
        from: '  const outcome = await ctx.paymentProvider.charge({',
        to: `  const chargeUnderLock = (request: Parameters<typeof ctx.paymentProvider.charge>[0]) =>
    inTransaction(ctx, async (tx) => {
      await lockFromBelow(tx, attempt.paymentKey);
      return ctx.paymentProvider.charge(request);
    });
  const outcome = await chargeUnderLock({`,
      },
    ],
    foundBy: /^AssertionError: expected \[ \{ ms: .* to deeply equal \[\]/,
  },
];

/** The guard that a mutant of the fault runs takes off. */
function guardOf(name: string): Pick<BarMutant, 'name' | 'changes' | 'sql'> {
  const { source, sql } = MUTANTS.find((mutant) => mutant.name === name)!;
  return { name, changes: source ? [source] : [], ...(sql && { sql }) };
}
