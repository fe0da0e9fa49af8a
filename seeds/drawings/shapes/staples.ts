import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, soft, star } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** A tied cloth sack with its top rolled open: rice, feed, compost. `grain` is what it is full of. */
export function sack(pen: Pen, cloth: Colour, grain: Colour, sign: 'rice' | 'leaf' | 'paw' | 'bird' | 'fish'): string {
  const body = d(
    'M',
    214,
    300,
    'C',
    180,
    400,
    168,
    560,
    196,
    648,
    'C',
    220,
    680,
    580,
    680,
    604,
    648,
    'C',
    632,
    560,
    620,
    400,
    586,
    300,
    'Z',
  );
  const roll = d(
    'M',
    190,
    290,
    'C',
    186,
    246,
    250,
    236,
    400,
    236,
    'C',
    550,
    236,
    614,
    246,
    610,
    290,
    'C',
    614,
    336,
    550,
    342,
    400,
    342,
    'C',
    250,
    342,
    186,
    336,
    190,
    290,
    'Z',
  );
  const grains = Array.from({ length: 120 }, () => {
    const a = between(pen.random, 0, Math.PI * 2);
    const r = Math.sqrt(pen.random());
    return at(
      400 + Math.cos(a) * r * 172,
      276 + Math.sin(a) * r * 38 - (1 - r) * 34,
      fill(ellipse(0, 0, 9, 4), pen.random() < 0.55 ? light(grain, 0.5) : shade(grain, 0.22)),
      between(pen.random, 0, 180),
    );
  }).join('');
  const threads = Array.from({ length: 16 }, (_, i) =>
    line(d('M', 180 + i * 30, 330, 'q', -6, 170, 2, 340), shade(cloth, 0.14), 3, 0.4),
  ).join('');
  const signs = {
    rice: () =>
      [-30, 0, 30]
        .map((a) =>
          at(
            0,
            60,
            line('M0 0V-120', '#8a6a2c', 6) +
              [0, 1, 2, 3]
                .map(
                  (k) =>
                    fill(leaf(0, -50 - k * 20, 30, 14, -50), '#d9a02c') +
                    fill(leaf(0, -50 - k * 20, 30, 14, -130), '#d9a02c'),
                )
                .join(''),
            a,
          ),
        )
        .join(''),
    leaf: () =>
      fill(leaf(0, 60, 130, 70, -122), '#3f7d3a') +
      fill(leaf(0, 60, 130, 70, -58), '#6fae55') +
      line('M0 60V20', '#3f7d3a', 8),
    paw: () =>
      fill(ellipse(0, 24, 44, 36), '#6b4a2a') +
      [
        [-48, -22],
        [-17, -48],
        [17, -48],
        [48, -22],
      ]
        .map(([x = 0, y = 0]) => fill(ellipse(x, y, 16, 21), '#6b4a2a'))
        .join(''),
    bird: () =>
      fill(
        d('M', -60, 10, 'C', -50, -50, 30, -50, 40, -10, 'L', 84, -30, 'L', 50, 20, 'C', 30, 60, -40, 60, -60, 10, 'Z'),
        '#d9742c',
      ) +
      fill(
        polygon([
          [-58, 4],
          [-88, 12],
          [-56, 24],
        ]),
        '#f2b92e',
      ) +
      fill(ellipse(-34, -8, 6), '#2a2320'),
    fish: () =>
      fill(d('M', -80, 0, 'C', -40, -56, 40, -50, 66, 0, 'C', 40, 50, -40, 56, -80, 0, 'Z'), '#e8663a') +
      fill(
        polygon([
          [56, 0],
          [104, -40],
          [96, 0],
          [104, 40],
        ]),
        '#c94a24',
      ) +
      fill(ellipse(-48, -10, 7), '#2a2320'),
  };
  return (
    contact(400, 670, 216) +
    pen.solid(
      body,
      cloth,
      { light: 13, shade: 34, depth: 0.26 },
      threads + fill(ellipse(400, 502, 124, 108), mix(cloth, '#fffaf0', 0.7)) + at(400, 500, signs[sign]()),
    ) +
    pen.solid(roll, light(cloth, 0.12), { light: 9, shade: 14 }) +
    fill(ellipse(400, 284, 182, 40), shade(cloth, 0.5)) +
    fill(d('M', 222, 284, 'C', 240, 216, 560, 216, 578, 284, 'C', 560, 326, 240, 326, 222, 284, 'Z'), grain) +
    grains
  );
}

