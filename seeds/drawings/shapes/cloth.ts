import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** How cloth is patterned. The batik ones are drawn after their names. */
export type Motif =
  | 'plain'
  | 'floral'
  | 'stripes'
  | 'checks'
  | 'dots'
  | 'kawung'
  | 'parang'
  | 'mega'
  | 'star'
  | 'leaves'
  | 'tenun';

/** The pattern over the whole 800 by 800 field; what wears it clips it. `second` is the colour of the figures. */
export function clothPattern(pen: Pen, motif: Motif, ground: Colour, second: Colour = light(ground, 0.55)): string {
  return motifs[motif](pen, ground, second);
}

function grid(
  step: number,
  rowStep: number,
  make: (x: number, y: number, i: number) => string,
  low = 60,
  high = 780,
): string {
  let out = '';
  let i = 0;
  for (let row = 0, y = low; y <= high; y += rowStep, row++)
    for (let x = low + (row % 2 ? step / 2 : 0); x <= high; x += step) out += make(x, y, i++);
  return out;
}

const motifs: Record<Motif, (pen: Pen, ground: Colour, second: Colour) => string> = {
  plain: () => '',
  floral: (pen, ground, second) =>
    grid(78, 62, (x, y, i) => {
      const heart = i % 3 === 0 ? '#f2c230' : light(second, 0.5);
      const petals = [0, 72, 144, 216, 288]
        .map((a) => at(0, 0, fill(ellipse(0, -11, 7.5, 10), i % 2 ? second : mix(second, ground, 0.3)), a))
        .join('');
      return at(
        x + between(pen.random, -8, 8),
        y + between(pen.random, -8, 8),
        petals + fill(ellipse(0, 0, 6), heart) + fill(leaf(12, 10, 26, 12, 40), '#6fa05a', 0.9),
        between(pen.random, 0, 70),
      );
    }),
  stripes: (_pen, _ground, second) =>
    Array.from({ length: 18 }, (_, i) => line(d`M ${40 + i * 44} 40 V 780`, second, i % 3 ? 5 : 14, 0.8)).join(''),
  checks: (_pen, ground, second) =>
    Array.from(
      { length: 10 },
      (_, i) =>
        fill(rect(40 + i * 78, 40, 36, 760), shade(ground, 0.3), 0.5) +
        fill(rect(40, 40 + i * 78, 760, 36), shade(ground, 0.3), 0.5),
    ).join('') +
    Array.from(
      { length: 10 },
      (_, i) => line(d`M ${98 + i * 78} 40 V 800`, second, 5, 0.8) + line(d`M 40 ${98 + i * 78} H 800`, second, 5, 0.8),
    ).join(''),
  dots: (_pen, _ground, second) => grid(52, 42, (x, y) => fill(ellipse(x, y, 9), second, 0.9)),
  kawung: (_pen, ground, second) =>
    grid(
      84,
      42,
      (x, y) =>
        [45, 135, 225, 315]
          .map((a) =>
            at(x, y, fill(ellipse(20, 0, 19, 11), second) + fill(ellipse(20, 0, 10, 4), shade(ground, 0.25)), a),
          )
          .join('') + fill(ellipse(x, y, 4), second),
    ),
  parang: (_pen, ground, second) =>
    Array.from({ length: 13 }, (_, k) => {
      const band = Array.from({ length: 22 }, (_, i) =>
        at(
          0,
          i * 46,
          fill(
            'M -30 10 C -24 -22 4 -26 10 -8 C 14 6 30 4 32 -12 C 40 14 22 32 4 24 C -8 18 -14 28 -12 38 C -26 34 -32 22 -30 10 Z',
            second,
          ) + fill(ellipse(-6, 4, 5), shade(ground, 0.2)),
        ),
      ).join('');
      return at(
        -160 + k * 104,
        -60,
        line('M50 -60V1100', shade(ground, 0.4), 20, 0.55) + line('M50 -60V1100', mix(second, ground, 0.4), 4) + band,
        -38 + 70,
      );
    }).join(''),
  mega: (_pen, ground, second) =>
    grid(190, 118, (x, y) =>
      [0, 1, 2, 3]
        .map((k) => {
          const s = 1 - k * 0.23;
          const colour = [second, mix(second, ground, 0.35), light(second, 0.5), mix(second, ground, 0.6)][k] as Colour;
          return at(
            x,
            y,
            fill(
              'M -80 20 C -86 -14 -50 -30 -34 -14 C -26 -50 26 -50 32 -14 C 50 -30 88 -14 80 20 C 70 40 30 30 24 18 C 10 36 -16 36 -26 18 C -36 34 -70 38 -80 20 Z',
              colour,
            ),
            0,
            s,
          );
        })
        .join(''),
    ),
  star: (_pen, ground, second) =>
    grid(108, 84, (x, y, i) =>
      i % 2
        ? at(
            x,
            y,
            fill(leaf(-26, 10, 56, 22, -28), '#6fa05a') +
              fill(ellipse(14, 14, 5), second) +
              fill(ellipse(24, 4, 4), second),
          )
        : fill(star(x, y, 34, 0.5, 7), second) +
          fill(star(x, y, 20, 0.5, 4), shade(ground, 0.12)) +
          fill(star(x, y, 11, 0.5, 2), light(second, 0.4)),
    ),
  leaves: (pen, _ground, second) =>
    grid(86, 70, (x, y, i) =>
      at(
        x,
        y,
        fill(leaf(-28, 0, 62, 28, 0), i % 2 ? second : shade(second, 0.18)) +
          line('M-26 0H24', light(second, 0.5), 2.5),
        between(pen.random, -60, 60) + (i % 2) * 120,
      ),
    ),
  tenun: (_pen, ground, second) =>
    Array.from({ length: 9 }, (_, i) => {
      const y = 70 + i * 84;
      const tone = i % 2 ? second : '#f2c230';
      return (
        fill(rect(0, y - 30, 800, 60), shade(ground, i % 2 ? 0.2 : 0.34)) +
        Array.from(
          { length: 15 },
          (_, k) =>
            fill(
              polygon([
                [k * 58, y],
                [k * 58 + 24, y - 22],
                [k * 58 + 48, y],
                [k * 58 + 24, y + 22],
              ]),
              tone,
            ) +
            fill(
              polygon([
                [k * 58 + 12, y],
                [k * 58 + 24, y - 11],
                [k * 58 + 36, y],
                [k * 58 + 24, y + 11],
              ]),
              ground,
            ),
        ).join('') +
        line(d`M 0 ${y - 36} H 800`, light(second, 0.3), 4)
      );
    }).join(''),
};

