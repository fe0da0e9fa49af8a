import type { TypedDocumentString } from '../operations/generated/graphql.ts';

/** A refusal by the API as a whole: not signed in, too many requests, our fault. `code` is `extensions.code`, or OFFLINE. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Answer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The hash under which the server knows one of our documents. */
function documentId(document: TypedDocumentString<unknown, never>): string {
  const hash = (document.__meta__ as { hash?: string } | undefined)?.hash;
  if (!hash) throw new Error('this document has no hash; run npm run generate');
  return hash;
}

/** Sends one of our trusted documents. Throws an ApiError when the API refuses as a whole; `userErrors` are the caller's to show. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'accept-language': pageLanguage(),
      },
      body: JSON.stringify({ documentId: documentId(document as TypedDocumentString<unknown, never>), variables }),
    });
  } catch (error) {
    // fetch rejects with a TypeError when there is no network; anything else is our fault.
    if (error instanceof TypeError) throw new ApiError('OFFLINE', 'offline');
    throw error;
  }
  // Something between us and the API may answer in HTML; that is no answer.
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  const first = answer.errors?.[0];
  if (first) throw new ApiError(first.extensions?.code ?? 'INTERNAL', first.message);
  if (!answer.data) throw new ApiError('INTERNAL', `HTTP ${response.status}`);
  return answer.data;
}

/** How long to wait before a stream that ended is opened again: twice as long each time in vain, in milliseconds. */
const PAUSE = 4_000;
const LONGEST_PAUSE = 64_000;

/**
 * Follows a subscription. A lost connection is taken up again, also after the server was started anew; each time the present
 * state is pushed first. Returns how to stop.
 */
export function follow<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  onNext: (result: Result) => void,
): () => void {
  const query = new URLSearchParams({
    documentId: documentId(document as TypedDocumentString<unknown, never>),
    variables: JSON.stringify(variables),
  });
  let source: EventSource;
  let timer = 0;
  let pause = PAUSE;
  const openAgain = (): void => {
    source.close();
    timer = window.setTimeout(open, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  };
  const open = (): void => {
    source = new EventSource(`/graphql?${query}`);
    source.addEventListener('next', (event) => {
      const answer = JSON.parse((event as MessageEvent<string>).data) as Answer<Result>;
      if (!answer.data || answer.errors) return;
      pause = PAUSE;
      onNext(answer.data);
    });
    source.addEventListener('complete', openAgain);
    // The browser takes up a broken stream by itself, but not one that was answered with an error.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) openAgain();
    });
  };
  open();
  return () => {
    window.clearTimeout(timer);
    source.close();
  };
}

function pageLanguage(): string {
  return globalThis.document.documentElement.lang || 'id';
}
