import { ANONYMOUS, type Context } from '../../api/platform/context.ts';
import { tokenHash } from '../../api/platform/secrets.ts';
import { type ActorName, type Cast, senderOf, VISITORS } from './cast.ts';
import { leaksIn, type Secret, secretsOf } from './secrets.ts';
import { aStage, type Stage } from './stage.ts';
import { type Things, thingsOfA } from './things.ts';

/** An answer as it came. */
export interface Told {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly path?: readonly (string | number)[]; readonly extensions: { code: string } }[];
}

/** A stage with everything of A on it. Whatever is asked here is searched for what the asker may not know. */
export interface Desk {
  readonly stage: Stage;
  readonly things: Things;
  readonly cast: Cast;
  readonly secrets: readonly Secret[];
  /** Every leak so far: who was told what, and in answer to what. */
  readonly leaks: string[];
  ask(as: ActorName, document: string, variables?: object): Promise<Told>;
  /** Opens a stream and gives the first answer that it brings. */
  follow(as: ActorName, document: string): Promise<Told>;
  /** Any other request; `allowed` names what the asker already said. */
  fetch(as: ActorName, path: string, init?: RequestInit): Promise<Told>;
  /** The context in which this actor's requests are worked on. */
  contextOf(as: ActorName): Context;
  close(): Promise<void>;
}

/** Opens a stage, lets A live on it, and watches what is told to whom. Close it in afterAll. */
export async function openDesk(): Promise<Desk> {
  const stage = await aStage();
  const things = await thingsOfA(stage);
  const { world } = stage;
  const cast: Cast = { ...stage.people, cartToken: things.cartToken };
  const secrets = secretsOf(stage, things);
  const leaks: string[] = [];

  const watched = (as: ActorName, question: string, told: Told): Told => {
    const asked = question.replace(/\s+/g, ' ').slice(0, 300);
    for (const name of leaksIn(told.body, as, secrets)) leaks.push(`${name} to ${as}: ${asked}`);
    return told;
  };
  const request = async (as: ActorName, path: string, init: RequestInit, question: string): Promise<Told> => {
    const response = await fetch(`${world.url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...headersOf(cast, as), ...(init.headers as Record<string, string> | undefined) },
    });
    return watched(as, question, told(response, await response.text()));
  };
  return {
    stage,
    things,
    cast,
    secrets,
    leaks,
    ask: (as, query, variables = {}) =>
      request(as, '/graphql', posted({ query, variables }), `${query} ${JSON.stringify(variables)}`),
    async follow(as, query) {
      const abort = new AbortController();
      const { method, body, headers } = posted({ query });
      const response = await fetch(`${world.url}/graphql`, {
        method,
        body,
        signal: abort.signal,
        headers: { ...headersOf(cast, as), ...headers, accept: 'text/event-stream' },
      });
      const text = await firstEvent(response);
      abort.abort();
      return watched(as, query, told(response, text));
    },
    fetch: (as, path, init = {}) => request(as, path, init, `${init.method ?? 'GET'} ${path}`),
    contextOf(as) {
      if (as === 'anonymous') return world.context(ANONYMOUS);
      if (as === 'guestA') return world.context({ ...ANONYMOUS, cartTokenHash: tokenHash(cast.cartToken) });
      return world.context(cast[as].actor);
    },
    close: () => world.close(),
  };
}

/** The code with which somebody who may not is turned away. */
export function refusalTo(as: ActorName): 'UNAUTHENTICATED' | 'FORBIDDEN' {
  return VISITORS.has(as) ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

function headersOf(cast: Cast, as: ActorName): Record<string, string> {
  const { token, cartToken } = senderOf(cast, as);
  return {
    'x-client': 'api',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(cartToken ? { 'x-cart-token': cartToken } : {}),
  };
}

function posted(body: object): { method: string; body: string; headers: Record<string, string> } {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  return { method: 'POST', body: JSON.stringify(body), headers };
}

function told({ status, headers }: Response, body: string): Told {
  const json = /^\{.*\}$/s.test(body) ? (JSON.parse(body) as Partial<Told>) : {};
  return {
    status,
    contentType: headers.get('content-type'),
    body,
    data: json.data ?? null,
    errors: json.errors ?? [],
  };
}

/** The data of the first `next` event; empty when the stream ends without one. */
async function firstEvent(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const found = /^event: ?next\ndata: ?(.*)\n\n/m.exec(text);
    if (found) return found[1] ?? '';
  }
  return text;
}
