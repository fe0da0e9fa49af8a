import type pg from 'pg';
import type { MeasuredServer } from '../child.ts';
import { percentile } from '../percentile.ts';
import { askList } from './ask.ts';
import { forgetAnswers } from './forget-answers.ts';

/** The page that may cost little more than the first. */
const DEEP = 1000;
/** Page 1,000 may take so many times what page 1 takes. */
export const DEEP_BAR = 1.5;
/** Products that are passed with one request on the way there, the most that is given. */
const STRIDE = 100;
/** Times that each page is asked for, in turns, by one client. */
const ASKED = 200;

/** How long the first and the thousandth page of a list take. */
export interface DeepPage {
  readonly list: string;
  readonly firstMs: number;
  readonly deepMs: number;
}

/** Lists that are browsed without end. */
const LISTS = [
  ['all products', {}],
  ['newest first', { sort: 'NEWEST' }],
  ['cheapest first', { sort: 'PRICE_ASC' }],
] as const;

/** Measures page 1,000 beside page 1, both made anew each time, reached by following the cursors; of the largest category too where it has so many pages. */
export async function deepPages(
  server: MeasuredServer,
  admin: pg.Client,
  products: number,
  largest: { readonly slug: string; readonly products: number },
): Promise<readonly DeepPage[]> {
  const pages: DeepPage[] = [];
  for (const [list, variables] of LISTS) pages.push(await deepPage(server, admin, list, variables, products));
  if (largest.products > DEEP * 10)
    pages.push(
      await deepPage(server, admin, `in ${largest.slug}`, { filter: { category: [largest.slug] } }, largest.products),
    );
  return pages;
}

async function deepPage(
  server: MeasuredServer,
  admin: pg.Client,
  list: string,
  variables: object,
  products: number,
): Promise<DeepPage> {
  // A market of 10,000 has a thousand pages of ten.
  const first = Math.min(20, Math.floor(products / DEEP));
  const page = { ...variables, first };
  const deep = { ...page, after: await cursorAt(server, variables, first * (DEEP - 1)) };
  const times: Record<'firstMs' | 'deepMs', number[]> = { firstMs: [], deepMs: [] };
  for (let n = -20; n < ASKED; n += 1)
    for (const [name, asked] of [
      ['firstMs', page],
      ['deepMs', deep],
    ] as const) {
      await forgetAnswers(admin);
      const began = performance.now();
      const { edges } = await askList(server, asked);
      if (n >= 0) times[name].push(performance.now() - began); // the first ones warm up
      if (edges?.length !== first) throw new Error(`${list}: a page of ${first} has ${edges?.length}`);
    }
  return { list, firstMs: percentile(times.firstMs, 50), deepMs: percentile(times.deepMs, 50) };
}

/** The cursor behind so many products, by real cursors. */
async function cursorAt(server: MeasuredServer, variables: object, products: number): Promise<string> {
  let after: string | null = null;
  for (let passed = 0; passed < products; ) {
    const first = Math.min(STRIDE, products - passed);
    const { pageInfo } = await askList(server, { ...variables, first, after }, 'turn');
    after = pageInfo.endCursor;
    passed += first;
  }
  if (after === null) throw new Error('the list has no page so deep');
  return after;
}
