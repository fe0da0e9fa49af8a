import { strand } from './bits.ts';
import { type Colour, light, mix, shade } from './colour.ts';
import { d, ellipse, leaf, rect, soft, table } from './path.ts';
import { at, fill, line, type Pen } from './pen.ts';
import { between } from './random.ts';

/** Things that lie on a plate or in a bowl, seen from above, round (0, 0), some 120 to 200 wide. */
export type Topping = (pen: Pen) => string;

/** A soft edged heap of `radius`, unlike any other. */
export function heap(pen: Pen, radius: number, rough = 0.06, points = 12): string {
  return soft(
    Array.from({ length: points }, (_, i) => {
      const far = radius * between(pen.random, 1 - rough, 1 + rough);
      const angle = (i * 2 * Math.PI) / points;
      return [Math.cos(angle) * far, Math.sin(angle) * far] as const;
    }),
  );
}

/** A mound of rice, its grains drawn where the light falls. */
export const rice =
  (colour: Colour, radius = 130): Topping =>
  (pen) => {
    let grains = '';
    for (let i = 0; i < radius * 0.75; i++) {
      const angle = between(pen.random, 0, Math.PI * 2);
      const far = radius * Math.sqrt(pen.random()) * 0.94;
      const tone = pen.random() < 0.6 ? light(colour, 0.75) : shade(colour, 0.1);
      grains += at(
        Math.cos(angle) * far,
        Math.sin(angle) * far,
        fill(ellipse(0, 0, 7.5, 3.4), tone),
        between(pen.random, 0, 180),
      );
    }
    const outline = heap(pen, radius, 0.04);
    return pen.solid(
      outline,
      colour,
      { light: 8, shade: 26, depth: 0.2 },
      at(-radius * 0.12, -radius * 0.14, fill(heap(pen, radius * 0.66), light(colour, 0.45), 0.6)) + grains,
    );
  };

export const drumstick =
  (colour: Colour): Topping =>
  (pen) => {
    const meat = soft(table('-84 -6, -60 -56, -6 -62, 40 -34, 78 -14, 82 12, 44 24, 0 58, -56 52'));
    const bone =
      fill(rect(66, -13, 72, 24, 11), '#f1e2c4') +
      fill(ellipse(138, -12, 17), '#f6ead0') +
      fill(ellipse(140, 9, 16), '#ecdcb9');
    const crust = Array.from({ length: 16 }, () =>
      fill(
        ellipse(
          between(pen.random, -70, 50),
          between(pen.random, -48, 44),
          between(pen.random, 4, 9),
          between(pen.random, 3, 6),
        ),
        pen.random() < 0.5 ? light(colour, 0.35) : shade(colour, 0.25),
        0.8,
      ),
    ).join('');
    return at(0, 0, bone + pen.solid(meat, colour, { light: 12, shade: 18 }, crust));
  };

/** A piece with a dark crust: rendang, beef, tempe bacem. */
export const chunk =
  (colour: Colour, size = 56): Topping =>
  (pen) =>
    pen.solid(
      heap(pen, size, 0.16, 7),
      colour,
      { light: 8, shade: 13 },
      Array.from({ length: 5 }, () =>
        at(
          between(pen.random, -size, size) * 0.5,
          between(pen.random, -size, size) * 0.5,
          line('M-14 0Q0 -6 14 0', light(colour, 0.25), 4, 0.7),
          between(pen.random, -60, 60),
        ),
      ).join(''),
    );

export const slice =
  (colour: Colour, width = 110, height = 74, radius = 12): Topping =>
  (pen) =>
    pen.solid(
      rect(-width / 2, -height / 2, width, height, radius),
      colour,
      { light: 7, shade: 12 },
      Array.from({ length: 9 }, () =>
        fill(
          ellipse(between(pen.random, -width, width) * 0.4, between(pen.random, -height, height) * 0.36, 8, 6),
          light(colour, 0.35),
          0.8,
        ),
      ).join(''),
    );

export const dollop =
  (colour: Colour, radius = 46): Topping =>
  (pen) => {
    const seeds = Array.from({ length: 9 }, () =>
      fill(
        ellipse(between(pen.random, -radius, radius) * 0.6, between(pen.random, -radius, radius) * 0.6, 4, 3),
        light(colour, 0.6),
      ),
    ).join('');
    return pen.solid(heap(pen, radius, 0.12, 8), colour, { light: 7, shade: 12 }, seeds);
  };

/** Overlapping rounds: cucumber, tomato, lontong, egg halves. */
export const rounds =
  (rim: Colour, flesh: Colour, count = 3, radius = 34, seeds: Colour | null = null): Topping =>
  () =>
    Array.from({ length: count }, (_, i) => {
      const x = (i - (count - 1) / 2) * radius * 1.25;
      const dots = seeds
        ? [0, 60, 120, 180, 240, 300].map((a) => at(x, 0, fill(ellipse(radius * 0.42, 0, 5, 2.6), seeds), a)).join('')
        : '';
      return (
        fill(ellipse(x + 3, 4, radius), '#3b2a1e', 0.18) +
        fill(ellipse(x, 0, radius), rim) +
        fill(ellipse(x - 1, -1, radius * 0.84), flesh) +
        fill(ellipse(x - 3, -4, radius * 0.5), light(flesh, 0.4)) +
        dots
      );
    }).join('');

