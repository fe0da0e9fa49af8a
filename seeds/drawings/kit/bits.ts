import { type Colour, light, mix, shade } from './colour.ts';
import { d, ellipse, leaf, rect, soft, star } from './path.ts';
import { at, fill, line, type Pen } from './pen.ts';
import { between } from './random.ts';

/** One small piece of food or goods round (0, 0), some 50 units wide. Pieces have no clip of their own: they come in dozens. */
export type Bit = (pen: Pen) => string;

/** A piece with its light side: the same outline again, smaller and moved to the light. */
const lit = (outline: string, colour: Colour, lightening = 0.28): string =>
  `${fill(outline, shade(colour, 0.16))}${at(-2.5, -2.5, fill(outline, colour), 0, 0.9)}${at(-5, -6, fill(outline, light(colour, lightening)), 0, 0.5)}`;

/** A wavy round crisp, dusted with specks of its seasoning. */
export const crisp =
  (colour: Colour, specks: Colour | null, rx = 30, ry = 24): Bit =>
  (pen) => {
    const points = Array.from({ length: 8 }, (_, i) => {
      const angle = (i * Math.PI) / 4;
      const far = between(pen.random, 0.88, 1.08);
      return [Math.cos(angle) * rx * far, Math.sin(angle) * ry * far] as const;
    });
    const outline = soft(points);
    let out = fill(outline, shade(colour, 0.2)) + at(-2, -3, fill(outline, colour), 0, 0.93);
    out += at(-4, -5, fill(outline, light(colour, 0.3)), 0, 0.62);
    if (specks)
      for (let i = 0; i < 5; i++)
        out += fill(
          ellipse(
            between(pen.random, -rx, rx) * 0.6,
            between(pen.random, -ry, ry) * 0.6,
            between(pen.random, 1.6, 3.4),
          ),
          specks,
        );
    return out;
  };

/** A round thing with a light side: nastar, klepon, meat ball, tomato, egg from afar. */
export const ball =
  (colour: Colour, radius = 24, shine = true): Bit =>
  () =>
    fill(ellipse(0, 0, radius), shade(colour, 0.2)) +
    fill(ellipse(-radius * 0.08, -radius * 0.1, radius * 0.9), colour) +
    (shine ? fill(ellipse(-radius * 0.34, -radius * 0.38, radius * 0.34, radius * 0.26), light(colour, 0.65)) : '');

export const stick =
  (colour: Colour, length = 64, thick = 15): Bit =>
  () =>
    fill(rect(-length / 2, -thick / 2, length, thick, thick / 2.4), shade(colour, 0.2)) +
    fill(rect(-length / 2 + 1, -thick / 2, length - 3, thick * 0.72, thick / 3), colour) +
    fill(rect(-length / 2 + 5, -thick / 2 + 2, length * 0.7, thick * 0.24, 3), light(colour, 0.45));

export const cube =
  (colour: Colour, size = 34): Bit =>
  () =>
    fill(rect(-size / 2, -size / 2, size, size, size * 0.16), shade(colour, 0.22)) +
    fill(rect(-size / 2, -size / 2, size * 0.9, size * 0.86, size * 0.16), colour) +
    fill(rect(-size * 0.4, -size * 0.4, size * 0.5, size * 0.2, 5), light(colour, 0.4));

/** A pressed slice with beans in it: tempe. */
export const tempe =
  (colour: Colour): Bit =>
  (pen) => {
    let out = lit(rect(-30, -22, 60, 44, 8), colour, 0.1);
    for (let i = 0; i < 7; i++)
      out += fill(ellipse(between(pen.random, -22, 20), between(pen.random, -14, 13), 5.5, 4), light('#d9b377', 0.25));
    return out;
  };

export const crescent =
  (colour: Colour): Bit =>
  () =>
    lit(
      'M -28 -10 C -20 24 20 24 28 -10 C 30 -20 18 -22 15 -12 C 8 0 -8 0 -15 -12 C -18 -22 -30 -20 -28 -10 Z',
      colour,
      0.4,
    );

export const blossom =
  (colour: Colour, heart: Colour): Bit =>
  () =>
    lit(star(0, 0, 31, 0.72, 13, 6), colour, 0.25) +
    fill(ellipse(-2, -2, 8.5), heart) +
    fill(ellipse(-4, -4, 3.5), light(heart, 0.5));

/** A ring-shaped or scalloped cracker: kerupuk, rengginang. */
export const cracker =
  (colour: Colour, ridge: Colour, radius = 40): Bit =>
  () =>
    lit(star(0, 0, radius, 0.9, radius * 0.18, 11), colour, 0.2) +
    line(ellipse(-3, -3, radius * 0.58, radius * 0.5), ridge, 4, 0.55) +
    line(ellipse(-3, -3, radius * 0.26, radius * 0.22), ridge, 4, 0.55);

