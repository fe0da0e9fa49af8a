import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { MeasuredServer } from '../child.ts';
import { CHANGES, type ChangedProduct, change, changedProducts } from './changed-products.ts';

/** Products that are changed in turn. */
const CHANGED = 200;

/** What sellers add to titles. */
const WORDS = [
  'Murah',
  'Baru',
  'Spesial',
  'Lezat',
  'Jumbo',
  'Asli',
  'Hemat',
  'Premium',
  'Siap Kirim',
  'Kualitas Terbaik',
];

/** Changes that go on until they are stopped. */
export interface SteadyChanges {
  /** Stops, puts titles and prices back, and gives how many changes were made. */
  stop(): Promise<number>;
}

/** Has sellers change titles, prices and stocks of products of the whole market in turn, so many a second. */
export async function changeSteadily(server: MeasuredServer, admin: pg.Client, rate: number): Promise<SteadyChanges> {
  const products = await changedProducts(admin, CHANGED);
  const stopping = new AbortController();
  let made = 0;
  const changing = (async () => {
    const began = performance.now();
    for (let n = 0; !stopping.signal.aborted; n += 1) {
      await pause(Math.max(0, began + (n * 1000) / rate - performance.now()));
      await changeOnce(products[n % products.length], n);
      made += 1;
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await changing;
      for (const product of products.slice(0, made)) {
        await change(server, product, 'title', product.title);
        await change(server, product, 'price', product.price);
      }
      return made;
    },
  };

  async function changeOnce(product: ChangedProduct | undefined, n: number): Promise<void> {
    const of = CHANGES[n % CHANGES.length];
    if (!product || !of) throw new Error('the market has no product that can be changed');
    const values = {
      title: `${product.title} ${WORDS[n % WORDS.length]}`,
      price: product.price + 500 + (n % 7),
      stock: 1,
    };
    await change(server, product, of, values[of]);
  }
}
