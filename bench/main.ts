import 'reflect-metadata';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startServer } from './child.ts';
import { CONNECTIONS } from './load.ts';
import { openBenchMarket } from './market.ts';
import { type Measured, measure, median } from './measure.ts';
import { pageCosts } from './rows-read.ts';
import { expectSameAnswers } from './same-answers.ts';
import { SCENARIOS, type Scenario, type ServerName } from './scenarios.ts';

/**
 * Measures the API beside a bare server of node:http and pg with SQL by hand, in turns, on the same database and with the same
 * requests. Exit code 1 when a promised share is missed or a page reads more than it shows.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    orders: { type: 'string', default: '1500' },
    data: { type: 'string' },
    only: { type: 'string' },
  },
});
const runs = Number(values.runs);
const spans = { seconds: Number(values.seconds), orders: Number(values.orders) };
/** Products of the measured market. */
const PRODUCTS = 10_000;
const SIDES: readonly ServerName[] = ['baseline', 'api'];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(`${PRODUCTS} products, ${CONNECTIONS} clients, ${cpus().length} cores, fsync on; median of ${runs} runs in turns`);
const market = await openBenchMarket({ folder: values.data ?? null, products: PRODUCTS });
const servers = {
  api: await startServer('api-server.ts', [market.url, market.dataDir]),
  baseline: await startServer('baseline-server.ts', [market.url]),
};
let isMissed = false;
try {
  say(row('', 'server', 'requests/s', 'ratio', 'p95 ms', 'CPU ms', 'SQL'));
  for (const scenario of SCENARIOS) {
    if (values.only && values.only !== scenario.document) continue;
    await expectSameAnswers(servers, scenario, await scenario.asked(market.admin, 0));
    show(scenario, await inTurns(scenario));
  }
  await showPages();
} finally {
  await Promise.all([servers.api.stop(), servers.baseline.stop()]);
  await market.close();
}
process.exitCode = isMissed ? 1 : 0;

async function inTurns(scenario: Scenario): Promise<Record<ServerName, Measured[]>> {
  const measured: Record<ServerName, Measured[]> = { api: [], baseline: [] };
  for (let run = 0; run <= runs; run += 1)
    for (const side of SIDES) {
      const figures = await measure(servers[side], side, scenario, market.admin, spans);
      if (run > 0) measured[side].push(figures); // the first warms up
    }
  return measured;
}

function show({ name, bar }: Scenario, measured: Record<ServerName, Measured[]>): void {
  const [bare, ours] = [median(measured.baseline), median(measured.api)];
  const ratio = ours.perSecond / bare.perSecond;
  const isShort = bar !== null && ratio < bar;
  isMissed ||= isShort;
  const promise = bar === null ? '' : ` ${isShort ? 'MISSED, promised' : 'of promised'} ${percent(bar)}`;
  say(row(name, 'bare', bare.perSecond.toFixed(0), '', ...fine(bare)));
  say(row('', 'API', ours.perSecond.toFixed(0), percent(ratio), ...fine(ours)) + promise);
}

/** A longer page may read the rows it shows and no others. */
async function showPages(): Promise<void> {
  const costs = await pageCosts(servers.api, market.admin, [10, 20, 50, 100]);
  for (const { first, statements, rows } of costs)
    say(`a list of ${first}: ${statements} statements, ${rows} rows read`);
  const [least] = costs;
  for (const { first, statements, rows } of costs)
    if (!least || statements !== least.statements || rows - least.rows > first - least.first) isMissed = true;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function fine({ p95Ms, cpuMs, statements }: Measured): [p95: string, cpu: string, sql: string] {
  return [p95Ms.toFixed(1), cpuMs.toFixed(2), statements.toFixed(1)];
}

function row(name: string, server: string, ...figures: string[]): string {
  return name.padEnd(14) + server.padEnd(7) + figures.map((figure) => figure.padStart(11)).join('');
}
