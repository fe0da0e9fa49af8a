import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** A broom of palm fibre or coconut ribs, leaning; or a mop. */
export function broom(pen: Pen, bristle: Colour, stick: Colour, kind: 'fibre' | 'ribs' | 'mop'): string {
  const heads = {
    fibre: () =>
      pen.solid(
        d('M', -110, 0, 'H', 110, 'L', 200, 260, 'Q', 0, 300, -200, 260, 'Z'),
        bristle,
        { light: 10, shade: 20 },
        Array.from({ length: 26 }, (_, i) =>
          line(
            d('M', -100 + i * 8, 10, 'L', -190 + i * 15.2, 280),
            i % 2 ? shade(bristle, 0.3) : light(bristle, 0.25),
            5,
            0.8,
          ),
        ).join(''),
      ) +
      pen.solid(
        rect(-124, -46, 248, 66, 16),
        '#c8372a',
        { light: 6, shade: 10 },
        line('M-120 -22H120M-120 0H120', '#f2b92e', 6),
      ),
    ribs: () =>
      Array.from({ length: 34 }, (_, i) =>
        line(
          d('M', -40 + i * 2.4, 0, 'Q', -70 + i * 4.2, 140, -150 + i * 9, 300),
          i % 2 ? shade(bristle, 0.25) : light(bristle, 0.1),
          6,
        ),
      ).join('') +
      pen.solid(
        rect(-52, -40, 104, 74, 22),
        '#4f8f42',
        { light: 6, shade: 10 },
        line('M-50 -16H50M-50 8H50', '#cfe6a4', 6),
      ),
    mop: () =>
      Array.from({ length: 22 }, (_, i) =>
        line(
          d('M', -70 + i * 6.6, 0, 'C', -120 + i * 11, 80, -150 + i * 15, 180, -180 + i * 17, 250 - (i % 3) * 16),
          i % 2 ? shade(bristle, 0.14) : bristle,
          17,
        ),
      ).join('') + pen.solid(rect(-92, -44, 184, 62, 18), '#3c8fa8', { light: 6, shade: 10 }),
  };
  const pole = kind === 'ribs' ? '' : pen.solid(rect(-14, -440, 28, 430, 12), stick, { light: 5, shade: 9 });
  return (
    contact(440, 690, 190, 0.1) +
    at(
      kind === 'ribs' ? 400 : 420,
      kind === 'ribs' ? 300 : 430,
      pole +
        (kind === 'ribs'
          ? Array.from({ length: 20 }, (_, i) =>
              line(d('M', -38 + i * 4, 0, 'L', -24 + i * 2.5, -200), i % 2 ? shade(bristle, 0.25) : bristle, 6),
            ).join('')
          : '') +
        heads[kind](),
      kind === 'ribs' ? 8 : 12,
      kind === 'ribs' ? 1.15 : 0.92,
    )
  );
}

/** A lidded bin with a pedal. */
export function bin(pen: Pen, colour: Colour): string {
  return (
    contact(400, 670, 170) +
    pen.solid(
      polygon(
        [
          [230, 300],
          [570, 300],
          [536, 668],
          [264, 668],
        ],
        20,
      ),
      colour,
      { light: 12, shade: 32 },
      [330, 400, 470]
        .map((x) => line(d('M', x, 330, 'L', 400 + (x - 400) * 0.8, 650), shade(colour, 0.16), 9, 0.5))
        .join('') + fill(star(400, 460, 54, 0.52, 8), light(colour, 0.45)),
    ) +
    pen.solid(
      d('M', 206, 300, 'C', 206, 210, 300, 190, 400, 190, 'C', 500, 190, 594, 210, 594, 300, 'Z'),
      light(colour, 0.14),
      { light: 10, shade: 20 },
    ) +
    pen.solid(rect(196, 286, 408, 34, 14), colour, { light: 5, shade: 8 }) +
    pen.solid(rect(350, 648, 100, 30, 12), shade(colour, 0.4), { light: 4, shade: 6 })
  );
}

