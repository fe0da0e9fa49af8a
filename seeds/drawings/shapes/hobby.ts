import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, soft, star } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** A seed packet with the plant on its front. */
export function seedPacket(pen: Pen, paper: Colour, crop: 'chili' | 'leaf'): string {
  const front = rect(210, 130, 380, 540, 12);
  const picture =
    crop === 'chili'
      ? [
          [-50, 0, -70],
          [10, 20, -96],
          [66, -4, -118],
        ]
          .map(([x = 0, y = 0, a = 0]) =>
            at(
              400 + x,
              460 + y,
              pen.solid(
                d(
                  'M',
                  -84,
                  10,
                  'C',
                  -30,
                  -26,
                  50,
                  -28,
                  84,
                  -16,
                  'Q',
                  96,
                  0,
                  84,
                  14,
                  'C',
                  50,
                  28,
                  -20,
                  26,
                  -84,
                  10,
                  'Z',
                ),
                '#d13222',
                { light: 6, shade: 9 },
              ) + line('M86 0q24 0 34 -16', '#3f7d3a', 11),
              a,
            ),
          )
          .join('')
      : [-140, -116, -90, -64, -40]
          .map((a, i) =>
            at(
              400,
              580,
              pen.solid(
                leaf(20, 0, 200, 84, 0),
                i % 2 ? '#6fae55' : '#4f9a45',
                { light: 6, shade: 10 },
                line('M20 0H190', '#cfe6a4', 6),
              ),
              a,
            ),
          )
          .join('');
  return (
    cast(front, 18) +
    at(
      0,
      0,
      pen.solid(
        front,
        paper,
        { light: 10, shade: 16 },
        fill(rect(210, 130, 380, 44), shade(paper, 0.18)) +
          fill(ellipse(400, 460, 156, 164), '#fff8e8') +
          line('M290 226q18 -24 36 0t36 0t36 0t36 0t36 0t36 0', '#fff8e8', 13) +
          line('M330 272H470', '#fff8e8', 8, 0.8),
      ) + pen.clip(ellipse(400, 460, 156, 164), picture),
    ) +
    [
      [630, 640],
      [662, 600],
      [670, 662],
      [610, 690],
    ]
      .map(([x = 0, y = 0], i) => at(x, y, pen.solid(ellipse(0, 0, 15, 10), '#e6c88a', { light: 3, shade: 5 }), i * 40))
      .join('')
  );
}

/** Net pots in a water rail: a starter set for hydroponics. */
export function hydroKit(pen: Pen): string {
  const plantOne = (x: number) =>
    [-150, -120, -90, -60, -30]
      .map((a, i) =>
        at(
          x,
          400,
          pen.solid(
            leaf(0, 0, 120 - (i % 2) * 20, 62, 0),
            i % 2 ? '#8fcb5f' : '#6fae45',
            { light: 5, shade: 8 },
            line('M6 0H104', '#dff0c0', 4),
          ),
          a,
        ),
      )
      .join('') +
    pen.solid(
      polygon(
        [
          [x - 42, 396],
          [x + 42, 396],
          [x + 32, 450],
          [x - 32, 450],
        ],
        8,
      ),
      '#3a3a3a',
      { light: 4, shade: 7 },
    );
  return (
    contact(400, 660, 300, 0.08) +
    line('M190 500V650M610 500V650', '#8d959a', 22) +
    [200, 400, 600].map(plantOne).join('') +
    pen.solid(
      rect(100, 430, 600, 110, 50),
      '#fdfbf5',
      { light: 9, shade: 22, depth: 0.2 },
      line('M140 470H660', '#ffffff', 12),
    ) +
    fill(ellipse(660, 485, 28, 44), '#d5dde0') +
    fill(
      d(
        'M',
        380,
        570,
        'C',
        400,
        596,
        408,
        606,
        408,
        618,
        'a',
        28,
        24,
        0,
        0,
        1,
        -56,
        0,
        'C',
        352,
        606,
        360,
        596,
        380,
        570,
        'Z',
      ),
      '#5aa9cf',
    )
  );
}

