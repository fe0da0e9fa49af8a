import * as b from '../kit/bits.ts';
import type { Pen } from '../kit/pen.ts';
import { carton } from '../shapes/box.ts';
import { bottle, bottleMotif, type DrinkLook, drinkCup } from '../shapes/glass.ts';
import { clearBag, type Sign, standingPouch } from '../shapes/pouch.ts';
import { type Look, type Looks, stand } from './look.ts';

const cup = (look: DrinkLook): Look => stand((pen) => drinkCup(pen, look), 0.99);
const juice = (drink: string, cap: string, label: string, motif: (pen: Pen) => string): Look =>
  stand((pen) => bottle(pen, 'juice', { drink, cap, label, motif }));
const syrup = (drink: string, cap: string, label: string, fruit: string): Look =>
  stand((pen) => bottle(pen, 'slim', { drink, cap, label, motif: bottleMotif.fruit(fruit) }), 1);
const tea = (colour: string, sign: Sign): Look => stand((pen) => carton(pen, colour, sign, { tall: true }), 1.08);

/** Coffee, tea, herbs, juices and syrups. */
export const DRINK_LOOKS: Looks = {
  'coffee-beans': stand((pen) =>
    standingPouch(pen, {
      pack: '#c9a06a',
      goods: [b.coffeeBean('#7a4a2a'), b.coffeeBean('#8f5a34')],
      backing: '#3f2010',
      sign: 'leaf',
      step: 42,
      scale: 1.2,
    }),
  ),
  'coffee-ground': stand((pen) =>
    standingPouch(pen, {
      pack: '#2f2a28',
      goods: [b.ball('#4a2818', 10, false), b.ball('#5a3220', 9, false)],
      backing: '#3f2010',
      sign: 'sun',
      step: 20,
    }),
  ),
  'coffee-red': stand((pen) =>
    standingPouch(pen, {
      pack: '#9a2f26',
      goods: [b.coffeeBean('#6b3f22'), b.coffeeBean('#7d4c2a')],
      backing: '#32180c',
      sign: 'star',
      step: 42,
      scale: 1.2,
    }),
  ),
  'coffee-milk': cup({ layers: ['#7a3f1c', '#c98a52', '#f0dcbc'], bits: 'ice', straw: '#1d6b45' }),
  'coffee-sachets': stand((pen) => carton(pen, '#7a3f22', 'bowl', { tall: true }), 1.08),
  'coffee-cold': juice('#3a1f12', '#2a2a30', '#f3e6cc', bottleMotif.bean('#5a3220')),
  'tea-green': tea('#3f7d3a', 'leaf'),
  'tea-red': tea('#a82f4a', 'leaf'),
  'tea-blue': tea('#2f4fa0', 'leaf'),
  'herbs-bag': stand((pen) =>
    clearBag(pen, {
      pack: '#8a5a34',
      goods: [
        b.stick('#9a5a2c', 60, 14),
        b.leafBit('#8fae5a', 40, 20),
        b.ball('#b9502a', 12),
        b.crisp('#d9a24e', null, 24, 18),
      ],
      backing: '#c9a878',
      sign: 'leaf',
      step: 46,
    }),
  ),
  'pouch-ginger': stand((pen) =>
    standingPouch(pen, {
      pack: '#b9502a',
      goods: [b.ball('#c98a4a', 10, false), b.ball('#b9702e', 9, false)],
      backing: '#a9602a',
      sign: 'sun',
      step: 20,
    }),
  ),
  'jamu-yellow': juice('#e8a020', '#1d6b45', '#fff3d0', bottleMotif.root('#d9902a')),
  'jamu-cream': juice('#ecd9b0', '#8a5a34', '#fffaf0', bottleMotif.root('#c9a06a')),
  'jamu-brown': juice('#8a5a2c', '#d63a21', '#fff3d0', bottleMotif.sprig('#3f7d3a')),
  'cup-tea': cup({ layers: ['#a8521c', '#c9702c'], bits: 'ice', straw: '#d63a21' }),
  'cup-cendol': cup({ layers: ['#8a4a22', '#f3ead6'], bits: 'cendol', bitColours: ['#6fae45'], dome: true }),
  'cup-grass-jelly': cup({
    layers: ['#8a4a22', '#e9e0c8'],
    bits: 'jelly',
    bitColours: ['#3f6b3a', '#2f4f2a'],
    dome: true,
    straw: '#1d6b45',
  }),
  'cup-coconut': cup({
    layers: ['#eef3ee', '#f6f8f2'],
    bits: 'jelly',
    bitColours: ['#ffffff', '#f3efe0'],
    straw: '#5a9c45',
  }),
  'cup-fruits': cup({
    layers: ['#f0506a', '#f9a0ac'],
    bits: 'fruit',
    bitColours: ['#f4d04a', '#7fb069', '#f7f0e0', '#e8505a'],
    straw: '#f2b92e',
    dome: true,
  }),
  'cup-avocado': cup({ layers: ['#a6bd5a', '#bccf72'], straw: '#5a3220', dome: true }),
  'cup-guava': cup({ layers: ['#e8607a', '#f08a9a'], straw: '#1d6b45' }),
  'cup-mango-juice': cup({ layers: ['#f2a92a', '#f6c04a'], straw: '#d63a21' }),
  'cup-thai-tea': cup({ layers: ['#d9742c', '#e89a52', '#fbe6cc'], bits: 'ice', straw: '#2a2a30' }),
  'milk-white': juice('#fbf6ea', '#3c6fa8', '#cfe0f0', bottleMotif.cup('#3c6fa8')),
  'milk-pink': juice('#f6b8c8', '#d9486b', '#fff6f2', bottleMotif.fruit('#d63a4a')),
  'milk-chocolate': juice('#8a5a3c', '#5a3220', '#fbeedd', bottleMotif.cup('#6b3d26')),
  'milk-green': juice('#b9cf8a', '#4f7a2f', '#f9fbe8', bottleMotif.sprig('#4f7a2f')),
  'syrup-orange': syrup('#e8862a', '#f2c230', '#fff3d8', '#e8862a'),
  'syrup-green': syrup('#9fbf3a', '#1d6b45', '#fbf9d8', '#8fae2f'),
  'syrup-red': syrup('#a81f3a', '#2a2a30', '#fbe3e0', '#c0283a'),
  'pouch-cocoa': stand((pen) =>
    standingPouch(pen, {
      pack: '#6b3d26',
      goods: [b.ball('#7a4a30', 10, false), b.ball('#5a3220', 9, false)],
      backing: '#5a3220',
      sign: 'bowl',
      step: 20,
    }),
  ),
  'pouch-taro': stand((pen) =>
    standingPouch(pen, {
      pack: '#8a6aa8',
      goods: [b.ball('#c9b0d9', 10, false), b.ball('#b99ccc', 9, false)],
      backing: '#b99ccc',
      sign: 'star',
      step: 20,
    }),
  ),
};