/** A handled can of cleaning liquid. */
export function cleaningCan(pen: Pen, liquid: Colour, cap: Colour, sign: Colour): string {
  const body = d(
    'M',
    250,
    300,
    'C',
    250,
    260,
    290,
    250,
    340,
    250,
    'L',
    380,
    210,
    'H',
    470,
    'V',
    250,
    'C',
    530,
    262,
    560,
    300,
    560,
    350,
    'V',
    620,
    'Q',
    560,
    668,
    510,
    668,
    'H',
    290,
    'Q',
    240,
    668,
    240,
    620,
    'V',
    340,
    'Z',
  );
  const hole = rect(270, 300, 76, 130, 34);
  return (
    contact(400, 668, 164) +
    pen.solid(
      body,
      liquid,
      { light: 12, shade: 30 },
      fill(rect(220, 470, 360, 160), '#fdf8ee') +
        fill(rect(220, 470, 360, 14), sign) +
        [
          [330, 560, 34],
          [380, 530, 22],
          [410, 580, 28],
        ]
          .map(
            ([x = 0, y = 0, r = 0]) =>
              fill(ellipse(x, y, r), mix(liquid, '#ffffff', 0.5)) +
              fill(ellipse(x - r * 0.3, y - r * 0.3, r * 0.3), '#ffffff'),
          )
          .join('') +
        fill(leaf(470, 610, 84, 42, -118), sign) +
        fill(leaf(470, 610, 84, 42, -62), light(sign, 0.3)) +
        line('M540 380V450', '#ffffff', 12, 0.4),
    ) +
    fill(hole, shade(liquid, 0.5), 0.65) +
    pen.solid(
      rect(366, 146, 118, 76, 14),
      cap,
      { light: 7, shade: 13 },
      Array.from({ length: 8 }, (_, i) => line(d('M', 374 + i * 15, 156, 'v', 56), shade(cap, 0.2), 4, 0.5)).join(''),
    )
  );
}

/** A made bed from the front: sheet set with pillows. */
export function bedSet(pen: Pen, cloth: Colour, motif: Motif, second: Colour): string {
  const pillow = (x: number) =>
    pen.solid(
      d(
        'M',
        x - 120,
        330,
        'Q',
        x,
        300,
        x + 120,
        330,
        'Q',
        x + 136,
        390,
        x + 122,
        440,
        'Q',
        x,
        460,
        x - 122,
        440,
        'Q',
        x - 136,
        390,
        x - 120,
        330,
        'Z',
      ),
      light(cloth, 0.24),
      { light: 9, shade: 16 },
      clothPattern(pen, motif, light(cloth, 0.24), second),
    );
  return (
    contact(400, 676, 320, 0.07) +
    pen.solid(
      rect(110, 200, 580, 300, 40),
      '#b9854a',
      { light: 9, shade: 16 },
      [250, 400, 550].map((x) => line(d('M', x, 210, 'V', 480), '#8f5c2b', 5, 0.5)).join(''),
    ) +
    pen.solid(rect(120, 400, 560, 150, 24), '#fdf8ee', { light: 7, shade: 14, depth: 0.2 }) +
    pillow(266) +
    pillow(534) +
    pen.solid(
      d(
        'M',
        96,
        500,
        'C',
        220,
        440,
        580,
        440,
        704,
        500,
        'V',
        640,
        'Q',
        704,
        668,
        676,
        668,
        'H',
        124,
        'Q',
        96,
        668,
        96,
        640,
        'Z',
      ),
      cloth,
      { light: 12, shade: 26 },
      clothPattern(pen, motif, cloth, second) + line('M100 548C220 490 580 490 700 548', light(second, 0.3), 26, 0.85),
    )
  );
}

/** A window with its curtains drawn to the sides. */
export function curtain(pen: Pen, cloth: Colour, rod: Colour): string {
  const half = (side: 1 | -1) => {
    const x = (v: number) => 400 + side * v;
    const outline = d(
      'M',
      x(30),
      150,
      'H',
      x(300),
      'V',
      680,
      'H',
      x(140),
      'C',
      x(150),
      600,
      x(200),
      520,
      x(214),
      460,
      'C',
      x(160),
      400,
      x(60),
      300,
      x(30),
      150,
      'Z',
    );
    return (
      pen.solid(
        outline,
        cloth,
        { light: 9, shade: 16 },
        [90, 140, 190, 240, 280]
          .map((v, i) =>
            line(
              d(
                'M',
                x(v),
                150,
                'C',
                x(v + 20),
                300,
                x(206 + i * 12),
                420,
                x(224 + i * 8),
                460,
                'C',
                x(210 + i * 12),
                540,
                x(170 + i * 24),
                620,
                x(160 + i * 28),
                690,
              ),
              i % 2 ? shade(cloth, 0.24) : light(cloth, 0.3),
              9,
              0.6,
            ),
          )
          .join(''),
      ) + pen.solid(rect(Math.min(x(206), x(306)), 444, 100, 36, 16), '#e2bd62', { light: 4, shade: 7 })
    );
  };
  return (
    fill(rect(170, 170, 460, 470, 8), '#cfe6f0') +
    fill(ellipse(480, 280, 50), '#f9d873') +
    fill(d('M', 170, 560, 'Q', 300, 480, 400, 540, 'T', 630, 520, 'V', 640, 'H', 170, 'Z'), '#8fbf7a') +
    line('M400 170V640M170 400H630', '#fdf8ee', 14) +
    line(rect(170, 170, 460, 470, 8), '#fdf8ee', 18) +
    half(-1) +
    half(1) +
    pen.solid(rect(70, 124, 660, 28, 14), rod, { light: 5, shade: 8 }) +
    [66, 734].map((v) => pen.solid(ellipse(v, 138, 28), rod, { light: 5, shade: 8 })).join('')
  );
}

