import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, table } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';

/** What grows in the pot. */
export type Growth =
  | 'broad'
  | 'split'
  | 'sword'
  | 'cactus'
  | 'orchid'
  | 'rose'
  | 'trailing'
  | 'sapling'
  | 'bonsai'
  | 'empty';

/** A potted plant. `tone` is the leaf's colour, `mark` its veins, edge or flower. */
export function pottedPlant(pen: Pen, growth: Growth, tone: Colour, mark: Colour, pot: Colour): string {
  const body = polygon(table('276 500, 524 500, 490 676, 310 676'), 16);
  const rim = pen.solid(polygon(table('258 462, 542 462, 534 516, 266 516'), 12), light(pot, 0.08), {
    light: 7,
    shade: 12,
  });
  const belt = line('M 296 590 Q 400 608 504 590', light(pot, 0.45), 9, 0.5);
  const front = growth === 'trailing' ? trailing(pen, tone, mark) : '';
  return (
    contact(400, 676, 118) +
    growths[growth](pen, tone, mark) +
    pen.solid(body, pot, { light: 10, shade: 24 }, belt) +
    rim +
    fill(ellipse(400, 468, 126, 13), '#4a3324') +
    (growth === 'empty' ? '' : stemFoot(tone)) +
    front
  );
}

const stemFoot = (tone: Colour): string =>
  [370, 400, 430].map((x) => line(d`M ${x} 470 L ${x + (x - 400) * 0.2} 440`, shade(tone, 0.2), 8)).join('');

/** One leaf with its rib, from its stalk. */
function blade(
  pen: Pen,
  x: number,
  y: number,
  long: number,
  wide: number,
  angle: number,
  tone: Colour,
  mark: Colour,
): string {
  const ribs = [0.3, 0.45, 0.6, 0.74]
    .map(
      (t) =>
        line(d`M ${long * t} 0 l ${long * 0.14} ${-wide * 0.32}`, mark, 3.5, 0.75) +
        line(d`M ${long * t} 0 l ${long * 0.14} ${wide * 0.32}`, mark, 3.5, 0.75),
    )
    .join('');
  return at(
    x,
    y,
    pen.solid(
      leaf(0, 0, long, wide, 0),
      tone,
      { light: 6, shade: 12 },
      line(d`M 0 0 L ${long * 0.92} 0`, mark, 6) + ribs,
    ),
    angle,
  );
}

const fan = (pen: Pen, spec: readonly (readonly number[])[], tone: Colour, mark: Colour): string =>
  spec
    .map(([angle = 0, long = 0, wide = 0, stalk = 0], i) => {
      const a = (angle * Math.PI) / 180;
      const x = 400 + Math.cos(a) * stalk;
      const y = 464 + Math.sin(a) * stalk;
      return (
        line(d`M 400 466 L ${x} ${y}`, shade(tone, 0.15), 9) +
        blade(pen, x, y, long, wide, angle, i % 2 ? shade(tone, 0.1) : light(tone, 0.06), mark)
      );
    })
    .join('');

