/** Where a process is to end, and at which passing. */
let crash: { readonly point: string; passes: number } | null = null;

/**
 * Has this process end by SIGKILL at a marked point, for tests of crashes: `before commit of OrderPlaced#3` is its third passing,
 * `#1` when left out. Null disarms it.
 */
export function armMarkedPoint(setting: string | null): void {
  const [, point = '', passes = '1'] = /^(.*?)(?:#(\d+))?$/.exec(setting ?? '') ?? [];
  crash = point === '' ? null : { point, passes: Number(passes) };
}

/** Passes a place that stands just before or after a commit or a call to the outside; nothing happens unless it is armed. */
export function passMarkedPoint(side: 'before' | 'after', what: 'commit of' | 'call of', name: string): void {
  if (crash === null || crash.point !== `${side} ${what} ${name}`) return;
  crash.passes -= 1;
  if (crash.passes === 0) process.kill(process.pid, 'SIGKILL');
}
