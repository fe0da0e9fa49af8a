const WIDTH = 30;
/** Between two lines of a log, and between two drawings of a bar. */
const LINE_MS = 5_000;
const BAR_MS = 100;

/** Shows how far a command came: a bar on a terminal, now and then a line elsewhere. */
export interface Progress {
  show(done: number, of: number): void;
  /** Takes the bar away before something else is written. */
  clear(): void;
}

/** A progress on standard error, so that what a command tells can be kept in a file. */
export function progressOf(what: string, unit: string): Progress {
  const out = process.stderr;
  const began = Date.now();
  let shown = 0;
  let isDrawn = false;
  const clear = (): void => {
    if (isDrawn) out.write('\r\u001b[K');
    isDrawn = false;
  };
  return {
    show(done, of) {
      const now = Date.now();
      if (done < of && now - shown < (out.isTTY ? BAR_MS : LINE_MS)) return;
      shown = now;
      const share = of === 0 ? 1 : Math.min(1, done / of);
      const speed = Math.round(done / Math.max(0.001, (now - began) / 1000));
      const text = `${Math.floor(share * 100)} % · ${count(done)} / ${count(of)} ${unit} · ${count(speed)}/s`;
      const filled = Math.round(share * WIDTH);
      clear();
      if (!out.isTTY) out.write(`${what}: ${text}\n`);
      else out.write(`${what} [${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${text}`);
      isDrawn = out.isTTY;
    },
    clear,
  };
}

/** A number as people in Depok write it: 100.000. */
export const count = (value: number): string => value.toLocaleString('id-ID');