/** A paper block of flour, sugar or salt: folded top, a broad sign. */
export function paperBlock(pen: Pen, paper: Colour, band: Colour, sign: 'wheat' | 'cane' | 'salt' | 'cassava'): string {
  const front = polygon(
    [
      [204, 230],
      [560, 230],
      [560, 664],
      [204, 664],
    ],
    8,
  );
  const side = polygon(
    [
      [560, 230],
      [634, 196],
      [634, 620],
      [560, 664],
    ],
    4,
  );
  const fold = polygon(
    [
      [204, 234],
      [278, 196],
      [634, 196],
      [560, 234],
    ],
    4,
  );
  const top = polygon(
    [
      [236, 196],
      [250, 140],
      [606, 140],
      [612, 196],
    ],
    6,
  );
  const signs = {
    wheat: () =>
      [-24, 0, 24]
        .map((a) =>
          at(
            0,
            70,
            line('M0 0V-140', '#b9822c', 6) +
              [0, 1, 2, 3]
                .map(
                  (k) =>
                    fill(leaf(0, -60 - k * 22, 32, 15, -48), '#e0a52c') +
                    fill(leaf(0, -60 - k * 22, 32, 15, -132), '#e0a52c'),
                )
                .join(''),
            a,
          ),
        )
        .join(''),
    cane: () =>
      [-44, 0, 44]
        .map((x, i) =>
          at(
            x,
            0,
            fill(rect(-15, -76, 30, 152, 12), i % 2 ? '#8fbf5a' : '#74ab48') +
              [-36, 8, 46].map((y) => line(d('M', -15, y, 'h', 30), '#4c7a2c', 5)).join(''),
            i * 6 - 6,
          ),
        )
        .join(''),
    salt: () =>
      [
        [-40, 10, 44],
        [30, 20, 50],
        [-6, -40, 40],
      ]
        .map(([x = 0, y = 0, s = 0]) =>
          at(
            x,
            y,
            fill(rect(-s / 2, -s / 2, s, s, 6), '#dbe9ef') +
              fill(
                polygon([
                  [-s / 2, -s / 2],
                  [0, -s / 2],
                  [-s / 2, s * 0.3],
                ]),
                '#ffffff',
              ),
            14,
          ),
        )
        .join(''),
    cassava: () =>
      at(
        0,
        10,
        fill(
          soft([
            [-90, 10],
            [-50, -30],
            [40, -36],
            [96, 0],
            [40, 30],
            [-50, 34],
          ]),
          '#8a5c38',
        ) +
          fill(ellipse(84, -2, 15, 22), '#f8f0e0') +
          line('M-40 -18Q20 -26 60 -10', '#b98a5a', 5),
        -18,
      ),
  };
  return (
    contact(420, 664, 220) +
    pen.solid(top, shade(paper, 0.06), { light: 6, shade: 8, depth: 0.2 }) +
    pen.solid(
      side,
      shade(paper, 0.2),
      { light: 0, shade: 10 },
      fill(
        polygon([
          [560, 470],
          [640, 432],
          [640, 540],
          [560, 580],
        ]),
        shade(band, 0.2),
      ),
    ) +
    pen.solid(fold, light(paper, 0.3), { light: 5, shade: 0 }) +
    pen.solid(
      front,
      paper,
      { light: 10, shade: 14, depth: 0.2 },
      fill(rect(190, 470, 390, 110), band) +
        at(382, 360, signs[sign]()) +
        line('M262 512H500M300 546H462', light(band, 0.6), 11),
    )
  );
}

/** An egg tray seen from above, most places filled. */
export function eggTray(pen: Pen, egg: Colour, card: Colour): string {
  const tray = rect(120, 150, 560, 500, 30);
  let out = '';
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 5; column++) {
      const x = 186 + column * 107;
      const y = 218 + row * 122;
      out += fill(ellipse(x, y, 50, 56), shade(card, 0.3));
      if (row * 5 + column !== 19)
        out += at(
          x,
          y,
          fill(ellipse(5, 8, 42, 50), '#3b2a1e', 0.25) +
            pen.solid(
              d(
                'M',
                0,
                -54,
                'C',
                30,
                -54,
                44,
                -10,
                42,
                14,
                'C',
                40,
                40,
                20,
                52,
                0,
                52,
                'C',
                -20,
                52,
                -40,
                40,
                -42,
                14,
                'C',
                -44,
                -10,
                -30,
                -54,
                0,
                -54,
                'Z',
              ),
              mix(egg, '#fff6e6', pen.random() * 0.28),
              { light: 8, shade: 13, depth: 0.24 },
              fill(ellipse(-14, -20, 11, 15), '#ffffff', 0.55),
            ),
          between(pen.random, -8, 8),
        );
    }
  }
  const knobs = Array.from({ length: 12 }, (_, i) =>
    fill(ellipse(240 + (i % 4) * 107, 279 + Math.floor(i / 4) * 122, 16), light(card, 0.2)),
  ).join('');
  return cast(tray, 20) + pen.solid(tray, card, { light: 10, shade: 18 }) + knobs + out;
}

