import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';
import { clothPattern, type Motif } from './cloth.ts';

const grain = (x: number, y: number, w: number, h: number, wood: Colour): string =>
  Array.from({ length: 7 }, (_, i) =>
    line(
      d('M', x, y + ((i + 0.5) * h) / 7, 'q', w / 4, i % 2 ? 10 : -10, w / 2, 0, 't', w / 2, 0),
      shade(wood, 0.2),
      4,
      0.45,
    ),
  ).join('');

/** A serving tray of wood with cut-out handles. */
export function woodTray(pen: Pen, wood: Colour): string {
  const outer = rect(90, 200, 620, 410, 60);
  return (
    cast(outer) +
    pen.solid(outer, wood, { light: 10, shade: 18 }) +
    pen.solid(
      rect(136, 246, 528, 318, 34),
      light(wood, 0.16),
      { light: 0, shade: -10, depth: 0.24 },
      grain(130, 250, 560, 310, wood),
    ) +
    [108, 652].map((x) => fill(rect(x, 350, 40, 110, 20), shade(wood, 0.5))).join('')
  );
}

/** Wooden spoon, ladle and spatula, side by side. */
export function woodSpoons(pen: Pen, wood: Colour): string {
  const handle = (x: number, head: string, tone: Colour, hollow: string) =>
    at(
      x,
      0,
      cast(head, 12) +
        cast(rect(-15, 300, 30, 400, 14), 12) +
        pen.solid(rect(-15, 300, 30, 400, 14), tone, { light: 5, shade: 9 }) +
        pen.solid(head, tone, { light: 8, shade: 13 }, hollow) +
        fill(ellipse(0, 676, 6), shade(tone, 0.5)),
    );
  return (
    handle(230, ellipse(0, 220, 84, 116), wood, fill(ellipse(4, 226, 58, 86), shade(wood, 0.22))) +
    handle(
      410,
      rect(-74, 110, 148, 210, 30),
      light(wood, 0.18),
      [-34, 0, 34].map((x) => fill(rect(x - 9, 140, 18, 110, 9), shade(wood, 0.45))).join(''),
    ) +
    handle(
      580,
      polygon(
        [
          [-62, 120],
          [62, 120],
          [46, 330],
          [-46, 330],
        ],
        26,
      ),
      shade(wood, 0.12),
      '',
    )
  );
}

/** A knotted wall hanging. */
export function macrame(pen: Pen, cord: Colour, wood: Colour): string {
  const cords = Array.from({ length: 17 }, (_, i) => {
    const x = 220 + i * 22.5;
    const end = 690 - Math.abs(i - 8) * 34;
    return line(d('M', x + 3, 170, 'V', end), shade(cord, 0.2), 13) + line(d('M', x, 170, 'V', end), cord, 9);
  }).join('');
  const knots = [0, 1, 2, 3]
    .map((r) =>
      Array.from({ length: 8 - r }, (_, i) => {
        const x = 242 + i * 45 + r * 22.5;
        const y = 250 + r * 66;
        return (
          pen.solid(
            polygon(
              [
                [x, y - 32],
                [x + 22, y],
                [x, y + 32],
                [x - 22, y],
              ],
              9,
            ),
            light(cord, 0.25),
            { light: 4, shade: 7 },
          ) + line(d('M', x - 12, y, 'H', x + 12), shade(cord, 0.25), 4)
        );
      }).join(''),
    )
    .join('');
  return (
    line('M200 150L400 60L600 150', shade(cord, 0.15), 8) +
    cords +
    knots +
    pen.solid(rect(166, 138, 468, 34, 16), wood, { light: 6, shade: 9 })
  );
}

