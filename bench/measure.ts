import type pg from 'pg';
import type { MeasuredServer } from './child.ts';
import { load } from './load.ts';
import { requestTo, type Scenario, type ServerName } from './scenarios.ts';

/** What one run of one server came to. */
export interface Measured {
  readonly perSecond: number;
  readonly p95Ms: number;
  /** CPU time of the server's own process for a request, in milliseconds. */
  readonly cpuMs: number;
  /** SQL statements for a request. */
  readonly statements: number;
}

/** How long the runs are. */
export interface Spans {
  /** Of a run that repeats its requests. */
  readonly seconds: number;
  /** Requests of a run whose requests are sent once. */
  readonly orders: number;
}

/** One run: a server under the load of a scenario, with nothing else going on. */
export async function measure(
  server: MeasuredServer,
  name: ServerName,
  scenario: Scenario,
  admin: pg.Client,
  { seconds, orders }: Spans,
): Promise<Measured> {
  const asked = await scenario.asked(admin, orders);
  const requests = asked.map((each) => requestTo(name, scenario, each));
  // What earlier runs wrote is on disk before this one begins.
  await admin.query('checkpoint');
  const before = await server.usage();
  const loaded = await load(server.url, requests, scenario.once ? 'once' : { seconds }, scenario.expected);
  const after = await server.usage();
  return {
    perSecond: loaded.perSecond,
    p95Ms: loaded.p95Ms,
    cpuMs: (after.cpuMs - before.cpuMs) / loaded.requests,
    statements: (after.statements - before.statements) / loaded.requests,
  };
}

/** The middle run of several, figure by figure. */
export function median(runs: readonly Measured[]): Measured {
  const middle = (figure: keyof Measured): number =>
    runs.map((run) => run[figure]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return {
    perSecond: middle('perSecond'),
    p95Ms: middle('p95Ms'),
    cpuMs: middle('cpuMs'),
    statements: middle('statements'),
  };
}