/** Folded cloth in a neat stack, its front fold to the viewer: batik, sarung, seprai, blankets. */
export function foldedCloth(pen: Pen, motif: Motif, ground: Colour, second: Colour, under: Colour): string {
  const layer = (y: number, h: number, inset: number) =>
    d`M ${150 + inset} ${y} C ${138 + inset} ${y} ${130 + inset} ${y + h * 0.3} ${130 + inset} ${y + h * 0.5} C ${130 + inset} ${y + h * 0.8} ${140 + inset} ${y + h} ${156 + inset} ${y + h} H ${650 - inset} V ${y} Z`;
  const top = polygon(table('214 262, 640 262, 668 392, 150 392'), 18);
  return (
    contact(410, 650, 270, 0.1) +
    pen.solid(layer(552, 92, 4), under, { light: 8, shade: 16 }, line('M 130 600 H 660', shade(under, 0.25), 4, 0.5)) +
    pen.solid(
      layer(470, 90, -4),
      ground,
      { light: 8, shade: 16 },
      clothPattern(pen, motif, ground, second) + line('M 130 516 H 660', shade(ground, 0.4), 5, 0.45),
    ) +
    pen.solid(
      layer(388, 90, 6),
      ground,
      { light: 8, shade: 16 },
      clothPattern(pen, motif, ground, second) + line('M 130 434 H 660', shade(ground, 0.4), 5, 0.45),
    ) +
    pen.solid(top, light(ground, 0.08), { light: 10, shade: 12 }, clothPattern(pen, motif, ground, second)) +
    at(
      548,
      330,
      pen.solid(polygon(table('-58 -30, 58 -30, 70 36, -64 36'), 8), '#fdf6e3', { light: 4, shade: 6, depth: 0.2 }) +
        fill(star(0, -2, 20, 0.52, 3), '#f2c230') +
        line('M-34 24H34', '#9a8a72', 5),
    )
  );
}

/** A flat cloth with tassels, laid out: prayer rug, doormat, table cloth. */
export function spreadCloth(
  pen: Pen,
  motif: Motif,
  ground: Colour,
  second: Colour,
  kind: 'rug' | 'mat' | 'square',
): string {
  const [w, h] = { rug: [360, 600], mat: [600, 380], square: [520, 520] }[kind] as [number, number];
  const outline = rect(400 - w / 2, 400 - h / 2, w, h, 10);
  const tassels =
    kind === 'square'
      ? ''
      : kind === 'rug'
        ? fringe(400 - w / 2, 400 - h / 2, w, -24, second) + fringe(400 - w / 2, 400 + h / 2, w, 24, second)
        : '';
  const border =
    line(rect(400 - w / 2 + 26, 400 - h / 2 + 26, w - 52, h - 52, 6), second, 8) +
    line(rect(400 - w / 2 + 42, 400 - h / 2 + 42, w - 84, h - 84, 4), mix(second, ground, 0.5), 4);
  const arch =
    kind === 'rug'
      ? fill('M 286 640 V 330 C 286 250 360 230 400 178 C 440 230 514 250 514 330 V 640 Z', shade(ground, 0.22)) +
        line('M 286 640 V 330 C 286 250 360 230 400 178 C 440 230 514 250 514 330 V 640', second, 6) +
        fill(star(400, 300, 44, 0.5, 7), second)
      : '';
  return (
    cast(outline, 14) +
    tassels +
    pen.solid(outline, ground, { light: 8, shade: 12 }, clothPattern(pen, motif, ground, second) + arch + border) +
    (kind === 'rug'
      ? ''
      : pen.solid(
          polygon(
            [
              [400 + w / 2 + 2, 400 + h / 2 - 96],
              [400 + w / 2 + 2, 400 + h / 2 + 2],
              [400 + w / 2 - 110, 400 + h / 2 + 2],
            ],
            4,
          ),
          light(ground, 0.5),
          { light: 4, shade: 8 },
        ))
  );
}

const fringe = (x: number, y: number, w: number, length: number, colour: Colour): string =>
  Array.from({ length: Math.floor(w / 15) }, (_, i) => line(d`M ${x + 8 + i * 15} ${y} v ${length}`, colour, 6)).join(
    '',
  );