/** A hanging lamp of woven bamboo, alight. */
export function bambooLamp(pen: Pen, bamboo: Colour): string {
  const body = d(
    'M',
    350,
    220,
    'C',
    200,
    260,
    160,
    420,
    190,
    600,
    'Q',
    400,
    650,
    610,
    600,
    'C',
    640,
    420,
    600,
    260,
    450,
    220,
    'Z',
  );
  const ribs =
    Array.from({ length: 11 }, (_, i) =>
      line(
        d('M', 400 + (i - 5) * 9, 222, 'C', 400 + (i - 5) * 38, 300, 400 + (i - 5) * 46, 460, 400 + (i - 5) * 42, 630),
        shade(bamboo, 0.25),
        7,
        0.7,
      ),
    ).join('') +
    [290, 360, 430, 500, 570]
      .map((y, i) => line(d('M', 150, y, 'Q', 400, y + 44 + i * 3, 650, y), light(bamboo, 0.4), 9, 0.9))
      .join('');
  return (
    fill(ellipse(400, 470, 300, 260), '#f9d36b', 0.25) +
    line('M400 40V190', '#4a3324', 9) +
    pen.solid(rect(352, 178, 96, 52, 14), shade(bamboo, 0.4), { light: 5, shade: 9 }) +
    pen.solid(
      body,
      mix(bamboo, '#f9d36b', 0.45),
      { light: 12, shade: 30 },
      fill(ellipse(400, 470, 120, 130), '#fff3c0', 0.75) + ribs,
    ) +
    pen.solid(d('M', 186, 590, 'Q', 400, 640, 614, 590, 'L', 610, 622, 'Q', 400, 674, 190, 622, 'Z'), bamboo, {
      light: 5,
      shade: 8,
    })
  );
}

/** A small wooden becak, the three-wheeled cab, as a keepsake. */
export function miniatureBecak(pen: Pen, wood: Colour, paint: Colour): string {
  const wheel = (x: number, y: number, r: number) =>
    at(
      x,
      y,
      line(ellipse(0, 0, r), shade(wood, 0.4), 15) +
        line(ellipse(-2, -2, r), shade(wood, 0.1), 5) +
        Array.from({ length: 8 }, (_, i) => at(0, 0, line(d('M', 0, 0, 'V', -r), shade(wood, 0.2), 5), i * 45)).join(
          '',
        ) +
        fill(ellipse(0, 0, 14), paint),
    );
  return (
    contact(400, 664, 280, 0.07) +
    wheel(590, 560, 96) +
    wheel(260, 560, 96) +
    pen.solid(
      d('M', 140, 380, 'H', 400, 'V', 520, 'Q', 400, 540, 380, 540, 'H', 190, 'Q', 140, 530, 140, 470, 'Z'),
      paint,
      { light: 9, shade: 17 },
      fill(star(270, 460, 44, 0.52, 7), '#f2c230'),
    ) +
    pen.solid(
      d(
        'M',
        150,
        390,
        'C',
        120,
        240,
        220,
        180,
        330,
        190,
        'L',
        400,
        230,
        'L',
        392,
        270,
        'C',
        300,
        240,
        210,
        270,
        214,
        390,
        'Z',
      ),
      wood,
      { light: 8, shade: 14 },
    ) +
    line('M396 470L590 560M396 400L520 390L590 560M520 390L530 330M500 330H566', shade(wood, 0.25), 13) +
    pen.solid(rect(480, 372, 90, 26, 12), '#3a3a3a', { light: 4, shade: 6 }) +
    pen.solid(rect(196, 380, 190, 60, 18), light(wood, 0.3), { light: 6, shade: 9 })
  );
}

/** Rounds of crochet: coasters or a doily. */
export function crochetRounds(pen: Pen, colours: readonly Colour[], single: boolean): string {
  const round = (x: number, y: number, r: number, a: Colour, b: Colour) =>
    at(
      x,
      y,
      cast(star(0, 0, r, 0.94, 12, 16), 12) +
        pen.solid(star(0, 0, r, 0.94, 12, 16), a, { light: 7, shade: 12 }) +
        [0.8, 0.6, 0.4, 0.2]
          .map((k, i) =>
            Array.from({ length: Math.round(30 * k) + 4 }, (_, j, all = Math.round(30 * k) + 4) =>
              at(0, 0, fill(ellipse(0, -r * k, r * 0.075, r * 0.1), i % 2 ? light(b, 0.15) : b), (j * 360) / all),
            ).join(''),
          )
          .join('') +
        fill(ellipse(0, 0, r * 0.09), b),
    );
  const c = (i: number) => colours[i % colours.length] as Colour;
  return single
    ? round(400, 404, 290, c(0), c(1))
    : round(280, 280, 150, c(0), c(1)) +
        round(540, 330, 150, c(1), c(2)) +
        round(330, 540, 150, c(2), c(0)) +
        round(570, 590, 120, c(0), c(2));
}

