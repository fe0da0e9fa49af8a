import { crisp } from './kit/bits.ts';
import { light, shade } from './kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star } from './kit/path.ts';
import { at, contact, fill, line, Pen } from './kit/pen.ts';
import { randomFrom } from './kit/random.ts';
import { dollop, drumstick, friedEgg, rice, rounds, strewn } from './kit/toppings.ts';
import { basket } from './shapes/basket.ts';
import { celebrationCake } from './shapes/cake.ts';
import { soapBars } from './shapes/care.ts';
import { phoneCase } from './shapes/gadget.ts';
import { drinkCup } from './shapes/glass.ts';
import { hijabOnStand } from './shapes/hijab.ts';
import { blocks } from './shapes/kids.ts';
import { cookingPot } from './shapes/kitchen.ts';
import { pottedPlant } from './shapes/plant.ts';
import { plate } from './shapes/plate.ts';
import { standingPouch } from './shapes/pouch.ts';
import { carrots, chilies, leafyBunch, starfruit } from './shapes/produce.ts';

const LEAF = '#1d6b45';
const STARFRUIT = '#f2c230';
const CLAY = '#b23a1e';

const svg = (box: string, body: string, title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" role="img" aria-label="${title}">${body}</svg>\n`;

/** A goods drawing on a round piece of paper, as the doors to the categories show it. */
function onPaper(name: string, title: string, paper: string, draw: (pen: Pen) => string, scale = 1): string {
  const pen = new Pen(`${name}-`, randomFrom(name));
  return svg(
    '0 0 800 800',
    fill(ellipse(400, 400, 392), paper) + at(400, 408, at(-400, -400, draw(pen)), 0, scale),
    title,
  );
}

const CATEGORY_DRAWINGS: readonly [slug: string, title: string, paper: string, draw: (pen: Pen) => string][] = [
  [
    'makanan-siap-saji',
    'Sepiring nasi uduk',
    '#f6e3b8',
    (pen) =>
      plate(pen, 'leaf', [
        [rice('#fdf8ea', 150), -40, -10],
        [strewn(['#a9672b', '#c98a45'], 80, 34), -40, -20],
        [drumstick('#b8702c'), 130, 60, 8, 1],
        [friedEgg, -10, 130, 0, 1],
        [rounds('#5b9a3f', '#d9ecb5', 3, 36, '#f2f7dc'), 120, -84, 24],
        [dollop('#b9281a', 44), -170, 96],
      ]),
  ],
  ['kue-roti', 'Kue ulang tahun', '#f8dcd4', (pen) => celebrationCake(pen, '#fbe3e6', '#e98aa6', 'candles')],
  [
    'makanan-kemasan',
    'Sebungkus keripik',
    '#f6e3b8',
    (pen) =>
      standingPouch(pen, { pack: '#c8372a', goods: [crisp('#f0c56a', '#c23b1c')], backing: '#e9b75a', sign: 'star' }),
  ],
  [
    'minuman',
    'Es cendol',
    '#d6e8df',
    (pen) => drinkCup(pen, { layers: ['#8a4a22', '#f3ead6'], bits: 'cendol', bitColours: ['#6fae45'], dome: true }),
  ],
  [
    'bahan-pokok-segar',
    'Sekeranjang sayur',
    '#d9e8d2',
    (pen) =>
      basket(
        pen,
        '#c08a4a',
        at(-70, -10, leafyBunch(pen, '#4f9a45'), 0, 1) +
          carrots(pen) +
          chilies(pen) +
          at(556, 372, starfruit(pen, '#f2c230', 100), 20),
      ),
  ],
  ['fesyen', 'Jilbab', '#e6deee', (pen) => hijabOnStand(pen, '#9c6ba8', 'plain')],
  [
    'kerajinan',
    'Keranjang anyaman',
    '#f8dcd4',
    (pen) =>
      basket(pen, '#b9803f', yarn(300, 372, '#d9486b') + yarn(476, 366, '#3c8fa8') + yarn(390, 330, '#f2b92e'), 'none'),
  ],
  ['rumah-tangga', 'Panci', '#d8e6ee', (pen) => cookingPot(pen, '#a9c0c9', CLAY)],
  ['kecantikan-kesehatan', 'Sabun herbal', '#d9e8d2', (pen) => soapBars(pen, '#f0dcb8', '#e98aa6', '#4f9a45')],
  ['tanaman-hobi', 'Tanaman dalam pot', '#e6deee', (pen) => pottedPlant(pen, 'broad', '#3f8a4a', '#f0a0b4', '#c2683c')],
  [
    'anak-sekolah',
    'Balok susun',
    '#d8e6ee',
    (pen) => blocks(pen, ['#d63a21', '#f2b92e', '#3c8fa8', '#5a9c45', '#7a5aa0', '#e8823a']),
  ],
  ['gawai-kendaraan', 'Sarung HP', '#d6e8df', (pen) => phoneCase(pen, '#2f6f9a', 'star', '#f2c230')],
  ['jasa', 'Gunting dan benang', '#f6e3b8', (pen) => sewingKit(pen)],
];

const yarn = (x: number, y: number, colour: string): string =>
  at(
    x,
    y,
    fill(ellipse(0, 0, 96), shade(colour, 0.14)) +
      fill(ellipse(-6, -8, 86), colour) +
      [-50, -24, 2, 28]
        .map((v) => line(d('M', -78, v + 20, 'Q', -10, v - 50, 74, v + 6), light(colour, 0.35), 7, 0.8))
        .join('') +
      line('M-20 -84Q30 -20 10 86M-54 -66Q-14 0 -30 82', shade(colour, 0.2), 6, 0.6),
  );

function sewingKit(pen: Pen): string {
  const spool =
    pen.solid(
      rect(480, 330, 150, 260, 12),
      '#3c8fa8',
      { light: 10, shade: 20 },
      Array.from({ length: 12 }, (_, i) =>
        line(d('M', 470, 350 + i * 20, 'L', 640, 340 + i * 20), '#2a6d84', 5, 0.6),
      ).join(''),
    ) + [300, 570].map((y) => pen.solid(rect(456, y, 198, 44, 14), '#d6a566', { light: 6, shade: 10 })).join('');
  const half = (turn: number) =>
    at(
      290,
      420,
      pen.solid(
        polygon(
          [
            [-16, 40],
            [0, -290],
            [22, 30],
          ],
          6,
        ),
        '#d8dee0',
        { light: 5, shade: 8 },
      ) +
        line(ellipse(0, 150, 66, 84), CLAY, 30) +
        line(d('M', 0, 40, 'V', 70), CLAY, 30),
      turn,
    );
  return (
    contact(560, 620, 110) +
    spool +
    half(16) +
    half(-16) +
    fill(ellipse(290, 430, 15), '#7d868c') +
    line('M560 600C520 700 380 720 300 680', '#3c8fa8', 7)
  );
}

/** The mark: a slice of belimbing dewa, a five-pointed star. */
function mark(): string {
  const seeds = [0, 1, 2, 3, 4]
    .map((i) =>
      at(
        256,
        262,
        fill(d('M', 0, -84, 'C', 17, -66, 17, -44, 0, -40, 'C', -17, -44, -17, -66, 0, -84, 'Z'), '#8a5a12'),
        i * 72,
      ),
    )
    .join('');
  return svg(
    '0 0 512 512',
    fill(star(256, 274, 252, 0.5, 62), LEAF) +
      fill(star(256, 274, 218, 0.5, 54), STARFRUIT) +
      fill(star(250, 266, 150, 0.52, 34), '#fbe08a') +
      seeds +
      fill(ellipse(256, 262, 17), LEAF),
    'Berjubel',
  );
}

function favicon(): string {
  return svg(
    '0 0 64 64',
    fill(star(32, 34.5, 33, 0.52, 9), LEAF) +
      fill(star(32, 34.5, 26.5, 0.52, 7), STARFRUIT) +
      fill(star(31.4, 33.8, 14, 0.52, 4), '#fbe08a'),
    'Berjubel',
  );
}

/** A soft star-yellow ground that works on light and dark pages alike. */
const ground = (): string =>
  fill(ellipse(240, 326, 196, 20), STARFRUIT, 0.2) +
  fill(
    d(
      'M',
      60,
      210,
      'C',
      40,
      110,
      140,
      30,
      250,
      44,
      'C',
      370,
      30,
      452,
      120,
      424,
      220,
      'C',
      400,
      320,
      90,
      320,
      60,
      210,
      'Z',
    ),
    STARFRUIT,
    0.16,
  );
const sparkle = (x: number, y: number, r: number): string =>
  fill(star(x, y, r, 0.5, r * 0.2), STARFRUIT) +
  fill(star(x - r * 0.06, y - r * 0.06, r * 0.5, 0.5, r * 0.1), '#fbe08a');
/** A scene of 480 by 360 from strokes in the 800 by 800 field. */
const small = (inner: string, x: number, y: number, scale: number, turn = 0): string =>
  at(x, y, at(-400, -400, inner), turn, scale);

function scene(name: string, title: string, draw: (pen: Pen) => string): string {
  return svg('0 0 480 360', ground() + draw(new Pen(`${name}-`, randomFrom(name))), title);
}

const awning = (pen: Pen, x: number, y: number, w: number): string => {
  const n = 6;
  const step = w / n;
  return Array.from({ length: n }, (_, i) =>
    pen.solid(
      d('M', x + i * step, y, 'H', x + (i + 1) * step, 'V', y + 44, 'a', step / 2, 20, 0, 0, 1, -step, 0, 'Z'),
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
          [150, 190, 230, 270, 310].map((x) => line(d('M', x, 224, 'V', 304), '#8f5c2b', 3, 0.5)).join(''),
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
          d('M', -36, -42, 'H', 36, 'L', 42, 54, 'H', -42, 'Z'),
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
      [
        [282, 250, 46, 12],
        [356, 282, 40, 40],
        [312, 304, 34, -20],
      ]
        .map(
          ([x = 0, y = 0, r = 0, turn = 0]) =>
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
          Array.from({ length: 11 }, (_, i) => line(d('M', 120, 140 + i * 16, 'H', 360), '#7d959c', 3, 0.7)).join(''),
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

/** Every still picture of the pages by file name under storefront-widget/assets: mark, favicon, category doors, empty states. */
export function staticDrawings(): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['drawings/mark.svg', mark()],
    ['drawings/favicon.svg', favicon()],
  ]);
  for (const [slug, title, paper, draw] of CATEGORY_DRAWINGS)
    files.set(`drawings/category-${slug}.svg`, onPaper(`category-${slug}`, title, paper, draw));
  for (const [name, title, draw] of SCENES) files.set(`drawings/${name}.svg`, scene(name, title, draw));
  return files;
}
