import * as b from '../kit/bits.ts';
import * as fried from '../kit/fried-pieces.ts';
import * as p from '../kit/pieces.ts';
import { carton, freezerPack } from '../shapes/box.ts';
import { dessertCup } from '../shapes/dessert.ts';
import { bottle, bottleMotif } from '../shapes/glass.ts';
import { cookieJar, pasteJar } from '../shapes/jar.ts';
import { plate } from '../shapes/plate.ts';
import { clearBag, type PackLook, type Sign, standingPouch } from '../shapes/pouch.ts';
import { packStar, pillowPack } from '../shapes/sack.ts';
import { type Look, type Looks, lie, ring, stand } from './look.ts';

const jar = (stuff: string, goods: PackLook['goods'], lid: string, sign: Sign, step = 58, scale = 1.2): Look =>
  stand((pen) => cookieJar(pen, { stuff, goods, lid, label: lid, sign, step, scale }));
const paste = (stuff: string, lid: string, label: string, sign: Sign, goods?: PackLook['goods'], step = 34): Look =>
  stand((pen) => pasteJar(pen, goods ? { stuff, lid, label, sign, goods, step } : { stuff, lid, label, sign }));
const frozen = (colour: string, bits: PackLook['goods'], step: number, scale = 1): Look =>
  stand((pen) =>
    freezerPack(pen, colour, (q) => b.pile(q, { x: 226, y: 390, width: 370, height: 240 }, step, bits, scale, 30)),
  );
const pillow = (colour: string, bits: PackLook['goods'], star: string, step = 40): Look =>
  stand((pen) =>
    pillowPack(pen, colour, b.pile(pen, { x: 250, y: 380, width: 310, height: 200 }, step, bits), packStar(star)),
  );

/** A powder seen through a window. */
const powder = (colour: string) => [b.ball(colour, 20, false)];