/** Nested plastic pots. */
export function plasticPots(pen: Pen, colours: readonly Colour[]): string {
  const pot = (x: number, y: number, s: number, colour: Colour) =>
    at(
      x,
      y,
      fill(ellipse(16, 150, 130, 18), '#3b2a1e', 0.18) +
        pen.solid(
          polygon(
            [
              [-126, -80],
              [126, -80],
              [92, 150],
              [-92, 150],
            ],
            12,
          ),
          colour,
          { light: 9, shade: 20 },
          [-60, -20, 20, 60].map((v) => line(d('M', v, -60, 'L', v * 0.76, 140), shade(colour, 0.16), 7, 0.5)).join(''),
        ) +
        pen.solid(rect(-146, -116, 292, 54, 14), light(colour, 0.1), { light: 6, shade: 10 }),
      0,
      s,
    );
  return (
    pot(270, 370, 0.9, colours[0] as Colour) +
    pot(530, 350, 0.8, colours[1] as Colour) +
    pot(410, 520, 1, colours[2] as Colour)
  );
}

/** A fish with flowing fins in a bowl. */
export function fishBowl(pen: Pen, fishColour: Colour, fin: Colour, two: boolean): string {
  const bowl = d(
    'M',
    270,
    210,
    'H',
    530,
    'C',
    620,
    260,
    670,
    350,
    670,
    440,
    'C',
    670,
    580,
    560,
    668,
    400,
    668,
    'C',
    240,
    668,
    130,
    580,
    130,
    440,
    'C',
    130,
    350,
    180,
    260,
    270,
    210,
    'Z',
  );
  const one = (x: number, y: number, s: number, flip: 1 | -1) =>
    at(
      x,
      y,
      at(
        0,
        0,
        fill(
          soft(
            [
              [60, 0],
              [120, -96],
              [220, -110],
              [200, -30],
              [240, 10],
              [200, 50],
              [210, 120],
              [110, 96],
            ],
            0.9,
          ),
          fin,
          0.85,
        ) +
          fill(
            soft(
              [
                [-30, -40],
                [10, -120],
                [90, -110],
                [70, -34],
              ],
              0.9,
            ),
            fin,
            0.8,
          ) +
          fill(
            soft(
              [
                [-30, 36],
                [0, 120],
                [80, 116],
                [60, 30],
              ],
              0.9,
            ),
            fin,
            0.7,
          ) +
          pen.solid(
            soft([
              [-120, 0],
              [-70, -46],
              [20, -50],
              [90, -10],
              [90, 14],
              [20, 48],
              [-70, 44],
            ]),
            fishColour,
            { light: 7, shade: 11 },
            [-20, 20, 56]
              .map((v) => line(d('M', v, -30, 'q', 14, 30, 0, 60), shade(fishColour, 0.25), 4, 0.6))
              .join(''),
          ) +
          fill(ellipse(-82, -10, 11), '#fffaf0') +
          fill(ellipse(-84, -10, 6), '#1b211e'),
        0,
        flip,
        1,
      ),
      0,
      s,
    );
  return (
    contact(400, 668, 190) +
    pen.solid(
      bowl,
      '#e6f3f6',
      { light: 12, shade: 28, depth: 0.2 },
      fill(
        d('M', 100, 320, 'q', 75, -20, 150, 0, 't', 150, 0, 't', 150, 0, 't', 150, 0, 'V', 700, 'H', 100, 'Z'),
        '#a9d5e2',
      ) +
        fill(d('M', 100, 600, 'Q', 400, 560, 700, 600, 'V', 700, 'H', 100, 'Z'), '#d9b98a') +
        [
          [220, 600, -110],
          [240, 604, -84],
          [260, 600, -60],
        ]
          .map(([x = 0, y = 0, a = 0]) => fill(leaf(x, y, 190, 34, a), '#4f9a45'))
          .join('') +
        (two ? one(330, 420, 0.6, 1) + one(500, 510, 0.56, -1) : one(390, 450, 0.92, 1)) +
        [
          [520, 360, 12],
          [540, 310, 8],
          [500, 330, 6],
        ]
          .map(([x = 0, y = 0, r = 0]) => line(ellipse(x, y, r), '#ffffff', 4))
          .join('') +
        line('M180 400C190 330 220 290 256 264', '#ffffff', 16, 0.8),
    ) +
    line(ellipse(400, 212, 134, 20), '#ffffff', 8)
  );
}