/** Furniture from the front: spice rack, shoe rack, drawers, folding table, rattan chair. */
export function furniture(
  pen: Pen,
  wood: Colour,
  kind: 'spices' | 'rack' | 'drawers' | 'table' | 'chair',
  accent: Colour,
): string {
  const kinds = {
    spices: () => {
      const jar = (x: number, y: number, colour: Colour) =>
        pen.solid(
          rect(x - 34, y - 92, 68, 92, 12),
          colour,
          { light: 6, shade: 10 },
          fill(rect(x - 40, y - 60, 80, 34), '#fff6e0'),
        ) + pen.solid(rect(x - 30, y - 116, 60, 28, 8), '#3a3a3a', { light: 3, shade: 6 });
      const shelf = (y: number) => pen.solid(rect(150, y, 500, 26, 8), wood, { light: 5, shade: 8 });
      return (
        contact(400, 668, 260, 0.08) +
        pen.solid(rect(140, 150, 520, 516, 18), shade(wood, 0.14), { light: 8, shade: 16 }) +
        fill(rect(168, 180, 464, 460, 8), shade(wood, 0.4)) +
        [340, 500, 640]
          .map(
            (y, r) =>
              ['#c8372a', '#e0a52c', '#6b3d22', '#5a9c45', '#f3ead0']
                .map((_, i, all) => jar(218 + i * 91, y, all[(i + r * 2) % 5] as Colour))
                .join('') + shelf(y),
          )
          .join('')
      );
    },
    rack: () => {
      const shoe = (x: number, y: number, colour: Colour) =>
        pen.solid(
          d(
            'M',
            x - 70,
            y,
            'V',
            y - 56,
            'C',
            x - 40,
            y - 66,
            x - 30,
            y - 40,
            x,
            y - 34,
            'C',
            x + 50,
            y - 26,
            x + 70,
            y - 20,
            x + 70,
            y,
            'Z',
          ),
          colour,
          { light: 5, shade: 9 },
        ) + fill(rect(x - 72, y - 10, 144, 11, 5), '#fdf8ee');
      return (
        contact(400, 676, 270, 0.07) +
        [150, 630].map((x) => pen.solid(rect(x, 170, 26, 506, 10), wood, { light: 5, shade: 9 })).join('') +
        [330, 490, 650]
          .map(
            (y, i) =>
              shoe(270, y, ['#c8372a', '#3c6fa8', '#2a2a30'][i] as Colour) +
              shoe(440, y, ['#2a2a30', '#e98aa6', '#8a5a34'][i] as Colour) +
              (i === 1 ? '' : shoe(570, y, accent)) +
              pen.solid(rect(140, y, 526, 22, 8), light(wood, 0.1), { light: 4, shade: 7 }),
          )
          .join('')
      );
    },
    drawers: () =>
      contact(400, 680, 240, 0.08) +
      pen.solid(rect(180, 120, 440, 556, 24), wood, { light: 10, shade: 22 }) +
      [150, 282, 414, 546]
        .map(
          (y) =>
            pen.solid(
              rect(206, y, 388, 112, 14),
              light(wood, 0.22),
              { light: 7, shade: 12 },
              fill(star(280, y + 56, 30, 0.52, 5), accent, 0.8) + fill(star(520, y + 56, 30, 0.52, 5), accent, 0.8),
            ) + pen.solid(rect(356, y + 44, 88, 26, 12), accent, { light: 4, shade: 7 }),
        )
        .join(''),
    table: () =>
      contact(400, 640, 300, 0.08) +
      line('M240 380L180 640M560 380L620 640M300 400L560 640M500 400L240 640', shade(wood, 0.3), 20) +
      pen.solid(
        polygon(
          [
            [170, 330],
            [630, 330],
            [700, 430],
            [100, 430],
          ],
          16,
        ),
        accent,
        { light: 8, shade: 10 },
        fill(star(400, 380, 66, 0.52, 9), '#f2c230', 0.9) +
          fill(star(250, 388, 28, 0.52, 4), '#fffaf0', 0.8) +
          fill(star(550, 388, 28, 0.52, 4), '#fffaf0', 0.8),
      ) +
      pen.solid(rect(98, 424, 604, 24, 10), wood, { light: 4, shade: 7 }),
    chair: () =>
      contact(400, 684, 210, 0.1) +
      line('M250 470L220 680M550 470L580 680M300 500L290 640M500 500L510 640', shade(wood, 0.3), 22) +
      pen.solid(
        d('M', 210, 180, 'C', 210, 90, 590, 90, 590, 180, 'L', 560, 480, 'H', 240, 'Z'),
        wood,
        { light: 11, shade: 24 },
        Array.from(
          { length: 12 },
          (_, i) =>
            line(d('M', 200 + i * 36, 100, 'L', 200 + i * 36 + 40, 490), shade(wood, 0.22), 7, 0.6) +
            line(d('M', 600 - i * 36, 100, 'L', 560 - i * 36, 490), light(wood, 0.3), 7, 0.5),
        ).join(''),
      ) +
      pen.solid(
        d('M', 180, 440, 'C', 240, 400, 560, 400, 620, 440, 'L', 600, 520, 'Q', 400, 550, 200, 520, 'Z'),
        accent,
        { light: 9, shade: 16 },
      ),
  };
  return kinds[kind]();
}

