import { readFileSync } from 'node:fs';
import { systemClock } from '../../../api/platform/clock.ts';

/** Loaded into every process of the stage before its program: the machine's clock, moved forward by what a file says, so that
 *  deadlines of hours are reached by all processes at once. */
const file = process.env.STAGE_CLOCK ?? '';
let readAt = 0;
let aheadMs = 0;

/** The present instant on the stage. */
export function stageNow(): Date {
  const now = Date.now();
  if (now - readAt > 50) {
    readAt = now;
    aheadMs = Number(readFileSync(file, 'utf8')) || aheadMs;
  }
  return new Date(now + aheadMs);
}

if (file !== '') Object.assign(systemClock, { now: stageNow });
