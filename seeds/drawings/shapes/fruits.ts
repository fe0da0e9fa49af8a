import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { ellipse, leaf, soft, table } from '../kit/path.ts';
import { at, fill, line } from '../kit/pen.ts';
import { between } from '../kit/random.ts';
import type { Topping } from '../kit/toppings.ts';
import { under } from './market-stall.ts';
import { starfruit } from './produce.ts';

export const roundFruit =
  (colour: Colour, stalk: Colour = '#4c6b2c', radius = 72, rough = false): Topping =>
  (pen) =>
    under(radius, radius * 0.95) +
    pen.solid(
      ellipse(0, 0, radius, radius * 0.96),
      colour,
      { light: 9, shade: 17 },
      (rough
        ? Array.from({ length: 24 }, () =>
            fill(
              ellipse(between(pen.random, -radius, radius), between(pen.random, -radius, radius), 3.4),
              light(colour, 0.35),
              0.7,
            ),
          ).join('')
        : '') + fill(ellipse(-radius * 0.36, -radius * 0.4, radius * 0.26, radius * 0.17), '#ffffff', 0.6),
    ) +
    [0, 72, 144, 216, 288]
      .map((a) => at(radius * 0.1, -radius * 0.12, fill(leaf(0, 0, radius * 0.34, radius * 0.18, a), stalk)))
      .join('');

export const melonSlice =
  (rind: Colour, flesh: Colour, seeds: Colour): Topping =>
  (pen) =>
    under(110, 60) +
    pen.solid('M -128 -50 A 128 128 0 0 0 128 -50 Z', rind, { light: 5, shade: 9 }) +
    fill('M -112 -50 A 112 112 0 0 0 112 -50 Z', mix(rind, '#ffffff', 0.75)) +
    fill('M -100 -50 A 100 100 0 0 0 100 -50 Z', flesh) +
    fill('M -100 -50 A 100 100 0 0 0 0 50 L 0 -50 Z', light(flesh, 0.2), 0.6) +
    table('-56 -24, -20 -16, 20 -20, 58 -26, -34 12, 0 18, 36 8')
      .map(([x, y]) => fill(ellipse(x, y, 5, 8), seeds))
      .join('');

export const halved =
  (skin: Colour, flesh: Colour, heart: Colour, pit: Colour): Topping =>
  (pen) => {
    const outline = soft(table('-90 0, -60 -62, 10 -70, 80 -40, 110 0, 80 40, 10 70, -60 62'));
    return (
      under(96, 66) +
      pen.solid(outline, skin, { light: 6, shade: 10 }) +
      at(-2, -1, fill(outline, flesh), 0, 0.87) +
      at(-2, 0, fill(outline, heart), 0, 0.6) +
      pen.solid(ellipse(-16, 2, 36, 34), pit, { light: 7, shade: 9 })
    );
  };

export const longFruit =
  (colour: Colour, blush: Colour): Topping =>
  (pen) =>
    under(110, 62) +
    pen.solid(
      soft(table('-120 16, -84 -48, 0 -66, 84 -46, 122 4, 90 46, 0 60, -80 58')),
      colour,
      { light: 10, shade: 17 },
      fill(ellipse(30, 30, 110, 46), blush, 0.55) + fill(ellipse(-40, -34, 40, 14), '#ffffff', 0.4),
    ) +
    line('M118 2q16 -4 24 -16', '#6b4a2a', 10);

export const bananas =
  (colour: Colour): Topping =>
  (pen) =>
    [-38, -16, 8, 32]
      .map((a, i) =>
        at(
          -150,
          -90,
          pen.solid(
            'M 0 -16 C 90 -10 210 30 300 130 Q 322 160 296 164 C 190 120 90 60 -6 22 Z',
            i % 2 ? colour : light(colour, 0.14),
            { light: 8, shade: 14 },
            line('M20 6C110 26 200 70 290 150', shade(colour, 0.18), 5, 0.5),
          ) + fill(ellipse(302, 158, 14, 12), '#5a4024'),
          a,
        ),
      )
      .join('') +
    pen.solid(soft(table('-196 -128, -150 -130, -120 -100, -124 -60, -160 -60, -190 -90')), '#7d8a3a', {
      light: 6,
      shade: 9,
    });

export const dragonFruit: Topping = (pen) =>
  under(92, 84) +
  Array.from({ length: 10 }, (_, i) =>
    at(0, 0, fill(leaf(66, 0, 58, 30, 0), i % 2 ? '#7fb86a' : '#a6c95a'), i * 36),
  ).join('') +
  pen.solid(ellipse(0, 0, 90, 84), '#d9377a', { light: 8, shade: 13 }) +
  fill(ellipse(0, 0, 72, 66), '#fbeff4') +
  Array.from({ length: 40 }, () =>
    fill(ellipse(between(pen.random, -52, 52), between(pen.random, -46, 46), 3), '#2f2a2e'),
  ).join('');

export const rambutan: Topping = (pen) =>
  under(50, 46) +
  Array.from({ length: 20 }, (_, i) => at(0, 0, line('M44 0q14 -6 20 4', '#a83a2a', 5), i * 18)).join('') +
  pen.solid(
    ellipse(0, 0, 52, 48),
    '#c8402f',
    { light: 7, shade: 11 },
    Array.from({ length: 16 }, () =>
      at(
        between(pen.random, -36, 36),
        between(pen.random, -32, 32),
        line('M0 0q8 -10 14 -4', '#e8855a', 4),
        between(pen.random, 0, 300),
      ),
    ).join(''),
  );

export const salak: Topping = (pen) =>
  under(54, 44) +
  pen.solid(
    soft(table('-66 0, -30 -44, 30 -46, 56 0, 30 46, -30 44')),
    '#6a4226',
    { light: 8, shade: 11 },
    Array.from({ length: 24 }, (_, i) =>
      at(-48 + (i % 6) * 20, -34 + Math.floor(i / 6) * 22, line('M-8 6Q0 -8 8 6', '#a3724a', 4), 0),
    ).join(''),
  );

export const pineapple: Topping = (pen) =>
  [-52, -26, 0, 26, 52].map((a) => fill(leaf(80, 0, 150, 50, a), a % 52 ? '#4f8a3c' : '#74ab48')).join('') +
  pen.solid(
    ellipse(-20, 0, 128, 92),
    '#e0a52c',
    { light: 10, shade: 18 },
    Array.from({ length: 42 }, (_, i) =>
      at(
        -136 + (i % 7) * 38 + (Math.floor(i / 7) % 2) * 19,
        -80 + Math.floor(i / 7) * 30,
        fill('M 0 -15 L 18 0 L 0 15 L -18 0 Z', '#c47f1c', 0.8) + fill(ellipse(0, 0, 5), '#f8dc80'),
      ),
    ).join(''),
  );

export const wholeStarfruit =
  (colour: Colour): Topping =>
  (pen) =>
    under(84, 44) + starfruit(pen, colour, 96);