/** Packed food: crisps, nuts, frozen food, floss, sambal, spice, honey and what is made of starfruit. */
export const PACKED_LOOKS: Looks = {
  'jar-peyek': jar('#e3b866', [b.cracker('#e6bc6a', '#b97f35', 42)], '#d9602c', 'star', 70, 1.15),
  'jar-peanuts': jar('#d9a860', [b.peanut('#e0b26a'), b.peanut('#d9a24e')], '#1d6b45', 'leaf', 46, 1.3),
  'jar-cashews': jar('#eed39a', [b.cashew('#f0d59c')], '#8a4d2c', 'star', 54, 1.2),
  'jar-onion-sticks': jar('#eec878', [b.stick('#eec070', 70, 18)], '#e3a32c', 'sun', 50, 1.25),
  'jar-ears': jar('#b9793c', [b.cracker('#c98a45', '#6b3d22', 40)], '#6b3d22', 'sun', 66, 1.15),
  'jar-puffs': jar('#8a5230', [b.ball('#9a5f38', 26), b.ball('#8a5230', 26)], '#e2bd62', 'star', 56, 1.25),
  'bag-pilus': stand((pen) =>
    clearBag(pen, {
      pack: '#2f6f9a',
      goods: [b.ball('#f0dcae', 16), b.ball('#e8cf9a', 16)],
      backing: '#e6cf9c',
      sign: 'star',
      step: 36,
      scale: 1.1,
    }),
  ),
  'bag-popcorn': stand((pen) =>
    clearBag(pen, {
      pack: '#d63a4a',
      goods: [b.popcorn('#e8a84a'), b.popcorn('#f6dfa0')],
      backing: '#e8bd6a',
      sign: 'star',
      step: 54,
      scale: 1.2,
    }),
  ),
  'cup-mango': stand((pen) => dessertCup(pen, ['#f2b93a', '#f6cf6a'], 'fruit')),
  'box-chocolates': stand((pen) =>
    carton(pen, '#5a2f3a', 'star', {
      window: (q) =>
        b.pile(
          q,
          { x: 180, y: 430, width: 400, height: 220 },
          62,
          [b.ball('#5a3220', 27), b.blossom('#7a4a30', '#f3d9a8'), b.cube('#3f2115', 44)],
          1.1,
          20,
        ),
    }),
  ),
  'box-dates': stand((pen) =>
    carton(pen, '#1d6b45', 'sun', {
      window: (q) =>
        b.pile(
          q,
          { x: 180, y: 430, width: 400, height: 220 },
          50,
          [b.crisp('#6b3520', null, 32, 18), b.crisp('#7a4226', '#f3d9a8', 32, 18)],
          1.1,
        ),
    }),
  ),
  'frozen-nugget': frozen('#2f7ec0', [b.cube('#e0a24a', 52)], 60),
  'frozen-balls': frozen('#c23a4a', [b.ball('#a9826a', 30)], 58),
  'frozen-sausage': frozen('#d9602c', [b.stick('#c8553a', 96, 30)], 62),
  'frozen-dumpling': frozen('#3f8a5a', [(q) => fried.dumpling('#f3e2b4', '#e0b890')(q)], 104, 0.86),
  'frozen-rolls': frozen('#2a5f8a', [b.stick('#d9a24e', 100, 34)], 66),
  'frozen-flat': frozen('#7a5aa0', [b.crisp('#e8c88a', '#b98a4a', 62, 54)], 100),
  'frozen-fishcake': frozen('#3c8fa8', [b.stick('#e6d3b0', 92, 34), b.crisp('#e6d3b0', null, 32, 28)], 64),
  'pouch-floss': stand((pen) =>
    standingPouch(pen, {
      pack: '#b9854a',
      goods: [b.strand('#b9762e', 70, 8)],
      backing: '#a9672b',
      sign: 'bowl',
      step: 20,
      scale: 1.1,
    }),
  ),
  'pouch-floss-red': stand((pen) =>
    standingPouch(pen, {
      pack: '#a83226',
      goods: [b.strand('#a9502a', 70, 8), b.strand('#c26a35', 64, 8)],
      backing: '#8f4520',
      sign: 'chili',
      step: 20,
      scale: 1.1,
    }),
  ),
  'pouch-fish-floss': stand((pen) =>
    standingPouch(pen, {
      pack: '#3c7f9a',
      goods: [b.strand('#d9b070', 70, 8)],
      backing: '#c9a060',
      sign: 'bowl',
      step: 20,
      scale: 1.1,
    }),
  ),
  'pouch-jerky': stand((pen) =>
    standingPouch(pen, {
      pack: '#6b2f22',
      goods: [b.crisp('#7a3524', '#c2502a', 40, 30)],
      backing: '#5a2418',
      sign: 'chili',
      step: 54,
    }),
  ),
  'sambal-red': paste('#c02a1a', '#e2bd62', '#b9281a', 'chili', [
    b.leafBit('#d8482f', 22, 12),
    b.ball('#f6d28a', 4.5, false),
  ]),
  'sambal-dark': paste('#7a2a1c', '#2a2a30', '#7a2a1c', 'chili', [
    b.leafBit('#a8402a', 24, 12),
    b.ball('#e8b070', 4.5, false),
  ]),
  'sambal-green': paste('#5f8f2f', '#e2bd62', '#3f7d3a', 'chili', [
    b.leafBit('#86b04a', 24, 12),
    b.ball('#f3e6b0', 4.5, false),
  ]),
  'sambal-fresh': paste('#e0b08a', '#c8372a', '#c8372a', 'leaf', [
    b.leafBit('#d8331f', 26, 12),
    b.leafBit('#5f9a3f', 28, 10),
    b.crisp('#f3e3e6', null, 16, 12),
  ]),
  'sauce-peanut': paste(
    '#a9642c',
    '#c8372a',
    '#8a4d22',
    'bowl',
    [b.ball('#c98a45', 7, false), b.ball('#8a4d22', 5, false)],
    40,
  ),
  pickles: paste(
    '#e6e0a0',
    '#1d6b45',
    '#1d6b45',
    'leaf',
    [b.cube('#a6c95a', 30), b.cube('#ee8a2c', 26), b.ball('#b9486a', 13)],
    46,
  ),
  'bottle-soy': stand(
    (pen) =>
      bottle(pen, 'slim', { drink: '#2a140c', cap: '#d63a21', label: '#f7d46a', motif: bottleMotif.bean('#6b3d22') }),
    1,
  ),
  'bottle-chili': stand(
    (pen) =>
      bottle(pen, 'slim', { drink: '#c8321f', cap: '#3f7d3a', label: '#fff1d8', motif: bottleMotif.fruit('#d63a21') }),
    1,
  ),
  'spice-red': pillow('#b9382a', powder('#a8402a'), '#f2c230', 26),
  'spice-yellow': pillow('#e3a32c', powder('#e0a024'), '#8a4d22', 26),
  'spice-white': pillow('#8fae6a', [b.ball('#efe6d2', 9, false), b.leafBit('#e3d9bf', 22, 10)], '#fff6dd', 24),
  'spice-brown': pillow('#8a5a34', powder('#9a6a3c'), '#f2c230', 26),
  'pouch-cinnamon': stand((pen) =>
    standingPouch(pen, {
      pack: '#c9a06a',
      goods: [b.stick('#8a4d26', 120, 22)],
      backing: '#a9713a',
      sign: 'leaf',
      step: 52,
    }),
  ),
  'jar-shallots': jar('#c98a3a', [b.strand('#b9762e', 30, 10), b.strand('#d99a45', 28, 9)], '#c8372a', 'sun', 26, 1.1),
  'honey-amber': paste('#e39a1c', '#8a5a1c', '#8a5a1c', 'drop'),
  'honey-dark': paste('#8f4a14', '#2a2a30', '#6b3a12', 'drop'),
  'honey-bottle': stand(
    (pen) =>
      bottle(pen, 'small', { drink: '#d98a1c', cap: '#8a5a1c', label: '#fff1c8', motif: bottleMotif.star('#e39a1c') }),
    1.14,
  ),
  'jam-yellow': paste('#f0b52c', '#c8372a', '#d98a1c', 'sun'),
  'jam-red': paste('#c0283a', '#fdf6e3', '#c0283a', 'leaf', [b.ball('#f3a0a0', 4, false)], 40),
  'jam-green': paste('#9aae4a', '#e2bd62', '#4f7a2f', 'leaf'),
  'pouch-palm-sugar': stand((pen) =>
    standingPouch(pen, { pack: '#d6b078', goods: powder('#a9672b'), backing: '#8f5522', sign: 'leaf', step: 28 }),
  ),
  'bottle-starfruit': stand((pen) =>
    bottle(pen, 'juice', { drink: '#f2c83a', cap: '#1d6b45', label: '#fff6d8', motif: bottleMotif.star('#e3a91c') }),
  ),
  'pies-starfruit': lie((pen) =>
    plate(
      pen,
      'white',
      ring((q) => p.bun('#d9a04a', null, 76)(q) + b.starSlice('#f4d04a', '#c9962a', 44)(q), 5, 140, 1.08),
      '#1d6b45',
    ),
  ),
};