const growths: Record<Growth, (pen: Pen, tone: Colour, mark: Colour) => string> = {
  empty: () => '',
  broad: (pen, tone, mark) =>
    fan(
      pen,
      table(
        '-168 190 116 40, -12 190 116 40, -142 220 124 60, -38 220 124 60, -116 230 124 90, -64 230 124 90, -90 230 128 110',
      ),
      tone,
      mark,
    ),
  split: (pen, tone, mark) =>
    table('-150 70, -30 70, -118 120, -62 120, -90 170')
      .map(([angle = 0, stalk = 0], i) => {
        const a = (angle * Math.PI) / 180;
        const x = 400 + Math.cos(a) * stalk;
        const y = 464 + Math.sin(a) * stalk;
        const heart =
          'M 0 0 C -20 -90 60 -130 130 -100 C 190 -74 214 -26 220 0 C 214 26 190 74 130 100 C 60 130 -20 90 0 0 Z';
        const cuts = table('96 50, 136 42, 172 30')
          .map(
            ([cx = 0, w = 0]) =>
              fill(
                d`M ${cx} 24 Q ${cx + 22} ${w + 40} ${cx + 30} 130 L ${cx + 52} 120 Q ${cx + 40} 60 ${cx + 14} 20 Z`,
                shade(tone, 0.5),
                0.9,
              ) +
              fill(
                d`M ${cx} -24 Q ${cx + 22} ${-w - 40} ${cx + 30} -130 L ${cx + 52} -120 Q ${cx + 40} -60 ${cx + 14} -20 Z`,
                shade(tone, 0.5),
                0.9,
              ),
          )
          .join('');
        return (
          line(d`M 400 466 L ${x} ${y}`, shade(tone, 0.15), 10) +
          at(
            x,
            y,
            pen.solid(
              heart,
              i % 2 ? shade(tone, 0.08) : tone,
              { light: 7, shade: 14 },
              cuts + line('M6 0H200', mark, 6),
            ),
            angle,
            0.92,
          )
        );
      })
      .join(''),
  sword: (pen, tone, mark) =>
    table('-112 330, -70 340, -100 400, -82 410, -124 260, -56 270, -91 300')
      .map(([angle = 0, long = 0]) =>
        at(
          400 + ((angle ?? 0) + 90) * 1.8,
          472,
          pen.solid(
            leaf(0, 0, long, 86, 0),
            mark,
            { light: 0, shade: 7 },
            fill(leaf(10, 0, long - 24, 58, 0), tone) +
              [0.2, 0.34, 0.48, 0.62, 0.76]
                .map((t) => line(d`M ${long * t} -22 q 12 22 0 44`, shade(tone, 0.3), 7, 0.7))
                .join(''),
          ),
          angle,
        ),
      )
      .join(''),
  cactus: (pen, tone, mark) => {
    const stem = 'M 330 480 V 270 C 330 170 470 170 470 270 V 480 Z';
    const arm = (side: 1 | -1) =>
      d`M ${400 + side * 60} 400 H ${400 + side * 118} C ${400 + side * 150} 400 ${400 + side * 156} 380 ${400 + side * 156} 340 V 306 C ${400 + side * 156} 262 ${400 + side * 104} 262 ${400 + side * 104} 306 V 350 H ${400 + side * 60} Z`;
    const ribs = [360, 400, 440].map((x) => line(d`M ${x} 214 V 470`, light(tone, 0.35), 5, 0.7)).join('');
    return (
      pen.solid(arm(1), tone, { light: 7, shade: 14 }) +
      pen.solid(arm(-1), tone, { light: 7, shade: 14 }) +
      pen.solid(stem, tone, { light: 10, shade: 22 }, ribs) +
      table('400 186, 544 260, 258 260')
        .map(
          ([x, y]) =>
            Array.from({ length: 6 }, (_, i) =>
              at(x, y, fill(leaf(0, 0, 38, 20, 0), i % 2 ? mark : light(mark, 0.25)), i * 36 - 180),
            ).join('') + fill(ellipse(x, y - 2, 9), '#f6c945'),
        )
        .join('')
    );
  },
  orchid: (pen, tone, mark) =>
    fan(pen, table('-160 170 70 10, -20 170 70 10, -140 150 66 10, -40 150 66 10'), tone, shade(tone, 0.2)) +
    line('M 400 470 C 380 300 420 200 560 150', '#6d8a3f', 10) +
    table('548 168 1, 480 206 1.1, 420 276 1.15, 396 366 1.2, 610 190 0.7')
      .map(([x, y, s = 1]) => at(x, y, flower(pen, mark), 0, s))
      .join(''),
  rose: (pen, tone, mark) =>
    table('-110 210, -72 230, -90 290')
      .map(([angle = 0, long = 0], i) => {
        const a = (angle * Math.PI) / 180;
        const x = 400 + Math.cos(a) * long * 1.25;
        const y = 466 + Math.sin(a) * long;
        return (
          line(d`M 400 470 Q ${400 + (x - 400) * 0.4} ${y + 120} ${x} ${y}`, shade(tone, 0.1), 11) +
          [0.4, 0.62]
            .map((t, k) =>
              blade(pen, 400 + (x - 400) * t, 470 + (y - 470) * t, 96, 52, k % 2 ? -20 : -160, tone, light(tone, 0.3)),
            )
            .join('') +
          at(x, y - 8, roseBloom(pen, i % 2 ? mark : light(mark, 0.12)), 0, i === 2 ? 1.15 : 0.95)
        );
      })
      .join(''),
  trailing: (pen, tone, mark) =>
    fan(pen, table('-150 150 96 24, -30 150 96 24, -120 170 104 40, -60 170 104 40, -90 180 108 60'), tone, mark),
  sapling: (pen, tone, mark) =>
    line('M 400 472 C 404 360 394 260 400 150', '#7d5a3a', 13) +
    table('-36 420 150, -146 380 150, -30 330 160, -152 290 160, -40 240 140, -140 200 140, -92 170 130, -60 190 120')
      .map(([angle = 0, y = 0, long = 0], i) =>
        blade(pen, 400, y, long, 72, angle, i % 2 ? shade(tone, 0.1) : tone, mark),
      )
      .join(''),
  bonsai: (pen, tone) =>
    line('M 396 476 C 360 400 470 360 420 270 C 400 230 360 220 330 200', '#6d4a2f', 30) +
    line('M 440 350 C 490 330 510 310 530 280', '#6d4a2f', 18) +
    table('310 210 110 62, 450 170 120 70, 550 276 96 54, 250 300 80 44')
      .map(([x, y, rx = 0, ry = 0]) =>
        pen.solid(
          ellipse(x, y, rx, ry),
          tone,
          { light: 12, shade: 22 },
          [0, 1, 2, 3, 4]
            .map((i) =>
              fill(
                ellipse(x - rx * 0.6 + i * rx * 0.3, y - ry * 0.3 + (i % 2) * ry * 0.4, 16, 11),
                light(tone, 0.25),
                0.7,
              ),
            )
            .join(''),
        ),
      )
      .join(''),
};

