import * as b from '../kit/bits.ts';
import * as more from '../kit/egg-and-fish.ts';
import { at, type Pen } from '../kit/pen.ts';
import * as t from '../kit/toppings.ts';
import { basket } from '../shapes/basket.ts';
import { carton, hamper } from '../shapes/box.ts';
import * as fruit from '../shapes/fruits.ts';
import { bottle, bottleMotif } from '../shapes/glass.ts';
import * as m from '../shapes/market-stall.ts';
import * as f from '../shapes/meat-fish.ts';
import { block, cylinder, eggTray, tiedBunch } from '../shapes/pantry.ts';
import type { Placed } from '../shapes/plate.ts';
import { clearBag } from '../shapes/pouch.ts';
import { carrots, chilies, leafyBunch, starfruit } from '../shapes/produce.ts';
import { packStar, paperBlock, pillowPack, sack } from '../shapes/sack.ts';
import * as veg from '../shapes/vegetables.ts';
import { type Look, type Looks, lie, rows, stand } from './look.ts';

const on = (kind: m.Stall, items: Placed[], tint?: string): Look => lie((pen) => m.stall(pen, kind, items, tint), 1.1);
const tomato = fruit.roundFruit('#d8361f');

const fruitBasket = (pen: Pen): string =>
  basket(
    pen,
    '#c08a4a',
    at(330, 330, fruit.pineapple(pen), -96, 0.9) +
      at(480, 340, fruit.bananas('#f2c83a')(pen), -150, 0.62) +
      at(250, 392, fruit.roundFruit('#d63a3a', '#4c6b2c', 70)(pen)) +
      at(400, 392, fruit.roundFruit('#e8862a', '#4c6b2c', 66, true)(pen)) +
      at(540, 396, starfruit(pen, '#f2c230', 96), 20),
    'none',
  );

