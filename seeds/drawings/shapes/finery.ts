import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

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
        d`M ${400 + (i - 4) * 2} 606 Q ${400 + (i - 4) * 7} 660 ${400 + (i - 4) * 9} 716`,
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
  const paper = polygon(table('220 140, 580 140, 580 660, 220 660'), 26);
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
      table('-12 -6, 10 8, 4 -16, -6 14')
        .map(([x, y]) => fill(ellipse(400 + x, 420 + y, 5), '#fff8e6'))
        .join(''),
    earrings: () =>
      [310, 490]
        .map(
          (x) =>
            line(d`M ${x} 330 q 20 -34 0 -44 q -16 4 -10 30`, '#c9a24a', 7) +
            pen.solid(ellipse(x, 366, 24), second, { light: 5, shade: 8 }) +
            pen.solid(
              d`M ${x} 396 C ${x + 70} 450 ${x + 56} 540 ${x} 546 C ${x - 56} 540 ${x - 70} 450 ${x} 396 Z`,
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
        polygon(table('400 280, 456 322, 436 382, 364 382, 344 322'), 6),
        colour,
        { light: 7, shade: 11 },
        fill(polygon(table('400 290, 426 324, 400 376, 374 324')), light(colour, 0.45), 0.8),
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
          line(d`M ${300 + (i % 8) * 28} ${380 + Math.floor(i / 8) * 40} l 9 13 l 9 -13`, shade(colour, 0.22), 4, 0.6),
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
      cast('M 170 620 C 140 130 660 130 630 620 L 580 620 C 590 220 210 220 220 620 Z', 16) +
      pen.solid(
        'M 170 620 C 140 130 660 130 630 620 L 580 620 C 590 220 210 220 220 620 Z',
        cloth,
        { light: 9, shade: 16 },
        clothPattern(pen, motif, cloth, second),
      ) +
      at(
        440,
        232,
        pen.solid('M 0 0 L -110 -70 Q -136 0 -110 70 Z', second, { light: 8, shade: 12 }) +
          pen.solid('M 0 0 L 110 -70 Q 136 0 110 70 Z', second, { light: 8, shade: 12 }) +
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
