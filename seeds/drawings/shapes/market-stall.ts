import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, rect, soft } from '../kit/path.ts';
import { at, cast, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';
import type { Topping } from '../kit/toppings.ts';
import { starfruit } from './produce.ts';

/** Vegetables and fruit as single pieces seen from above, round (0, 0), some 150 wide; a tray or a crate carries them. */

const under = (rx: number, ry: number) => fill(ellipse(7, 12, rx, ry), '#3b2a1e', 0.18);

export const carrot: Topping = (pen) =>
  [-16, 0, 16].map((a) => at(84, 0, fill(leaf(0, 0, 84, 26, a), a ? '#4f9a45' : '#6fae55'))).join('') +
  pen.solid(
    d('M', -130, 2, 'C', -60, -30, 40, -48, 84, -34, 'Q', 100, 0, 84, 34, 'C', 40, 46, -60, 30, -130, 2, 'Z'),
    '#ee8a2c',
    { light: 7, shade: 12 },
    [-50, 0, 44].map((x) => line(d('M', x, -36, 'q', 8, 12, 3, 24), '#c4641a', 5, 0.6)).join(''),
  );

export const potato: Topping = (pen) =>
  under(78, 58) +
  pen.solid(
    soft([
      [-80, 6],
      [-50, -52],
      [20, -58],
      [78, -24],
      [76, 32],
      [20, 60],
      [-54, 54],
    ]),
    '#d2a868',
    { light: 9, shade: 15 },
    Array.from({ length: 8 }, () =>
      fill(ellipse(between(pen.random, -60, 60), between(pen.random, -40, 40), 6, 4), '#9c7440', 0.7),
    ).join(''),
  );

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

export const chili =
  (colour: Colour, long = 190): Topping =>
  (pen) =>
    line(d('M', long * 0.44, -2, 'q', 26, -6, 34, -26), '#3f7d3a', 10) +
    pen.solid(
      d(
        'M',
        -long / 2,
        22,
        'C',
        -long * 0.2,
        -22,
        long * 0.3,
        -26,
        long * 0.45,
        -14,
        'Q',
        long * 0.5,
        0,
        long * 0.45,
        14,
        'C',
        long * 0.28,
        28,
        -long * 0.1,
        30,
        -long / 2,
        22,
        'Z',
      ),
      colour,
      { light: 6, shade: 9 },
    );

export const shallot: Topping = (pen) =>
  under(46, 42) +
  pen.solid(
    soft(
      [
        [-50, 8],
        [-34, -36],
        [16, -44],
        [48, -12],
        [76, -4],
        [48, 14],
        [14, 44],
        [-34, 40],
      ],
      0.9,
    ),
    '#a8446a',
    { light: 8, shade: 12 },
    [-20, 4, 26].map((y) => line(d('M', -46, y * 0.3, 'Q', 10, y * 1.6, 60, 0), '#d98aa6', 4, 0.7)).join(''),
  );

export const garlic: Topping = (pen) =>
  under(60, 54) +
  pen.solid(
    soft([
      [-62, 10],
      [-46, -44],
      [0, -56],
      [46, -44],
      [62, 10],
      [34, 52],
      [-34, 52],
    ]),
    '#f6efe2',
    { light: 8, shade: 14, depth: 0.22 },
    [-26, 0, 26].map((x) => line(d('M', x * 0.3, -54, 'Q', x * 1.6, 0, x * 0.9, 52), '#cdb9c4', 5, 0.8)).join(''),
  ) +
  fill(rect(-9, -82, 18, 34, 8), '#e6dbc6');

export const bean: Topping = () =>
  line('M-110 8Q0 -34 112 10', '#4c7a2c', 20) +
  line('M-108 5Q0 -37 108 6', '#74ab48', 11) +
  line('M-60 -8Q0 -24 50 -10', '#b3d98a', 4);

export const eggplant: Topping = (pen) =>
  pen.solid(
    soft([
      [-140, 10],
      [-110, -44],
      [-20, -52],
      [60, -36],
      [96, -22],
      [96, 22],
      [60, 34],
      [-20, 54],
      [-110, 56],
    ]),
    '#5c3470',
    { light: 10, shade: 15 },
    line('M-100 -18Q-30 -34 50 -20', '#b691c6', 8, 0.7),
  ) +
  pen.solid(
    soft(
      [
        [78, -40],
        [116, -26],
        [150, -10],
        [150, 10],
        [116, 24],
        [78, 38],
        [92, 0],
      ],
      0.7,
    ),
    '#5f9440',
    { light: 5, shade: 8 },
  );

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
    soft([
      [-160, 10],
      [-110, -28],
      [0, -40],
      [110, -32],
      [160, -8],
      [150, 22],
      [60, 36],
      [-80, 34],
    ]),
    '#8a5c38',
    { light: 7, shade: 12 },
    Array.from({ length: 10 }, (_, i) =>
      line(d('M', -130 + i * 28, -36, 'q', 6, 34, -2, 70), '#6a4226', 3.5, 0.6),
    ).join(''),
  ) +
  fill(ellipse(152, 6, 16, 24), '#f8f0e0') +
  fill(ellipse(152, 6, 9, 14), '#efe2c8');

