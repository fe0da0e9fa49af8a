import { countRows } from '../support/count-rows.ts';
import type { World } from '../support/world.ts';
import { openStage, type Stage } from './bad-input-stage.ts';
import { type Asked, type BadRequest, badRequests } from './bad-input-walk.ts';

/** Limits on how much one person does are tested elsewhere, and would end a walk early. */
export const ENVIRONMENT = {
  RATE_LIMIT_PER_MINUTE: '1000000',
  OTP_PER_ADDRESS_HOUR: '100000',
  UNPAID_ORDERS_PER_PERSON: '1000',
  PIECES_PER_PERSON: '100000',
};

/** How a request was answered. */
export interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Codes of the top-level errors and of the `userErrors`; empty when it was done. */
  readonly codes: readonly (string | undefined)[];
}

interface Told {
  readonly code?: string;
  readonly extensions?: { readonly code?: string };
}

/** Sends a request as a plain client would and reads how it was answered. */
export async function send(
  { url }: Pick<World, 'url'>,
  token: string,
  { document, variables }: Pick<BadRequest, 'document' | 'variables'>,
): Promise<Outcome> {
  const isStream = document.startsWith('subscription');
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: isStream ? 'text/event-stream' : 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: document, variables }),
  });
  const body = isStream ? await firstEvent(response) : await response.text();
  const { data = null, errors = [] } = JSON.parse(body) as {
    data?: Record<string, { userErrors?: Told[] } | null> | null;
    errors?: Told[];
  };
  const refusals = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  const codes = [...errors.map(({ extensions }) => extensions?.code), ...refusals.map(({ code }) => code)];
  return { status: response.status, body, data, codes };
}

/** What a stream says first; nothing when it keeps silent, as one does that waits for something to happen. */
async function firstEvent(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body!.getReader();
  let text = '';
  for (;;) {
    const silence = new Promise<{ value?: undefined }>((resolve) => setTimeout(resolve, 500, {}));
    const { value } = await Promise.race([reader.read(), silence]);
    text += Buffer.from(value ?? []).toString('utf8');
    const event = /^event: ?(?:next|complete)\ndata:(.*)\n\n/m.exec(text);
    if (value && !event) continue;
    await reader.cancel();
    return event?.[1]?.trim() || '{}';
  }
}

/** Words that only our code, the database or the file system could have said. */
const INSIDE =
  /node_modules|\.(ts|js):\d+|\b(select|insert into|update|delete from) .+\b(from|values|set|where)\b|syntax error at or near|violates|invalid byte sequence|relation "|column "|pg_catalog|SQLSTATE|DriverException/i;

/** What is wrong with how a bad request was answered; null when nothing is. */
export function faultIn({ status, body, codes }: Outcome): string | null {
  if (status >= 500) return `status ${status}`;
  if (codes.includes('INTERNAL')) return 'INTERNAL';
  if (codes.some((code) => typeof code !== 'string' || code === '')) return 'a refusal without a code';
  const inside = INSIDE.exec(body)?.[0];
  return inside ? `tells of the inside: ${inside}` : null;
}

/** Rows that a refusal must remember: wrong PINs, wrong codes, and that either was locked. */
const REMEMBERED = ['public.search_asked', 'public.pin_attempt', 'public.otp_challenge'];
/** The one of them that no later request is judged by. */
const FORGOTTEN = 'public.search_asked';

/** By world, a stage on which nothing has been done yet: one walk leaves it to the next. */
const untouched = new WeakMap<World, Stage>();

/** Sends every bad request of a field; gives a line for each that was not answered as it should be. */
export async function walk(world: World, asked: Asked): Promise<string[]> {
  const findings: string[] = [];
  let stage: Stage | null = null;
  let requests: BadRequest[] = [];
  let rows: Record<string, number> = {};
  for (let at = 0; at === 0 || at < requests.length; at += 1) {
    if (!stage) {
      stage = untouched.get(world) ?? (await openStage(world, wantedFor(asked)));
      untouched.set(world, stage);
      requests = await badRequests(asked, stage);
      rows = await countRows(world.context());
    }
    const request = requests[at]!;
    const outcome = await send(world, stage.token, request);
    const now = await countRows(world.context());
    const changed = Object.keys(now).filter((table) => now[table] !== rows[table]);
    const isDone = outcome.codes.length === 0;
    const isWrite = asked.root === 'mutation' && isDone;
    const faults = [
      faultIn(outcome),
      isDone && request.mustRefuse && !isEmpty(asked, outcome) ? 'was taken' : null,
      !isWrite && changed.some((table) => !REMEMBERED.includes(table)) ? `changed ${changed.join()}` : null,
    ];
    for (const fault of faults) if (fault) findings.push(`${request.path.join('.')}: ${request.kind}: ${fault}`);
    rows = now;
    // What was done, or remembered, may not spoil the next request: that one gets a stage of its own.
    if (isWrite || changed.some((table) => table !== FORGOTTEN)) {
      untouched.delete(world);
      stage = null;
    }
  }
  return findings;
}

/** What a field must have around it: questions are asked of all that lists show. */
export function wantedFor({ root }: Asked): Parameters<typeof openStage>[1] {
  return root === 'mutation' ? 'what is asked for' : 'everything';
}

/** A question about what is not there may also be answered with nothing. */
function isEmpty({ root, road }: Asked, { data }: Outcome): boolean {
  if (root === 'mutation') return false;
  const value = road.reduce<unknown>(
    (around, { name }) => (around as Record<string, unknown> | null | undefined)?.[name],
    data,
  );
  if (value === null || value === undefined || value === 0) return true;
  const rows = Array.isArray(value) ? value : (value as { edges?: unknown }).edges;
  return Array.isArray(rows) && rows.every((row) => row === null);
}
