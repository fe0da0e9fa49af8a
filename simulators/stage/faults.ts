import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Randomness } from './randomness.ts';

/** What a stand-in answers: an HTTP status and a body (an object goes out as JSON, a string as HTML unless `type` says else). */
export interface Answer {
  status: number;
  body: unknown;
  type?: string;
}

/** Says that the connection was taken over and nothing more may be answered. */
export const GONE = Symbol('gone');
export type Outcome = Answer | typeof GONE;

/**
 * Trouble on order. `latency` waits `ms`; `error` answers an HTML page with `status`; `answer` sends `body` with `status`; `cut`
 * closes the socket; `hang` never answers; `drip` begins an answer, of blanks so far, and never ends it. `before` means nothing was done
 * yet, `after` that the work is committed.
 */
export interface Fault {
  route: string;
  kind: 'latency' | 'error' | 'answer' | Abandoned;
  when: 'before' | 'after';
  times: number;
  probability: number;
  ms: number;
  status: number;
  body?: unknown;
}

type Abandoned = 'cut' | 'hang' | 'drip';

const KINDS = ['latency', 'error', 'answer', 'cut', 'hang', 'drip'];
const DRIP_MS = 20;

/** Reads a fault as a control call describes it, or says in a sentence what is wrong with it. */
export function readFault(given: Record<string, unknown>, routes: string[]): Fault | string {
  const { route = '*', kind, when = 'before', times = 1, probability = 1, ms = 0, status = 500, body } = given;
  if (route !== '*' && !routes.includes(String(route))) return `route is one of *, ${routes.join(', ')}`;
  if (!KINDS.includes(String(kind))) return `kind is one of ${KINDS.join(', ')}`;
  if (when !== 'before' && when !== 'after') return 'when is before or after';
  const figures = { times, probability, ms, status };
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value !== 'number' || !(value >= 0)) return `${name} is a number, 0 or more`;
  }
  return {
    route: String(route),
    kind: kind as Fault['kind'],
    when,
    body,
    ...(figures as Record<keyof typeof figures, number>),
  };
}

/** The trouble that waits for the next calls. */
export class FaultPlan {
  private faults: Fault[] = [];
  private readonly random: Randomness;
  private readonly ending = new AbortController();

  constructor(random: Randomness) {
    this.random = random;
  }

  /** Plans a fault for the next `times` calls of its route (0: until cleared). */
  add(fault: Fault): void {
    this.faults.push({ ...fault, times: fault.times === 0 ? Number.POSITIVE_INFINITY : fault.times });
  }

  list(): Fault[] {
    return this.faults;
  }

  clear(): void {
    this.faults = [];
  }

  /** Ends every wait, so that closing a simulator does not hang on its own faults. */
  close(): void {
    this.clear();
    this.ending.abort();
  }

  /** The faults that this call meets; each counts as used up once. */
  take(route: string): Fault[] {
    const met = this.faults.filter(
      (fault) => (fault.route === '*' || fault.route === route) && this.random.fraction() < fault.probability,
    );
    for (const fault of met) fault.times -= 1;
    this.faults = this.faults.filter((fault) => fault.times > 0);
    return met;
  }

  /** Plays the faults of one side of the work; undefined when the call may go on. */
  async play(faults: Fault[], when: Fault['when'], reply: FastifyReply): Promise<Outcome | undefined> {
    for (const fault of faults.filter((each) => each.when === when)) {
      if (fault.kind === 'latency') await this.wait(fault.ms);
      else if (fault.kind === 'error') return { status: fault.status, body: gatewayPage(fault.status) };
      else if (fault.kind === 'answer')
        return { status: fault.status, body: fault.body ?? null, type: 'application/json' };
      else return this.abandon(fault.kind, reply);
    }
    return undefined;
  }

  private async wait(ms: number): Promise<void> {
    // An aborted wait is the simulator closing: go on and answer.
    await sleep(ms, undefined, { signal: this.ending.signal }).catch(() => {});
  }

  private abandon(kind: Abandoned, reply: FastifyReply): typeof GONE {
    reply.hijack();
    const { socket } = reply.raw;
    if (kind === 'cut') socket?.destroy();
    else this.ending.signal.addEventListener('abort', () => socket?.destroy(), { once: true });
    if (kind === 'drip') this.drip(reply.raw);
    return GONE;
  }

  private drip(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    const dripping = setInterval(() => response.write(' '), DRIP_MS);
    response.once('close', () => clearInterval(dripping));
  }
}

function gatewayPage(status: number): string {
  return `<html>\n<head><title>${status}</title></head>\n<body><center><h1>${status}</h1></center><hr><center>cloudflare</center></body>\n</html>\n`;
}
