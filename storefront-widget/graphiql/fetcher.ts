import { type Client, createClient } from 'graphql-sse';

/** What the editor asks for. */
interface Asked {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

interface Options {
  readonly headers?: Readonly<Record<string, string>>;
  readonly documentAST?: {
    readonly definitions: readonly { kind: string; operation?: string; name?: { value: string } }[];
  };
}

const ENDPOINT = '/graphql';

/**
 * Sends what the editor asks for: subscriptions as a stream of events, all else by POST. Without cookies, so that trying the
 * API never acts for whoever is signed in on this site.
 */
export function fetcher(asked: Asked, options: Options = {}): Promise<unknown> | AsyncIterable<unknown> {
  return isSubscription(asked, options) ? streamed(asked, options) : answered(asked, options);
}

function isSubscription({ operationName }: Asked, { documentAST }: Options): boolean {
  const operations = documentAST?.definitions.filter(({ kind }) => kind === 'OperationDefinition') ?? [];
  const chosen = operationName ? operations.find(({ name }) => name?.value === operationName) : operations[0];
  return chosen?.operation === 'subscription';
}

async function answered(asked: Asked, { headers }: Options): Promise<unknown> {
  const answer = await fetch(ENDPOINT, {
    method: 'POST',
    credentials: 'omit',
    headers: { accept: 'application/graphql-response+json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
  return answer.json();
}

function streamed({ query, operationName, variables }: Asked, { headers }: Options): AsyncIterable<unknown> {
  const client: Client = createClient({ url: ENDPOINT, credentials: 'omit', headers: { ...headers } });
  return client.iterate({ query, operationName: operationName ?? undefined, variables: variables ?? undefined });
}
