import { ball } from './bits.ts';
import { type Colour, light, shade } from './colour.ts';
import { d, ellipse, soft, star, table } from './path.ts';
import { at, fill, line } from './pen.ts';
import { between } from './random.ts';
import { heap, type Topping } from './toppings.ts';

export const friedEgg: Topping = (pen) =>
  pen.solid(heap(pen, 76, 0.14, 9), '#fffaf0', { light: 0, shade: 10, depth: 0.22 }) +
  line(ellipse(2, 0, 66, 60), '#e0a860', 3, 0.35) +
  fill(ellipse(3, 1, 32), '#e8941f') +
  fill(ellipse(0, -2, 29), '#f7b32b') +
  fill(ellipse(-9, -11, 10, 7), '#ffe6a0');

export const boiledEgg: Topping = (pen) =>
  pen.solid(ellipse(0, 0, 50, 42), '#fffaf0', { light: 0, shade: 9, depth: 0.2 }) +
  fill(ellipse(2, 1, 27, 24), '#e89a22') +
  fill(ellipse(0, -1, 24, 21), '#f7b32b') +
  fill(ellipse(-7, -7, 8, 6), '#ffe29a');

export const wholeEgg =
  (colour: Colour): Topping =>
  (pen) =>
    pen.solid(
      ellipse(0, 0, 56, 45),
      colour,
      { light: 10, shade: 15 },
      Array.from({ length: 8 }, () =>
        fill(ellipse(between(pen.random, -40, 40), between(pen.random, -30, 30), 4, 3), light(colour, 0.5)),
      ).join(''),
    );

export const meatballs =
  (colour: Colour, count = 5, radius = 50): Topping =>
  (pen) =>
    Array.from({ length: count }, (_, i) => {
      const angle = (i / count) * Math.PI * 2 + 0.6;
      const far = count > 1 ? radius * 1.28 : 0;
      const spots = Array.from({ length: 7 }, () =>
        fill(
          ellipse(between(pen.random, -radius, radius) * 0.6, between(pen.random, -radius, radius) * 0.6, 4, 2.5),
          shade(colour, 0.25),
          0.7,
        ),
      ).join('');
      return at(
        Math.cos(angle) * far,
        Math.sin(angle) * far * 0.9,
        fill(ellipse(5, 7, radius), '#3b2a1e', 0.2) + ball(colour, radius)(pen) + spots,
      );
    }).join('');

/** A whole fish, head to the left, 320 long; `bars` are the marks of the grill or the pan. */
export const fish =
  (colour: Colour, bars: Colour | null, belly: Colour = light(colour, 0.5)): Topping =>
  (pen) => {
    const body = soft(table('-168 4, -120 -46, -30 -70, 70 -44, 120 -14, 128 8, 70 42, -30 62, -120 46'));
    const tail = soft(table('112 -6, 150 -30, 196 -66, 186 0, 196 62, 150 30'), 0.8);
    const fin = soft(table('-50 -60, 0 -104, 62 -84, 66 -44'), 0.8);
    const scales = Array.from({ length: 26 }, (_, i) =>
      at(
        -52 + (i % 9) * 17 + (Math.floor(i / 9) % 2) * 8,
        -22 + Math.floor(i / 9) * 22,
        line('M0 -9Q8 0 0 9', shade(colour, 0.3), 2.5, 0.55),
      ),
    ).join('');
    const marks = bars
      ? [-70, -22, 26, 72].map((x) => line(d`M ${x} -44 L ${x - 16} 40`, bars, 10, 0.75)).join('')
      : '';
    const face =
      fill('M -180 70 H 140 V 34 Q -20 20 -180 30 Z', belly, 0.6) +
      line('M -104 -46 Q -78 0 -104 46', shade(colour, 0.35), 4) +
      line('M-168 12L-142 16', shade(colour, 0.5), 4);
    return (
      fill(fin, shade(colour, 0.2)) +
      pen.solid(tail, shade(colour, 0.12), { light: 5, shade: 8 }) +
      pen.solid(body, colour, { light: 10, shade: 14 }, face + scales + marks) +
      fill(ellipse(-134, -14, 13), '#fff7e4') +
      fill(ellipse(-135, -14, 7), '#2a2320')
    );
  };

export const prawnCracker =
  (colour: Colour, radius = 84): Topping =>
  (pen) =>
    pen.solid(
      star(0, 0, radius, 0.88, 16, 10),
      colour,
      { light: 7, shade: 14, depth: 0.2 },
      [0.74, 0.48, 0.22]
        .map((r, i) => line(heap(pen, radius * r, 0.1, 8), i % 2 ? light(colour, 0.5) : shade(colour, 0.2), 5, 0.6))
        .join(''),
    );