export const cabbage: Topping = (pen) =>
  under(118, 112) +
  pen.solid(
    ellipse(0, 0, 124, 118),
    '#b9d88a',
    { light: 10, shade: 18 },
    [
      [-40, -30, 90],
      [40, 20, 80],
      [-10, 50, 70],
      [30, -50, 60],
    ]
      .map(([x = 0, y = 0, r = 0], i) => fill(ellipse(x, y, r, r * 0.9), i % 2 ? '#cfe6a4' : '#a8cc74', 0.9))
      .join('') +
      [-150, -110, -70, -30]
        .map((a) =>
          at(-10, 90, line('M0 0L150 0', '#eef7d8', 7, 0.9) + line('M70 0L110 -36M70 0L110 36', '#eef7d8', 4, 0.8), a),
        )
        .join(''),
  );

export const melonSlice =
  (rind: Colour, flesh: Colour, seeds: Colour): Topping =>
  (pen) =>
    under(110, 60) +
    pen.solid(d('M', -128, -50, 'A', 128, 128, 0, 0, 0, 128, -50, 'Z'), rind, { light: 5, shade: 9 }) +
    fill(d('M', -112, -50, 'A', 112, 112, 0, 0, 0, 112, -50, 'Z'), mix(rind, '#ffffff', 0.75)) +
    fill(d('M', -100, -50, 'A', 100, 100, 0, 0, 0, 100, -50, 'Z'), flesh) +
    fill(d('M', -100, -50, 'A', 100, 100, 0, 0, 0, 0, 50, 'L', 0, -50, 'Z'), light(flesh, 0.2), 0.6) +
    [
      [-56, -24],
      [-20, -16],
      [20, -20],
      [58, -26],
      [-34, 12],
      [0, 18],
      [36, 8],
    ]
      .map(([x = 0, y = 0]) => fill(ellipse(x, y, 5, 8), seeds))
      .join('');

export const halved =
  (skin: Colour, flesh: Colour, heart: Colour, pit: Colour): Topping =>
  (pen) => {
    const outline = soft([
      [-90, 0],
      [-60, -62],
      [10, -70],
      [80, -40],
      [110, 0],
      [80, 40],
      [10, 70],
      [-60, 62],
    ]);
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
      soft([
        [-120, 16],
        [-84, -48],
        [0, -66],
        [84, -46],
        [122, 4],
        [90, 46],
        [0, 60],
        [-80, 58],
      ]),
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
            d(
              'M',
              0,
              -16,
              'C',
              90,
              -10,
              210,
              30,
              300,
              130,
              'Q',
              322,
              160,
              296,
              164,
              'C',
              190,
              120,
              90,
              60,
              -6,
              22,
              'Z',
            ),
            i % 2 ? colour : light(colour, 0.14),
            { light: 8, shade: 14 },
            line('M20 6C110 26 200 70 290 150', shade(colour, 0.18), 5, 0.5),
          ) + fill(ellipse(302, 158, 14, 12), '#5a4024'),
          a,
        ),
      )
      .join('') +
    pen.solid(
      soft([
        [-196, -128],
        [-150, -130],
        [-120, -100],
        [-124, -60],
        [-160, -60],
        [-190, -90],
      ]),
      '#7d8a3a',
      { light: 6, shade: 9 },
    );

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
    soft([
      [-66, 0],
      [-30, -44],
      [30, -46],
      [56, 0],
      [30, 46],
      [-30, 44],
    ]),
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
        fill(d('M', 0, -15, 'L', 18, 0, 'L', 0, 15, 'L', -18, 0, 'Z'), '#c47f1c', 0.8) +
          fill(ellipse(0, 0, 5), '#f8dc80'),
      ),
    ).join(''),
  );

export const wholeStarfruit =
  (colour: Colour): Topping =>
  (pen) =>
    under(84, 44) + starfruit(pen, colour, 96);

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

