import type { MeasuredServer } from '../child.ts';
import { DOCUMENT_IDS } from '../documents.ts';
import type { Change } from './changed-products.ts';

/** What search shows of a product. */
export type Shown = Readonly<Record<Change, string | number>>;

interface Found {
  readonly data?: {
    readonly products: {
      readonly edges: readonly {
        readonly node: {
          readonly id: string;
          readonly title: string;
          readonly priceRange: { readonly min: number };
          readonly stockLeft: number;
        };
      }[];
      readonly degraded: boolean;
    };
  };
}

/** What search shows now of the products whose titles carry this word, by their ids; at most 100. */
export async function shownBy(server: MeasuredServer, word: string): Promise<ReadonlyMap<string, Shown>> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client': 'api' },
    body: JSON.stringify({ documentId: DOCUMENT_IDS.watch, variables: { search: word } }),
  });
  const text = await response.text();
  const { data } = JSON.parse(text) as Found;
  if (!data || data.products.degraded)
    throw new Error(`the engine did not answer, or is behind: ${text.slice(0, 300)}`);
  return new Map(
    data.products.edges.map(({ node: { id, title, priceRange, stockLeft } }) => [
      id,
      { title, price: priceRange.min, stock: stockLeft },
    ]),
  );
}
