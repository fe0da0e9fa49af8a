import { d, ellipse, leaf, rect, star, table } from './kit/path.ts';
import { at, fill, line, Pen } from './kit/pen.ts';
import { randomFrom } from './kit/random.ts';
import { basket } from './shapes/basket.ts';
import { starfruit } from './shapes/produce.ts';

import { svgFile } from './svg-file.ts';

const LEAF = '#1d6b45';
const STARFRUIT = '#f2c230';
const CLAY = '#b23a1e';

/** A soft star-yellow ground that works on light and dark pages alike. */
const ground = (): string =>
  fill(ellipse(240, 326, 196, 20), STARFRUIT, 0.2) +
  fill('M 60 210 C 40 110 140 30 250 44 C 370 30 452 120 424 220 C 400 320 90 320 60 210 Z', STARFRUIT, 0.16);
const sparkle = (x: number, y: number, r: number): string =>
  fill(star(x, y, r, 0.5, r * 0.2), STARFRUIT) +
  fill(star(x - r * 0.06, y - r * 0.06, r * 0.5, 0.5, r * 0.1), '#fbe08a');
/** A scene of 480 by 360 from strokes in the 800 by 800 field. */
const small = (inner: string, x: number, y: number, scale: number, turn = 0): string =>
  at(x, y, at(-400, -400, inner), turn, scale);

function scene(name: string, title: string, draw: (pen: Pen) => string): string {
  return svgFile('0 0 480 360', ground() + draw(new Pen(`${name}-`, randomFrom(name))), title);
}

const awning = (pen: Pen, x: number, y: number, w: number): string => {
  const n = 6;
  const step = w / n;
  return Array.from({ length: n }, (_, i) =>
    pen.solid(
      d`M ${x + i * step} ${y} H ${x + (i + 1) * step} V ${y + 44} a ${step / 2} 20 0 0 1 ${-step} 0 Z`,
      i % 2 ? '#fdf6e3' : LEAF,
      { light: 3, shade: 5, depth: 0.2 },
    ),
  ).join('');
};

const SCENES: readonly [file: string, title: string, draw: (pen: Pen) => string][] = [
  [
    'empty-cart',
    'Keranjang anyaman yang masih kosong',
    (pen) =>
      small(basket(pen, '#c08a4a', '', 'arch'), 240, 186, 0.4) +
      sparkle(108, 108, 20) +
      sparkle(386, 88, 13) +
      fill(leaf(352, 300, 52, 24, -32), '#4f9a45') +
      fill(leaf(352, 300, 44, 20, -76), LEAF),
  ],
  [
    'empty-search',
    'Lapak pasar yang kosong dan kaca pembesar',
    (pen) => {
      const stall =
        pen.solid(
          rect(116, 220, 248, 84, 6),
          '#c08a4a',
          { light: 4, shade: 8 },
          [150, 190, 230, 270, 310].map((x) => line(d`M ${x} 224 V 304`, '#8f5c2b', 3, 0.5)).join(''),
        ) +
        [112, 352].map((x) => fill(rect(x, 96, 14, 214, 5), '#8f5c2b')).join('') +
        pen.solid(rect(100, 208, 280, 20, 8), '#d6a566', { light: 3, shade: 5 });
      return (
        stall +
        awning(pen, 92, 74, 296) +
        at(
          296,
          186,
          line('M34 34L84 86', '#6b3d22', 20) +
            line('M30 30L80 80', '#a9672b', 8) +
            fill(ellipse(0, 0, 54), '#e3f0ee', 0.92) +
            line(ellipse(0, 0, 54), LEAF, 12) +
            line('M-26 -10Q-18 -32 6 -34', '#ffffff', 8),
        ) +
        sparkle(160, 180, 15) +
        sparkle(66, 150, 11)
      );
    },
  ],
  [
    'empty-orders',
    'Rak titik ambil yang belum berisi paket',
    (pen) => {
      const shelf = [118, 206, 294]
        .map((y) => pen.solid(rect(104, y, 272, 16, 6), '#d6a566', { light: 3, shade: 5 }))
        .join('');
      const posts = [100, 366].map((x) => fill(rect(x, 60, 14, 262, 5), '#8f5c2b')).join('');
      const bag = at(
        170,
        152,
        pen.solid(
          'M -36 -42 H 36 L 42 54 H -42 Z',
          '#e9d3a8',
          { light: 4, shade: 9 },
          fill(star(0, 8, 18, 0.52, 3), STARFRUIT),
        ) + line('M-16 -42C-16 -70 16 -70 16 -42', '#8f5c2b', 5),
      );
      const slot = (x: number, y: number) =>
        `<rect x="${x}" y="${y}" width="62" height="58" rx="8" fill="none" stroke="#b98550" stroke-width="4" stroke-dasharray="8 8"/>`;
      return (
        posts +
        shelf +
        bag +
        slot(238, 146) +
        slot(140, 234) +
        slot(222, 234) +
        slot(302, 234) +
        slot(304, 146) +
        sparkle(410, 96, 14) +
        sparkle(70, 92, 10)
      );
    },
  ],
  [
    'error',
    'Keranjang terguling, belimbing menggelinding',
    (pen) =>
      small(basket(pen, '#c08a4a'), 176, 196, 0.3, -68) +
      table('282 250 46 12, 356 282 40 40, 312 304 34 -20')
        .map(
          ([x, y, r = 0, turn = 0]) =>
            fill(ellipse(x + 4, y + r * 0.7, r * 0.8, r * 0.16), '#3b2a1e', 0.16) +
            at(x, y, starfruit(pen, STARFRUIT, r), turn),
        )
        .join('') +
      line('M330 170l16 -26M364 190l26 -16M292 160l-2 -28', CLAY, 6) +
      fill(leaf(224, 318, 40, 18, -20), '#4f9a45'),
  ],
  [
    'not-found',
    'Kios yang tutup',
    (pen) => {
      const shutter = rect(124, 128, 232, 176, 6);
      return (
        pen.solid(rect(104, 84, 272, 226, 8), '#e9d3a8', { light: 4, shade: 10 }) +
        pen.solid(
          shutter,
          '#a9bdc2',
          { light: 4, shade: 8 },
          Array.from({ length: 11 }, (_, i) => line(d`M 120 ${140 + i * 16} H 360`, '#7d959c', 3, 0.7)).join(''),
        ) +
        awning(pen, 88, 70, 304) +
        at(
          240,
          216,
          line('M-40 -34L0 -62L40 -34', '#6b3d22', 4) +
            pen.solid(rect(-66, -34, 132, 74, 10), '#fdf6e3', { light: 3, shade: 5 }) +
            fill(star(-30, 3, 20, 0.52, 3), STARFRUIT) +
            line('M4 -8H44M4 10H32', '#8f5c2b', 6),
          -5,
        ) +
        sparkle(414, 130, 12) +
        at(66, 288, fill(leaf(0, 20, 50, 22, -110), '#4f9a45') + fill(leaf(0, 20, 46, 20, -60), LEAF))
      );
    },
  ],
];

/** What empty and broken pages show, by name. */
export const sceneDrawings = (): [name: string, svg: string][] =>
  SCENES.map(([name, title, draw]) => [name, scene(name, title, draw)]);