/** A cushion with embroidery or a pattern. */
export function cushion(pen: Pen, cloth: Colour, motif: Motif, second: Colour, stitched: boolean): string {
  const body = d(
    'M',
    170,
    200,
    'Q',
    400,
    160,
    630,
    200,
    'Q',
    660,
    410,
    640,
    620,
    'Q',
    400,
    664,
    160,
    620,
    'Q',
    140,
    410,
    170,
    200,
    'Z',
  );
  const flowers = stitched
    ? [
        [320, 380, 1],
        [470, 350, 1.2],
        [400, 480, 1.1],
      ]
        .map(([x = 0, y = 0, s = 1]) =>
          at(
            x,
            y,
            [0, 72, 144, 216, 288].map((a) => fill(leaf(6, 0, 54, 38, a), second)).join('') +
              fill(ellipse(0, 0, 15), '#f2c230'),
            x,
            s,
          ),
        )
        .join('') + line('M300 560Q400 520 500 560M360 540L340 480M450 535L470 440', '#5a9c45', 9)
    : '';
  return (
    cast(body, 18) +
    pen.solid(
      body,
      cloth,
      { light: 14, shade: 34, depth: 0.26 },
      clothPattern(pen, motif, cloth, second) +
        line('M196 226Q400 190 604 226Q632 410 614 594Q400 636 186 594Q168 410 196 226Z', shade(cloth, 0.2), 5, 0.6) +
        flowers,
    ) +
    [
      [166, 196],
      [634, 196],
      [642, 624],
      [158, 624],
    ]
      .map(([x = 0, y = 0], i) =>
        at(x, y, [-24, 0, 24].map((a) => at(0, 0, line('M0 0L0 -42', second, 7), a)).join(''), [-45, 45, 135, 225][i]),
      )
      .join('')
  );
}

/** A knitted hat with a bobble. */
export function knitHat(pen: Pen, wool: Colour, second: Colour): string {
  const dome = d('M', 200, 540, 'C', 190, 330, 290, 210, 400, 210, 'C', 510, 210, 610, 330, 600, 540, 'Z');
  const rows = Array.from({ length: 10 }, (_, r) =>
    Array.from({ length: 18 }, (_, i) =>
      line(
        d('M', 190 + i * 25, 220 + r * 34, 'l', 10, 18, 'l', 10, -18),
        r === 4 || r === 5 ? second : shade(wool, 0.18),
        7,
        r === 4 || r === 5 ? 1 : 0.6,
      ),
    ).join(''),
  ).join('');
  return (
    contact(400, 650, 220, 0.1) +
    pen.solid(dome, wool, { light: 12, shade: 32 }, rows) +
    pen.solid(
      rect(172, 516, 456, 132, 54),
      light(second, 0.1),
      { light: 10, shade: 18 },
      Array.from({ length: 17 }, (_, i) => line(d('M', 192 + i * 26, 530, 'v', 106), shade(second, 0.2), 9, 0.5)).join(
        '',
      ),
    ) +
    Array.from({ length: 40 }, () =>
      at(
        400 + between(pen.random, -14, 14),
        180 + between(pen.random, -14, 14),
        line('M0 0L0 -58', pen.random() < 0.5 ? second : light(second, 0.35), 9),
        between(pen.random, 0, 360),
      ),
    ).join('')
  );
}

