import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { makeCarts } from './carts.ts';
import { DOCUMENT_IDS } from './documents.ts';
import type { SentRequest } from './load.ts';

/** The two servers that are measured beside each other. */
export type ServerName = 'api' | 'baseline';

/** Something that visitors and buyers do all day, asked of both servers with the same variables. */
export interface Scenario {
  readonly name: string;
  /** Its document in DOCUMENT_IDS. */
  readonly document: keyof typeof DOCUMENT_IDS;
  /** Path on the bare server. */
  readonly path: string;
  /** What every right answer holds. */
  readonly expected: string;
  /** Least share of the bare server's requests per second that the API must reach; null where none is promised. */
  readonly bar: number | null;
  /** Whether a request can be sent only once, as an order is placed only once. */
  readonly once: boolean;
  /** Variables of requests, with the bearer token of whoever sends them. */
  asked(admin: pg.Client, count: number): Promise<readonly Asked[]>;
}

/** One request before it is written for a server. */
export interface Asked {
  readonly variables: object;
  readonly token?: string;
}

/** Words as people look for them: heads and rare ones, one of four misspelt. */
const SEARCHES = [
  ...['keripik singkong', 'kopi bubuk', 'sambal', 'batik', 'tas rajut', 'kue kering', 'madu', 'sabun'],
  ...['kripik pedas', 'gantungan kunci', 'bakso aci', 'kerudng', 'dodol', 'tanaman hias', 'keripk tempe', 'gamis'],
];

const PAGES = `select slug from product where status = 'ACTIVE' order by md5(slug) limit 200`;

/** What is measured, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  {
    ...{ name: 'product list', document: 'list', path: '/list', expected: '"edges":[{', bar: 0.45, once: false },
    asked: async () => [{ variables: { first: 20 } }],
  },
  {
    ...{
      name: 'product page',
      document: 'product',
      path: '/product',
      expected: '"variants":[{',
      bar: 0.45,
      once: false,
    },
    async asked(admin) {
      const { rows } = await admin.query<{ slug: string }>(PAGES);
      return rows.map((variables) => ({ variables }));
    },
  },
  {
    ...{ name: 'search', document: 'search', path: '/search', expected: '"edges":[', bar: null, once: false },
    asked: async () => SEARCHES.map((search) => ({ variables: { search, first: 20 } })),
  },
  {
    ...{ name: 'placeOrder', document: 'order', path: '/order', expected: '"userErrors":[]', bar: 0.35, once: true },
    async asked(admin, count) {
      const carts = await makeCarts(admin, count);
      return carts.map(({ cartId, total, token }) => ({
        variables: {
          input: { cartId, expectedTotal: total, paymentMethod: 'QRIS', idempotencyKey: randomUUID() },
        },
        token,
      }));
    },
  },
];

/** Writes a request for one of the servers; both get the same headers and the same variables. */
export function requestTo(server: ServerName, { document, path }: Scenario, { variables, token }: Asked): SentRequest {
  return {
    method: 'POST',
    path: server === 'api' ? '/graphql' : path,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'x-client': 'api',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ documentId: DOCUMENT_IDS[document], variables }),
  };
}
