import 'reflect-metadata';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startServer } from './child.ts';
import { CONNECTIONS, load, type SentRequest, type Span } from './load.ts';
import { openBenchMarket } from './market.ts';
import { ENGINES, type EngineName } from './market-app.ts';
import { percentile } from './percentile.ts';
import { searchRequest } from './search/ask.ts';
import { type CpuUsed, cpuUsed, usedBetween } from './search/cpu-share.ts';
import { DEEP_BAR, type DeepPage, deepPages } from './search/deep-page.ts';
import { forgetAnswers } from './search/forget-answers.ts';
import { type MixedSearch, mixOf } from './search/mix.ts';
import { silentServer } from './search/silent-server.ts';
import { changeSteadily } from './search/steady-changes.ts';

/**
 * Measures search through GraphQL on a market of any size with a fixed mix of searches. Exit code 1 when PostgreSQL misses the bar
 * for its size or, in an outage of Meilisearch, that of its stand-in, or page 1,000 of a browse takes too much longer than page 1.
 */
const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '10000' },
    data: { type: 'string' },
    engine: { type: 'string', default: 'postgres' },
    seconds: { type: 'string', default: '20' },
    clients: { type: 'string', default: String(CONNECTIONS) },
    every: { type: 'string', default: '1' },
    rate: { type: 'string', default: '5' },
    reindex: { type: 'boolean', default: false },
  },
});
const products = Number(values.products);
const clients = Number(values.clients);
/** Of the mix each so-manieth search is asked: where one takes seconds, a tenth tells enough. */
const every = Number(values.every);
/** Changes a second of the last table; none leaves it out. */
const rate = Number(values.rate);
const engine = ENGINES.find((each) => each === values.engine);
if (!engine || !(products >= 1) || !(clients >= 1) || !(every >= 1) || !(rate >= 0))
  throw new Error(`--engine ${ENGINES.join(' or ')}, --products, --clients, --every and --rate a number`);

/** Milliseconds within which PostgreSQL answers 95 of 100 searches, by products of the market. */
const BARS: Readonly<Record<number, number>> = { 10000: 25, 100000: 40, 1000000: 100 };

/** The same for 95 of 100 answers that it gives in Meilisearch's place, whatever the size of the market, also when it makes them anew. */
const OUTAGE_BAR = 500;

/** How long each table is measured, but for the first. */
const SPAN: Span = { seconds: Number(values.seconds) };

/** Part of every good answer. */
const EXPECTED = '"edges":[';

/** A search of the mix as it is sent. */
interface MixedRequest extends SentRequest {
  readonly search: MixedSearch;
}

