import { setTimeout as sleep } from 'node:timers/promises';
import type { StageClock } from '../stage/clock.ts';
import { Journal } from '../stage/journal.ts';
import { NoticeFaults } from '../stage/notice-faults.ts';
import type { Randomness } from '../stage/randomness.ts';
import type { RecordFile } from '../stage/record-file.ts';
import { asRecord } from '../stage/scope.ts';

const MINUTE = 60_000;
/** Pauses before the retries, each counted from the failure before it. */
const RETRY_PAUSES = [2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 90 * MINUTE, 210 * MINUTE];
/** Each pause is shortened by chance, by up to this share. */
const PAUSE_SHORTENING = 0.1;
const ANSWER_TIMEOUT_MS = 15_000;
const MAX_HOPS = 5;
/** Real time between an event and its notice, so that the answer to the merchant's own call usually comes first. */
const HEAD_START_MS = 20;

/** One message to the merchant and what became of it. */
export interface Notice {
  id: string;
  orderId: string;
  body: Record<string, unknown>;
  createdAt: Date;
  attempts: { at: string; answer: string }[];
  state: 'waiting' | 'delivered' | 'given up' | 'dropped';
  nextAt?: Date;
}

/** Carries notices to the merchant, with the provider's retries; what still waits survives a restart. */
export class Courier {
  readonly journal = new Journal<Notice>();
  readonly faults: NoticeFaults<Notice>;
  private readonly clock: StageClock;
  private readonly random: Randomness;
  private readonly file: RecordFile;
  private readonly target: () => string | undefined;
  private readonly ending = new AbortController();

  constructor(parts: { clock: StageClock; random: Randomness; file: RecordFile; target: () => string | undefined }) {
    this.clock = parts.clock;
    this.random = parts.random;
    this.file = parts.file;
    this.target = parts.target;
    this.faults = new NoticeFaults(parts.random);
  }

  /** Takes up the notices that were still waiting when the process ended. */
  resume(records: Map<string, unknown>): void {
    for (const [key, value] of records) {
      if (!key.startsWith('notice:') || !asRecord(value)) continue;
      const notice = this.journal.add(value as Notice);
      this.plan(notice, notice.nextAt ?? this.clock.now());
    }
  }

  /** Sends a body at once, or as the planned faults say. */
  send(body: Record<string, unknown>): void {
    const notice = this.journal.add({
      id: this.random.uuid(),
      orderId: String(body.order_id),
      body,
      createdAt: this.clock.now(),
      attempts: [],
      state: 'waiting',
    });
    const fate = this.faults.decide(notice);
    if (fate.kind === 'drop') notice.state = 'dropped';
    if (fate.kind === 'send') this.dispatch(notice, fate.delayMs);
    for (let copy = 1; fate.kind === 'send' && copy < fate.copies; copy++) {
      this.dispatch(this.journal.add({ ...notice, id: this.random.uuid(), attempts: [] }), fate.delayMs);
    }
    if (fate.kind === 'release') this.clock.track(this.sendInTurn(fate.notices));
  }

  clear(): void {
    for (const notice of this.journal.list()) this.file.put(`notice:${notice.id}`, null);
    this.journal.clear();
    this.faults.clear();
  }

  close(): void {
    this.ending.abort();
  }

  private dispatch(notice: Notice, delayMs: number): void {
    if (delayMs > 0) {
      this.plan(notice, new Date(this.clock.now().getTime() + delayMs));
      return;
    }
    notice.nextAt = this.clock.now();
    this.file.put(`notice:${notice.id}`, notice);
    this.clock.track(this.sendInTurn([notice]));
  }

  /** One after the other, or the network would put shuffled notices in order again. */
  private async sendInTurn(notices: Notice[]): Promise<void> {
    await sleep(HEAD_START_MS, undefined, { signal: this.ending.signal });
    for (const notice of notices) await this.attempt(notice);
  }

  private plan(notice: Notice, at: Date): void {
    notice.nextAt = at;
    this.file.put(`notice:${notice.id}`, notice);
    this.clock.schedule(at, () => this.attempt(notice));
  }

  private async attempt(notice: Notice): Promise<void> {
    const at = this.clock.now().toISOString();
    const answer = await this.post(notice.body);
    if (this.ending.signal.aborted) return; // stays on file as waiting
    notice.attempts.push({ at, answer: String(answer) });
    notice.nextAt = undefined;
    const pause = RETRY_PAUSES[notice.attempts.length - 1];
    if (typeof answer === 'number' && answer >= 200 && answer < 300) notice.state = 'delivered';
    else if (notice.attempts.length > retriesAfter(answer) || pause === undefined) notice.state = 'given up';
    else {
      const shortened = pause * (1 - PAUSE_SHORTENING * this.random.fraction());
      return this.plan(notice, new Date(this.clock.now().getTime() + shortened));
    }
    this.file.put(`notice:${notice.id}`, null);
  }

  /** Posts the body, follows 307 and 308, and answers the last HTTP status or what went wrong. */
  private async post(body: Record<string, unknown>): Promise<number | string> {
    let url = this.target();
    if (!url) return 'no notification URL';
    const headers = { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'Veritrans' };
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
    try {
      for (let hop = 0; hop <= MAX_HOPS; hop++) {
        const answer: Response = await fetch(url, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
          redirect: 'manual',
          signal,
        });
        await answer.arrayBuffer();
        const location = answer.headers.get('location');
        if ((answer.status !== 307 && answer.status !== 308) || !location) return answer.status;
        url = new URL(location, url).href;
      }
      return 'too many redirects';
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }
}

/** How many retries an answer is worth in all. */
function retriesAfter(answer: number | string): number {
  if (answer === 500) return 1;
  if (answer === 503) return 4;
  if (answer === 400 || answer === 404) return 2;
  if (answer === 301 || answer === 302 || answer === 303) return 0;
  // Without a URL there is no one to try again.
  return answer === 'no notification URL' ? 0 : RETRY_PAUSES.length;
}