/** A framed thing for the wall: photograph, calligraphy, mirror. */
export function frame(pen: Pen, wood: Colour, kind: 'photo' | 'calligraphy' | 'mirror'): string {
  const outer = kind === 'mirror' ? ellipse(400, 400, 240, 290) : rect(150, 150, 500, 500, 14);
  const inner = kind === 'mirror' ? ellipse(400, 400, 196, 246) : rect(198, 198, 404, 404, 6);
  const pictures = {
    photo: () =>
      fill(rect(190, 190, 420, 420), '#cfe3ea') +
      fill(ellipse(520, 290, 50), '#f6d25a') +
      fill(
        d('M', 190, 520, 'L', 310, 360, 'L', 400, 470, 'L', 470, 400, 'L', 610, 540, 'V', 620, 'H', 190, 'Z'),
        '#7fae8a',
      ) +
      fill(d('M', 190, 560, 'Q', 400, 500, 610, 570, 'V', 620, 'H', 190, 'Z'), '#4f8f5a'),
    calligraphy: () =>
      fill(rect(190, 190, 420, 420), '#16382c') +
      line(rect(216, 216, 368, 368, 4), '#e2bd62', 5) +
      fill(star(400, 400, 128, 0.78, 6, 8), '#e2bd62') +
      fill(star(400, 400, 104, 0.78, 5, 8), '#16382c') +
      fill(star(400, 400, 74, 0.52, 6, 5), '#e2bd62') +
      fill(star(400, 400, 36, 0.52, 3, 5), '#16382c'),
    mirror: () =>
      fill(rect(150, 100, 500, 600), '#dcebf0') +
      fill(
        polygon([
          [230, 660],
          [420, 120],
          [520, 120],
          [320, 680],
        ]),
        '#ffffff',
        0.6,
      ) +
      fill(
        polygon([
          [400, 700],
          [580, 200],
          [610, 260],
          [460, 690],
        ]),
        '#ffffff',
        0.4,
      ),
  };
  return (
    cast(outer, 18) +
    pen.solid(
      outer,
      wood,
      { light: 10, shade: 16 },
      kind === 'mirror'
        ? Array.from({ length: 40 }, (_, i) =>
            at(400, 400, line('M0 -250L12 -300', shade(wood, 0.25), 7, 0.5), i * 9, 1, 1),
          ).join('')
        : grain(150, 150, 500, 500, wood),
    ) +
    pen.clip(inner, pictures[kind]()) +
    line(inner, shade(wood, 0.35), 6)
  );
}

