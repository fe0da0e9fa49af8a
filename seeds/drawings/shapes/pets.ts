import { type Colour, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, soft, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** A fish with flowing fins in a bowl. */
export function fishBowl(pen: Pen, fishColour: Colour, fin: Colour, two: boolean): string {
  const bowl =
    'M 270 210 H 530 C 620 260 670 350 670 440 C 670 580 560 668 400 668 C 240 668 130 580 130 440 C 130 350 180 260 270 210 Z';
  const one = (x: number, y: number, s: number, flip: 1 | -1) =>
    at(
      x,
      y,
      at(
        0,
        0,
        fill(soft(table('60 0, 120 -96, 220 -110, 200 -30, 240 10, 200 50, 210 120, 110 96'), 0.9), fin, 0.85) +
          fill(soft(table('-30 -40, 10 -120, 90 -110, 70 -34'), 0.9), fin, 0.8) +
          fill(soft(table('-30 36, 0 120, 80 116, 60 30'), 0.9), fin, 0.7) +
          pen.solid(
            soft(table('-120 0, -70 -46, 20 -50, 90 -10, 90 14, 20 48, -70 44')),
            fishColour,
            { light: 7, shade: 11 },
            [-20, 20, 56].map((v) => line(d`M ${v} -30 q 14 30 0 60`, shade(fishColour, 0.25), 4, 0.6)).join(''),
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
      fill('M 100 320 q 75 -20 150 0 t 150 0 t 150 0 t 150 0 V 700 H 100 Z', '#a9d5e2') +
        fill('M 100 600 Q 400 560 700 600 V 700 H 100 Z', '#d9b98a') +
        table('220 600 -110, 240 604 -84, 260 600 -60')
          .map(([x, y, a = 0]) => fill(leaf(x, y, 190, 34, a), '#4f9a45'))
          .join('') +
        (two ? one(330, 420, 0.6, 1) + one(500, 510, 0.56, -1) : one(390, 450, 0.92, 1)) +
        table('520 360 12, 540 310 8, 500 330 6')
          .map(([x, y, r = 0]) => line(ellipse(x, y, r), '#ffffff', 4))
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
      fill(soft(table('110 0, 190 -70, 210 -10, 190 60'), 0.8), '#f6cdb0') +
        fill(leaf(-30, -44, 100, 46, -60), '#f6dcc8') +
        fill(leaf(-30, 44, 100, 46, 60), '#f6dcc8') +
        pen.solid(
          soft(table('-170 0, -130 -46, -30 -60, 80 -34, 140 0, 80 34, -30 60, -130 46')),
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
    at(600, 300, pen.solid('M 0 0 L 70 -40 A 80 80 0 1 1 66 46 Z', '#4f9a45', { light: 5, shade: 9 }), 120)
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
      d`M ${x} 600 V 330 C ${x} 240 ${400 + (x - 400) * 0.5} 170 400 150`,
      i % 2 ? shade(cane, 0.2) : cane,
      8,
    );
  }).join('');
  return (
    contact(400, 676, 230, 0.1) +
    fill('M 186 600 V 330 C 190 220 300 150 400 150 C 500 150 610 220 614 330 V 600 Z', '#fffaf0', 0.5) +
    pen.solid(rect(250, 470, 300, 20, 9), '#8a5a34', { light: 4, shade: 6 }) +
    at(
      400,
      420,
      pen.solid(
        soft(table('-90 10, -60 -50, 10 -46, 70 10, 130 60, 40 50, -40 54')),
        '#f2b92e',
        { light: 7, shade: 11 },
        fill(leaf(-20, 0, 110, 50, 22), '#e0902c'),
      ) +
        fill(ellipse(-62, -26, 6), '#2a2320') +
        fill(polygon(table('-92 -14, -122 -2, -90 8')), '#d9602c') +
        line('M-10 50V64M16 50V64', '#8a5a34', 6),
    ) +
    bars +
    [330, 470].map((y) => line(d`M 186 ${y} H 614`, shade(cane, 0.1), 8, 0.8)).join('') +
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
