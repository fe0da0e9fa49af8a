import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** A praying dress spread on its hanger: wide upper part with lace hem over the skirt. */
export function mukena(pen: Pen, cloth: Colour, lace: Colour, motif: Motif): string {
  const skirt = d('M', 250, 470, 'H', 550, 'L', 600, 726, 'Q', 400, 752, 200, 726, 'Z');
  const veil = d(
    'M',
    400,
    110,
    'C',
    470,
    110,
    500,
    160,
    506,
    230,
    'C',
    560,
    300,
    640,
    440,
    668,
    560,
    'Q',
    400,
    640,
    132,
    560,
    'C',
    160,
    440,
    240,
    300,
    294,
    230,
    'C',
    300,
    160,
    330,
    110,
    400,
    110,
    'Z',
  );
  const scallops = (y: number, from: number, to: number, sag: number) =>
    Array.from({ length: 15 }, (_, i) => {
      const t = i / 14;
      return (
        fill(ellipse(from + (to - from) * t, y + Math.sin(t * Math.PI) * sag, 21, 17), lace) +
        fill(ellipse(from + (to - from) * t, y + Math.sin(t * Math.PI) * sag, 8, 6), shade(lace, 0.18))
      );
    }).join('');
  const folds = [
    [330, 300, 250, 590],
    [376, 320, 350, 610],
    [440, 320, 470, 610],
    [480, 300, 560, 590],
  ]
    .map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
      line(d('M', x1, y1, 'Q', (x1 + x2) / 2 - 8, (y1 + y2) / 2, x2, y2), shade(cloth, 0.25), 8, 0.4),
    )
    .join('');
  return (
    cast(veil, 16) +
    pen.solid(
      skirt,
      shade(cloth, 0.05),
      { light: 8, shade: 20 },
      clothPattern(pen, motif, cloth, lace) + scallops(716, 214, 586, 22),
    ) +
    pen.solid(
      veil,
      cloth,
      { light: 12, shade: 28, depth: 0.22 },
      clothPattern(pen, motif, cloth, lace) + folds + scallops(556, 148, 652, 56),
    ) +
    fill(
      d(
        'M',
        400,
        170,
        'C',
        446,
        170,
        462,
        212,
        456,
        260,
        'C',
        450,
        306,
        426,
        330,
        400,
        330,
        'C',
        374,
        330,
        350,
        306,
        344,
        260,
        'C',
        338,
        212,
        354,
        170,
        400,
        170,
        'Z',
      ),
      shade(cloth, 0.42),
    ) +
    line(
      'M344 264C338 212 354 172 400 172C446 172 462 212 456 264C450 306 426 330 400 330C374 330 350 306 344 264',
      lace,
      12,
    ) +
    line('M400 110V84C400 56 438 56 438 80', '#8d959a', 9)
  );
}

/** A scarf folded in a rectangle and wound once: pashmina, selendang, syal. */
export function foldedScarf(pen: Pen, cloth: Colour, motif: Motif, second: Colour, fringe: boolean): string {
  const long = d('M', 226, 140, 'H', 478, 'L', 500, 640, 'H', 204, 'Z');
  const over = d(
    'M',
    190,
    250,
    'C',
    300,
    200,
    460,
    220,
    600,
    330,
    'L',
    620,
    560,
    'C',
    470,
    430,
    320,
    420,
    176,
    470,
    'Z',
  );
  const tassel = fringe
    ? Array.from({ length: 17 }, (_, i) =>
        line(d('M', 212 + i * 17.4, 640, 'v', 44), i % 2 ? second : light(cloth, 0.2), 7),
      ).join('')
    : '';
  return (
    cast(long, 16) +
    cast(over, 16) +
    tassel +
    pen.solid(
      long,
      shade(cloth, 0.06),
      { light: 9, shade: 18 },
      clothPattern(pen, motif, cloth, second) +
        [290, 350, 420].map((x) => line(d('M', x, 140, 'q', 12, 250, -4, 500), shade(cloth, 0.28), 6, 0.4)).join(''),
    ) +
    pen.solid(
      over,
      cloth,
      { light: 10, shade: 20 },
      clothPattern(pen, motif, cloth, second) +
        [280, 330, 380]
          .map((y) => line(d('M', 180, y + 60, 'C', 320, y - 20, 470, y, 620, y + 110), shade(cloth, 0.28), 7, 0.4))
          .join(''),
    )
  );
}

