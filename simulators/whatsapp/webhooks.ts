import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StageClock } from '../stage/clock.ts';
import { Journal } from '../stage/journal.ts';
import { NoticeFaults } from '../stage/notice-faults.ts';
import type { Randomness } from '../stage/randomness.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Pauses between tries; the last one repeats until seven days are over. */
const RETRY_PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR];
const GIVE_UP_AFTER_MS = 7 * 24 * HOUR;
const ANSWER_TIMEOUT_MS = 10_000;
const HEAD_START_MS = 20;

/** One delivery to the business's webhook and what became of it. */
export interface Delivery {
  kind: string;
  number: string;
  /** Exactly the characters that are sent and signed. */
  body: string;
  createdAt: Date;
  attempts: { at: string; answer: string }[];
  state: 'waiting' | 'delivered' | 'given up' | 'dropped';
}

/** JSON as the provider writes it: everything beyond ASCII as \uXXXX, before it is signed. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** X-Hub-Signature-256 over the exact bytes of a body. */
export function hubSignature(body: string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** Carries webhooks to the business, signed, again and again until it answers 200. */
export class Webhooks {
  readonly journal = new Journal<Delivery>();
  readonly faults: NoticeFaults<Delivery>;
  private readonly clock: StageClock;
  private readonly target: () => { url: string | undefined; appSecret: string | undefined };
  private readonly ending = new AbortController();

  constructor(clock: StageClock, random: Randomness, target: Webhooks['target']) {
    this.clock = clock;
    this.target = target;
    this.faults = new NoticeFaults(random);
  }

  /** Sends at once, or as the planned faults say; does nothing while no webhook address is set. */
  send(kind: string, number: string, value: unknown): void {
    if (!this.target().url) return;
    const createdAt = this.clock.now();
    const make = (): Delivery => ({ kind, number, body: asciiJson(value), createdAt, attempts: [], state: 'waiting' });
    const delivery = this.journal.add(make());
    const fate = this.faults.decide(delivery);
    if (fate.kind === 'drop') delivery.state = 'dropped';
    if (fate.kind === 'release') this.clock.track(this.sendInTurn(fate.notices));
    if (fate.kind !== 'send') return;
    const batch: Delivery[] = [delivery];
    while (batch.length < fate.copies) batch.push(this.journal.add(make()));
    if (fate.delayMs === 0) this.clock.track(this.sendInTurn(batch));
    else this.clock.schedule(new Date(createdAt.getTime() + fate.delayMs), () => this.sendInTurn(batch));
  }

  clear(): void {
    this.journal.clear();
    this.faults.clear();
  }

  close(): void {
    this.ending.abort();
  }

  private async sendInTurn(batch: Delivery[]): Promise<void> {
    // A moment for the answer to the send call, which carries the id that statuses speak of.
    await sleep(HEAD_START_MS, undefined, { signal: this.ending.signal });
    for (const delivery of batch) await this.attempt(delivery);
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const answer = await this.post(delivery.body);
    if (this.ending.signal.aborted) return;
    const now = this.clock.now();
    delivery.attempts.push({ at: now.toISOString(), answer });
    const pause = RETRY_PAUSES[Math.min(delivery.attempts.length, RETRY_PAUSES.length) - 1] ?? 0;
    const next = new Date(now.getTime() + pause);
    if (answer === '200') delivery.state = 'delivered';
    else if (next.getTime() - delivery.createdAt.getTime() > GIVE_UP_AFTER_MS) delivery.state = 'given up';
    else this.clock.schedule(next, () => this.attempt(delivery));
  }

  private async post(body: string): Promise<string> {
    const { url, appSecret } = this.target();
    if (!url) return 'no webhook URL';
    const headers: Record<string, string> = { 'content-type': 'application/json', 'user-agent': 'facebookexternalua' };
    if (appSecret) headers['x-hub-signature-256'] = hubSignature(body, appSecret);
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
      await answer.arrayBuffer();
      return String(answer.status);
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }
}
