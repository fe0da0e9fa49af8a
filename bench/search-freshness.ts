import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startServer } from './child.ts';
import { openBenchMarket } from './market.ts';
import { ENGINES } from './market-app.ts';
import { percentile } from './percentile.ts';
import { CHANGES, type Change, type ChangedProduct, change, changedProducts } from './search/changed-products.ts';
import { cpuUsed } from './search/cpu-share.ts';
import { shownBy } from './search/watch-search.ts';

/**
 * Measures how long after its mutation was answered a change is shown by search, while sellers change titles, prices and stocks at a
 * steady rate and a worker of its own does the indexing. Exit code 1 when half of them take more than 1 second or 99 of 100 more than 3.
 */
const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '10000' },
    data: { type: 'string' },
    engine: { type: 'string', default: 'postgres' },
    seconds: { type: 'string', default: '20' },
    rate: { type: 'string', default: '50' },
  },
});
const engine = ENGINES.find((each) => each === values.engine);
if (!engine || engine === 'outage') throw new Error('--engine postgres or meilisearch');
const [seconds, rate] = [Number(values.seconds), Number(values.rate)];

/** Products that are changed in turn: as many as one look at the search can show. */
const CHANGED = 100;
/** A word of no market; the titles of all changed products carry it. */
const WORD = 'zuxobi';
/** Milliseconds between two looks, by which a time can be too long. */
const LOOK_MS = 25;
/** Rupiah that all changed products cost at first; every change makes one dearer. */
const LEAST_PRICE = 10_000;
const PATIENCE_MS = 60_000;
const [MOST_P50, MOST_P99] = [1000, 3000];

/** A change that was made and is not yet shown. */
interface MadeChange {
  readonly of: Change;
  readonly value: string | number;
  readonly answeredAt: number;
}

const market = await openBenchMarket({ folder: values.data ?? null, products: Number(values.products), engine });
const server = await startServer('api-server.ts', [market.url, market.dataDir, engine]);
const worker = await startServer('worker-server.ts', [market.url, market.dataDir, engine]);
try {
  const products = await changedProducts(market.admin, CHANGED);
  if (products.length < CHANGED)
    throw new Error(`the market has ${products.length} products that can be changed, not ${CHANGED}`);
  const titled = (product: ChangedProduct, n: number): string => `${product.title} ${WORD} ${n}`;
  for (const product of products) {
    await change(server, product, 'title', titled(product, 0));
    await change(server, product, 'price', LEAST_PRICE);
  }
  await until(async () => {
    const shown = await shownBy(server, WORD);
    return shown.size === products.length && [...shown.values()].every(({ price }) => price === LEAST_PRICE);
  });
  const before = await used();
  const times = await changeAndWatch(products, titled);
  const after = await used();
  for (const product of products) {
    await change(server, product, 'title', product.title);
    await change(server, product, 'price', product.price);
  }
  await until(async () => (await shownBy(server, WORD)).size === 0);
  tell(times, before, after);
} finally {
  await worker.stop();
  await server.stop();
  await market.close();
}

/** Makes changes at the rate, and gives for each how many milliseconds it took to be shown. */
async function changeAndWatch(
  products: readonly ChangedProduct[],
  titled: (product: ChangedProduct, n: number) => string,
): Promise<Record<Change, number[]>> {
  const awaited = new Map<string, MadeChange[]>(products.map(({ productId }) => [productId, []]));
  const stocks = new Map(products.map(({ productId, stock }) => [productId, stock]));
  const times: Record<Change, number[]> = { title: [], price: [], stock: [] };
  let isOver = false;
  const watching = (async () => {
    for (let left = 1; left > 0; await pause(LOOK_MS)) {
      const wasOver = isOver; // asked before the look: a change made during it is seen by the next
      const shown = await shownBy(server, WORD);
      const now = performance.now();
      left = wasOver ? 0 : 1;
      for (const [id, changes] of awaited) {
        const waiting = changes.filter(({ of, value, answeredAt }) => {
          const isShown = isReached(shown.get(id)?.[of], value);
          if (isShown) times[of].push(now - answeredAt);
          else if (now - answeredAt > PATIENCE_MS) throw new Error(`a new ${of} is not shown after a minute`);
          return !isShown;
        });
        awaited.set(id, waiting);
        left += waiting.length;
      }
    }
  })();
  const changing: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < seconds * rate; n += 1) {
    await pause(Math.max(0, began + (n * 1000) / rate - performance.now()));
    const product = products[n % products.length];
    const of = CHANGES[Math.floor(n / products.length + n) % CHANGES.length] ?? 'title';
    if (product) changing.push(changeOnce(product, of, n + 1));
  }
  await Promise.all(changing);
  isOver = true;
  await watching;
  return times;

  async function changeOnce(product: ChangedProduct, of: Change, n: number): Promise<void> {
    const { productId } = product;
    const stock = (stocks.get(productId) ?? 0) + 1;
    if (of === 'stock') stocks.set(productId, stock);
    const value = { title: titled(product, n), price: LEAST_PRICE + n, stock }[of];
    await change(server, product, of, of === 'stock' ? 1 : value);
    awaited.get(productId)?.push({ of, value, answeredAt: performance.now() });
  }
}

/** Whether what is shown is this value or a later one: they only grow. */
function isReached(shown: string | number | undefined, value: string | number): boolean {
  const number = (text: string | number | undefined): number => Number(String(text).split(' ').at(-1));
  return number(shown) >= number(value);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !(await isSo()); await pause(LOOK_MS))
    if (performance.now() > end) throw new Error('the search does not show the changed products');
}

/** Milliseconds of CPU that each has used so far. The API also answers the looks at the search. */
async function used(): Promise<Readonly<Record<'api' | 'worker' | 'postgres' | 'meilisearch', number>>> {
  const { api, postgres, meilisearch } = await cpuUsed(server, market.admin);
  return { api, postgres, meilisearch, worker: (await worker.usage()).cpuMs };
}

type Used = Awaited<ReturnType<typeof used>>;

function tell(times: Record<Change, number[]>, before: Used, after: Used): void {
  const all = Object.values(times).flat();
  const each = (name: keyof Used): string => `${((after[name] - before[name]) / all.length).toFixed(1)} ms`;
  process.stdout.write(`${values.products} products, ${engine}: ${all.length} changes, ${rate} a second\n`);
  for (const [name, those] of [['all', all] as const, ...CHANGES.map((of) => [of, times[of]] as const)])
    process.stdout.write(
      `${name.padEnd(8)}shown after p50 ${percentile(those, 50).toFixed(0)} ms, p95 ${percentile(those, 95).toFixed(0)} ms, p99 ${percentile(those, 99).toFixed(0)} ms\n`,
    );
  process.stdout.write(
    `CPU a change: API ${each('api')}, worker ${each('worker')}, PostgreSQL ${each('postgres')}, Meilisearch ${each('meilisearch')}\n`,
  );
  const isMissed = percentile(all, 50) > MOST_P50 || percentile(all, 99) > MOST_P99;
  process.stdout.write(`${isMissed ? 'MISSED, promised' : 'of promised'} p50 ${MOST_P50} ms, p99 ${MOST_P99} ms\n`);
  process.exitCode = isMissed ? 1 : 0;
}
