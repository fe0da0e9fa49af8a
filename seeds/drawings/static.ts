import { crisp } from './kit/bits.ts';
import { light, shade } from './kit/colour.ts';
import { friedEgg } from './kit/egg-and-fish.ts';
import { d, ellipse, polygon, rect, star, table } from './kit/path.ts';
import { at, contact, fill, line, Pen } from './kit/pen.ts';
import { randomFrom } from './kit/random.ts';
import { dollop, drumstick, rice, rounds, strewn } from './kit/toppings.ts';
import { sceneDrawings } from './scenes.ts';
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
import { svgFile } from './svg-file.ts';

const LEAF = '#1d6b45';
const STARFRUIT = '#f2c230';
const CLAY = '#b23a1e';

/** A goods drawing on a round piece of paper, as the doors to the categories show it. */
function onPaper(name: string, title: string, paper: string, draw: (pen: Pen) => string, scale = 1): string {
  const pen = new Pen(`${name}-`, randomFrom(name));
  return svgFile(
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
        .map((v) => line(d`M -78 ${v + 20} Q -10 ${v - 50} 74 ${v + 6}`, light(colour, 0.35), 7, 0.8))
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
        line(d`M 470 ${350 + i * 20} L 640 ${340 + i * 20}`, '#2a6d84', 5, 0.6),
      ).join(''),
    ) + [300, 570].map((y) => pen.solid(rect(456, y, 198, 44, 14), '#d6a566', { light: 6, shade: 10 })).join('');
  const half = (turn: number) =>
    at(
      290,
      420,
      pen.solid(polygon(table('-16 40, 0 -290, 22 30'), 6), '#d8dee0', { light: 5, shade: 8 }) +
        line(ellipse(0, 150, 66, 84), CLAY, 30) +
        line('M 0 40 V 70', CLAY, 30),
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
    .map((i) => at(256, 262, fill('M 0 -84 C 17 -66 17 -44 0 -40 C -17 -44 -17 -66 0 -84 Z', '#8a5a12'), i * 72))
    .join('');
  return svgFile(
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
  return svgFile(
    '0 0 64 64',
    fill(star(32, 34.5, 33, 0.52, 9), LEAF) +
      fill(star(32, 34.5, 26.5, 0.52, 7), STARFRUIT) +
      fill(star(31.4, 33.8, 14, 0.52, 4), '#fbe08a'),
    'Berjubel',
  );
}

/** Every still picture of the pages by file name under storefront-widget/assets: mark, favicon, category doors, empty states. */
export function staticDrawings(): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['drawings/mark.svg', mark()],
    ['drawings/favicon.svg', favicon()],
  ]);
  for (const [slug, title, paper, draw] of CATEGORY_DRAWINGS)
    files.set(`drawings/category-${slug}.svg`, onPaper(`category-${slug}`, title, paper, draw));
  for (const [name, svg] of sceneDrawings()) files.set(`drawings/${name}.svg`, svg);
  return files;
}