/** A felt cap, or a crocheted one. */
export function cap(pen: Pen, cloth: Colour, knit: boolean): string {
  const body = d(
    'M',
    180,
    380,
    'C',
    180,
    330,
    300,
    306,
    400,
    306,
    'C',
    500,
    306,
    620,
    330,
    620,
    380,
    'L',
    606,
    560,
    'C',
    600,
    620,
    200,
    620,
    194,
    560,
    'Z',
  );
  const rows = knit
    ? Array.from({ length: 6 }, (_, r) =>
        Array.from({ length: 24 }, (_, i) =>
          fill(ellipse(180 + i * 19 + (r % 2) * 9, 440 + r * 28, 7, 9), shade(cloth, 0.22)),
        ).join(''),
      ).join('')
    : line('M190 470C260 520 540 520 612 470', light(cloth, 0.3), 5, 0.35);
  return (
    contact(400, 606, 214, 0.12) +
    pen.solid(body, cloth, { light: 12, shade: 36, depth: 0.34 }, rows) +
    pen.solid(
      ellipse(400, 376, 220, 72),
      light(cloth, 0.12),
      { light: 8, shade: 12 },
      knit
        ? [180, 140, 96, 50].map((r) => line(ellipse(400, 376, r, r * 0.32), shade(cloth, 0.2), 7, 0.6)).join('')
        : line('M190 380H610', shade(cloth, 0.4), 7, 0.6),
    ) +
    (knit ? '' : line('M240 430V540', '#ffffff', 12, 0.12))
  );
}

/** A baseball cap of school: front with a star, visor to the left. */
export function visorCap(pen: Pen, cloth: Colour, visor: Colour): string {
  const dome = d(
    'M',
    216,
    500,
    'C',
    200,
    330,
    300,
    240,
    420,
    240,
    'C',
    560,
    240,
    640,
    340,
    640,
    500,
    'Q',
    440,
    560,
    216,
    500,
    'Z',
  );
  const peak = d(
    'M',
    222,
    488,
    'C',
    150,
    480,
    70,
    520,
    60,
    570,
    'C',
    60,
    606,
    130,
    616,
    220,
    600,
    'C',
    330,
    580,
    420,
    560,
    470,
    530,
    'C',
    380,
    540,
    300,
    520,
    222,
    488,
    'Z',
  );
  return (
    contact(400, 606, 260, 0.1) +
    pen.solid(
      dome,
      cloth,
      { light: 12, shade: 30 },
      line('M420 240C380 320 370 440 384 540M420 240C500 310 540 420 540 540', shade(cloth, 0.3), 5, 0.5),
    ) +
    pen.solid(peak, visor, { light: 9, shade: 14 }) +
    pen.solid(ellipse(420, 240, 22, 14), visor, { light: 4, shade: 6 }) +
    fill(star(318, 420, 48, 0.52, 7), '#f2c230')
  );
}

/** A cotton cap under the veil, or a turban. */
export function innerCap(pen: Pen, cloth: Colour): string {
  return (
    contact(400, 640, 180) +
    pen.solid(
      d(
        'M',
        210,
        560,
        'C',
        170,
        330,
        270,
        190,
        410,
        190,
        'C',
        560,
        190,
        640,
        320,
        600,
        560,
        'C',
        600,
        640,
        220,
        640,
        210,
        560,
        'Z',
      ),
      cloth,
      { light: 13, shade: 32 },
      line('M230 480C330 420 500 420 590 480M300 250C380 320 520 330 590 300', shade(cloth, 0.28), 7, 0.45),
    ) +
    pen.solid(
      d('M', 204, 550, 'C', 210, 500, 596, 500, 604, 550, 'L', 600, 600, 'C', 580, 560, 230, 560, 212, 600, 'Z'),
      light(cloth, 0.14),
      { light: 6, shade: 8 },
    )
  );
}

