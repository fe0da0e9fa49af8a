import { ball, blossom, crescent, stick } from '../kit/bits.ts';
import * as p from '../kit/pieces.ts';
import * as t from '../kit/toppings.ts';
import { cupcake, donutTower, loaf, pullApart, ringCake, swissRoll } from '../shapes/bread.ts';
import { cakeSlice, celebrationCake } from '../shapes/cake.ts';
import { dessertCup, fruitTart, layerBox, pudding } from '../shapes/dessert.ts';
import { cookieJar } from '../shapes/jar.ts';
import { type Placed, plate } from '../shapes/plate.ts';
import { clearBag } from '../shapes/pouch.ts';
import { type Looks, lie, ring, rows, stand } from './look.ts';

const seven = (piece: Placed[0], scale = 1.15): Placed[] => ring(piece, 6, 140, scale);
const onLeaf = (piece: Placed[0], scale = 1.1): Placed[] => [
  [piece, -200, 30, -6, scale],
  [piece, -60, -50, 4, scale],
  [piece, 90, -50, -8, scale],
  [piece, 210, 10, 6, scale],
  [piece, -110, 100, 8, scale],
  [piece, 40, 70, -4, scale],
  [piece, 160, 100, 10, scale],
];
const jar = (
  stuff: string,
  goods: readonly ReturnType<typeof ball>[],
  lid: string,
  label: string,
  sign: 'star' | 'leaf' | 'sun',
  step = 60,
  scale = 1.25,
) => stand((pen) => cookieJar(pen, { stuff, goods, lid, label, sign, step, scale }));

