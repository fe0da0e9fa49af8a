import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { StageClock } from '../../simulators/stage/clock.ts';
import { registerStageControl } from '../../simulators/stage/control.ts';
import { FaultPlan } from '../../simulators/stage/faults.ts';
import { NoticeFaults } from '../../simulators/stage/notice-faults.ts';
import { Randomness } from '../../simulators/stage/randomness.ts';

const HOUR_MS = 3_600_000;

test('who asks whether all is settled is answered when what has come due is done, and learns what comes next', async () => {
  let now = Date.parse('2026-11-29T01:00:00Z');
  const clock = new StageClock({ now: () => new Date(now) });
  const app = Fastify();
  const random = new Randomness(1);
  registerStageControl(app, {
    clock,
    faults: new FaultPlan(random),
    noticeFaults: new NoticeFaults(random),
    calls: [],
  });
  const done: string[] = [];
  const at = (hours: number): Date => new Date(now + hours * HOUR_MS);
  clock.schedule(at(1), async () => {
    await Promise.resolve();
    done.push('due');
  });
  clock.schedule(at(3), () => done.push('later'));
  const later = at(3);
  // Moved by somebody else: nobody has told the clock.
  now += 2 * HOUR_MS;
  const { body } = await app.inject({ method: 'GET', url: '/__sim/settled' });
  expect(done).toEqual(['due']);
  expect(JSON.parse(body)).toEqual({ now: new Date(now).toISOString(), next: later.toISOString() });
  clock.close();
  await app.close();
});