/** A wrapped block: palm sugar, cheese, fermented soy. `leafy` wraps it in leaf. */
export function block(pen: Pen, colour: Colour, kind: 'round' | 'brick', leafy: boolean): string {
  if (kind === 'round') {
    const puck = (x: number, y: number) =>
      pen.solid(
        d('M', x - 120, y, 'V', y + 80, 'C', x - 120, y + 130, x + 120, y + 130, x + 120, y + 80, 'V', y, 'Z'),
        shade(colour, 0.1),
        { light: 8, shade: 22 },
      ) +
      pen.solid(
        ellipse(x, y, 120, 46),
        light(colour, 0.14),
        { light: 6, shade: 8 },
        line(ellipse(x, y, 74, 26), shade(colour, 0.14), 4, 0.6),
      );
    return (
      contact(400, 640, 260, 0.12) +
      (leafy ? fill(leaf(80, 600, 640, 190, 4), '#3f7d3a') + fill(leaf(100, 590, 600, 150, 0), '#5a9c45') : '') +
      puck(280, 490) +
      puck(530, 500) +
      puck(404, 390)
    );
  }
  return (
    contact(410, 640, 260, 0.1) +
    pen.solid(
      polygon(
        [
          [150, 440],
          [240, 360],
          [660, 360],
          [600, 440],
        ],
        8,
      ),
      light(colour, 0.25),
      { light: 6, shade: 0 },
    ) +
    pen.solid(
      polygon(
        [
          [600, 440],
          [660, 360],
          [660, 540],
          [600, 634],
        ],
        8,
      ),
      shade(colour, 0.22),
      { light: 0, shade: 8 },
    ) +
    pen.solid(
      rect(150, 440, 450, 194, 10),
      colour,
      { light: 9, shade: 14, depth: 0.2 },
      Array.from({ length: 34 }, () =>
        fill(
          ellipse(
            between(pen.random, 160, 590),
            between(pen.random, 450, 626),
            between(pen.random, 9, 15),
            between(pen.random, 7, 11),
          ),
          light(colour, leafy ? 0.35 : 0.2),
          0.8,
        ),
      ).join(''),
    ) +
    (leafy
      ? pen.solid(
          polygon(
            [
              [130, 436],
              [238, 346],
              [420, 346],
              [330, 436],
              [330, 650],
              [130, 650],
            ],
            14,
          ),
          '#4f8f42',
          { light: 7, shade: 12 },
          Array.from({ length: 9 }, (_, i) => line(d('M', 140 + i * 26, 340, 'l', -20, 320), '#74b060', 3, 0.7)).join(
            '',
          ),
        )
      : '')
  );
}

/** A steel gas cylinder of 3 kg, or a water gallon. */
export function cylinder(pen: Pen, kind: 'gas' | 'gallon'): string {
  if (kind === 'gallon') {
    const body = d(
      'M',
      350,
      150,
      'H',
      450,
      'V',
      214,
      'C',
      560,
      230,
      586,
      280,
      586,
      330,
      'V',
      630,
      'Q',
      586,
      668,
      546,
      668,
      'H',
      254,
      'Q',
      214,
      668,
      214,
      630,
      'V',
      330,
      'C',
      214,
      280,
      240,
      230,
      350,
      214,
      'Z',
    );
    return (
      contact(400, 668, 188) +
      pen.solid(
        body,
        '#8fc3dc',
        { light: 13, shade: 34, depth: 0.24 },
        [360, 440, 520, 600].map((y) => line(d('M', 214, y, 'H', 586), '#5a9ec0', 10, 0.6)).join('') +
          fill(rect(200, 400, 400, 90), '#eaf5fa', 0.5) +
          fill(
            d(
              'M',
              400,
              404,
              'C',
              426,
              440,
              436,
              452,
              436,
              466,
              'a',
              36,
              28,
              0,
              0,
              1,
              -72,
              0,
              'C',
              364,
              452,
              374,
              440,
              400,
              404,
              'Z',
            ),
            '#2f7ea8',
          ) +
          line('M254 300V620', '#ffffff', 20, 0.5),
      ) +
      pen.solid(rect(336, 112, 128, 60, 12), '#2f6f9a', { light: 6, shade: 12 })
    );
  }
  const body = d(
    'M',
    230,
    400,
    'C',
    230,
    320,
    300,
    300,
    400,
    300,
    'C',
    500,
    300,
    570,
    320,
    570,
    400,
    'V',
    560,
    'C',
    570,
    630,
    500,
    646,
    400,
    646,
    'C',
    300,
    646,
    230,
    630,
    230,
    560,
    'Z',
  );
  return (
    contact(400, 676, 150) +
    pen.solid(rect(280, 630, 240, 48, 10), '#3f7d3a', { light: 5, shade: 12 }) +
    pen.solid(
      body,
      '#5aa34c',
      { light: 13, shade: 34 },
      line('M230 474H570', '#3f7d3a', 9, 0.7) +
        fill(rect(330, 396, 140, 62, 10), '#eaf5d8') +
        line('M350 416H450M350 438H420', '#3f7d3a', 8),
    ) +
    pen.solid(rect(372, 250, 56, 60, 8), '#c9a24a', { light: 5, shade: 10 }) +
    line('M310 318V214Q310 190 334 190H466Q490 190 490 214V318', '#4a8f40', 28) +
    line('M306 312V212Q306 186 334 186H462', '#8fc97a', 9) +
    pen.solid(ellipse(400, 242, 34, 20), '#d63a21', { light: 4, shade: 7 })
  );
}

