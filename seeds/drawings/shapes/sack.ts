import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, soft, star, table } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** A tied cloth sack with its top rolled open: rice, feed, compost. `grain` is what it is full of. */
export function sack(pen: Pen, cloth: Colour, grain: Colour, sign: 'rice' | 'leaf' | 'paw' | 'bird' | 'fish'): string {
  const body = 'M 214 300 C 180 400 168 560 196 648 C 220 680 580 680 604 648 C 632 560 620 400 586 300 Z';
  const roll =
    'M 190 290 C 186 246 250 236 400 236 C 550 236 614 246 610 290 C 614 336 550 342 400 342 C 250 342 186 336 190 290 Z';
  const grains = Array.from({ length: 120 }, () => {
    const a = between(pen.random, 0, Math.PI * 2);
    const r = Math.sqrt(pen.random());
    return at(
      400 + Math.cos(a) * r * 172,
      276 + Math.sin(a) * r * 38 - (1 - r) * 34,
      fill(ellipse(0, 0, 9, 4), pen.random() < 0.55 ? light(grain, 0.5) : shade(grain, 0.22)),
      between(pen.random, 0, 180),
    );
  }).join('');
  const threads = Array.from({ length: 16 }, (_, i) =>
    line(d`M ${180 + i * 30} 330 q -6 170 2 340`, shade(cloth, 0.14), 3, 0.4),
  ).join('');
  const signs = {
    rice: () =>
      [-30, 0, 30]
        .map((a) =>
          at(
            0,
            60,
            line('M0 0V-120', '#8a6a2c', 6) +
              [0, 1, 2, 3]
                .map(
                  (k) =>
                    fill(leaf(0, -50 - k * 20, 30, 14, -50), '#d9a02c') +
                    fill(leaf(0, -50 - k * 20, 30, 14, -130), '#d9a02c'),
                )
                .join(''),
            a,
          ),
        )
        .join(''),
    leaf: () =>
      fill(leaf(0, 60, 130, 70, -122), '#3f7d3a') +
      fill(leaf(0, 60, 130, 70, -58), '#6fae55') +
      line('M0 60V20', '#3f7d3a', 8),
    paw: () =>
      fill(ellipse(0, 24, 44, 36), '#6b4a2a') +
      table('-48 -22, -17 -48, 17 -48, 48 -22')
        .map(([x, y]) => fill(ellipse(x, y, 16, 21), '#6b4a2a'))
        .join(''),
    bird: () =>
      fill('M -60 10 C -50 -50 30 -50 40 -10 L 84 -30 L 50 20 C 30 60 -40 60 -60 10 Z', '#d9742c') +
      fill(polygon(table('-58 4, -88 12, -56 24')), '#f2b92e') +
      fill(ellipse(-34, -8, 6), '#2a2320'),
    fish: () =>
      fill('M -80 0 C -40 -56 40 -50 66 0 C 40 50 -40 56 -80 0 Z', '#e8663a') +
      fill(polygon(table('56 0, 104 -40, 96 0, 104 40')), '#c94a24') +
      fill(ellipse(-48, -10, 7), '#2a2320'),
  };
  return (
    contact(400, 670, 216) +
    pen.solid(
      body,
      cloth,
      { light: 13, shade: 34, depth: 0.26 },
      threads + fill(ellipse(400, 502, 124, 108), mix(cloth, '#fffaf0', 0.7)) + at(400, 500, signs[sign]()),
    ) +
    pen.solid(roll, light(cloth, 0.12), { light: 9, shade: 14 }) +
    fill(ellipse(400, 284, 182, 40), shade(cloth, 0.5)) +
    fill('M 222 284 C 240 216 560 216 578 284 C 560 326 240 326 222 284 Z', grain) +
    grains
  );
}

