import type { FastifyInstance, FastifyReply } from 'fastify';
import type { StageClock } from './clock.ts';
import { type Fault, type FaultPlan, readFault } from './faults.ts';
import { type NoticeFaults, readNoticeFault } from './notice-faults.ts';
import { asRecord } from './scope.ts';

/** What every simulator lets its tests pull: time and trouble. */
export interface StageStrings {
  clock: StageClock;
  faults: FaultPlan;
  noticeFaults: Pick<NoticeFaults<unknown>, 'add' | 'list' | 'clear'>;
  /** The kinds of call that a fault can name. */
  calls: string[];
  /** Reads a fault that only this simulator knows; undefined when it is a common one. */
  readOwnFault?: (given: Record<string, unknown>) => Fault | string | undefined;
}

/** Serves /__sim/advance, settled and faults: the part of the control plane that all simulators share. */
export function registerStageControl(app: FastifyInstance, strings: StageStrings): void {
  const { clock, faults, noticeFaults, calls, readOwnFault } = strings;

  app.post('/__sim/advance', async (request, reply) => {
    const { ms } = asRecord(request.body) ?? {};
    if (!Number.isSafeInteger(ms) || Number(ms) < 0)
      return refuseControl(reply, 400, 'ms is a whole number, 0 or more');
    await clock.advance(Number(ms));
    return { now: clock.now() };
  });

  app.get('/__sim/settled', async () => {
    clock.sync();
    await clock.settled();
    return { now: clock.now(), next: clock.next() };
  });

  app.post('/__sim/faults', (request, reply) => {
    const given = asRecord(request.body) ?? {};
    const fault = readOwnFault?.(given) ?? readFault(given, calls);
    if (typeof fault === 'string') return refuseControl(reply, 400, fault);
    faults.add(fault);
    return faults.list();
  });

  app.post('/__sim/faults/notifications', (request, reply) => {
    const fault = readNoticeFault(asRecord(request.body) ?? {});
    if (typeof fault === 'string') return refuseControl(reply, 400, fault);
    noticeFaults.add(fault);
    return noticeFaults.list();
  });

  app.delete('/__sim/faults', () => {
    faults.clear();
    noticeFaults.clear();
    return {};
  });
}

/** Answers a control call that cannot be done, with the reason in a sentence. */
export function refuseControl(reply: FastifyReply, status: number, error: string): FastifyReply {
  return reply.code(status).send({ error });
}