/** A koi from above, in round ripples. */
export function koi(pen: Pen): string {
  const pond = ellipse(400, 400, 300);
  const one = (x: number, y: number, turn: number, s: number) =>
    at(
      x,
      y,
      fill(
        soft(
          [
            [110, 0],
            [190, -70],
            [210, -10],
            [190, 60],
          ],
          0.8,
        ),
        '#f6cdb0',
      ) +
        fill(leaf(-30, -44, 100, 46, -60), '#f6dcc8') +
        fill(leaf(-30, 44, 100, 46, 60), '#f6dcc8') +
        pen.solid(
          soft([
            [-170, 0],
            [-130, -46],
            [-30, -60],
            [80, -34],
            [140, 0],
            [80, 34],
            [-30, 60],
            [-130, 46],
          ]),
          '#fdf6ec',
          { light: 8, shade: 13, depth: 0.2 },
          fill(heapAt(-120, 0, 46, pen), '#e2522a') +
            fill(heapAt(-10, -14, 54, pen), '#e2522a') +
            fill(heapAt(76, 12, 34, pen), '#e8663a') +
            fill(ellipse(20, 30, 16, 10), '#2a2a30'),
        ) +
        fill(ellipse(-140, -24, 6), '#2a2320') +
        fill(ellipse(-140, 24, 6), '#2a2320'),
      turn,
      s,
    );
  return (
    cast(pond) +
    pen.solid(
      pond,
      '#5aa3a8',
      { light: 10, shade: 20 },
      [240, 170, 100].map((r) => line(ellipse(400, 400, r), '#8fcad0', 6, 0.6)).join(''),
    ) +
    one(370, 330, -24, 1.1) +
    one(460, 520, 156, 0.9) +
    at(
      600,
      300,
      pen.solid(d('M', 0, 0, 'L', 70, -40, 'A', 80, 80, 0, 1, 1, 66, 46, 'Z'), '#4f9a45', { light: 5, shade: 9 }),
      120,
    )
  );
}

const heapAt = (x: number, y: number, r: number, pen: Pen): string =>
  soft(
    Array.from(
      { length: 8 },
      (_, i) =>
        [
          x + Math.cos((i * Math.PI) / 4) * r * between(pen.random, 0.8, 1.15),
          y + Math.sin((i * Math.PI) / 4) * r * between(pen.random, 0.8, 1.15),
        ] as const,
    ),
  );

