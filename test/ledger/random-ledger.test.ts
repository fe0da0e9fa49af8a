import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeLedger } from '../../api/ledger/closing/close-ledger.ts';
import { balanceOf, LedgerAccountKind, post } from '../../api/ledger/index.ts';
import { type AccountName, ledgerAccountKey, naturalSign, OWNED_KINDS } from '../../api/ledger/ledger-account.ts';
import { inTransaction, sqlState } from '../../api/platform/database/transaction.ts';
import { atOnce, countOf, LONG, randomness, reached } from '../payments/bars/bar.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

/** Movements: 3,000 with every run of the tests, a million by `npm run bars -- --bar M10 --count 1000000`. */
const MOVEMENTS = countOf('M10', 3_000);
const WIDTH = 8;
/** Movements between two looks at the clock, and how often a past instant is asked for. */
const A_WHILE = 100;
const LOOKS = 300;
const SEED = 10;

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** All kinds of account, those with owners for three owners each. */
const owners = [randomUUID(), randomUUID(), randomUUID()];
const ACCOUNTS: readonly AccountName[] = Object.values(LedgerAccountKind).flatMap((kind): AccountName[] =>
  OWNED_KINDS.has(kind) ? owners.map((ownerKey) => ({ kind, ownerKey })) : [{ kind, ownerKey: null }],
);

/** What an account comes to from an instant on, by our own reckoning. */
interface Step {
  readonly at: number;
  readonly balance: number;
}

const history = new Map<string, Step[]>(ACCOUNTS.map((account) => [ledgerAccountKey(account), []]));

function reckon({ account, amount }: { account: AccountName; amount: number }, at: number): void {
  const steps = history.get(ledgerAccountKey(account))!;
  steps.push({ at, balance: (steps.at(-1)?.balance ?? 0) + amount });
}

/** What an account held at an instant by our own reckoning, with its natural sign. */
function reckoned(account: AccountName, at: number): number {
  const last = history.get(ledgerAccountKey(account))!.findLast((step) => step.at <= at);
  const balance = last?.balance ?? 0;
  return balance === 0 ? 0 : balance * naturalSign(account.kind);
}

describe('M10: random movements of money', () => {
  test(
    'keep the trial balance at nothing; every past balance can be had again, across closed days; nothing can be rewritten',
    async () => {
      const random = randomness(SEED);
      const pick = <Each>(list: readonly Each[]): Each => list[Math.floor(random() * list.length)]!;
      const begin = world.clock.now().getTime();
      let written = 0;
      let again = 0;
      for (let done = 0; done < MOVEMENTS; done += A_WHILE) {
        const now = world.clock.now().getTime();
        const wanted = Array.from({ length: Math.min(A_WHILE, MOVEMENTS - done) }, () => {
          const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
            account: pick(ACCOUNTS),
            amount: Math.floor(random() * 5_000_000_000) - 2_500_000_000,
          }));
          const rest = parts.reduce((total, { amount }) => total - amount, 0);
          return { effect: randomUUID(), memo: 'test', lines: [...parts, { account: pick(ACCOUNTS), amount: rest }] };
        });
        // Some are tried twice, also at once: they count once.
        const tried = [...wanted, ...wanted.filter(() => random() < 0.1)];
        await atOnce(tried, WIDTH, async (movement) => {
          if (!(await inTransaction(world.context(), (tx) => post(tx, movement)))) {
            again += 1;
            return;
          }
          written += 1;
          for (const line of movement.lines) reckon(line, now);
        });
        world.clock.advance(1 + Math.floor(random() * 20_000));
        if (random() < 0.3) await closeLedger(world.context());
      }
      const { read } = world.context();
      const [trial] = await read.rows<{ off: string; lines: string; closed: number }>(
        `select coalesce(sum(amount), 0)::text as off, count(*)::text as lines,
                (select count(*)::int from ledger_closing) as closed from ledger_line`,
      );
      expect(trial?.off).toBe('0');
      expect(trial?.closed).toBeGreaterThan(1);
      for (const account of ACCOUNTS)
        expect(await balanceOf(read, account)).toBe(reckoned(account, Number.POSITIVE_INFINITY));
      const span = world.clock.now().getTime() - begin;
      for (let look = 0; look < LOOKS; look += 1) {
        const account = pick(ACCOUNTS);
        const at = begin + Math.floor(random() * span);
        expect(await balanceOf(read, account, new Date(at))).toBe(reckoned(account, at));
      }
      for (const change of ['update ledger_line set amount = -amount', 'delete from ledger_transaction'])
        expect(await read.rows(change).then(() => 'done', sqlState)).toBe('42501');
      reached('M10', { movements: written, triedAgain: again, lines: trial!.lines, pastBalances: LOOKS, seed: SEED });
    },
    LONG,
  );
});