/** A bouquet in its paper: felt flowers or snacks. */
export function bouquet(pen: Pen, paper: Colour, flowers: readonly Colour[], snacks: boolean): string {
  const cone = d('M', 190, 360, 'L', 380, 690, 'H', 420, 'L', 610, 360, 'Q', 400, 470, 190, 360, 'Z');
  const back = d('M', 150, 330, 'Q', 200, 150, 400, 120, 'Q', 600, 150, 650, 330, 'L', 420, 640, 'H', 380, 'Z');
  const spots = [
    [270, 300],
    [400, 250],
    [530, 300],
    [330, 220],
    [470, 220],
    [330, 370],
    [470, 370],
    [400, 340],
  ];
  const heads = spots
    .map(([x = 0, y = 0], i) => {
      const colour = flowers[i % flowers.length] as Colour;
      if (snacks)
        return at(
          x,
          y,
          pen.solid(
            rect(-54, -72, 108, 130, 12),
            colour,
            { light: 7, shade: 12 },
            fill(ellipse(0, -6, 34), '#fff6e0') +
              fill(star(0, -6, 22, 0.52, 3), shade(colour, 0.1)) +
              fill(rect(-54, -72, 108, 18), shade(colour, 0.2)) +
              fill(rect(-54, 40, 108, 18), shade(colour, 0.2)),
          ),
          (i % 3) * 12 - 12,
        );
      return at(
        x,
        y,
        [0, 60, 120, 180, 240, 300]
          .map((a) =>
            at(
              0,
              0,
              pen.solid(leaf(4, 0, 66, 54, 0), a % 120 ? colour : light(colour, 0.2), { light: 4, shade: 7 }),
              a,
            ),
          )
          .join('') +
          fill(ellipse(0, 0, 18), '#f2c230') +
          fill(ellipse(-4, -4, 7), '#fbe08a'),
        i * 17,
      );
    })
    .join('');
  const leaves = snacks
    ? ''
    : [
        [200, 320, -150],
        [600, 320, -30],
        [300, 180, -120],
        [500, 180, -60],
        [400, 190, -90],
      ]
        .map(([x = 0, y = 0, a = 0]) => fill(leaf(x, y, 96, 44, a), '#4f9a45'))
        .join('');
  return (
    contact(400, 700, 110) +
    pen.solid(back, light(paper, 0.35), { light: 9, shade: 15 }) +
    leaves +
    heads +
    pen.solid(
      cone,
      paper,
      { light: 10, shade: 18 },
      line('M300 420L392 680M500 420L408 680', shade(paper, 0.2), 5, 0.5),
    ) +
    at(
      400,
      560,
      pen.solid(
        d('M', 0, 0, 'C', -40, -50, -100, -36, -84, 8, 'C', -70, 34, -24, 18, 0, 0, 'Z'),
        flowers[0] as Colour,
        { light: 5, shade: 8 },
      ) +
        pen.solid(d('M', 0, 0, 'C', 40, -50, 100, -36, 84, 8, 'C', 70, 34, 24, 18, 0, 0, 'Z'), flowers[0] as Colour, {
          light: 5,
          shade: 8,
        }) +
        line('M-4 4Q-20 50 -40 80M4 4Q20 50 40 80', flowers[0] as Colour, 11),
    )
  );
}

