import type { MeasuredServer } from '../child.ts';
import { DOCUMENT_IDS } from '../documents.ts';
import type { SentRequest } from '../load.ts';

/** A request for a page of products. */
export function searchRequest(variables: object, document: 'search' | 'turn' = 'search'): SentRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', 'x-client': 'api' },
    body: JSON.stringify({ documentId: DOCUMENT_IDS[document], variables }),
  };
}

/** What an answer holds of its list. */
export interface AnsweredList {
  readonly edges?: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks once; throws when the answer is not sound. */
export async function askList(
  server: MeasuredServer,
  variables: object,
  document: 'search' | 'turn' = 'search',
): Promise<AnsweredList> {
  const { method, path, headers, body } = searchRequest(variables, document);
  const response = await fetch(server.url + path, { method, headers, body: body ?? null });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: { products: AnsweredList }; errors?: unknown };
  if (response.status !== 200 || errors || !data) throw new Error(`${response.status}: ${text.slice(0, 400)}`);
  return data.products;
}