/** A domed cage with its perch. */
export function birdCage(pen: Pen, cane: Colour): string {
  const bars = Array.from({ length: 15 }, (_, i) => {
    const x = 190 + i * 30;
    return line(
      d('M', x, 600, 'V', 330, 'C', x, 240, 400 + (x - 400) * 0.5, 170, 400, 150),
      i % 2 ? shade(cane, 0.2) : cane,
      8,
    );
  }).join('');
  return (
    contact(400, 676, 230, 0.1) +
    fill(
      d('M', 186, 600, 'V', 330, 'C', 190, 220, 300, 150, 400, 150, 'C', 500, 150, 610, 220, 614, 330, 'V', 600, 'Z'),
      '#fffaf0',
      0.5,
    ) +
    pen.solid(rect(250, 470, 300, 20, 9), '#8a5a34', { light: 4, shade: 6 }) +
    at(
      400,
      420,
      pen.solid(
        soft([
          [-90, 10],
          [-60, -50],
          [10, -46],
          [70, 10],
          [130, 60],
          [40, 50],
          [-40, 54],
        ]),
        '#f2b92e',
        { light: 7, shade: 11 },
        fill(leaf(-20, 0, 110, 50, 22), '#e0902c'),
      ) +
        fill(ellipse(-62, -26, 6), '#2a2320') +
        fill(
          polygon([
            [-92, -14],
            [-122, -2],
            [-90, 8],
          ]),
          '#d9602c',
        ) +
        line('M-10 50V64M16 50V64', '#8a5a34', 6),
    ) +
    bars +
    [330, 470].map((y) => line(d('M', 186, y, 'H', 614), shade(cane, 0.1), 8, 0.8)).join('') +
    pen.solid(
      rect(166, 590, 468, 84, 18),
      cane,
      { light: 8, shade: 15 },
      line('M176 632H624', shade(cane, 0.25), 6, 0.6),
    ) +
    line('M400 150V110C400 76 444 84 436 112', shade(cane, 0.3), 12) +
    pen.solid(ellipse(400, 150, 30, 20), shade(cane, 0.2), { light: 4, shade: 6 })
  );
}

/** A cat's collar with its bell. */
export function collar(pen: Pen, colour: Colour): string {
  return (
    line(ellipse(400, 370, 220, 190), '#3b2a1e', 62, 0.15) +
    line(ellipse(392, 356, 220, 190), shade(colour, 0.16), 60) +
    line(ellipse(388, 350, 220, 190), colour, 44) +
    Array.from({ length: 14 }, (_, i) => {
      const a = (i / 14) * Math.PI * 2;
      return fill(star(388 + Math.cos(a) * 220, 350 + Math.sin(a) * 190, 14, 0.52, 2), '#f6e3b0');
    }).join('') +
    pen.solid(rect(520, 176, 80, 70, 14), '#2f3437', { light: 5, shade: 8 }) +
    pen.solid(
      ellipse(388, 610, 66),
      '#f2c230',
      { light: 9, shade: 15 },
      line('M330 610H450', '#b98a1c', 7) + fill(ellipse(388, 640, 13), '#8a6414') + line('M388 640V676', '#8a6414', 7),
    )
  );
}

/** Tubs of slime or play dough, one open. */
export function doughTubs(pen: Pen, colours: readonly Colour[]): string {
  const tub = (x: number, y: number, colour: Colour, open: boolean) =>
    at(
      x,
      y,
      fill(ellipse(14, 96, 118, 16), '#3b2a1e', 0.18) +
        pen.solid(
          polygon(
            [
              [-104, -70],
              [104, -70],
              [92, 96],
              [-92, 96],
            ],
            14,
          ),
          light(colour, 0.12),
          { light: 8, shade: 17 },
          fill(ellipse(0, 16, 52), '#fffaf0') + fill(star(0, 16, 36, 0.52, 5), colour),
        ) +
        (open
          ? fill(ellipse(0, -70, 104, 26), shade(colour, 0.2)) +
            pen.solid(
              soft([
                [-96, -70],
                [-70, -120],
                [-20, -104],
                [10, -150],
                [60, -118],
                [96, -72],
                [0, -50],
              ]),
              colour,
              { light: 7, shade: 12 },
              fill(ellipse(-20, -110, 22, 10), '#ffffff', 0.6),
            )
          : pen.solid(rect(-114, -112, 228, 54, 18), colour, { light: 7, shade: 12 })),
    );
  return (
    tub(270, 330, colours[0] as Colour, false) +
    tub(530, 330, colours[1] as Colour, false) +
    tub(290, 570, colours[2] as Colour, false) +
    tub(530, 570, colours[3 % colours.length] as Colour, true)
  );
}