/** Strips laid over each other: omelet, shredded chicken, carrot, bean sprouts. */
export const strips =
  (colours: readonly Colour[], spread = 60, count = 22, width = 8): Topping =>
  (pen) =>
    Array.from({ length: count }, () =>
      at(
        between(pen.random, -spread, spread) * 0.7,
        between(pen.random, -spread, spread) * 0.55,
        strand(colours[Math.floor(pen.random() * colours.length)] as Colour, spread * 0.95, width)(pen),
        between(pen.random, -50, 50),
      ),
    ).join('');

/** Leaves of cooked or raw greens in a heap. */
export const greens =
  (colour: Colour, spread = 62, count = 14): Topping =>
  (pen) =>
    Array.from({ length: count }, (_, i) => {
      const tone = [colour, shade(colour, 0.18), light(colour, 0.22)][i % 3] as Colour;
      const x = between(pen.random, -spread, spread) * 0.6;
      const y = between(pen.random, -spread, spread) * 0.5;
      const turn = between(pen.random, 0, 360);
      return at(x, y, fill(leaf(-34, 0, 72, 34, 0), tone) + line('M-34 0L22 0', light(tone, 0.35), 2.5), turn);
    }).join('');

/** Small things strewn about: fried shallots, peanuts, chopped leaves, coconut. */
export const strewn =
  (colours: readonly Colour[], spread: number, count: number, size = 6): Topping =>
  (pen) =>
    Array.from({ length: count }, () => {
      const angle = between(pen.random, 0, Math.PI * 2);
      const far = spread * Math.sqrt(pen.random());
      const colour = colours[Math.floor(pen.random() * colours.length)] as Colour;
      return at(
        Math.cos(angle) * far,
        Math.sin(angle) * far,
        fill(ellipse(0, 0, size * 1.3, size * 0.62), colour),
        between(pen.random, 0, 180),
      );
    }).join('');

/** A swirl of noodles `radius` wide, strand over strand. */
export const noodles =
  (colour: Colour, radius = 150, width = 11): Topping =>
  (pen) => {
    let out = fill(heap(pen, radius, 0.04), shade(colour, 0.24));
    for (let i = 0; i < radius / 3.6; i++) {
      const angle = between(pen.random, 0, 360);
      const far = radius * between(pen.random, 0.1, 0.72);
      const tone = pick3(colour, pen.random());
      const arc = radius * between(pen.random, 0.28, 0.62);
      const sweep = d`M ${-arc} 0 Q 0 ${arc * between(pen.random, 0.5, 1.0)} ${arc} ${between(pen.random, -12, 12)}`;
      out += at(
        Math.cos(angle) * far * 0.7,
        Math.sin(angle) * far * 0.7,
        line(sweep, shade(colour, 0.3), width + 3, 0.5) + line(sweep, tone, width),
        angle,
      );
    }
    return out;
  };

const pick3 = (colour: Colour, r: number): Colour =>
  r < 0.34 ? shade(colour, 0.1) : r < 0.7 ? colour : light(colour, 0.35);

export const steam = (x: number, y: number): string =>
  [-46, 0, 46]
    .map((dx, i) => line(d`M ${x + dx} ${y} c -22 -30 22 -44 0 ${-80 - (i % 2) * 24}`, '#ffffff', 11, 0.75))
    .join('');

/** Bright rounds of chili, red and green. */
export const chiliRounds =
  (spread: number, count = 8, colours: readonly Colour[] = ['#d8331f', '#d8331f', '#4d8c36']): Topping =>
  (pen) =>
    Array.from({ length: count }, () => {
      const colour = colours[Math.floor(pen.random() * colours.length)] as Colour;
      const x = between(pen.random, -spread, spread);
      const y = between(pen.random, -spread, spread) * 0.8;
      return (
        fill(ellipse(x, y, 10, 8), shade(colour, 0.1)) +
        fill(ellipse(x - 1, y - 1, 6, 4.6), light(colour, 0.55)) +
        fill(ellipse(x - 1, y, 2, 1.6), mix(colour, '#fff3d0', 0.8))
      );
    }).join('');

/** One red chili, whole. */
export const wholeChili: Topping = (pen) =>
  line('M84 -2q22 -6 30 -22', '#3f7d3a', 9) +
  pen.solid('M -90 18 C -40 -22 50 -26 86 -14 Q 94 0 86 14 C 50 26 -20 28 -90 18 Z', '#d13222', { light: 5, shade: 8 });

/** Dark cubes behind a carton's window, in picture units. */
export function cubesIn(pen: Pen, colour: Colour): string {
  let out = fill(rect(100, 380, 600, 300), shade(colour, 0.3));
  for (let i = 0; i < 40; i++)
    out += at(
      170 + (i % 9) * 52 + (Math.floor(i / 9) % 2) * 24,
      430 + Math.floor(i / 9) * 48,
      pen.solid(rect(-26, -22, 52, 44, 9), i % 3 ? colour : light(colour, 0.14), { light: 6, shade: 8 }),
      between(pen.random, -16, 16),
    );
  return out;
}