/** Turned and fired clay: vase with flowers, water jug, money box. */
export function clayware(pen: Pen, clay: Colour, band: Colour, kind: 'vase' | 'kendi' | 'piggy' | 'plates'): string {
  const kinds = {
    vase: () => {
      const body = d(
        'M',
        346,
        320,
        'H',
        454,
        'C',
        448,
        380,
        540,
        420,
        540,
        530,
        'C',
        540,
        620,
        480,
        668,
        400,
        668,
        'C',
        320,
        668,
        260,
        620,
        260,
        530,
        'C',
        260,
        420,
        352,
        380,
        346,
        320,
        'Z',
      );
      return (
        contact(400, 668, 130) +
        [
          [-26, 300, '#e98aa6'],
          [4, 340, '#f2b92e'],
          [30, 290, '#d63a4a'],
        ]
          .map(([a, long, colour]) =>
            at(
              400,
              330,
              line(d('M', 0, 0, 'V', -Number(long) + 130), '#5a8a3c', 9) +
                fill(leaf(0, -70, 60, 28, -30), '#5a9c45') +
                at(
                  0,
                  -Number(long) + 120,
                  [0, 72, 144, 216, 288].map((r) => fill(leaf(0, 0, 50, 40, r), String(colour))).join('') +
                    fill(ellipse(0, 0, 14), '#fff1b8'),
                ),
              Number(a),
            ),
          )
          .join('') +
        pen.solid(
          body,
          clay,
          { light: 12, shade: 30 },
          fill(rect(240, 500, 320, 46), band) +
            Array.from({ length: 14 }, (_, i) =>
              fill(
                polygon([
                  [250 + i * 24, 523],
                  [262 + i * 24, 506],
                  [274 + i * 24, 523],
                  [262 + i * 24, 540],
                ]),
                light(band, 0.5),
              ),
            ).join(''),
        ) +
        pen.solid(rect(330, 300, 140, 30, 12), light(clay, 0.1), { light: 5, shade: 9 })
      );
    },
    kendi: () => {
      const body = d(
        'M',
        400,
        330,
        'C',
        560,
        330,
        600,
        440,
        590,
        520,
        'C',
        580,
        630,
        500,
        668,
        400,
        668,
        'C',
        300,
        668,
        220,
        630,
        210,
        520,
        'C',
        200,
        440,
        240,
        330,
        400,
        330,
        'Z',
      );
      return (
        contact(400, 668, 180) +
        pen.solid(d('M', 560, 420, 'L', 660, 330, 'L', 694, 366, 'L', 590, 480, 'Z'), shade(clay, 0.08), {
          light: 6,
          shade: 11,
        }) +
        pen.solid(
          d(
            'M',
            360,
            350,
            'L',
            370,
            210,
            'C',
            350,
            190,
            340,
            160,
            350,
            150,
            'H',
            450,
            'C',
            460,
            160,
            450,
            190,
            430,
            210,
            'L',
            440,
            350,
            'Z',
          ),
          clay,
          { light: 8, shade: 18 },
        ) +
        pen.solid(
          body,
          clay,
          { light: 13, shade: 36 },
          line('M206 470Q400 520 594 470M206 540Q400 590 594 540', light(band, 0.2), 10, 0.8),
        ) +
        fill(ellipse(400, 152, 50, 12), shade(clay, 0.5))
      );
    },
    piggy: () => {
      const legs = [270, 340, 480, 550]
        .map((x) => pen.solid(rect(x - 32, 560, 64, 104, 24), shade(clay, 0.12), { light: 6, shade: 10 }))
        .join('');
      return (
        contact(410, 660, 230, 0.1) +
        legs +
        line('M640 440q50 -20 40 -60q-24 -12 -24 14', shade(clay, 0.15), 12) +
        pen.solid(
          ellipse(420, 460, 236, 176),
          clay,
          { light: 14, shade: 34 },
          [
            [340, 400],
            [500, 400],
            [430, 500],
            [560, 500],
            [300, 500],
          ]
            .map(([x = 0, y = 0]) =>
              at(x, y, [0, 72, 144, 216, 288].map((a) => fill(leaf(0, 0, 30, 22, a), band)).join('')),
            )
            .join(''),
        ) +
        fill(rect(370, 294, 110, 20, 10), shade(clay, 0.55)) +
        pen.solid(
          polygon(
            [
              [250, 330],
              [220, 236],
              [330, 300],
            ],
            14,
          ),
          clay,
          { light: 6, shade: 10 },
        ) +
        pen.solid(ellipse(190, 470, 62, 54), light(clay, 0.14), { light: 7, shade: 11 }) +
        fill(ellipse(170, 470, 10, 15), shade(clay, 0.5)) +
        fill(ellipse(206, 470, 10, 15), shade(clay, 0.5)) +
        fill(ellipse(268, 400, 13), '#2a2320') +
        fill(ellipse(264, 396, 4), '#ffffff')
      );
    },
    plates: () =>
      [
        [330, 330, 200],
        [480, 470, 210],
      ]
        .map(
          ([x = 0, y = 0, r = 0]) =>
            cast(ellipse(x, y, r), 16) +
            pen.solid(ellipse(x, y, r), clay, { light: 9, shade: 16, depth: 0.2 }) +
            Array.from({ length: 12 }, (_, i) =>
              at(x, y, fill(leaf(r * 0.74, 0, r * 0.24, r * 0.14, -70), band), i * 30),
            ).join('') +
            line(ellipse(x, y, r * 0.66), band, 6, 0.7) +
            fill(ellipse(x + 3, y + 4, r * 0.6), shade(clay, 0.06)) +
            fill(star(x, y, r * 0.26, 0.52, 8), mix(band, clay, 0.3)),
        )
        .join(''),
  };
  return kinds[kind]();
}

