import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, rect, soft, table } from '../kit/path.ts';
import { at, fill, line } from '../kit/pen.ts';
import { between } from '../kit/random.ts';
import type { Topping } from '../kit/toppings.ts';

const under = (rx: number, ry: number) => fill(ellipse(7, 12, rx, ry), '#3b2a1e', 0.16);

/** A plucked bird, breast up. */
export const wholeBird =
  (skin: Colour): Topping =>
  (pen) => {
    const leg = (side: 1 | -1) =>
      at(
        86,
        side * 76,
        fill(rect(60, -12, 78, 24, 11), '#f0d9b0') +
          pen.solid(soft(table('-70 -20, -20 -54, 50 -36, 84 0, 50 32, -20 50, -70 26')), skin, {
            light: 8,
            shade: 13,
          }),
        side * 16,
      );
    const wing = (side: 1 | -1) =>
      at(
        -70,
        side * 104,
        pen.solid(soft(table('-60 -10, 0 -44, 60 -20, 40 24, -20 36')), shade(skin, 0.06), { light: 7, shade: 11 }),
        side * 14,
      );
    return (
      under(180, 120) +
      wing(1) +
      wing(-1) +
      leg(1) +
      leg(-1) +
      pen.solid(
        soft(table('-170 0, -120 -92, 0 -120, 110 -84, 150 0, 110 84, 0 120, -120 92')),
        skin,
        { light: 12, shade: 22, depth: 0.22 },
        Array.from({ length: 30 }, () =>
          fill(ellipse(between(pen.random, -130, 120), between(pen.random, -90, 90), 3.4), shade(skin, 0.2), 0.5),
        ).join('') + line('M-110 -6Q0 -22 120 -2', shade(skin, 0.22), 6, 0.5),
      )
    );
  };

/** A cut of red meat with its fat. */
export const steak =
  (meat: Colour, bone = false): Topping =>
  (pen) => {
    const outline = soft(table('-110 10, -84 -54, 0 -70, 88 -48, 116 10, 70 58, -30 66, -92 52'));
    const fat = Array.from({ length: 7 }, () =>
      at(
        between(pen.random, -70, 70),
        between(pen.random, -40, 40),
        line('M-26 0Q0 -16 26 2', '#f6dcd4', 6, 0.85),
        between(pen.random, -40, 60),
      ),
    ).join('');
    return (
      under(110, 64) +
      pen.solid(outline, '#f3ddd0', { light: 6, shade: 11, depth: 0.22 }) +
      at(-2, -1, pen.solid(outline, meat, { light: 7, shade: 8 }, fat), 0, 0.88) +
      (bone
        ? pen.solid(ellipse(58, -8, 30, 22), '#f8efe0', { light: 5, shade: 7, depth: 0.2 }) +
          fill(ellipse(58, -8, 13, 9), '#d9a58a')
        : '')
    );
  };

/** A boneless breast or a foot: pale poultry. */
export const fillet =
  (colour: Colour): Topping =>
  (pen) =>
    under(96, 54) +
    pen.solid(
      soft(table('-112 8, -70 -48, 20 -58, 100 -26, 118 12, 60 46, -40 58')),
      colour,
      { light: 9, shade: 14, depth: 0.22 },
      [-30, 10, 50].map((x) => line(d`M ${x} -50 q 22 46 0 100`, light(colour, 0.4), 5, 0.7)).join(''),
    );

export const chickenFoot: Topping = () => {
  const toe = (angle: number) =>
    at(
      40,
      0,
      line('M0 0L92 0', '#d9a868', 24) + line('M0 -3L88 -3', '#f3d29a', 12) + fill(ellipse(100, 0, 9, 7), '#8a6a3a'),
      angle,
    );
  return (
    under(100, 40) +
    toe(-36) +
    toe(0) +
    toe(36) +
    line('M-120 0L40 0', '#d9a868', 36) +
    line('M-116 -5L36 -5', '#f3d29a', 18) +
    [-90, -60, -30, 0].map((x) => line(d`M ${x} -14 q 6 14 0 28`, '#c18f52', 4, 0.6)).join('')
  );
};

/** A prawn, curled. */
export const prawn =
  (colour: Colour): Topping =>
  (pen) => {
    const body = 'M 74 -40 C 100 20 60 90 -20 88 C -60 86 -84 66 -92 44 C -60 52 -20 46 0 18 C 16 -6 20 -30 28 -52 Z';
    const rings = table('66 0 20, 56 34 44, 30 62 66, -6 76 84, -44 70 104')
      .map(([x, y, a = 0]) => at(x, y, line('M-30 0Q0 -10 30 0', shade(colour, 0.3), 5, 0.7), a))
      .join('');
    return (
      under(90, 70) +
      line('M60 -54C110 -110 150 -100 176 -76M50 -58C80 -130 120 -140 150 -132', shade(colour, 0.1), 5) +
      at(-98, 40, fill('M 0 0 L -54 -30 L -40 2 L -58 34 Z', shade(colour, 0.22))) +
      pen.solid(body, colour, { light: 8, shade: 12 }, rings) +
      fill(ellipse(58, -40, 8), '#2a2320') +
      table('30 92, 4 104, -24 106')
        .map(([x, y]) => line(d`M ${x} ${y - 12} q -8 18 -22 22`, shade(colour, 0.15), 5))
        .join('')
    );
  };

/** A squid, arms to the right. */
export const squid: Topping = (pen) =>
  [-36, -18, 0, 18, 36]
    .map(
      (y) =>
        line(d`M 60 ${y * 0.5} c 50 -20 60 30 120 ${y * 0.7}`, '#d9a9b4', 15) +
        line(d`M 60 ${y * 0.5 - 3} c 50 -20 60 30 116 ${y * 0.7 - 2}`, '#f4d6db', 7),
    )
    .join('') +
  fill('M -150 0 L -70 -76 L -40 0 L -70 76 Z', '#c98a9c') +
  under(100, 40) +
  pen.solid(
    soft(table('-166 0, -100 -38, 20 -44, 70 -26, 70 26, 20 44, -100 38')),
    '#efc9d0',
    { light: 9, shade: 14, depth: 0.24 },
    Array.from({ length: 22 }, () =>
      fill(ellipse(between(pen.random, -130, 50), between(pen.random, -30, 30), 4, 3), '#a8587a', 0.6),
    ).join(''),
  ) +
  fill(ellipse(60, -20, 11), '#fff7e4') +
  fill(ellipse(62, -20, 6), '#2a2320') +
  fill(ellipse(60, 22, 11), '#fff7e4') +
  fill(ellipse(62, 22, 6), '#2a2320');

/** A small dried fish. */
export const driedFish =
  (colour: Colour): Topping =>
  (pen) =>
    under(70, 16) +
    pen.solid(
      'M -90 0 C -60 -26 30 -26 66 -4 L 96 -20 L 90 2 L 98 20 L 66 6 C 30 24 -60 24 -90 0 Z',
      colour,
      { light: 5, shade: 7 },
      line('M-70 4Q0 12 60 2', light(colour, 0.4), 4, 0.8),
    ) +
    fill(ellipse(-70, -4, 5), '#2a2320');
