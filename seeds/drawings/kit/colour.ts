/** A colour as #rrggbb. Everything a drawing paints goes through here, so that light and shade stay of one family. */
export type Colour = string;

type Triple = readonly [number, number, number];

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const gamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function toOklab(colour: Colour): Triple {
  const n = Number.parseInt(colour.slice(1), 16);
  const r = linear((n >> 16) / 255);
  const g = linear(((n >> 8) & 255) / 255);
  const b = linear((n & 255) / 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([L, a, b]: Triple): Colour {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const hex = channels.map((v) => {
    const byte = Math.round(Math.min(1, Math.max(0, gamma(Math.max(0, v)))) * 255);
    return byte.toString(16).padStart(2, '0');
  });
  return `#${hex.join('')}`;
}

const mixed = new Map<string, Colour>();

/** `share` 0 gives `from`, 1 gives `to`; mixed as the eye sees it (OKLab), so that no mixture turns grey. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const key = `${from}${to}${share}`;
  const known = mixed.get(key);
  if (known) return known;
  const a = toOklab(from);
  const b = toOklab(to);
  const colour = toHex([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
  mixed.set(key, colour);
  return colour;
}

/** The side away from the light: towards a warm dark, never towards black. */
export const shade = (colour: Colour, share = 0.16): Colour => mix(colour, '#2b1a2e', share);

/** The side to the light: towards morning sun. */
export const light = (colour: Colour, share = 0.3): Colour => mix(colour, '#fff6dd', share);