/** A wall clock. */
export function clock(pen: Pen, rim: Colour, face: Colour): string {
  return (
    cast(ellipse(400, 400, 280)) +
    pen.solid(ellipse(400, 400, 280), rim, { light: 11, shade: 20 }) +
    fill(ellipse(400, 400, 236), face) +
    fill(ellipse(360, 350, 150), '#ffffff', 0.4) +
    Array.from({ length: 12 }, (_, i) =>
      at(400, 400, i % 3 ? line('M0 -204V-184', '#5a645e', 9) : fill(star(0, -190, 24, 0.52, 4), '#f2c230'), i * 30),
    ).join('') +
    line('M400 400L310 300', '#1b211e', 17) +
    line('M400 400L500 260', '#1b211e', 11) +
    line('M400 440L400 230', '#b23a1e', 5) +
    fill(ellipse(400, 400, 18), '#b23a1e')
  );
}

/** Light: bulb, bedside lamp, emergency lamp; and air: a fan. */
export function electric(pen: Pen, colour: Colour, kind: 'bulb' | 'lamp' | 'lantern' | 'fan'): string {
  const kinds = {
    bulb: () =>
      fill(ellipse(400, 340, 290), '#f9d36b', 0.22) +
      contact(400, 690, 90) +
      pen.solid(
        d(
          'M',
          330,
          500,
          'C',
          330,
          440,
          230,
          420,
          230,
          300,
          'C',
          230,
          190,
          310,
          120,
          400,
          120,
          'C',
          490,
          120,
          570,
          190,
          570,
          300,
          'C',
          570,
          420,
          470,
          440,
          470,
          500,
          'Z',
        ),
        '#fff3c4',
        { light: 12, shade: 26, depth: 0.18 },
        line('M290 260C300 210 340 180 380 176', '#ffffff', 16, 0.9),
      ) +
      pen.solid(
        polygon(
          [
            [322, 496],
            [478, 496],
            [462, 580],
            [338, 580],
          ],
          8,
        ),
        colour,
        { light: 7, shade: 14, depth: 0.2 },
      ) +
      [600, 630, 660]
        .map((y) => pen.solid(rect(344, y - 18, 112, 26, 10), '#b9bec2', { light: 4, shade: 8 }))
        .join('') +
      fill(ellipse(400, 682, 28, 12), '#5a6268'),
    lamp: () =>
      fill(ellipse(400, 330, 290, 250), '#f9d36b', 0.22) +
      contact(400, 672, 140) +
      pen.solid(rect(386, 420, 28, 210, 10), '#b9854a', { light: 5, shade: 9 }) +
      pen.solid(ellipse(400, 640, 130, 34), '#b9854a', { light: 7, shade: 12 }) +
      pen.solid(
        polygon(
          [
            [300, 160],
            [500, 160],
            [590, 440],
            [210, 440],
          ],
          16,
        ),
        colour,
        { light: 12, shade: 26, depth: 0.22 },
        fill(ellipse(400, 420, 120, 110), '#fff6d0', 0.6) +
          [
            [280, 380],
            [400, 300],
            [520, 380],
            [350, 220],
            [450, 220],
          ]
            .map(([x = 0, y = 0]) => fill(star(x, y, 26, 0.5, 4), light(colour, 0.6)))
            .join(''),
      ),
    lantern: () =>
      contact(400, 668, 150) +
      line('M300 250C300 80 500 80 500 250', '#3a4045', 22) +
      pen.solid(rect(270, 230, 260, 56, 22), colour, { light: 6, shade: 11 }) +
      pen.solid(
        rect(296, 280, 208, 250, 14),
        '#fff6d0',
        { light: 8, shade: 20, depth: 0.18 },
        [340, 400, 460].map((x) => line(d('M', x, 290, 'V', 520), '#f2d98a', 16, 0.9)).join(''),
      ) +
      pen.solid(
        rect(256, 524, 288, 144, 30),
        colour,
        { light: 8, shade: 17 },
        fill(ellipse(400, 596, 30), shade(colour, 0.3)) + fill(ellipse(400, 596, 18), '#8fe0a5'),
      ),
    fan: () =>
      contact(400, 690, 150) +
      pen.solid(rect(378, 500, 44, 150, 10), shade(colour, 0.1), { light: 5, shade: 9 }) +
      pen.solid(ellipse(400, 660, 150, 36), colour, { light: 8, shade: 14 }) +
      fill(ellipse(400, 330, 240), mix(colour, '#ffffff', 0.7), 0.85) +
      [0, 120, 240]
        .map((a) =>
          at(
            400,
            330,
            pen.solid(
              d('M', 0, 0, 'C', -110, -40, -130, -180, -20, -200, 'C', 60, -190, 60, -80, 0, 0, 'Z'),
              light(colour, 0.2),
              { light: 6, shade: 11 },
            ),
            a + 20,
          ),
        )
        .join('') +
      Array.from({ length: 24 }, (_, i) => at(400, 330, line('M0 -50V-236', '#8d959a', 4, 0.7), i * 15)).join('') +
      [236, 170, 110]
        .map((r) => line(ellipse(400, 330, r), r === 236 ? shade(colour, 0.1) : '#8d959a', r === 236 ? 16 : 4))
        .join('') +
      pen.solid(ellipse(400, 330, 46), colour, { light: 5, shade: 9 }, fill(star(400, 330, 26, 0.52, 4), '#f2c230')),
  };
  return kinds[kind]();
}