/** How goods of the morning market lie there. */
export type Stall = 'tray' | 'crate' | 'foam' | 'ice' | 'paper';

type Lying = readonly [topping: Topping, x: number, y: number, turn?: number, scale?: number];

/** A tray, crate or foam dish seen from above, with goods laid on it from back to front. */
export function stall(pen: Pen, kind: Stall, items: readonly Lying[], tint: Colour = '#f4f1ea'): string {
  return (
    grounds[kind](pen, tint) +
    items.map(([t, x, y, turn = 0, scale = 1]) => at(400 + x, 404 + y, t(pen), turn, scale)).join('') +
    (kind === 'foam' ? film() : '')
  );
}

const film = (): string =>
  fill(d('M', 120, 230, 'L', 330, 190, 'L', 200, 620, 'L', 112, 600, 'Z'), '#ffffff', 0.2) +
  line('M560 210L500 600', '#ffffff', 12, 0.3) +
  line('M600 230L560 480', '#ffffff', 6, 0.3);

const grounds: Record<Stall, (pen: Pen, tint: Colour) => string> = {
  tray: (pen) => {
    const weave =
      Array.from({ length: 60 }, (_, i) =>
        line(d('M', 60 + i * 12, 100, 'v', 620), i % 2 ? '#d9b172' : '#a9793c', 5, 0.35),
      ).join('') +
      Array.from({ length: 52 }, (_, i) => line(d('M', 60, 110 + i * 12, 'h', 690), '#8f5c2b', 3, 0.22)).join('');
    return (
      cast(ellipse(400, 404, 310)) +
      pen.solid(
        ellipse(400, 404, 312),
        '#a9713a',
        { light: 9, shade: 16 },
        Array.from({ length: 48 }, (_, i) => at(400, 404, line('M282 0L316 10', '#6f4420', 6, 0.55), i * 7.5)).join(''),
      ) +
      pen.solid(ellipse(402, 406, 276), '#c4935a', { light: 0, shade: -12, depth: 0.2 }, weave)
    );
  },
  crate: (pen) => {
    const outer = rect(110, 130, 580, 550, 20);
    return (
      cast(outer) +
      pen.solid(outer, '#b9854a', { light: 9, shade: 16 }) +
      fill(rect(146, 166, 508, 478, 8), '#6f4723') +
      Array.from({ length: 6 }, (_, i) =>
        fill(rect(150, 172 + i * 80, 500, 66, 6), i % 2 ? '#94653a' : '#9c6d40'),
      ).join('') +
      [
        [128, 148],
        [672, 148],
        [128, 662],
        [672, 662],
      ]
        .map(([x = 0, y = 0]) => fill(ellipse(x, y, 7), '#5a3a1c'))
        .join('')
    );
  },
  foam: (pen, tint) => {
    const outer = rect(96, 180, 608, 450, 64);
    return (
      cast(outer) +
      pen.solid(outer, tint, { light: 9, shade: 16, depth: 0.2 }) +
      fill(rect(134, 216, 532, 378, 44), shade(tint, 0.12)) +
      fill(rect(142, 226, 524, 368, 40), shade(tint, 0.05))
    );
  },
  ice: (pen) => {
    const outer = rect(90, 170, 620, 470, 44);
    const cubes = Array.from({ length: 54 }, () =>
      at(
        between(pen.random, 130, 670),
        between(pen.random, 208, 602),
        pen.solid(rect(-27, -27, 54, 54, 10), '#cfe4ee', { light: 6, shade: 9, depth: 0.2 }) +
          fill(rect(-18, -18, 22, 12, 5), '#ffffff', 0.8),
        between(pen.random, 0, 90),
      ),
    ).join('');
    return (
      cast(outer) +
      pen.solid(outer, '#5a8fae', { light: 9, shade: 16 }) +
      fill(rect(122, 202, 556, 406, 26), '#a9cbdb') +
      pen.clip(rect(122, 202, 556, 406, 26), cubes)
    );
  },
  paper: (pen) => {
    const sheet = soft(
      [
        [110, 190],
        [400, 160],
        [690, 200],
        [720, 420],
        [680, 640],
        [400, 664],
        [120, 634],
        [86, 420],
      ],
      0.5,
    );
    return (
      cast(sheet) +
      pen.solid(sheet, '#c99f68', { light: 7, shade: 14 }, line('M110 200L690 640M690 210L120 630', '#a97f4a', 4, 0.35))
    );
  },
};