/** A pillow pack seen flat: dry noodles, spice, powder. `pane` draws what its window shows. */
export function pillowPack(pen: Pen, colour: Colour, pane: string, sign: string): string {
  const body = d(
    'M',
    190,
    210,
    'C',
    300,
    196,
    500,
    196,
    610,
    210,
    'C',
    626,
    300,
    626,
    500,
    610,
    610,
    'C',
    500,
    624,
    300,
    624,
    190,
    610,
    'C',
    174,
    500,
    174,
    300,
    190,
    210,
    'Z',
  );
  const zig = (y: number, dir: 1 | -1) =>
    fill(
      polygon([
        ...Array.from({ length: 22 }, (_, i) => [188 + i * 20.2, y + (i % 2 ? 0 : dir * -12)] as const),
        [612, y + dir * 34],
        [188, y + dir * 34],
      ]),
      shade(colour, 0.16),
    );
  const window = ellipse(400, 470, 150, 96);
  return (
    contact(400, 628, 206, 0.1) +
    pen.solid(
      body,
      colour,
      { light: 12, shade: 28, depth: 0.28 },
      fill(d('M', 150, 330, 'C', 300, 270, 500, 400, 660, 320, 'V', 200, 'H', 150, 'Z'), light(colour, 0.2), 0.8) +
        fill(window, light(colour, 0.6)) +
        pen.clip(window, pane) +
        line(window, '#fffaf0', 8) +
        at(400, 284, sign, 0, 0.8) +
        line('M222 260V560', '#ffffff', 12, 0.3),
    ) +
    zig(204, 1) +
    zig(616, -1)
  );
}

/** A bunch tied at its stalks, leaves up: greens of the market. */
export function tiedBunch(pen: Pen, colour: Colour, stalk: Colour, tie: Colour): string {
  let out = '';
  for (let i = 0; i < 15; i++) {
    const angle = -150 + ((i * 7) % 15) * 8.6;
    const tone = [colour, shade(colour, 0.16), light(colour, 0.14)][i % 3] as Colour;
    const a = (angle * Math.PI) / 180;
    const x = 400 + Math.cos(a) * 150;
    const y = 520 + Math.sin(a) * 130;
    out +=
      line(d('M', 400 + Math.cos(a) * 20, 560, 'L', x, y), stalk, 12) +
      at(
        x,
        y,
        pen.solid(
          leaf(0, 0, between(pen.random, 150, 196), 112, 0),
          tone,
          { light: 6, shade: 11 },
          line('M0 0L150 0', light(tone, 0.5), 6) +
            [0.35, 0.55, 0.75]
              .map(
                (t) =>
                  line(d('M', 160 * t, 0, 'l', 24, -26), light(tone, 0.32), 3.5) +
                  line(d('M', 160 * t, 0, 'l', 24, 26), light(tone, 0.32), 3.5),
              )
              .join(''),
        ),
        angle + between(pen.random, -10, 10),
      );
  }
  const stems = [-44, -26, -8, 10, 28, 44]
    .map((x, i) =>
      line(d('M', 400 + x * 0.6, 540, 'L', 400 + x * 1.4, 674 - (i % 2) * 12), i % 2 ? stalk : light(stalk, 0.25), 17),
    )
    .join('');
  return (
    contact(400, 672, 110) +
    stems +
    out +
    pen.solid(
      rect(340, 556, 120, 44, 18),
      tie,
      { light: 5, shade: 9 },
      line('M340 572H460M340 586H460', shade(tie, 0.25), 3, 0.6),
    ) +
    at(452, 580, line('M0 0q30 10 44 40M0 4q14 20 10 52', tie, 10))
  );
}

export const packStar = (colour: Colour): string =>
  fill(star(0, 0, 52, 0.52, 8), colour) + fill(star(-2, -2, 26, 0.5, 4), light(colour, 0.5));