/** Small gifts in a row: soaps in net, boxes with a thank-you tag. */
export function favours(pen: Pen, box: Colour, ribbon: Colour): string {
  const one = (x: number, y: number, s: number) =>
    at(
      x,
      y,
      fill(ellipse(14, 120, 112, 16), '#3b2a1e', 0.18) +
        pen.solid(
          polygon(
            [
              [-100, -60],
              [100, -60],
              [86, 118],
              [-86, 118],
            ],
            10,
          ),
          box,
          { light: 8, shade: 16 },
          fill(rect(-16, -70, 32, 200), ribbon),
        ) +
        pen.solid(rect(-110, -90, 220, 50, 10), light(box, 0.14), { light: 6, shade: 9 }) +
        pen.solid(d('M', 0, -90, 'C', -40, -140, -90, -130, -76, -96, 'Q', -40, -80, 0, -90, 'Z'), ribbon, {
          light: 4,
          shade: 7,
        }) +
        pen.solid(d('M', 0, -90, 'C', 40, -140, 90, -130, 76, -96, 'Q', 40, -80, 0, -90, 'Z'), ribbon, {
          light: 4,
          shade: 7,
        }) +
        at(
          44,
          20,
          pen.solid(
            polygon(
              [
                [-4, -26],
                [52, -18],
                [46, 34],
                [-10, 26],
              ],
              5,
            ),
            '#fdf6e3',
            { light: 3, shade: 5, depth: 0.2 },
          ) + fill(star(20, 4, 15, 0.55, 2), '#d63a4a'),
          8,
        ),
      0,
      s,
    );
  return one(276, 330, 0.86) + one(530, 330, 0.86) + one(400, 540, 1);
}

/** Flat printed things: magnets, cards, stickers; each with its small picture. */
export function printed(pen: Pen, colours: readonly Colour[], kind: 'magnets' | 'card' | 'stickers'): string {
  const c = (i: number) => colours[i % colours.length] as Colour;
  if (kind === 'card')
    return (
      cast(rect(240, 170, 400, 500, 12), 18) +
      pen.solid(rect(240, 170, 400, 500, 12), shade(c(1), 0.05), { light: 6, shade: 10 }) +
      at(
        -46,
        -30,
        cast(rect(200, 160, 400, 500, 12), 12) +
          pen.solid(
            rect(200, 160, 400, 500, 12),
            '#fffaf0',
            { light: 7, shade: 11, depth: 0.18 },
            line(rect(226, 186, 348, 448, 8), c(0), 6),
          ) +
          [0, 72, 144, 216, 288].map((a) => fill(leaf(400, 340, 90, 62, a), c(0))).join('') +
          fill(ellipse(400, 340, 24), '#f2c230') +
          fill(leaf(400, 450, 90, 40, -30), '#5a9c45') +
          fill(leaf(400, 450, 90, 40, 210), '#6fae55') +
          line('M320 530q20 -26 40 0t40 0t40 0t40 0M350 584H450', c(1), 9),
      )
    );
  const round = kind === 'stickers';
  return (
    (round
      ? cast(rect(150, 140, 500, 540, 16), 16) +
        pen.solid(rect(150, 140, 500, 540, 16), '#fffaf0', { light: 6, shade: 10, depth: 0.16 })
      : '') +
    Array.from({ length: 6 }, (_, i) => {
      const x = 290 + (i % 2) * 220;
      const y = 240 + Math.floor(i / 2) * 172;
      const outline = round ? ellipse(x, y, 76) : rect(x - 92, y - 66, 184, 132, 16);
      const pictures = [
        fill(star(x, y, 44, 0.52, 7), '#f2c230'),
        fill(leaf(x, y + 36, 84, 42, -118), '#fffaf0') + fill(leaf(x, y + 36, 84, 42, -62), '#fffaf0', 0.8),
        fill(d('M', x - 46, y + 34, 'V', y - 4, 'L', x, y - 44, 'L', x + 46, y - 4, 'V', y + 34, 'Z'), '#fffaf0') +
          fill(rect(x - 12, y, 24, 34), c(i)),
      ];
      return (round ? '' : cast(outline, 10)) + pen.solid(outline, c(i), { light: 6, shade: 10 }, pictures[i % 3]);
    }).join('')
  );
}