/** An apron on a peg, or a cloth for a baby's chin. */
export function apron(pen: Pen, cloth: Colour, motif: Motif, second: Colour, bib: boolean): string {
  if (bib) {
    const outline = d(
      'M',
      270,
      190,
      'C',
      230,
      260,
      160,
      330,
      180,
      480,
      'C',
      200,
      620,
      320,
      670,
      400,
      670,
      'C',
      480,
      670,
      600,
      620,
      620,
      480,
      'C',
      640,
      330,
      570,
      260,
      530,
      190,
      'C',
      520,
      300,
      470,
      340,
      400,
      340,
      'C',
      330,
      340,
      280,
      300,
      270,
      190,
      'Z',
    );
    return (
      cast(outline, 16) +
      pen.solid(outline, cloth, { light: 11, shade: 22 }, clothPattern(pen, motif, cloth, second)) +
      line(
        'M270 190C230 260 160 330 180 480C200 620 320 670 400 670C480 670 600 620 620 480C640 330 570 260 530 190C520 300 470 340 400 340C330 340 280 300 270 190',
        second,
        15,
      ) +
      at(
        400,
        500,
        fill(star(0, 0, 74, 0.56, 16), '#f2c230') +
          fill(ellipse(-18, -6, 7), '#2a2320') +
          fill(ellipse(18, -6, 7), '#2a2320') +
          line('M-14 18Q0 32 14 18', '#2a2320', 6),
      )
    );
  }
  const outline = d(
    'M',
    320,
    200,
    'H',
    480,
    'C',
    490,
    330,
    560,
    350,
    590,
    380,
    'L',
    570,
    690,
    'H',
    230,
    'L',
    210,
    380,
    'C',
    240,
    350,
    310,
    330,
    320,
    200,
    'Z',
  );
  return (
    cast(outline, 16) +
    line('M326 206C320 70 480 70 474 206', second, 15) +
    line('M214 400Q130 440 120 540M586 400Q670 440 680 540', second, 15) +
    pen.solid(outline, cloth, { light: 11, shade: 22 }, clothPattern(pen, motif, cloth, second)) +
    pen.solid(
      rect(290, 480, 220, 130, 18),
      light(cloth, 0.18),
      { light: 6, shade: 10 },
      line('M290 506H510', second, 9),
    )
  );
}
