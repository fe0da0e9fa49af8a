import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomKills, run } from './run.ts';

const SEED = 20261128;

test('F1: five kills -9 of web processes and the worker under load lose, double and oversell nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'berjubel-faults-'));
  const act = randomKills(['web 1', 'web 2', 'worker'], 5);
  const report = await run({ folder, seed: SEED, buyers: 8, thinkMs: 800, act });
  // Kept when something is violated: the log of the clients, the books of the provider and the database say how it came.
  expect({ folder, violations: report.violations }).toEqual({ folder, violations: [] });
  expect(report.kills?.hits ?? 0).toBeGreaterThanOrEqual(2);
  expect(report.orders).toBeGreaterThan(10);
  expect(report.forgeries).toBeGreaterThan(0);
  await rm(folder, { recursive: true, force: true });
}, 240_000);
