import type { TypedDocumentString } from '../../storefront-widget/operations/generated/graphql.ts';

/** What a mutation's payload always carries. */
interface Refusable {
  userErrors: readonly { message: string; code?: string }[];
}

/** A plain GraphQL client, as somebody would write one who only knows the schema: a bearer token, a cart token, full documents. */
export class ApiClient {
  token: string | null = null;
  cartToken: string | null = null;

  constructor(
    readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Sends a document and gives its data. Throws when the answer has top-level errors. */
  async ask<Result, Variables>(
    document: TypedDocumentString<Result, Variables> | string,
    variables: Variables,
  ): Promise<Result> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: this.#headers('application/graphql-response+json'),
      body: JSON.stringify({ ...asSent(document as TypedDocumentString<unknown, never> | string), variables }),
    });
    const answer = (await response.json()) as {
      data?: Result;
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    if (answer.errors?.[0] || !answer.data) {
      throw new Error(`${response.status} ${answer.errors?.[0]?.extensions?.code}: ${answer.errors?.[0]?.message}`);
    }
    return answer.data;
  }

  /** Follows a subscription until `isEnough` says so, and gives what came last. */
  async follow<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    isEnough: (result: Result) => boolean,
    patienceMs = 20_000,
  ): Promise<Result> {
    const abort = new AbortController();
    const timer = setTimeout(
      () => abort.abort(new Error('the subscription did not bring what was waited for')),
      patienceMs,
    );
    try {
      const response = await fetch(`${this.url}/graphql`, {
        method: 'POST',
        signal: abort.signal,
        headers: this.#headers('text/event-stream'),
        body: JSON.stringify({ query: String(document), variables }),
      });
      for await (const result of events<Result>(response)) if (isEnough(result)) return result;
      throw new Error(`the stream ended (${response.status})`);
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
  }

  #headers(accept: string): Record<string, string> {
    return {
      'content-type': 'application/json',
      accept,
      'x-client': 'api',
      'accept-language': 'id',
      ...this.headers,
      ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      ...(this.cartToken === null ? {} : { 'x-cart-token': this.cartToken }),
    };
  }
}

/** A document of ours goes by its hash, as our pages and widgets send it; any other by its text. */
function asSent(document: TypedDocumentString<unknown, never> | string): { documentId: unknown } | { query: string } {
  return typeof document === 'string' ? { query: document } : { documentId: document.__meta__?.hash };
}

/** The payload of a mutation that must have been done. */
export function done<Payload extends Refusable>(payload: Payload): Payload {
  const refusal = payload.userErrors[0];
  if (refusal) throw new Error(`refused: ${refusal.code ?? ''} ${refusal.message}`);
  return payload;
}

async function* events<Result>(response: Response): AsyncIterable<Result> {
  if (!response.body) return;
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const isNext = /^event: ?next$/m.test(block);
      const lines = block.split('\n').filter((line) => line.startsWith('data:'));
      if (!isNext || lines.length === 0) continue;
      const answer = JSON.parse(lines.map((line) => line.slice(5).trim()).join('\n')) as { data?: Result };
      if (answer.data) yield answer.data;
    }
  }
}