/** Cakes, bread and sweets. */
export const CAKE_LOOKS: Looks = {
  'layers-pink': lie((pen) =>
    plate(pen, 'leaf', onLeaf(p.layered(['#e98aa6', '#fff6ea', '#e98aa6', '#fff6ea', '#7fb069']))),
  ),
  'layers-green': lie((pen) => plate(pen, 'leaf', onLeaf(p.layered(['#fff6ea', '#fff6ea', '#7fb069', '#6fa055'])))),
  klepon: lie((pen) => plate(pen, 'white', seven(p.rolledBall('#5a9c45', '#fffaf0', 66, 60)), '#3a3f44')),
  'sesame-balls': lie((pen) => plate(pen, 'leaf', onLeaf(p.rolledBall('#d9973f', '#f6e6c0', 62, 70)))),
  'mud-cakes': lie((pen) => plate(pen, 'white', seven(p.laceDisc('#e0a845', '#f6d67a')), '#3c6f8a')),
  'pancake-rolls': lie((pen) =>
    plate(pen, 'white', [
      [p.pancakeRoll('#6fae55', '#8a4d22'), -90, -110, -8, 1.3],
      [p.pancakeRoll('#6fae55', '#8a4d22'), 90, -50, 8, 1.3],
      [p.pancakeRoll('#74b45a', '#8a4d22'), -90, 40, -6, 1.3],
      [p.pancakeRoll('#6fae55', '#8a4d22'), 90, 110, 6, 1.3],
    ]),
  ),
  'cups-green': lie((pen) => plate(pen, 'rattan', seven(p.splitCup('#7fb85a', '#fffaf0'), 1.1))),
  'cups-pink': lie((pen) => plate(pen, 'white', seven(p.splitCup('#e98aa6', '#fff6ea'), 1.1), '#1d6b45')),
  'cups-brown': lie((pen) => plate(pen, 'white', seven(p.splitCup('#8a5230', '#f0d9a8'), 1.1))),
  'discs-brown': lie((pen) => plate(pen, 'leaf', onLeaf(p.laceDisc('#8a4d22', '#a9672b')))),
  'diamonds-brown': lie((pen) => plate(pen, 'leaf', onLeaf(p.diamond('#7a4422', '#a9672b'), 1.2))),
  'diamonds-yellow': lie((pen) => plate(pen, 'leaf', onLeaf(p.diamond('#f0d48a', '#fffaf0'), 1.2))),
  'jar-nastar': jar('#f0c04a', [ball('#f0b83a', 27)], '#d63a21', '#d63a21', 'star'),
  'jar-sticks': jar('#eec060', [stick('#eebb58', 78, 26)], '#1d6b45', '#1d6b45', 'leaf', 60, 1.3),
  'jar-snow': jar('#f5ead0', [crescent('#fdf7ea')], '#e2bd62', '#8a5a34', 'star'),
  'jar-chocolate': jar('#6b3d26', [ball('#6b3d26', 27, false), ball('#7a482e', 26)], '#e2bd62', '#6b3d26', 'sun'),
  'jar-blossom': jar(
    '#f3dfae',
    [blossom('#f1d492', '#d63a4a'), blossom('#f1d492', '#5a9c45')],
    '#d9486b',
    '#d9486b',
    'star',
    64,
    1.15,
  ),
  'bag-blossom': stand((pen) =>
    clearBag(pen, {
      pack: '#d9602c',
      goods: [blossom('#e0a24a', '#b9702a')],
      backing: '#e3b266',
      sign: 'sun',
      step: 62,
    }),
  ),
  'buns-plain': lie((pen) => pullApart(pen, '#cf8a3e', null)),
  'buns-chocolate': lie((pen) => pullApart(pen, '#c9803a', '#5a3220')),
  'buns-cheese': lie((pen) => pullApart(pen, '#d0903f', '#f9dd7a')),
  'loaf-white': stand((pen) => loaf(pen, '#c98a45', '#fbf0d8')),
  'roll-vanilla': stand((pen) => swissRoll(pen, '#e8bf62', '#d9486b')),
  'roll-pandan': stand((pen) => swissRoll(pen, '#8fbf5a', '#fff6e6')),
  'roll-chocolate': stand((pen) => swissRoll(pen, '#6b3d26', '#fff1dc')),
  'ring-pandan': stand((pen) => ringCake(pen, '#8ab553', null)),
  'ring-banana': stand((pen) => ringCake(pen, '#c98a45', '#5a3220')),
  brownies: lie((pen) => plate(pen, 'white', [[p.slab('#4a2818', '#c98a45', 340, 250), 0, 0, -8, 1.15]], '#1d6b45')),
  'slice-spiced': stand((pen) =>
    cakeSlice(pen, ['#f0c05a', '#9a5a2a', '#f0c05a', '#9a5a2a', '#f0c05a', '#9a5a2a', '#f0c05a', '#9a5a2a'], '#8a4d22'),
  ),
  'slice-cheese': stand((pen) => cakeSlice(pen, ['#f9e6a8', '#f6dd92', '#f9e6a8', '#c98a45'], '#f3cf6a')),
  donuts: lie((pen) =>
    plate(
      pen,
      'white',
      [
        [p.donut('#5a3220', ['#ffffff', '#f2c230'], 104), -112, -84],
        [p.donut('#e98aa6', ['#ffffff', '#3c8fa8'], 104), 112, -64],
        [p.donut('#f6dc94', ['#d63a21', '#5a9c45'], 104), -20, 122],
      ],
      '#3c8fa8',
    ),
  ),
  'donuts-sugar': lie((pen) =>
    plate(pen, 'rattan', [
      [p.donut('#fbf3e4', ['#ffffff', '#f3e6cc'], 100), -100, -84],
      [p.donut('#fbf3e4', ['#ffffff', '#f3e6cc'], 100), 104, -54],
      [p.donut('#fbf3e4', ['#ffffff', '#f3e6cc'], 100), -20, 116],
    ]),
  ),
  croissants: lie((pen) =>
    plate(
      pen,
      'white',
      [
        [p.croissant, -90, -100, -12, 1.5],
        [p.croissant, 100, -10, 18, 1.5],
        [p.croissant, -60, 120, -4, 1.5],
      ],
      '#d9602c',
    ),
  ),
  'rolls-sesame': lie((pen) => plate(pen, 'leaf', onLeaf(p.bun('#a9672b', null, 66), 1))),
  'cake-pink': stand((pen) => celebrationCake(pen, '#fbe3e6', '#e98aa6', 'candles'), 1.02),
  'cake-chocolate': stand((pen) => celebrationCake(pen, '#6b3d26', '#3f2115', 'cherries')),
  'cake-velvet': stand((pen) => celebrationCake(pen, '#b9282d', '#fff6ea', 'crumbs')),
  'cake-white': stand((pen) => celebrationCake(pen, '#fffaf0', '#f3e6cc', 'cherries')),
  'cake-pandan': stand((pen) => celebrationCake(pen, '#dfeeb8', '#8fbf5a', 'candles'), 1.02),
  'cupcake-pink': stand((pen) => cupcake(pen, '#3c8fa8', '#f6b8c8', '#d9a05a')),
  'cupcake-chocolate': stand((pen) => cupcake(pen, '#d9602c', '#7a4a30', '#5a3220')),
  'donut-tower': stand((pen) => donutTower(pen, ['#e98aa6', '#5a3220', '#f4d98a']), 1.02),
  'pudding-chocolate': stand((pen) => pudding(pen, '#5a3220', '#f6ead0')),
  'pudding-fruit': lie((pen) => fruitTart(pen, '#d9a05a', '#f6d98a')),
  'cup-silky': stand((pen) => dessertCup(pen, ['#f6b8c8', '#fbe3e6', '#fff6ea'], 'flat')),
  'cup-fruit': stand((pen) => dessertCup(pen, ['#fff6ea', '#f6e0b8'], 'fruit')),
  'ice-cream': stand((pen) => dessertCup(pen, ['#7fc3b8', '#b9e0d8'], 'scoops', ['#f6b8c8', '#f6ead0', '#6b3d26'])),
  'ice-green': stand((pen) => dessertCup(pen, ['#f1e6cc', '#fffaf0'], 'scoops', ['#a6c97a', '#8a6aa8', '#f6e3a8'])),
  'box-chocolate': stand((pen) => layerBox(pen, ['#6b3d26', '#f6ead0', '#6b3d26', '#f6ead0'], '#4a2818')),
  'box-cheese': stand((pen) => layerBox(pen, ['#f3cf6a', '#fff6e0', '#f3cf6a', '#fff6e0'], '#f6d97a')),
  'box-berry': stand((pen) => layerBox(pen, ['#d9486b', '#fff1f0', '#d9486b', '#fff1f0'], '#e98aa6')),
  mochi: lie((pen) =>
    plate(
      pen,
      'clay',
      [
        ...rows(p.mochi('#f6c9d3'), 2, 1, 190, 0),
        [p.mochi('#cfe0a8'), -100, 130],
        [p.mochi('#fbf3e4'), 90, 120, 10],
        [p.mochi('#cfe0a8'), 90, -130],
        [p.mochi('#fbf3e4'), -100, -120, 8],
      ].map(([piece, x, y, turn]) => [piece, x, y, turn, 1.2] as Placed),
      '#3a3f44',
    ),
  ),
  'rolls-choco-plain': lie((pen) =>
    plate(
      pen,
      'white',
      [
        [p.bun('#c9803a', '#5a3220', 84), -110, -90, 0, 1.1],
        [p.bun('#cf8a3e', '#f9dd7a', 84), 104, -70, 20, 1.1],
        [p.bun('#c9803a', null, 84), -80, 100, -20, 1.1],
        [t.strewn(['#fff6dd'], 60, 20, 6), -80, 90],
        [p.bun('#cf8a3e', '#e98aa6', 84), 118, 116, 10, 1.1],
      ],
      '#f2b92e',
    ),
  ),
};
