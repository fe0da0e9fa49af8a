import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';

/** A broom of palm fibre or coconut ribs, leaning; or a mop. */
export function broom(pen: Pen, bristle: Colour, stick: Colour, kind: 'fibre' | 'ribs' | 'mop'): string {
  const heads = {
    fibre: () =>
      pen.solid(
        'M -110 0 H 110 L 200 260 Q 0 300 -200 260 Z',
        bristle,
        { light: 10, shade: 20 },
        Array.from({ length: 26 }, (_, i) =>
          line(
            d`M ${-100 + i * 8} 10 L ${-190 + i * 15.2} 280`,
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
          d`M ${-40 + i * 2.4} 0 Q ${-70 + i * 4.2} 140 ${-150 + i * 9} 300`,
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
          d`M ${-70 + i * 6.6} 0 C ${-120 + i * 11} 80 ${-150 + i * 15} 180 ${-180 + i * 17} ${250 - (i % 3) * 16}`,
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
              line(d`M ${-38 + i * 4} 0 L ${-24 + i * 2.5} -200`, i % 2 ? shade(bristle, 0.25) : bristle, 6),
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
      polygon(table('230 300, 570 300, 536 668, 264 668'), 20),
      colour,
      { light: 12, shade: 32 },
      [330, 400, 470]
        .map((x) => line(d`M ${x} 330 L ${400 + (x - 400) * 0.8} 650`, shade(colour, 0.16), 9, 0.5))
        .join('') + fill(star(400, 460, 54, 0.52, 8), light(colour, 0.45)),
    ) +
    pen.solid('M 206 300 C 206 210 300 190 400 190 C 500 190 594 210 594 300 Z', light(colour, 0.14), {
      light: 10,
      shade: 20,
    }) +
    pen.solid(rect(196, 286, 408, 34, 14), colour, { light: 5, shade: 8 }) +
    pen.solid(rect(350, 648, 100, 30, 12), shade(colour, 0.4), { light: 4, shade: 6 })
  );
}

/** A handled can of cleaning liquid. */
export function cleaningCan(pen: Pen, liquid: Colour, cap: Colour, sign: Colour): string {
  const body =
    'M 250 300 C 250 260 290 250 340 250 L 380 210 H 470 V 250 C 530 262 560 300 560 350 V 620 Q 560 668 510 668 H 290 Q 240 668 240 620 V 340 Z';
  const hole = rect(270, 300, 76, 130, 34);
  return (
    contact(400, 668, 164) +
    pen.solid(
      body,
      liquid,
      { light: 12, shade: 30 },
      fill(rect(220, 470, 360, 160), '#fdf8ee') +
        fill(rect(220, 470, 360, 14), sign) +
        table('330 560 34, 380 530 22, 410 580 28')
          .map(
            ([x, y, r = 0]) =>
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
      Array.from({ length: 8 }, (_, i) => line(d`M ${374 + i * 15} 156 v 56`, shade(cap, 0.2), 4, 0.5)).join(''),
    )
  );
}
