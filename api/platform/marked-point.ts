import { writeSync } from 'node:fs';

/** Where this process is to end, each point with the passings that are left to it. */
const armed = new Map<string, number>();

/**
 * Has this process end by SIGKILL at a marked point, for tests of crashes: `before commit of OrderPlaced#3` is its third passing, `#1` when
 * left out. Of several, each on a line, whichever is passed first. Null disarms all.
 */
export function armMarkedPoints(setting: string | null): void {
  armed.clear();
  for (const each of setting?.split('\n') ?? []) {
    const [, point = '', passes = '1'] = /^(.*?)(?:#(\d+))?$/.exec(each) ?? [];
    if (point !== '') armed.set(point, Number(passes));
  }
}

/**
 * Passes a place that stands just before or after a commit or a call to the outside, under every name that it has; nothing happens unless one
 * of them is armed. Who ends here says so on standard error.
 */
export function passMarkedPoint(
  side: 'before' | 'after',
  what: 'commit of' | 'call of',
  names: () => readonly string[],
): void {
  if (armed.size === 0) return;
  const points = names().map((name) => `${side} ${what} ${name}`);
  const isOver = points.map(passArmed).includes(true);
  if (!isOver) return;
  writeSync(2, `ends at ${points.join(', ')}\n`);
  process.kill(process.pid, 'SIGKILL');
}

function passArmed(point: string): boolean {
  const passes = (armed.get(point) ?? 0) - 1;
  if (armed.has(point)) armed.set(point, passes);
  return passes === 0;
}

/** The file of api/ that called `callee`, without its ending, e.g. `orders/place-order`; looked for only while a point is armed. */
export function placeOfCaller(callee: (...given: never[]) => unknown): string | null {
  if (armed.size === 0) return null;
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, callee);
  return /.*\/api\/([\w/-]+)\.ts:/.exec(trace.stack ?? '')?.[1] ?? null;
}
