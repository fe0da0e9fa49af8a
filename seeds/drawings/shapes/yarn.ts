import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** A knotted wall hanging. */
export function macrame(pen: Pen, cord: Colour, wood: Colour): string {
  const cords = Array.from({ length: 17 }, (_, i) => {
    const x = 220 + i * 22.5;
    const end = 690 - Math.abs(i - 8) * 34;
    return line(d`M ${x + 3} 170 V ${end}`, shade(cord, 0.2), 13) + line(d`M ${x} 170 V ${end}`, cord, 9);
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
          ) + line(d`M ${x - 12} ${y} H ${x + 12}`, shade(cord, 0.25), 4)
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
  const body = 'M 170 200 Q 400 160 630 200 Q 660 410 640 620 Q 400 664 160 620 Q 140 410 170 200 Z';
  const flowers = stitched
    ? table('320 380 1, 470 350 1.2, 400 480 1.1')
        .map(([x, y, s = 1]) =>
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
    table('166 196, 634 196, 642 624, 158 624')
      .map(([x, y], i) =>
        at(x, y, [-24, 0, 24].map((a) => at(0, 0, line('M0 0L0 -42', second, 7), a)).join(''), [-45, 45, 135, 225][i]),
      )
      .join('')
  );
}

/** A knitted hat with a bobble. */
export function knitHat(pen: Pen, wool: Colour, second: Colour): string {
  const dome = 'M 200 540 C 190 330 290 210 400 210 C 510 210 610 330 600 540 Z';
  const rows = Array.from({ length: 10 }, (_, r) =>
    Array.from({ length: 18 }, (_, i) =>
      line(
        d`M ${190 + i * 25} ${220 + r * 34} l 10 18 l 10 -18`,
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
      Array.from({ length: 17 }, (_, i) => line(d`M ${192 + i * 26} 530 v 106`, shade(second, 0.2), 9, 0.5)).join(''),
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
