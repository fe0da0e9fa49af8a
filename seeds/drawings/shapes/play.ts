import { type Colour, light, shade } from '../kit/colour.ts';
import { ellipse, polygon, rect, soft, star, table } from '../kit/path.ts';
import { at, cast, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** Tubs of slime or play dough, one open. */
export function doughTubs(pen: Pen, colours: readonly Colour[]): string {
  const tub = (x: number, y: number, colour: Colour, open: boolean) =>
    at(
      x,
      y,
      fill(ellipse(14, 96, 118, 16), '#3b2a1e', 0.18) +
        pen.solid(
          polygon(table('-104 -70, 104 -70, 92 96, -92 96'), 14),
          light(colour, 0.12),
          { light: 8, shade: 17 },
          fill(ellipse(0, 16, 52), '#fffaf0') + fill(star(0, 16, 36, 0.52, 5), colour),
        ) +
        (open
          ? fill(ellipse(0, -70, 104, 26), shade(colour, 0.2)) +
            pen.solid(
              soft(table('-96 -70, -70 -120, -20 -104, 10 -150, 60 -118, 96 -72, 0 -50')),
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
  const board =
    'M 60 404 C 60 300 160 290 220 290 H 580 C 640 290 740 300 740 404 C 740 508 640 518 580 518 H 220 C 160 518 60 508 60 404 Z';
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
      table('418 610 20, 360 662 -30, 384 716 30')
        .map(([x, y, a = 0], i) =>
          at(x, y, fill('M 0 0 L -40 -18 V 18 Z', c(i)) + fill('M 0 0 L 40 -18 V 18 Z', c(i + 1)), a),
        )
        .join('') +
      cast(polygon(table('400 80, 610 290, 400 570, 190 290')), 20) +
      pen.solid(polygon(table('400 80, 610 290, 400 290')), c(0), { light: 6, shade: 10 }) +
      pen.solid(polygon(table('400 80, 190 290, 400 290')), c(1), { light: 8, shade: 0 }) +
      pen.solid(polygon(table('190 290, 400 570, 400 290')), c(2), { light: 8, shade: 0 }) +
      pen.solid(polygon(table('610 290, 400 570, 400 290')), c(3), { light: 0, shade: 12 }) +
      line('M400 80V570M190 290H610', '#8a5a34', 7) +
      fill(star(400, 290, 66, 0.52, 9), '#fffaf0') +
      fill(star(400, 290, 40, 0.52, 6), '#f2c230'),
    14,
  );
}

/** A school tie. */
export function tie(pen: Pen, cloth: Colour): string {
  const blade = polygon(table('360 250, 440 250, 500 620, 400 716, 300 620'), 8);
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
    pen.solid(polygon(table('330 130, 470 130, 446 262, 354 262'), 14), light(cloth, 0.08), { light: 7, shade: 13 })
  );
}