export const peanut =
  (colour: Colour): Bit =>
  () =>
    fill(ellipse(0, 0, 20, 15), shade(colour, 0.25)) +
    fill(ellipse(-1.5, -2, 17.5, 12.5), colour) +
    line('M -12 1 Q 0 5 13 0', shade(colour, 0.22), 2.2) +
    fill(ellipse(-6, -6, 6, 3), light(colour, 0.55));

export const cashew =
  (colour: Colour): Bit =>
  () =>
    lit('M -24 4 C -22 26 18 26 25 2 C 27 -14 10 -17 6 -5 C 2 4 -6 3 -9 -6 C -15 -18 -27 -10 -24 4 Z', colour, 0.45);

/** Strands of floss: abon, shredded meat, noodles seen close. */
export const strand =
  (colour: Colour, long = 54, width = 6): Bit =>
  (pen) => {
    const bend = between(pen.random, -26, 26);
    const tone = mix(
      colour,
      pen.random() < 0.5 ? shade(colour, 0.35) : light(colour, 0.4),
      between(pen.random, 0.2, 0.8),
    );
    return line(d`M ${-long / 2} 0 Q 0 ${bend} ${long / 2} ${between(pen.random, -10, 10)}`, tone, width);
  };

export const leafBit =
  (colour: Colour, long = 46, wide = 26): Bit =>
  () =>
    fill(leaf(-long / 2, 0, long, wide, 0), shade(colour, 0.12)) +
    fill(leaf(-long / 2, -1.5, long * 0.94, wide * 0.62, 0), colour) +
    line(d`M ${-long / 2} 0 L ${long * 0.36} 0`, light(colour, 0.35), 2);

export const coffeeBean =
  (colour: Colour): Bit =>
  () =>
    fill(ellipse(0, 0, 21, 15), shade(colour, 0.3)) +
    fill(ellipse(-1.5, -2, 18.5, 12.5), colour) +
    line('M -16 2 C -6 -7 6 8 16 -2', shade(colour, 0.45), 3) +
    line('M -11 -7 Q -3 -11 5 -9', light(colour, 0.25), 2.5);

export const macaroni =
  (colour: Colour): Bit =>
  () =>
    line('M -20 12 Q 0 -26 20 10', shade(colour, 0.18), 17) +
    line('M -20 10 Q 0 -28 19 7', colour, 12) +
    line('M -17 3 Q -4 -17 6 -14', light(colour, 0.5), 3.5) +
    fill(ellipse(20, 11, 5, 4), shade(colour, 0.45));

export const popcorn =
  (colour: Colour): Bit =>
  (pen) =>
    ball(colour, 17, false)(pen) +
    at(16, 4, ball(colour, 14, false)(pen)) +
    at(4, -15, ball(light(colour, 0.3), 15, true)(pen)) +
    fill(ellipse(4, 5, 5, 4), shade(colour, 0.35));

/** A star-shaped slice of starfruit. */
export const starSlice =
  (flesh: Colour, rim: Colour, radius = 34): Bit =>
  () =>
    fill(star(0, 0, radius, 0.52, radius * 0.2), rim) +
    fill(star(0, 0, radius * 0.84, 0.52, radius * 0.18), flesh) +
    fill(star(-1, -1, radius * 0.46, 0.5, radius * 0.08), light(flesh, 0.45)) +
    [0, 1, 2, 3, 4]
      .map((i) =>
        at(0, 0, fill(ellipse(0, -radius * 0.24, radius * 0.045, radius * 0.09), shade(rim, 0.35)), i * 72 + 36),
      )
      .join('');

/** Lays bits over a box from the back row to the front, a little out of line, every one turned its own way. */
export function pile(
  pen: Pen,
  box: { x: number; y: number; width: number; height: number },
  step: number,
  bits: readonly Bit[],
  scale = 1,
  turn = 180,
): string {
  let out = '';
  let row = 0;
  for (let y = box.y; y <= box.y + box.height; y += step * 0.72, row++) {
    for (let x = box.x + (row % 2 ? step / 2 : 0); x <= box.x + box.width; x += step) {
      const bit = bits[Math.floor(pen.random() * bits.length)] as Bit;
      const dx = between(pen.random, -step, step) * 0.16;
      const dy = between(pen.random, -step, step) * 0.14;
      out += at(x + dx, y + dy, bit(pen), between(pen.random, -turn, turn), scale * between(pen.random, 0.92, 1.1));
    }
  }
  return out;
}