/** The morning market and the staples of the kitchen. */
export const FRESH_LOOKS: Looks = {
  'rice-white': stand((pen) => sack(pen, '#e9d9b0', '#fbf6ea', 'rice')),
  'rice-red': stand((pen) => sack(pen, '#d9b48a', '#a8502f', 'rice')),
  'rice-black': stand((pen) => sack(pen, '#b9b0a0', '#3a2a34', 'rice')),
  'oil-bottle': stand((pen) =>
    bottle(pen, 'juice', { drink: '#f0c53a', cap: '#d63a21', label: '#fff6d0', motif: bottleMotif.star('#e3a32c') }),
  ),
  'sugar-bag': stand((pen) =>
    clearBag(pen, {
      pack: '#3c8fa8',
      goods: [b.ball('#ffffff', 9, false), b.ball('#f3efe6', 8, false)],
      backing: '#f3efe6',
      sign: 'star',
      step: 18,
    }),
  ),
  'palm-sugar': stand((pen) => block(pen, '#a8642c', 'round', true), 1.18),
  'flour-blue': stand((pen) => paperBlock(pen, '#fbf6ea', '#3c6fa8', 'wheat')),
  'flour-green': stand((pen) => paperBlock(pen, '#f6f3e4', '#4f8f42', 'cassava')),
  'salt-block': stand((pen) => paperBlock(pen, '#f3f6f7', '#d9602c', 'salt')),
  'noodles-dry': stand((pen) =>
    pillowPack(
      pen,
      '#f2b92e',
      b.pile(pen, { x: 250, y: 380, width: 300, height: 190 }, 40, [b.strand('#f0cd74', 60, 9)]),
      packStar('#d63a21'),
    ),
  ),
  'gas-green': stand((pen) => cylinder(pen, 'gas')),
  'water-gallon': stand((pen) => cylinder(pen, 'gallon')),
  'eggs-brown': lie((pen) => eggTray(pen, '#d9a06a', '#b9a58a'), 1.12),
  'eggs-blue': lie((pen) => eggTray(pen, '#b9d3cf', '#c9b79a'), 1.12),
  'eggs-quail': on(
    'tray',
    rows(
      (pen) => at(0, 0, more.wholeEgg('#e3d3b0')(pen) + t.strewn(['#5a4634', '#7a6248'], 40, 18, 7)(pen)),
      4,
      4,
      116,
      110,
      10,
      0.9,
    ),
  ),
  'milk-cow': stand((pen) =>
    bottle(pen, 'juice', { drink: '#fdfaf2', cap: '#3c6fa8', label: '#dbe9f4', motif: bottleMotif.cup('#3c6fa8') }),
  ),
  'milk-powder': stand((pen) => carton(pen, '#5a8f6a', 'bowl', { tall: true }), 1.08),
  'cheese-block': stand((pen) => block(pen, '#f3cf5a', 'brick', false), 1.18),
  'bunch-dark': stand((pen) => tiedBunch(pen, '#3f8a3c', '#a6cf7a', '#d63a4a')),
  'bunch-light': stand((pen) => tiedBunch(pen, '#6fae45', '#e7f0d0', '#3c6fa8')),
  'bunch-lettuce': stand((pen) => tiedBunch(pen, '#9acb5a', '#f3f6dc', '#f2b92e')),
  carrots: on('tray', rows(veg.carrot, 1, 5, 0, 86, -8, 1.5)),
  potatoes: on('crate', rows(veg.potato, 3, 4, 150, 120)),
  tomatoes: on('tray', rows(tomato, 3, 3, 150, 130)),
  'chilies-red': on('tray', rows(veg.chili('#d13222'), 2, 6, 180, 66, -20, 1.2)),
  'chilies-small': on('tray', [
    ...rows(veg.chili('#d13222', 120), 3, 5, 140, 76, -30, 1),
    ...rows(veg.chili('#e8862a', 120), 2, 3, 150, 120, 40, 1),
    ...rows(veg.chili('#6fae45', 110), 2, 3, 170, 130, 80, 1),
  ]),
  shallots: on('tray', rows(veg.shallot, 4, 5, 110, 92, 0, 1.15)),
  garlic: on('tray', rows(veg.garlic, 3, 3, 140, 130, 0, 1.1)),
  beans: on('tray', rows(veg.bean, 2, 8, 190, 50, -12, 1.1)),
  eggplants: on('crate', rows(veg.eggplant, 1, 5, 0, 96, -6, 1.5)),
  cabbages: on('crate', rows(veg.cabbage, 2, 2, 230, 220)),
  corn: on('crate', rows(veg.corn, 1, 5, 0, 96, -6, 1.6)),
  cassava: on('crate', rows(veg.cassava, 1, 6, 0, 78, -4, 1.4)),
  'vegetable-basket': stand((pen) =>
    basket(
      pen,
      '#c08a4a',
      at(-70, -10, leafyBunch(pen, '#4f9a45')) + carrots(pen) + chilies(pen) + at(556, 372, tomato(pen), 20),
    ),
  ),
  'vegetable-tray': on('foam', [
    [veg.carrot, -140, -90, -10, 1.05],
    [veg.corn, 90, -60, 10, 0.95],
    [veg.bean, -110, 40, 0, 1.1],
    [veg.bean, -110, 70, 4, 1.1],
    [veg.bean, -110, 100, -4, 1.1],
    [veg.cabbage, 140, 110, 0, 0.72],
    [tomato, -10, 140, 0, 0.8],
    [veg.potato, 10, 20, 0, 0.8],
  ]),
  bananas: on('tray', [[fruit.bananas('#f2c83a'), 20, 30, 0, 1.3]]),
  papayas: on('crate', [
    [fruit.halved('#e8a13a', '#ef7f3a', '#d9602c', '#2f2a2a'), -80, -130, -8, 1.5],
    [fruit.longFruit('#e8b03a', '#7fae4a'), 60, 20, 6, 1.6],
    [fruit.longFruit('#dfa63a', '#8fb04a'), -40, 160, -6, 1.6],
  ]),
  mangoes: on('crate', rows(fruit.longFruit('#f0b53a', '#e2742c'), 2, 4, 220, 118, -10, 1.05)),
  oranges: on('tray', rows(fruit.roundFruit('#ee8a24', '#4c6b2c', 72, true), 3, 3, 150, 132)),
  guavas: on('tray', [...rows(fruit.roundFruit('#b9d36a', '#6b7a3a', 76, true), 3, 3, 152, 134)]),
  watermelons: on('tray', [
    [fruit.melonSlice('#2f6b3a', '#e2483f', '#2a2320'), -70, -100, -20, 1.5],
    [fruit.melonSlice('#2f6b3a', '#e2483f', '#2a2320'), 90, 60, 14, 1.6],
  ]),
  melons: on('tray', [
    [fruit.melonSlice('#c9cf8a', '#f3b35a', '#fbe3b0'), -70, -100, -20, 1.5],
    [fruit.melonSlice('#c9cf8a', '#f3b35a', '#fbe3b0'), 90, 60, 14, 1.6],
  ]),
  avocados: on('tray', [
    [fruit.halved('#3f5a2c', '#cfd96a', '#eef0a8', '#7a4a24'), -110, -90, 10, 1.2],
    [fruit.halved('#3f5a2c', '#cfd96a', '#eef0a8', '#7a4a24'), 110, -60, -16, 1.2],
    [fruit.longFruit('#4c6b35', '#3a5228'), -90, 110, 8, 1.2],
    [fruit.longFruit('#4c6b35', '#3a5228'), 120, 110, -18, 1.2],
  ]),
  'dragon-fruit': on('tray', rows(fruit.dragonFruit, 2, 2, 230, 220, 0, 1.25)),
  salak: on('tray', rows(fruit.salak, 4, 4, 118, 110)),
  rambutan: on('tray', rows(fruit.rambutan, 4, 4, 118, 110)),
  pineapples: on('crate', rows(fruit.pineapple, 1, 3, 0, 170, -8, 1.35)),
  starfruits: on('tray', rows(fruit.wholeStarfruit('#f2c230'), 2, 4, 200, 110, -14, 1.05)),
  'fruit-basket': stand(fruitBasket),
  'fruit-hamper': stand((pen) => hamper(pen, '#c08a4a', '#1d6b45')),
  'chicken-whole': on('foam', [[f.wholeBird('#f0c79c'), -10, 0, 0, 1.3]], '#4f8fa8'),
  'chicken-fillet': on('foam', rows(f.fillet('#f0b0a0'), 2, 3, 230, 116, 0, 1.1), '#e9eef0'),
  'chicken-feet': on('foam', rows(f.chickenFoot, 2, 4, 220, 90, 0, 1), '#3f7d5a'),
  'beef-cut': on('foam', rows(f.steak('#b9383a'), 2, 3, 230, 116, 0, 1.05), '#2f3437'),
  'beef-ribs': on('foam', rows(f.steak('#a8323a', true), 2, 3, 230, 116, 0, 1.05), '#f4f1ea'),
  'fish-grey': on('ice', [
    [more.fish('#7f98a6', null), -10, -100, -6, 1.25],
    [more.fish('#6f8a98', null), 20, 20, 4, 1.25],
    [more.fish('#8aa3af', null), -10, 130, -4, 1.2],
  ]),
  'fish-gold': on('ice', [
    [more.fish('#d9863a', null), -10, -100, -6, 1.25],
    [more.fish('#c9762e', null), 20, 20, 4, 1.25],
    [more.fish('#e09a52', null), -10, 130, -4, 1.2],
  ]),
  'fish-dark': on('ice', [
    [more.fish('#4a5560', null), -10, -100, -6, 1.25],
    [more.fish('#3f4a55', null), 20, 20, 4, 1.25],
    [more.fish('#54606b', null), -10, 130, -4, 1.2],
  ]),
  prawns: on('ice', rows(f.prawn('#e88a6a'), 3, 2, 170, 170, 0, 1)),
  squid: on('ice', rows(f.squid, 1, 3, 0, 140, -5, 1.3)),
  'fish-dried': on('paper', rows(f.driedFish('#8a6f4a'), 2, 6, 230, 74, -8, 1.3)),
  'tofu-white': on('tray', rows(veg.tofu('#fbf6ea'), 3, 3, 134, 132, 0, 1.2)),
  'tofu-yellow': on('tray', rows(veg.tofu('#f0c53a'), 3, 3, 134, 132, 0, 1.2)),
  'tofu-brown': on('tray', rows(veg.tofu('#d9a24e'), 3, 3, 134, 132, 0, 1.2)),
  'tempe-leaf': stand((pen) => block(pen, '#e6d3a0', 'brick', true), 1.18),
  'tempe-board': on('tray', rows(veg.beanCake('#f3e6c8', '#d9b878'), 2, 3, 220, 140, 0, 1.15)),
  'oncom-board': on('tray', rows(veg.beanCake('#d9803a', '#f0b070'), 2, 3, 220, 140, 0, 1.15)),
  sprouts: on(
    'foam',
    [
      [t.strips(['#fbf6e6', '#f3ead0', '#e9dcb4'], 200, 130, 12), 0, 0, 0, 1.15],
      [t.strewn(['#c9b04a', '#dcc76a'], 190, 40, 12), 0, 0],
    ],
    '#3f7d5a',
  ),
};
