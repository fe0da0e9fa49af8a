import { setTimeout as pause } from 'node:timers/promises';
import { sqlState } from '../../../api/platform/database/transaction.ts';
import type { Someone } from '../stage/fill.ts';
import type { Stage } from '../stage/stage.ts';
import type { ClientLog } from './client-log.ts';
import type { Forgeries } from './forger.ts';

/** How long one call may take, and how long an intention is tried again, in milliseconds. */
const CALL_MS = 15_000;
const PATIENCE_MS = 60_000;
const RETRY_MS = 150;

/** Classes of SQLSTATE that say that a statement is wrong. */
const OUR_FAULT = /^(22|23|42|P0)/;

/** Mutations by which a cart becomes an order, or an order another: a kill under one of these hits an open checkout. */
const CHECKOUT = new Set(['placeOrder', 'cancelOrder', 'changePaymentMethod']);

/** What an intention came to. */
export interface Outcome<Result> {
  readonly what: 'done' | 'refused' | 'unknown';
  readonly result: Result | null;
  /** Code of the refusal. */
  readonly code: string | null;
}

interface Payload {
  readonly userErrors?: readonly { readonly code?: string }[];
}

/** All that the clients of a run share: addresses, the log, and what is under way at each process. */
export class Clients {
  /** Checkout calls under way, by web process. */
  readonly openCheckouts = [0, 0];
  /** HTTP answers by status; 0 for none. */
  readonly statuses = new Map<number, number>();
  /** Answers that said that something broke, or that are no answers of ours. */
  readonly faults: string[] = [];
  /** Calls to a process that did not listen just then, which a load balancer sent on to the other: what came of them there counts. */
  passedOn = 0;
  /** Why how many got no answer: the code of the connection, or TimeoutError. */
  readonly lost = new Map<string, number>();
  /** Which web process is asked instead of this one, which a load balancer has taken out; each itself while there is none. */
  sentOn: (web: number) => number = (web) => web;
  /** Whether there is a load balancer that sends a call on whose connection was refused: nothing of it has been sent yet. */
  passesOn = false;
  /** Set when nobody comes any more: who waits for something then does so not much longer. */
  isClosing = false;
  readonly forgeries: Forgeries = { sent: 0, taken: 0 };
  /** Longest time an intention stayed unknown before it was resolved, in milliseconds. */
  longestUnknownMs = 0;

  constructor(
    readonly stage: Stage,
    readonly log: ClientLog,
  ) {}

  /** Reads over the API from either process, tried again while nothing comes back; null when that never happens. */
  async read<Result>(who: Someone, document: string, variables: object): Promise<Result | null> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let turn = 0; performance.now() < deadline; turn += 1) {
      const { status, body } = await this.#post(this.sentOn(turn % 2), who, document, variables);
      if (status === 200 && body?.data && !body.errors) return body.data as Result;
      await pause(RETRY_MS);
    }
    return null;
  }

  /** Rows of what somebody would see on a page; none while the database is away. */
  look<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.stage.rows<Row>(text, values).catch((error: unknown) => {
      if (OUR_FAULT.test(sqlState(error) ?? '')) throw error;
      return [];
    });
  }

  /** Does a mutation once or more, until it is known what became of it; every try says the same. */
  async act<Result extends object>(
    who: Someone,
    op: string,
    key: string,
    input: Readonly<Record<string, unknown>>,
    fields: string,
    first = 0,
  ): Promise<Outcome<Result>> {
    const began = performance.now();
    let unknownSince: number | null = null;
    for (let turn = first; performance.now() - began < PATIENCE_MS; turn += 1) {
      const outcome = await this.#once<Result>(turn % 2, who, op, key, input, fields);
      if (outcome.what !== 'unknown') {
        if (unknownSince !== null)
          this.longestUnknownMs = Math.max(this.longestUnknownMs, performance.now() - unknownSince);
        return outcome;
      }
      unknownSince ??= performance.now();
      await pause(RETRY_MS);
    }
    this.longestUnknownMs = Math.max(this.longestUnknownMs, PATIENCE_MS);
    return { what: 'unknown', result: null, code: null };
  }

  async #once<Result extends object>(
    web: number,
    who: Someone,
    op: string,
    key: string,
    input: Readonly<Record<string, unknown>>,
    fields: string,
  ): Promise<Outcome<Result>> {
    const type = `${op[0]?.toUpperCase()}${op.slice(1)}`;
    const document = `mutation Do($input: ${type}Input!) { ${op}(input: $input) { ${fields} userErrors { message ... on ${type}UserError { code } } } }`;
    const note = { op, who: who.accountKey, key, input };
    const call = this.log.sent(note);
    const at = this.sentOn(web);
    if (CHECKOUT.has(op)) this.openCheckouts[at]! += 1;
    const { status, body, why } = await this.#post(at, who, document, { input });
    if (CHECKOUT.has(op)) this.openCheckouts[at]! -= 1;
    const payload = body?.errors ? null : ((body?.data?.[op] ?? null) as (Result & Payload) | null);
    if (status !== 200 || !payload) {
      this.log.ended(call, { ...note, what: 'unknown', status, answer: why ?? body?.errors ?? null });
      return { what: 'unknown', result: null, code: null };
    }
    const code = payload.userErrors?.[0]?.code ?? null;
    const what = code === null ? 'done' : 'refused';
    this.log.ended(call, { ...note, what, status, answer: code ?? payload });
    return { what, result: code === null ? payload : null, code };
  }

  async #post(web: number, who: Someone, query: string, variables: object, isPassedOn = false): Promise<Answer> {
    try {
      const response = await fetch(`${this.stage.webs[web]}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          'x-client': 'api',
          authorization: `Bearer ${who.token}`,
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(CALL_MS),
      });
      const text = await response.text();
      this.#count(response.status);
      if (response.status === 500 || text.includes('"code":"INTERNAL"')) this.faults.push(text.slice(0, 300));
      return { status: response.status, body: JSON.parse(text) as Answer['body'], why: null };
    } catch (error) {
      const { name, cause } = error as Error & { cause?: { code?: string } };
      const why = cause?.code ?? name;
      if (why === 'ECONNREFUSED' && this.passesOn && !isPassedOn) {
        this.passedOn += 1;
        return this.#post(1 - web, who, query, variables, true);
      }
      this.#count(0);
      this.lost.set(why, (this.lost.get(why) ?? 0) + 1);
      return { status: 0, body: null, why };
    }
  }

  #count(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }
}

interface Answer {
  readonly status: number;
  readonly body: { readonly data?: Record<string, unknown> | null; readonly errors?: readonly unknown[] } | null;
  readonly why: string | null;
}
