const YES = new Set(['ya', 'y', 'yes', 'iya', 'true', 'benar', '1', 'halal', 'v', '✓', '✔']);
const NO = new Set(['tidak', 'n', 'no', 'false', 'salah', '0', '-', 'tdk', 'bukan', 'nonhalal', 'tidakhalal', 'x']);
const THOUSANDS: Readonly<Record<string, number>> = { rb: 1e3, ribu: 1e3, k: 1e3, jt: 1e6, juta: 1e6 };

/** Figures with signs between the thousands. */
const GROUPED = /^\d{1,3}(\.\d{3})+$|^\d{1,3}(,\d{3})+$/;

/** A whole number as people write it: 12500, 12.500, 12,500, 12.500,00, Rp12.500,-, 12,5 rb. Null for what is none, or may be two: 1.250 rb. */
export function wholeNumber(text: string): number | null {
  const bare = text
    .toLowerCase()
    .replace(/^(rp|idr)\.?/, '')
    .replace(/[.,]-+$/, '')
    .replace(/[\s\u00a0]/g, '');
  const [, figures = '', unit] = /^([\d.,]+)(rb|ribu|k|jt|juta)?$/.exec(bare) ?? [];
  if (unit && GROUPED.test(figures)) return null;
  if (unit) return wholeOrNull(inUnits(Number(figures.replace(',', '.')), THOUSANDS[unit] ?? 0));
  if (/^\d+$/.test(figures)) return wholeOrNull(Number(figures));
  if (GROUPED.test(figures)) return wholeOrNull(Number(figures.replace(/[.,]/g, '')));
  // Digits after the last sign are a fraction, which must be nothing; the other sign parts the thousands.
  const [, whole] = /^(\d+|\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:,\d{3})+(?=\.))[.,]0{1,2}$/.exec(figures) ?? [];
  return whole === undefined ? null : wholeOrNull(Number(whole.replace(/[.,]/g, '')));
}

/** Without what the machine's fractions add: 16,1 rb is 16100. */
function inUnits(number: number, unit: number): number {
  return Number((number * unit).toFixed(3));
}

function wholeOrNull(value: number): number | null {
  return Number.isSafeInteger(value) ? value : null;
}

/** Yes or no as people write it; null for what is neither. */
export function yesOrNo(text: string): boolean | null {
  const word = text.toLowerCase().replace(/[\s._-]+(?=.)/g, '');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** Words between commas, semicolons or bars, each once, without a leading #. */
export function tagsOf(text: string): string[] {
  const words = text.split(/[,;|\n]/).map((word) => word.trim().replace(/^#/, '').replace(/\s+/g, ' '));
  return [...new Set(words.filter((word) => word !== ''))];
}