/** A paper block of flour, sugar or salt: folded top, a broad sign. */
export function paperBlock(pen: Pen, paper: Colour, band: Colour, sign: 'wheat' | 'cane' | 'salt' | 'cassava'): string {
  const front = polygon(table('204 230, 560 230, 560 664, 204 664'), 8);
  const side = polygon(table('560 230, 634 196, 634 620, 560 664'), 4);
  const fold = polygon(table('204 234, 278 196, 634 196, 560 234'), 4);
  const top = polygon(table('236 196, 250 140, 606 140, 612 196'), 6);
  const signs = {
    wheat: () =>
      [-24, 0, 24]
        .map((a) =>
          at(
            0,
            70,
            line('M0 0V-140', '#b9822c', 6) +
              [0, 1, 2, 3]
                .map(
                  (k) =>
                    fill(leaf(0, -60 - k * 22, 32, 15, -48), '#e0a52c') +
                    fill(leaf(0, -60 - k * 22, 32, 15, -132), '#e0a52c'),
                )
                .join(''),
            a,
          ),
        )
        .join(''),
    cane: () =>
      [-44, 0, 44]
        .map((x, i) =>
          at(
            x,
            0,
            fill(rect(-15, -76, 30, 152, 12), i % 2 ? '#8fbf5a' : '#74ab48') +
              [-36, 8, 46].map((y) => line(d`M -15 ${y} h 30`, '#4c7a2c', 5)).join(''),
            i * 6 - 6,
          ),
        )
        .join(''),
    salt: () =>
      table('-40 10 44, 30 20 50, -6 -40 40')
        .map(([x, y, s = 0]) =>
          at(
            x,
            y,
            fill(rect(-s / 2, -s / 2, s, s, 6), '#dbe9ef') +
              fill(
                polygon([
                  [-s / 2, -s / 2],
                  [0, -s / 2],
                  [-s / 2, s * 0.3],
                ]),
                '#ffffff',
              ),
            14,
          ),
        )
        .join(''),
    cassava: () =>
      at(
        0,
        10,
        fill(soft(table('-90 10, -50 -30, 40 -36, 96 0, 40 30, -50 34')), '#8a5c38') +
          fill(ellipse(84, -2, 15, 22), '#f8f0e0') +
          line('M-40 -18Q20 -26 60 -10', '#b98a5a', 5),
        -18,
      ),
  };
  return (
    contact(420, 664, 220) +
    pen.solid(top, shade(paper, 0.06), { light: 6, shade: 8, depth: 0.2 }) +
    pen.solid(
      side,
      shade(paper, 0.2),
      { light: 0, shade: 10 },
      fill(polygon(table('560 470, 640 432, 640 540, 560 580')), shade(band, 0.2)),
    ) +
    pen.solid(fold, light(paper, 0.3), { light: 5, shade: 0 }) +
    pen.solid(
      front,
      paper,
      { light: 10, shade: 14, depth: 0.2 },
      fill(rect(190, 470, 390, 110), band) +
        at(382, 360, signs[sign]()) +
        line('M262 512H500M300 546H462', light(band, 0.6), 11),
    )
  );
}

/** A pillow pack seen flat: dry noodles, spice, powder. `pane` draws what its window shows. */
export function pillowPack(pen: Pen, colour: Colour, pane: string, sign: string): string {
  const body =
    'M 190 210 C 300 196 500 196 610 210 C 626 300 626 500 610 610 C 500 624 300 624 190 610 C 174 500 174 300 190 210 Z';
  const zig = (y: number, dir: 1 | -1) =>
    fill(
      polygon([
        ...Array.from({ length: 22 }, (_, i) => [188 + i * 20.2, y + (i % 2 ? 0 : dir * -12)] as const),
        [612, y + dir * 34],
        [188, y + dir * 34],
      ]),
      shade(colour, 0.16),
    );
  const window = ellipse(400, 470, 150, 96);
  return (
    contact(400, 628, 206, 0.1) +
    pen.solid(
      body,
      colour,
      { light: 12, shade: 28, depth: 0.28 },
      fill('M 150 330 C 300 270 500 400 660 320 V 200 H 150 Z', light(colour, 0.2), 0.8) +
        fill(window, light(colour, 0.6)) +
        pen.clip(window, pane) +
        line(window, '#fffaf0', 8) +
        at(400, 284, sign, 0, 0.8) +
        line('M222 260V560', '#ffffff', 12, 0.3),
    ) +
    zig(204, 1) +
    zig(616, -1)
  );
}

export const packStar = (colour: Colour): string =>
  fill(star(0, 0, 52, 0.52, 8), colour) + fill(star(-2, -2, 26, 0.5, 4), light(colour, 0.5));