function trailing(pen: Pen, tone: Colour, mark: Colour): string {
  return table('300 500 150, 520 510 40, 340 560 130, 496 590 60, 356 640 118')
    .map(
      ([x, y, angle = 0]) =>
        line(d`M ${x > 400 ? 470 : 330} 470 Q ${x} ${y - 40} ${x} ${y}`, shade(tone, 0.15), 7) +
        blade(pen, x, y, 86, 66, angle, tone, mark),
    )
    .join('');
}

const flower = (pen: Pen, colour: Colour): string =>
  [-90, -18, 54, 126, 198]
    .map((a) => at(0, 0, pen.solid(leaf(0, 0, 62, 52, 0), light(colour, 0.15), { light: 5, shade: 8 }), a))
    .join('') +
  fill(ellipse(0, 4, 15, 13), shade(colour, 0.35)) +
  fill(ellipse(0, 2, 7), '#f6d25a');

const roseBloom = (pen: Pen, colour: Colour): string =>
  pen.solid(
    ellipse(0, 0, 62, 56),
    colour,
    { light: 8, shade: 14 },
    fill('M -62 -8 Q 0 60 62 -8 V 70 H -62 Z', shade(colour, 0.14)),
  ) +
  line(
    'M -30 -16 C -26 -44 32 -44 32 -12 C 30 16 -12 18 -14 -6 C -12 -22 14 -22 14 -6',
    mix(colour, '#3a0d16', 0.35),
    6,
  ) +
  line('M -48 2 Q -20 40 26 34', light(colour, 0.4), 5, 0.7);