/** Prayer beads in a loop, with their tassel. */
export function prayerBeads(pen: Pen, wood: Colour, tassel: Colour): string {
  const beads = Array.from({ length: 33 }, (_, i) => {
    const a = (i / 33) * Math.PI * 2 + Math.PI / 2;
    return at(
      400 + Math.cos(a) * 206,
      350 + Math.sin(a) * 190,
      fill(ellipse(5, 8, 19), '#3b2a1e', 0.2) +
        pen.solid(ellipse(0, 0, 20), i % 11 === 0 ? tassel : wood, { light: 5, shade: 8 }),
    );
  }).join('');
  return (
    beads +
    pen.solid(rect(386, 548, 28, 60, 12), wood, { light: 5, shade: 8 }) +
    Array.from({ length: 9 }, (_, i) =>
      line(
        d('M', 400 + (i - 4) * 2, 606, 'Q', 400 + (i - 4) * 7, 660, 400 + (i - 4) * 9, 716),
        i % 2 ? tassel : light(tassel, 0.3),
        6,
      ),
    ).join('')
  );
}

/** A small thing on its card, hung on a peg: brooch, earrings, hair clip, ring. */
export function onCard(
  pen: Pen,
  card: Colour,
  kind: 'brooch' | 'earrings' | 'ring' | 'chain' | 'keyring',
  colour: Colour,
  second: Colour,
): string {
  const paper = polygon(
    [
      [220, 140],
      [580, 140],
      [580, 660],
      [220, 660],
    ],
    26,
  );
  const things = {
    brooch: () =>
      [0, 60, 120, 180, 240, 300]
        .map((a) =>
          at(
            400,
            420,
            pen.solid(leaf(14, 0, 112, 86, 0), a % 120 ? colour : light(colour, 0.22), { light: 6, shade: 10 }),
            a,
          ),
        )
        .join('') +
      pen.solid(ellipse(400, 420, 40), second, { light: 6, shade: 9 }) +
      [
        [-12, -6],
        [10, 8],
        [4, -16],
        [-6, 14],
      ]
        .map(([x = 0, y = 0]) => fill(ellipse(400 + x, 420 + y, 5), '#fff8e6'))
        .join(''),
    earrings: () =>
      [310, 490]
        .map(
          (x) =>
            line(d('M', x, 330, 'q', 20, -34, 0, -44, 'q', -16, 4, -10, 30), '#c9a24a', 7) +
            pen.solid(ellipse(x, 366, 24), second, { light: 5, shade: 8 }) +
            pen.solid(
              d('M', x, 396, 'C', x + 70, 450, x + 56, 540, x, 546, 'C', x - 56, 540, x - 70, 450, x, 396, 'Z'),
              colour,
              { light: 8, shade: 12 },
              fill(leaf(x - 10, 530, 90, 36, -80), light(colour, 0.5), 0.7) +
                fill(star(x + 16, 490, 15, 0.5, 2), '#f6e3b0'),
            ),
        )
        .join(''),
    ring: () =>
      line(ellipse(400, 460, 104, 100), shade('#c9ced1', 0.25), 34) +
      line(ellipse(397, 457, 104, 100), '#dfe4e6', 20) +
      line(ellipse(394, 452, 104, 100), '#ffffff', 5, 0.8) +
      pen.solid(
        polygon(
          [
            [400, 280],
            [456, 322],
            [436, 382],
            [364, 382],
            [344, 322],
          ],
          6,
        ),
        colour,
        { light: 7, shade: 11 },
        fill(
          polygon([
            [400, 290],
            [426, 324],
            [400, 376],
            [374, 324],
          ]),
          light(colour, 0.45),
          0.8,
        ),
      ),
    chain: () =>
      Array.from({ length: 27 }, (_, i) => {
        const t = i / 26;
        const x = 262 + t * 276;
        const y = 230 + Math.sin(t * Math.PI) * 250;
        return pen.solid(ellipse(x, y, 17), i % 3 === 0 ? second : colour, { light: 4, shade: 7 });
      }).join('') + pen.solid(star(400, 550, 56, 0.6, 10), second, { light: 6, shade: 9 }),
    keyring: () =>
      line(ellipse(400, 270, 46, 50), '#9aa3a8', 13) +
      line('M400 320V360', '#9aa3a8', 11) +
      pen.solid(
        star(400, 470, 120, 0.62, 26),
        colour,
        { light: 9, shade: 15 },
        Array.from({ length: 40 }, (_, i) =>
          line(
            d('M', 300 + (i % 8) * 28, 380 + Math.floor(i / 8) * 40, 'l', 9, 13, 'l', 9, -13),
            shade(colour, 0.22),
            4,
            0.6,
          ),
        ).join(''),
      ) +
      fill(ellipse(372, 460, 10), '#2a2320') +
      fill(ellipse(428, 460, 10), '#2a2320') +
      line('M380 492Q400 510 420 492', '#2a2320', 6),
  };
  return (
    cast(paper, 18) +
    pen.solid(
      paper,
      card,
      { light: 9, shade: 14, depth: 0.2 },
      line(rect(244, 164, 312, 472, 14), mix(card, second, 0.5), 5, 0.7),
    ) +
    fill(ellipse(400, 188, 20), shade(card, 0.4)) +
    things[kind]()
  );
}

