import { type Colour, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, rect, soft, table } from '../kit/path.ts';
import { at, fill, line } from '../kit/pen.ts';
import { between } from '../kit/random.ts';
import type { Topping } from '../kit/toppings.ts';
import { under } from './market-stall.ts';

export const carrot: Topping = (pen) =>
  [-16, 0, 16].map((a) => at(84, 0, fill(leaf(0, 0, 84, 26, a), a ? '#4f9a45' : '#6fae55'))).join('') +
  pen.solid(
    'M -130 2 C -60 -30 40 -48 84 -34 Q 100 0 84 34 C 40 46 -60 30 -130 2 Z',
    '#ee8a2c',
    { light: 7, shade: 12 },
    [-50, 0, 44].map((x) => line(d`M ${x} -36 q 8 12 3 24`, '#c4641a', 5, 0.6)).join(''),
  );

export const potato: Topping = (pen) =>
  under(78, 58) +
  pen.solid(
    soft(table('-80 6, -50 -52, 20 -58, 78 -24, 76 32, 20 60, -54 54')),
    '#d2a868',
    { light: 9, shade: 15 },
    Array.from({ length: 8 }, () =>
      fill(ellipse(between(pen.random, -60, 60), between(pen.random, -40, 40), 6, 4), '#9c7440', 0.7),
    ).join(''),
  );

export const chili =
  (colour: Colour, long = 190): Topping =>
  (pen) =>
    line(d`M ${long * 0.44} -2 q 26 -6 34 -26`, '#3f7d3a', 10) +
    pen.solid(
      d`M ${-long / 2} 22 C ${-long * 0.2} -22 ${long * 0.3} -26 ${long * 0.45} -14 Q ${long * 0.5} 0 ${long * 0.45} 14 C ${long * 0.28} 28 ${-long * 0.1} 30 ${-long / 2} 22 Z`,
      colour,
      { light: 6, shade: 9 },
    );

export const shallot: Topping = (pen) =>
  under(46, 42) +
  pen.solid(
    soft(table('-50 8, -34 -36, 16 -44, 48 -12, 76 -4, 48 14, 14 44, -34 40'), 0.9),
    '#a8446a',
    { light: 8, shade: 12 },
    [-20, 4, 26].map((y) => line(d`M -46 ${y * 0.3} Q 10 ${y * 1.6} 60 0`, '#d98aa6', 4, 0.7)).join(''),
  );

export const garlic: Topping = (pen) =>
  under(60, 54) +
  pen.solid(
    soft(table('-62 10, -46 -44, 0 -56, 46 -44, 62 10, 34 52, -34 52')),
    '#f6efe2',
    { light: 8, shade: 14, depth: 0.22 },
    [-26, 0, 26].map((x) => line(d`M ${x * 0.3} -54 Q ${x * 1.6} 0 ${x * 0.9} 52`, '#cdb9c4', 5, 0.8)).join(''),
  ) +
  fill(rect(-9, -82, 18, 34, 8), '#e6dbc6');

export const bean: Topping = () =>
  line('M-110 8Q0 -34 112 10', '#4c7a2c', 20) +
  line('M-108 5Q0 -37 108 6', '#74ab48', 11) +
  line('M-60 -8Q0 -24 50 -10', '#b3d98a', 4);

export const eggplant: Topping = (pen) =>
  pen.solid(
    soft(table('-140 10, -110 -44, -20 -52, 60 -36, 96 -22, 96 22, 60 34, -20 54, -110 56')),
    '#5c3470',
    { light: 10, shade: 15 },
    line('M-100 -18Q-30 -34 50 -20', '#b691c6', 8, 0.7),
  ) +
  pen.solid(soft(table('78 -40, 116 -26, 150 -10, 150 10, 116 24, 78 38, 92 0'), 0.7), '#5f9440', {
    light: 5,
    shade: 8,
  });

export const corn: Topping = (pen) =>
  [-20, 20]
    .map((a) =>
      at(-40, 0, pen.solid(leaf(0, 0, 210, 84, a * 0.7), a < 0 ? '#7fb86a' : '#5a9c45', { light: 5, shade: 8 })),
    )
    .join('') +
  pen.solid(
    rect(-140, -38, 230, 76, 36),
    '#f2c230',
    { light: 7, shade: 12 },
    Array.from({ length: 40 }, (_, i) =>
      fill(rect(-132 + (i % 10) * 22, -34 + Math.floor(i / 10) * 18, 17, 14, 5), i % 3 ? '#f8d860' : '#e0a820'),
    ).join(''),
  );

export const cassava: Topping = (pen) =>
  pen.solid(
    soft(table('-160 10, -110 -28, 0 -40, 110 -32, 160 -8, 150 22, 60 36, -80 34')),
    '#8a5c38',
    { light: 7, shade: 12 },
    Array.from({ length: 10 }, (_, i) => line(d`M ${-130 + i * 28} -36 q 6 34 -2 70`, '#6a4226', 3.5, 0.6)).join(''),
  ) +
  fill(ellipse(152, 6, 16, 24), '#f8f0e0') +
  fill(ellipse(152, 6, 9, 14), '#efe2c8');

export const cabbage: Topping = (pen) =>
  under(118, 112) +
  pen.solid(
    ellipse(0, 0, 124, 118),
    '#b9d88a',
    { light: 10, shade: 18 },
    table('-40 -30 90, 40 20 80, -10 50 70, 30 -50 60')
      .map(([x, y, r = 0], i) => fill(ellipse(x, y, r, r * 0.9), i % 2 ? '#cfe6a4' : '#a8cc74', 0.9))
      .join('') +
      [-150, -110, -70, -30]
        .map((a) =>
          at(-10, 90, line('M0 0L150 0', '#eef7d8', 7, 0.9) + line('M70 0L110 -36M70 0L110 36', '#eef7d8', 4, 0.8), a),
        )
        .join(''),
  );

export const tofu =
  (colour: Colour, size = 96): Topping =>
  (pen) =>
    fill(rect(-size / 2 + 8, -size / 2 + 13, size, size, 14), '#3b2a1e', 0.18) +
    pen.solid(
      rect(-size / 2, -size / 2, size, size, 14),
      colour,
      { light: 9, shade: 13, depth: 0.22 },
      Array.from({ length: 8 }, () =>
        fill(
          ellipse(between(pen.random, -size / 2.4, size / 2.4), between(pen.random, -size / 2.4, size / 2.4), 4, 3),
          shade(colour, 0.14),
          0.8,
        ),
      ).join(''),
    );

/** A pressed cake of whole beans, cut in blocks. */
export const beanCake =
  (colour: Colour, bean: Colour): Topping =>
  (pen) =>
    fill(rect(-84, -44, 180, 112, 14), '#3b2a1e', 0.18) +
    pen.solid(
      rect(-92, -56, 180, 112, 14),
      colour,
      { light: 8, shade: 14 },
      Array.from({ length: 26 }, () =>
        fill(ellipse(between(pen.random, -80, 78), between(pen.random, -46, 46), 11, 8), bean, 0.9),
      ).join(''),
    );
