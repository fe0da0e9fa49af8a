import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buildProgram } from '../api/build-program.ts';
import { seedKecamatan } from '../seeds/generate/places.ts';
import { generateMarket } from '../seeds/market.ts';

/**
 * Loads 100,000 rows of a CSV file into an empty market with the command, and again: rows per second and the highest memory of the
 * command (not of PostgreSQL; from /proc, so on Linux). `npm run bench:import`.
 */
const ROWS = Number(process.argv[2] ?? 100_000);
/** As `npm run import-products` starts it. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=20', '--enable-source-maps'];
const folder = await mkdtemp(join(tmpdir(), 'berjubel-import-'));
await chmod(folder, 0o711);
const file = join(folder, 'market.csv');

const program = await buildProgram();

try {
  await pipeline(Readable.from(lines()), createWriteStream(file));
  for (const run of ['first', 'again']) {
    const { seconds, megabytes, code } = await load();
    process.stdout.write(
      `${run}: ${ROWS} rows in ${seconds.toFixed(1)} s (${Math.round(ROWS / seconds)}/s), at most ${megabytes} MB, exit code ${code}\n`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The generated market, one variant of each product. */
function* lines(): Iterable<string> {
  const market = generateMarket({ seed: 1, products: ROWS });
  const districts = new Map(
    seedKecamatan().flatMap(({ name, kelurahan }) => kelurahan.map(({ code }) => [code, name])),
  );
  const shops = new Map([...market.shops()].map((shop) => [shop.slug, shop]));
  yield 'sku,title,description,category,seller,kecamatan,price,tags,halal,stock\n';
  let n = 0;
  for (const product of market.products()) {
    n += 1;
    const shop = shops.get(product.shopSlug);
    const [variant] = product.variants;
    const cells = [
      `S${n}`,
      product.title,
      product.description,
      product.categoryPath,
      `${shop?.name} ${shop?.slug.slice(-4)}`.slice(0, 60),
      districts.get(shop?.kelurahanCode ?? ''),
      variant?.price,
      product.photoAlt,
      product.isHalal ? 'ya' : 'tidak',
      variant?.stock,
    ];
    yield `${cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')}\n`;
  }
}

async function load(): Promise<{ seconds: number; megabytes: number; code: number | null }> {
  const began = performance.now();
  const child = spawn(process.execPath, [...FLAGS, join(program, 'commands/import-products.js'), file], {
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let kilobytes = 0;
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 250);
  const code = await new Promise<number | null>((ended) => child.once('exit', ended));
  clearInterval(look);
  return { seconds: (performance.now() - began) / 1000, megabytes: Math.round(kilobytes / 1024), code };
}
