import type { Entry } from '../people/client-log.ts';
import { type Evidence, keyIn } from './evidence.ts';
import { answered, LEAVES, LEAVES_NOTHING, type Leaves } from './i08-traces.ts';

/** What could not be had at a moment and may be had at the next: nothing is kept of such a refusal. */
const MOMENTARY =
  /^(OUT_OF_STOCK|POINT_FULL|POINT_CLOSED|PRICE_CHANGED|METHOD_UNAVAILABLE|TOO_MANY_\w+|VOUCHER_\w+|WRONG_STATUS|NOTHING_REMAINS)$/;

/** I8: what a client saw as done is there, what it saw as refused left nothing, and every try of one intention was told the same. */
export async function clientsWord({ rows, log }: Evidence): Promise<string[]> {
  const ended = log.filter(({ what }) => what !== 'sent');
  const found: string[] = [];
  for (const [op, calls] of Map.groupBy(ended, ({ op }) => op)) {
    if (op in LEAVES_NOTHING) continue;
    const leaves = LEAVES[op];
    if (!leaves) {
      found.push(`${op} is sent, and nobody knows what it leaves`);
      continue;
    }
    const left = await rows<Left>(leaves.rows);
    const intentions = [...Map.groupBy(calls, ({ who, key }) => `${who} ${key}`).values()];
    const words = leaves.by === 'call' ? eachLeftItsOwn(leaves, calls, left) : intentions.flatMap(wordOf(leaves, left));
    if (leaves.isAlone) words.push(...refusedInVain(leaves, calls, left));
    found.push(...words.map((sentence) => `${op} ${sentence}`));
  }
  return found;
}

interface Left {
  readonly trace: string;
  readonly id?: string;
}

/** What is wrong with what all tries of one intention were told. */
function wordOf(leaves: Leaves, left: readonly Left[]): (tries: readonly Entry[]) => string[] {
  const byTrace = new Map(left.map((each) => [each.trace, each]));
  return (tries) => {
    const done = tries.filter(({ what }) => what === 'done');
    const lost = new Set(done.flatMap((call) => leaves.of(call).filter((trace) => !byTrace.has(trace))));
    const found = [...lost].map((trace) => `of ${trace} was told as done and left no trace`);
    return leaves.by === 'key' ? [...found, ...keyWord(leaves, tries, byTrace)] : found;
  };
}

/** A key has one answer: one made thing, or none. */
function keyWord(leaves: Leaves, tries: readonly Entry[], byTrace: ReadonlyMap<string, Left>): string[] {
  const [first] = tries as [Entry, ...Entry[]];
  const { key } = first;
  const stored = leaves.of(first).flatMap((trace) => byTrace.get(trace) ?? [])[0];
  const done = tries.filter(({ what }) => what === 'done');
  const last = tries.at(-1);
  if (last?.what === 'unknown') return [`of key ${key} stayed unknown for a minute`];
  if (done.length === 0)
    return stored ? [`of key ${key} was refused (${last?.answer}) and left ${stored.id ?? 'a trace'}`] : [];
  return [...contradictions(key, tries), ...otherThanStored(leaves, key, done, stored)];
}

/** Refusals of a key that was answered as done as well. */
function contradictions(key: string, tries: readonly Entry[]): string[] {
  const doneAt = tries.findIndex(({ what }) => what === 'done');
  const refused = tries.filter(
    ({ what, answer }, at) => what === 'refused' && (at > doneAt || !MOMENTARY.test(String(answer))),
  );
  return refused.map(({ answer }) => `of key ${key} was told as done, and as refused (${answer})`);
}

function otherThanStored({ answers }: Leaves, key: string, done: readonly Entry[], stored?: Left): string[] {
  if (!answers) return [];
  const ids = new Set(done.map(({ answer }) => keyIn(answers.type, answered(answer, answers.field)?.id)));
  if (ids.size > 1) return [`of key ${key} was answered with ${ids.size} of them`];
  const [told] = ids;
  return stored && told !== stored.id ? [`of key ${key} was told ${told}, stored is ${stored.id}`] : [];
}

/** Of what each call leaves anew there is as much as was told as done, at least. */
function eachLeftItsOwn(leaves: Leaves, calls: readonly Entry[], left: readonly Left[]): string[] {
  const times = Map.groupBy(left, ({ trace }) => trace);
  const told = calls.filter(({ what }) => what === 'done').flatMap((call) => leaves.of(call));
  return [...Map.groupBy(told, (trace) => trace)].flatMap(([trace, { length }]) => {
    const there = times.get(trace)?.length ?? 0;
    return there >= length ? [] : [`of ${trace} was told as done ${length} times and left ${there} traces`];
  });
}

/** What is there although everybody who tried was refused, each time. */
function refusedInVain(leaves: Leaves, calls: readonly Entry[], left: readonly Left[]): string[] {
  const there = new Set(left.map(({ trace }) => trace));
  const tried = Map.groupBy(
    calls.flatMap((call) => leaves.of(call).map((trace) => ({ trace, ...call }))),
    ({ trace }) => trace,
  );
  return [...tried].flatMap(([trace, tries]) =>
    there.has(trace) && tries.every(({ what }) => what === 'refused')
      ? [`of ${trace} was refused (${tries.at(-1)?.answer}) and left a trace`]
      : [],
  );
}
