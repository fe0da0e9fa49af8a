import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, star } from '../kit/path.ts';
import { at, cast, fill, line, type Pen } from '../kit/pen.ts';
import type { Topping } from '../kit/toppings.ts';

/** A thing on a plate: where it lies (from the plate's middle), how it is turned and how large. */
export type Placed = readonly [topping: Topping, x: number, y: number, turn?: number, scale?: number];

/** What carries the food. */
export type Plate = 'white' | 'enamel' | 'leaf' | 'rattan' | 'clay';

const place = (pen: Pen, items: readonly Placed[]): string =>
  items.map(([topping, x, y, turn = 0, scale = 1]) => at(x, y, topping(pen), turn, scale)).join('');

/** A plate seen from above, with what lies on it. */
export function plate(pen: Pen, kind: Plate, items: readonly Placed[], colour: Colour = '#fffdf7'): string {
  return at(400, 405, `${carriers[kind](pen, colour)}${place(pen, items)}`, 0, 1.08);
}

const carriers: Record<Plate, (pen: Pen, colour: Colour) => string> = {
  white: (pen, colour) =>
    cast(ellipse(0, 0, 288)) +
    pen.solid(ellipse(0, 0, 288), colour, { light: 10, shade: 18, depth: 0.16 }) +
    fill(ellipse(3, 4, 226), shade(colour, 0.09)) +
    fill(ellipse(6, 8, 220), light(shade(colour, 0.03), 0.2)),
  enamel: (pen, colour) =>
    cast(ellipse(0, 0, 288)) +
    pen.solid(ellipse(0, 0, 288), colour, { light: 8, shade: 18, depth: 0.2 }) +
    fill(ellipse(0, 0, 266), '#fdfaf1') +
    Array.from({ length: 10 }, (_, i) =>
      at(0, 0, at(0, -246, fill(star(0, 0, 13, 0.55, 3), colour, 0.75)), i * 36),
    ).join('') +
    fill(ellipse(3, 4, 222), '#ece6d8') +
    fill(ellipse(6, 8, 216), '#fbf7ec'),
  rattan: (pen) => {
    const weave = Array.from({ length: 44 }, (_, i) =>
      at(0, 0, line('M 0 -222 L 16 -284', '#7d4f25', 7, 0.55), i * (360 / 44)),
    ).join('');
    const round = [232, 250, 268].map((r) => line(ellipse(0, 0, r), '#e3b06c', 8)).join('');
    return (
      cast(ellipse(0, 0, 288)) +
      pen.solid(ellipse(0, 0, 288), '#b97d3f', { light: 9, shade: 16 }, weave + round) +
      fill(ellipse(0, 0, 216), '#8f5c2b') +
      pen.solid(ellipse(2, 3, 210), '#4c8a3c', { light: 8, shade: 18 }, veins('#6fae55', 210))
    );
  },
  clay: (pen, colour) =>
    cast(ellipse(0, 0, 280)) +
    pen.solid(ellipse(0, 0, 280), colour, { light: 10, shade: 20 }) +
    fill(ellipse(2, 4, 236), shade(colour, 0.28)) +
    fill(ellipse(7, 10, 228), shade(colour, 0.14)),
  leaf: (pen) => {
    const under = leaf(-340, 70, 690, 590, -11);
    const over = leaf(-330, -16, 664, 560, 6);
    return (
      cast(under) +
      pen.solid(under, '#3f7d3a', { light: 8, shade: 16 }) +
      pen.solid(over, '#5a9c45', { light: 9, shade: 18 }, at(0, 0, veins('#84c067', 320), 6)) +
      at(0, -8, line('M-318 0L310 0', '#a7d484', 8), 6)
    );
  },
};

const veins = (colour: Colour, reach: number): string =>
  Array.from({ length: 26 }, (_, i) => {
    const x = -reach + (i * reach * 2) / 26;
    return line(d`M ${x} 0 q 40 -60 90 -190`, colour, 3, 0.5) + line(d`M ${x} 0 q 40 60 90 190`, colour, 3, 0.5);
  }).join('');