/** Bead strings laid in rings: bracelets, phone straps, mask chains. */
export function beadRings(pen: Pen, colours: readonly Colour[], long: boolean): string {
  const ring = (cx: number, cy: number, r: number, offset: number) =>
    Array.from({ length: Math.round(r / 5.4) }, (_, i) => {
      const a = (i / Math.round(r / 5.4)) * Math.PI * 2;
      return at(
        cx + Math.cos(a) * r,
        cy + Math.sin(a) * r * (long ? 1.35 : 1),
        fill(ellipse(5, 8, 18), '#3b2a1e', 0.18) +
          pen.solid(ellipse(0, 0, 18), colours[(i + offset) % colours.length] as Colour, { light: 4, shade: 7 }),
      );
    }).join('');
  return long
    ? ring(400, 390, 190, 0) + pen.solid(rect(374, 636, 52, 70, 12), '#c9ced1', { light: 5, shade: 8 })
    : ring(300, 330, 150, 0) + ring(500, 400, 150, 1) + ring(340, 500, 150, 2);
}

/** Gathered fabric hair ties, or a headband with a bow. */
export function hairTies(pen: Pen, cloth: Colour, second: Colour, motif: Motif, band: boolean): string {
  if (band)
    return (
      cast(
        d('M', 170, 620, 'C', 140, 130, 660, 130, 630, 620, 'L', 580, 620, 'C', 590, 220, 210, 220, 220, 620, 'Z'),
        16,
      ) +
      pen.solid(
        d('M', 170, 620, 'C', 140, 130, 660, 130, 630, 620, 'L', 580, 620, 'C', 590, 220, 210, 220, 220, 620, 'Z'),
        cloth,
        { light: 9, shade: 16 },
        clothPattern(pen, motif, cloth, second),
      ) +
      at(
        440,
        232,
        pen.solid(d('M', 0, 0, 'L', -110, -70, 'Q', -136, 0, -110, 70, 'Z'), second, { light: 8, shade: 12 }) +
          pen.solid(d('M', 0, 0, 'L', 110, -70, 'Q', 136, 0, 110, 70, 'Z'), second, { light: 8, shade: 12 }) +
          pen.solid(ellipse(0, 0, 32, 36), shade(second, 0.12), { light: 6, shade: 9 }),
        14,
      )
    );
  const tie = (x: number, y: number, colour: Colour) =>
    at(
      x,
      y,
      `<path d="${ellipse(0, 0, 150, 140)}${ellipse(0, 0, 60, 54)}" fill="#3b2a1e" opacity=".16" fill-rule="evenodd" transform="translate(12 18)"/>` +
        pen.clip(
          star(0, 0, 160, 0.88, 20, 14),
          pen.solid(
            star(0, 0, 160, 0.88, 20, 14),
            colour,
            { light: 9, shade: 18 },
            at(-400, -400, clothPattern(pen, motif, colour, light(colour, 0.6))) +
              Array.from({ length: 14 }, (_, i) =>
                at(0, 0, line('M70 0L140 8', shade(colour, 0.3), 8, 0.5), i * 25.7),
              ).join(''),
          ),
        ) +
        fill(star(0, 0, 66, 0.86, 10, 12), shade(colour, 0.5)),
    );
  return tie(290, 300, cloth) + tie(500, 490, second);
}
