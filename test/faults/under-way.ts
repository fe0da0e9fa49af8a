import { setTimeout as pause } from 'node:timers/promises';
import { JOBS_OF_THE_LIVING } from '../../api/platform/jobs/worker-presence.ts';
import type { Target } from './kills.ts';
import type { Clients } from './people/client.ts';

/** How long an act waits for something to hit, in milliseconds. */
const PATIENCE_MS = 5000;

/** What is looked at. */
type Seen = Pick<Clients, 'openCheckouts'> & { readonly stage: Pick<Clients['stage'], 'rows'> };

/** Waits until a kill of this target hits something; false when nothing came within some seconds. */
export async function comesUnderWay(clients: Seen, target: Target): Promise<boolean> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await pause(5))
    if (await isUnderWay(clients, target)) return true;
  return false;
}

/** Whether a kill of this target hits something: a checkout at a web process, a job that the worker is doing, a checkout anywhere at the database. */
export async function isUnderWay({ openCheckouts, stage }: Seen, target: Target): Promise<boolean> {
  if (target === 'web 1') return openCheckouts[0]! > 0;
  if (target === 'web 2') return openCheckouts[1]! > 0;
  if (target === 'postgres') return openCheckouts[0]! + openCheckouts[1]! > 0;
  const [row] = await stage.rows<{ jobs: number }>(JOBS_OF_THE_LIVING);
  return (row?.jobs ?? 0) > 0;
}
