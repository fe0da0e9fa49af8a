import 'reflect-metadata';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeCarts } from './carts.ts';
import { startServer } from './child.ts';
import { browseAtFixedRate } from './flash/browse.ts';
import { burst } from './flash/burst.ts';
import { makeFlashCarts } from './flash/flash-carts.ts';
import { openBenchMarket } from './market.ts';
import { percentile } from './percentile.ts';

/**
 * A flash sale: buyers come within some seconds after the few pieces of one thing, through two API processes, while others go on
 * browsing at a fixed rate. Exit code 1 when not exactly the pieces were sold, or a time is missed.
 */
const { values } = parseArgs({
  options: {
    buyers: { type: 'string', default: '5000' },
    pieces: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '10' },
    rate: { type: 'string', default: '20' },
    data: { type: 'string' },
  },
});
const [buyers, pieces, seconds, rate] = [values.buyers, values.pieces, values.seconds, values.rate].map(Number) as [
  number,
  number,
  number,
  number,
];
const PRODUCTS = 10_000;
/** Orders of other things before the sale begins. */
const EARLIER = 400;
const EARLIER_PER_SECOND = 40;
/** 99 of 100 refusals and catalogue requests are answered within so many milliseconds. */
const REFUSAL_MS = 1000;
const CATALOGUE_MS = 150;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(
  `${buyers} buyers after ${pieces} pieces in ${seconds} s, 2 API processes, ${rate} catalogue requests/s, ${cpus().length} cores, fsync on`,
);
const market = await openBenchMarket({ folder: values.data ?? null, products: PRODUCTS });
const servers = await Promise.all([1, 2].map(() => startServer('api-server.ts', [market.url, market.dataDir])));
let isMissed = false;
try {
  const urls = servers.map(({ url }) => url);
  // The shop has been open for a while: what is done for the first time is slow.
  const earlier = await burst(urls, await makeCarts(market.admin, EARLIER), EARLIER / EARLIER_PER_SECOND);
  expectThat(
    `${EARLIER} other orders before`,
    earlier.every(({ outcome }) => outcome === 'PLACED'),
  );
  const sale = await makeFlashCarts(market.admin, buyers, pieces);
  const over = new AbortController();
  const browsing = browseAtFixedRate(urls, rate, over.signal);
  browsing.catch(() => {}); // told below, unless something else fails first
  await pause(2000); // what is asked first is compiled
  const before = await Promise.all(servers.map((server) => server.usage()));
  const answers = await burst(urls, sale.carts, seconds);
  const after = await Promise.all(servers.map((server) => server.usage()));
  over.abort();
  const catalogue = await browsing;
  const { rows } = await market.admin.query<{ reserved: number; sold: number }>(
    `select reserved, (select coalesce(sum(quantity), 0)::int from order_line where variant_id = $1) as sold from stock where variant_id = $1`,
    [sale.variantKey],
  );
  const [stock] = rows;
  const ended = (outcome: string): number[] => answers.filter((each) => each.outcome === outcome).map(({ ms }) => ms);
  const refused = ended('OUT_OF_STOCK');
  const others = answers.filter(({ outcome }) => outcome !== 'PLACED' && outcome !== 'OUT_OF_STOCK');
  expectThat(
    `sold ${stock?.sold} of ${pieces}, reserved ${stock?.reserved}`,
    stock?.sold === pieces && stock.reserved === pieces,
  );
  expectThat(
    `${ended('PLACED').length} placed, ${refused.length} refused, ${others.length} others`,
    others.length === 0,
  );
  if (others[0]) say(`  the first other: ${others[0].outcome}`);
  const cpuMs = after.reduce((sum, usage, at) => sum + usage.cpuMs - (before[at]?.cpuMs ?? 0), 0);
  say(`       ${(cpuMs / buyers).toFixed(2)} ms of CPU of the API for each buyer`);
  expectThat(`refusals: ${times(refused)}`, percentile(refused, 99) < REFUSAL_MS);
  expectThat(`catalogue, ${catalogue.length} requests: ${times(catalogue)}`, percentile(catalogue, 99) < CATALOGUE_MS);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await market.close();
}
process.exitCode = isMissed ? 1 : 0;

function expectThat(figure: string, isReached: boolean): void {
  isMissed ||= !isReached;
  say(`${isReached ? 'ok    ' : 'MISSED'} ${figure}`);
}

function times(all: readonly number[]): string {
  return [50, 95, 99].map((share) => `p${share} ${percentile([...all], share).toFixed(0)} ms`).join(', ');
}