/** The congklak board with its shells. */
export function congklak(pen: Pen, wood: Colour): string {
  const board = d(
    'M',
    60,
    404,
    'C',
    60,
    300,
    160,
    290,
    220,
    290,
    'H',
    580,
    'C',
    640,
    290,
    740,
    300,
    740,
    404,
    'C',
    740,
    508,
    640,
    518,
    580,
    518,
    'H',
    220,
    'C',
    160,
    518,
    60,
    508,
    60,
    404,
    'Z',
  );
  const pit = (x: number, y: number, r: number, n: number) =>
    fill(ellipse(x, y, r), shade(wood, 0.45)) +
    fill(ellipse(x + 4, y + 5, r * 0.86), shade(wood, 0.3)) +
    Array.from({ length: n }, () =>
      at(
        x + between(pen.random, -r, r) * 0.45,
        y + between(pen.random, -r, r) * 0.45,
        fill(ellipse(0, 0, 10, 7), '#f6ead6') + line('M-5 0H5', '#b98a6a', 2.5),
        between(pen.random, 0, 180),
      ),
    ).join('');
  return at(
    0,
    0,
    cast(board) +
      pen.solid(board, wood, { light: 11, shade: 20 }) +
      Array.from({ length: 6 }, (_, i) => pit(230 + i * 68, 348, 30, 3) + pit(230 + i * 68, 460, 30, 3)).join('') +
      pit(126, 404, 46, 8) +
      pit(674, 404, 46, 7),
  );
}

/** A diamond kite with its tail. */
export function kite(pen: Pen, colours: readonly Colour[]): string {
  const c = (i: number) => colours[i % colours.length] as Colour;
  return at(
    30,
    -10,
    line('M400 560C440 620 340 650 380 710C400 740 350 760 330 770', '#8a5a34', 6) +
      [
        [418, 610, 20],
        [360, 662, -30],
        [384, 716, 30],
      ]
        .map(([x = 0, y = 0, a = 0], i) =>
          at(
            x,
            y,
            fill(d('M', 0, 0, 'L', -40, -18, 'V', 18, 'Z'), c(i)) +
              fill(d('M', 0, 0, 'L', 40, -18, 'V', 18, 'Z'), c(i + 1)),
            a,
          ),
        )
        .join('') +
      cast(
        polygon([
          [400, 80],
          [610, 290],
          [400, 570],
          [190, 290],
        ]),
        20,
      ) +
      pen.solid(
        polygon([
          [400, 80],
          [610, 290],
          [400, 290],
        ]),
        c(0),
        { light: 6, shade: 10 },
      ) +
      pen.solid(
        polygon([
          [400, 80],
          [190, 290],
          [400, 290],
        ]),
        c(1),
        { light: 8, shade: 0 },
      ) +
      pen.solid(
        polygon([
          [190, 290],
          [400, 570],
          [400, 290],
        ]),
        c(2),
        { light: 8, shade: 0 },
      ) +
      pen.solid(
        polygon([
          [610, 290],
          [400, 570],
          [400, 290],
        ]),
        c(3),
        { light: 0, shade: 12 },
      ) +
      line('M400 80V570M190 290H610', '#8a5a34', 7) +
      fill(star(400, 290, 66, 0.52, 9), '#fffaf0') +
      fill(star(400, 290, 40, 0.52, 6), '#f2c230'),
    14,
  );
}

/** A school tie. */
export function tie(pen: Pen, cloth: Colour): string {
  const blade = polygon(
    [
      [360, 250],
      [440, 250],
      [500, 620],
      [400, 716],
      [300, 620],
    ],
    8,
  );
  return (
    line('M330 130C280 60 520 60 470 130', shade(cloth, 0.25), 26) +
    cast(blade, 14) +
    pen.solid(
      blade,
      cloth,
      { light: 8, shade: 20 },
      fill(star(400, 560, 46, 0.52, 7), '#f2c230') +
        line('M340 380L460 330M330 450L470 392', light(cloth, 0.4), 9, 0.6),
    ) +
    pen.solid(
      polygon(
        [
          [330, 130],
          [470, 130],
          [446, 262],
          [354, 262],
        ],
        14,
      ),
      light(cloth, 0.08),
      { light: 7, shade: 13 },
    )
  );
}
