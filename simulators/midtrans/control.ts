import type { FastifyInstance } from 'fastify';
import { refuseControl, registerStageControl } from '../stage/control.ts';
import { asRecord } from '../stage/scope.ts';
import { CHANNEL_KEYS, type ChannelKey } from './channels.ts';
import { MOVES, type Move, mayMove, move } from './moves.ts';
import { CALLS, type Settings, type Simulation } from './simulation.ts';

/** The strings behind the stage, under /__sim: tests and demos pull them, the merchant's program never does. */
export function registerControl(app: FastifyInstance, simulation: Simulation): void {
  const { books, clock, courier, faults, requests, settings } = simulation;
  registerStageControl(app, { clock, faults, noticeFaults: courier.faults, calls: CALLS });

  for (const name of Object.keys(MOVES) as Move[]) {
    app.post(`/__sim/${name}`, async (request, reply) => {
      clock.sync();
      const { id, issuer } = asRecord(request.body) ?? {};
      const found = books.find(String(id));
      if (!found) return refuseControl(reply, 404, `no transaction ${String(id)}`);
      if (!mayMove(found, name)) return refuseControl(reply, 409, `cannot ${name} a transaction in ${found.status}`);
      move(simulation, found, name, typeof issuer === 'string' ? issuer : undefined);
      await books.saved();
      return found;
    });
  }

  app.get('/__sim/state', () => {
    clock.sync();
    return {
      now: clock.now(),
      transactions: books.list(),
      settings,
      faults: faults.list(),
      notificationFaults: courier.faults.list(),
    };
  });
  app.get<{ Querystring: { order?: string } }>('/__sim/requests', (request) => {
    const { order } = request.query;
    const mentions = (entry: unknown) => JSON.stringify(entry).includes(String(order));
    return requests.list().filter((entry) => order === undefined || mentions(entry));
  });
  app.get<{ Querystring: { order?: string } }>('/__sim/notifications', (request) =>
    courier.journal
      .list()
      .filter((notice) => request.query.order === undefined || notice.orderId === request.query.order),
  );

  app.post('/__sim/settings', (request, reply) => {
    const changed = readSettings(asRecord(request.body) ?? {});
    if (typeof changed === 'string') return refuseControl(reply, 400, changed);
    return Object.assign(settings, changed);
  });

  app.post('/__sim/reset', async () => {
    clock.clear();
    await clock.settled();
    courier.clear();
    books.clear();
    simulation.keys.clear();
    faults.clear();
    requests.clear();
    await books.saved();
    return {};
  });
}

function readSettings(given: Record<string, unknown>): Partial<Settings> | string {
  const changed: Partial<Settings> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'notificationUrl' || name === 'publicUrl') {
      if (typeof value !== 'string' || !URL.canParse(value)) return `${name} is a URL`;
      changed[name] = value;
    } else if (name === 'disabled') {
      if (!Array.isArray(value) || !value.every(isChannel)) return `disabled is a list of ${CHANNEL_KEYS.join(', ')}`;
      changed.disabled = value;
    } else if (isFigure(name)) {
      if (!Number.isSafeInteger(value) || Number(value) < 0) return `${name} is a whole number, 0 or more`;
      changed[name] = Number(value);
    } else return `no setting ${name}`;
  }
  return changed;
}

const FIGURES = ['directRefundsToDeny', 'bankConfirmationMs', 'settlementsToReverse', 'reverseAfterMs'] as const;

function isFigure(name: string): name is (typeof FIGURES)[number] {
  return FIGURES.some((figure) => figure === name);
}

function isChannel(value: unknown): value is ChannelKey {
  return CHANNEL_KEYS.includes(value as ChannelKey);
}