/** A lamp made from a bottle, or flowers made from one. */
export function upcycled(pen: Pen, glass: Colour, kind: 'lamp' | 'flowers' | 'pot'): string {
  if (kind === 'pot')
    return (
      contact(400, 668, 150) +
      [-130, -108, -84, -62, -40]
        .map((a, i) =>
          at(
            400,
            450,
            pen.solid(
              leaf(0, 0, 220 - (i % 2) * 40, 80, 0),
              i % 2 ? '#4f9a45' : '#6fae55',
              { light: 5, shade: 9 },
              line('M10 0H190', '#cfe6a4', 5),
            ),
            a,
          ),
        )
        .join('') +
      pen.solid(
        d('M', 264, 440, 'H', 536, 'V', 600, 'Q', 536, 668, 470, 668, 'H', 330, 'Q', 264, 668, 264, 600, 'Z'),
        glass,
        { light: 11, shade: 26 },
        fill(
          d('M', 264, 520, 'q', 34, -30, 68, 0, 't', 68, 0, 't', 68, 0, 't', 68, 0, 'V', 680, 'H', 264, 'Z'),
          light(glass, 0.4),
        ) + fill(star(400, 590, 40, 0.52, 6), '#f2c230'),
      ) +
      fill(ellipse(400, 442, 134, 22), '#4a3324') +
      line('M276 450C260 300 320 200 400 120C480 200 540 300 524 450', '#8d959a', 5, 0.6)
    );
  const outline = d(
    'M',
    366,
    200,
    'H',
    434,
    'V',
    310,
    'C',
    436,
    360,
    510,
    370,
    510,
    450,
    'V',
    630,
    'Q',
    510,
    668,
    472,
    668,
    'H',
    328,
    'Q',
    290,
    668,
    290,
    630,
    'V',
    450,
    'C',
    290,
    370,
    364,
    360,
    366,
    310,
    'Z',
  );
  const inside =
    kind === 'lamp'
      ? [
          [340, 460],
          [440, 480],
          [380, 540],
          [460, 580],
          [340, 610],
          [420, 640],
          [400, 420],
        ]
          .map(([x = 0, y = 0]) => fill(ellipse(x, y, 22), '#fff1b8', 0.5) + fill(ellipse(x, y, 10), '#fff8dc'))
          .join('') + line('M400 300Q330 440 340 460T440 480T380 540T460 580T340 610', '#8a6a2a', 4, 0.8)
      : line('M400 300V640', '#5a8a3c', 8);
  const top =
    kind === 'lamp'
      ? pen.solid(
          polygon(
            [
              [330, 60],
              [470, 60],
              [540, 230],
              [260, 230],
            ],
            16,
          ),
          '#f6e3b0',
          { light: 9, shade: 18 },
          [330, 400, 470].map((x) => line(d('M', x, 60, 'L', 400 + (x - 400) * 1.7, 230), '#e2bd62', 5, 0.7)).join(''),
        )
      : [
          [-34, 210],
          [0, 250],
          [34, 210],
        ]
          .map(([a = 0, long = 0], i) =>
            at(
              400,
              230,
              line(d('M', 0, 0, 'V', -long + 90), '#5a8a3c', 8) +
                at(
                  0,
                  -long + 80,
                  Array.from({ length: 8 }, (_, k) =>
                    at(
                      0,
                      0,
                      pen.solid(leaf(4, 0, 60, 34, 0), ['#e98aa6', '#f2b92e', '#7fc3b8'][i] as Colour, {
                        light: 4,
                        shade: 6,
                      }),
                      k * 45,
                    ),
                  ).join('') + fill(ellipse(0, 0, 17), '#fff6dd'),
                ),
              a,
            ),
          )
          .join('');
  return (
    (kind === 'lamp' ? fill(ellipse(400, 440, 290, 280), '#f9d36b', 0.22) : '') +
    contact(400, 668, 120) +
    top +
    pen.solid(outline, glass, { light: 11, shade: 26, depth: 0.24 }, inside + line('M318 470V620', '#ffffff', 14, 0.45))
  );
}