/** Rows of the table: of which searches each tells. */
const ROWS: readonly (readonly [name: string, of: (search: MixedSearch) => boolean])[] = [
  ['all', () => true],
  ['head words', ({ kind }) => kind === 'head words'],
  ['middle words', ({ kind }) => kind === 'middle words'],
  ['rare words', ({ kind }) => kind === 'rare words'],
  ['by category', ({ kind }) => kind === 'category'],
  ['  misspelt words', ({ isMisspelt }) => isMisspelt],
  ['  words, two filters', ({ kind, isNarrowed }) => isNarrowed && kind !== 'category'],
  ['  category, two filters', ({ kind, isNarrowed }) => isNarrowed && kind === 'category'],
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
let isMissed = false;
const silent = engine === 'outage' ? await silentServer() : null;
if (silent) process.env.MEILI_URL = silent.url;
say(`${products} products, ${engine}, ${clients} clients, ${cpus().length} cores, fsync on`);
const market = await openBenchMarket({
  folder: values.data ?? null,
  products,
  isReindexed: values.reindex,
  engine,
});
const server = await startServer('api-server.ts', [market.url, market.dataDir, engine]);
try {
  const mix = await measureMix();
  if (rate > 0) await measureChanging(mix, engine);
  await measureDeepPages();
} finally {
  await server.stop();
  await market.close();
  silent?.close();
}
process.exitCode = isMissed ? 1 : 0;

/** What came back for one request. */
interface Answered {
  readonly search: MixedSearch;
  readonly ms: number;
  readonly isEmpty: boolean;
  readonly isDegraded: boolean;
}

async function measureMix(): Promise<readonly MixedRequest[]> {
  const mix = (await mixOf(market.admin)).filter((_, at) => at % every === 0);
  const requests: MixedRequest[] = mix.map((search) => ({
    ...searchRequest(search.variables),
    search,
  }));
  await market.admin.query('checkpoint');
  await load(server.url, requests, 'once', EXPECTED, undefined, clients); // warms up
  await forgetAnswers(market.admin);
  await measureLoad(`${requests.length} searches, each for the first time after a change`, requests, 'once');
  judgeMix(await measureLoad('the same again and again, nothing changed', requests, SPAN));
  return requests;
}

/** The same while sellers change products and a process of its own makes that findable. */
async function measureChanging(requests: readonly MixedRequest[], engine: EngineName): Promise<void> {
  const worker = await startServer('worker-server.ts', [market.url, market.dataDir, engine]);
  try {
    const changes = await changeSteadily(server, market.admin, rate);
    judgeMix(await measureLoad(`the same again and again, ${rate} changes of products a second`, requests, SPAN));
    say(`${await changes.stop()} changes were made`);
  } finally {
    await worker.stop();
  }
}

function judgeMix(p95: number): void {
  const bar = engine === 'postgres' && clients === CONNECTIONS && every === 1 ? BARS[products] : undefined;
  if (bar !== undefined) judge(`p95 ${p95.toFixed(1)} ms`, p95 <= bar, `${bar} ms`);
}

/** Tells how long the answers took, and gives the milliseconds within which 95 of 100 came. */
async function measureLoad(title: string, requests: readonly MixedRequest[], span: Span): Promise<number> {
  const answers: Answered[] = [];
  const before = await cpuUsed(server, market.admin);
  const note = ({ search }: MixedRequest, ms: number, body: string): void =>
    void answers.push({
      ...{ search, ms },
      isEmpty: body.includes('"edges":[]'),
      isDegraded: body.includes('"degraded":true'),
    });
  const loaded = await load(server.url, requests, span, EXPECTED, note, clients);
  const used = usedBetween(before, await cpuUsed(server, market.admin));
  say(`\n${title}: ${loaded.requests} sent, ${loaded.perSecond.toFixed(0)} requests/s`);
  say(row('', 'share', 'nothing', 'p50 ms', 'p95 ms', 'p99 ms'));
  for (const [name, of] of ROWS) {
    const those = answers.filter(({ search }) => of(search));
    const times = those.map(({ ms }) => ms);
    const share = (part: number): string => `${((100 * part) / answers.length).toFixed(1)} %`;
    const empty = those.filter(({ isEmpty }) => isEmpty).length;
    say(
      row(
        name,
        share(those.length),
        `${((100 * empty) / Math.max(those.length, 1)).toFixed(1)} %`,
        ...[50, 95, 99].map((of100) => percentile(times, of100).toFixed(1)),
      ),
    );
  }
  sayCpu(used, loaded.requests);
  judgeStandIn(answers);
  return loaded.p95Ms;
}

/** In an outage PostgreSQL answers all words, and in time; else none of them. */
function judgeStandIn(answers: readonly Answered[]): void {
  const degraded = answers.filter(({ isDegraded }) => isDegraded).map(({ ms }) => ms);
  const stoodIn = `PostgreSQL answered ${((100 * degraded.length) / answers.length).toFixed(1)} % in the place of Meilisearch`;
  const p95 = percentile(degraded, 95);
  if (engine === 'outage')
    judge(
      `${stoodIn}, p95 of these ${p95.toFixed(1)} ms`,
      degraded.length > 0 && p95 <= OUTAGE_BAR,
      `${OUTAGE_BAR} ms`,
    );
  else if (degraded.length > 0) judge(stoodIn, false, 'none');
}

function sayCpu(used: CpuUsed, requests: number): void {
  const each = (ms: number): string => `${(ms / requests).toFixed(2)} ms`;
  const others = used.busy - used.api - used.postgres - used.meilisearch - used.asking;
  const engineCpu = engine === 'meilisearch' ? `, Meilisearch ${each(used.meilisearch)}` : '';
  say(
    `CPU a request: API ${each(used.api)}, PostgreSQL ${each(used.postgres)}${engineCpu}, the asking program ${each(used.asking)}; ` +
      `others had ${((100 * others) / used.machine).toFixed(0)} % of the machine`,
  );
}

async function measureDeepPages(): Promise<void> {
  const { rows } = await market.admin.query<{ slug: string; products: number }>(
    `select c.slug, count(*)::integer as products from category c join category below
        on below.path = c.path or below.path like c.path || '/%' join product p on p.category_id = below.id
      where p.status = 'ACTIVE' group by c.slug order by products desc, c.slug limit 1`,
  );
  if (products < 1000 || !rows[0]) return;
  for (const page of await deepPages(server, market.admin, products, rows[0])) sayDeep(page);
}

function sayDeep({ list, firstMs, deepMs }: DeepPage): void {
  const ratio = deepMs / firstMs;
  judge(
    `page 1,000 of ${list}: ${deepMs.toFixed(2)} ms, page 1: ${firstMs.toFixed(2)} ms, ratio ${ratio.toFixed(2)}`,
    ratio <= DEEP_BAR,
    `${DEEP_BAR}`,
  );
}

function judge(figure: string, isGood: boolean, promised: string): void {
  isMissed ||= !isGood;
  say(`${figure}: ${isGood ? 'of promised' : 'MISSED, promised'} ${promised}`);
}

function row(name: string, ...figures: string[]): string {
  return name.padEnd(25) + figures.map((figure) => figure.padStart(10)).join('');
}
