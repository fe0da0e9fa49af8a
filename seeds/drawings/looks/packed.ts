import * as b from '../kit/bits.ts';
import * as p from '../kit/pieces.ts';
import { carton, freezerPack } from '../shapes/box.ts';
import { dessertCup } from '../shapes/dessert.ts';
import { bottle, bottleMotif } from '../shapes/glass.ts';
import { cookieJar, pasteJar } from '../shapes/jar.ts';
import { plate } from '../shapes/plate.ts';
import { clearBag, type PackLook, type Sign, standingPouch } from '../shapes/pouch.ts';
import { packStar, pillowPack } from '../shapes/staples.ts';
import { type Look, type Looks, lie, ring, stand } from './look.ts';

/** A flavour's pack colour, what it leaves on the goods, and its sign. */
const SEASONINGS: Readonly<Record<string, { pack: string; specks: string | null; sign: Sign; warm: number }>> = {
  plain: { pack: '#e3a32c', specks: null, sign: 'star', warm: 0 },
  red: { pack: '#c8372a', specks: '#c23b1c', sign: 'chili', warm: 1 },
  orange: { pack: '#e2702a', specks: '#d1501c', sign: 'chili', warm: 1 },
  green: { pack: '#3f8a45', specks: '#5f8f3a', sign: 'leaf', warm: 0 },
  cheese: { pack: '#f4c430', specks: '#f0a92a', sign: 'sun', warm: 0 },
  brown: { pack: '#8a4d2c', specks: '#8a4a20', sign: 'bowl', warm: 1 },
  sea: { pack: '#1f5f66', specks: '#2f5a4a', sign: 'leaf', warm: 0 },
};

/** The goods by their colour, dusted. */
const cassava = (specks: string | null, warm: number) => [b.crisp(warm ? '#eeb95c' : '#f3d184', specks)];

function packs(
  name: string,
  goods: (specks: string | null, warm: number) => PackLook['goods'],
  backing: string,
  flavours: readonly string[],
  kinds: readonly ('pouch' | 'bag')[],
  step = 52,
  scale = 1.2,
): Record<string, Look> {
  const looks: Record<string, Look> = {};
  for (const flavour of flavours) {
    const { pack, specks, sign, warm } = SEASONINGS[flavour] as (typeof SEASONINGS)[string];
    const look: PackLook = { pack, goods: goods(specks, warm), backing, sign, step, scale };
    for (const kind of kinds)
      looks[`${kind}-${name}-${flavour}`] = stand((pen) =>
        kind === 'pouch' ? standingPouch(pen, look) : clearBag(pen, look),
      );
  }
  return looks;
}

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
  ...packs(
    'cassava',
    cassava,
    '#e6bd68',
    ['plain', 'red', 'orange', 'green', 'cheese', 'brown', 'sea'],
    ['pouch', 'bag'],
  ),
  ...packs('banana', () => [b.crisp('#f2cf6a', null, 38, 20)], '#e6bd5a', ['plain', 'cheese'], ['bag']),
  ...packs('banana-chocolate', () => [b.crisp('#7a4a2c', '#4a2818', 38, 20)], '#6b3d22', ['brown'], ['pouch']),
  ...packs('tempe', (_, warm) => [b.tempe(warm ? '#c98a45' : '#d9a860')], '#c9924e', ['plain', 'red'], ['bag'], 60),
  ...packs(
    'spinach',
    () => [b.leafBit('#6f8f3a', 70, 48), b.leafBit('#8aa84a', 64, 44)],
    '#b9b25a',
    ['green'],
    ['bag'],
    54,
  ),
  ...packs('purple', (specks) => [b.crisp('#8d5aa8', specks)], '#7a4a94', ['plain'], ['pouch', 'bag']),
  ...packs(
    'potato',
    (specks, warm) => [b.crisp(warm ? '#eac06a' : '#f6dd98', specks, 36, 30)],
    '#ecc97a',
    ['plain', 'red'],
    ['pouch'],
    58,
  ),
  ...packs(
    'skin',
    (specks) => [b.strand('#d9a24e', 66, 22), b.crisp('#d9a24e', specks, 30, 18)],
    '#c98f45',
    ['plain', 'red'],
    ['pouch'],
    44,
  ),
  ...packs(
    'mushroom',
    () => [b.strand('#e0b26a', 60, 16), b.crisp('#d9a860', '#8a5a2c', 26, 16)],
    '#c99a55',
    ['brown', 'plain'],
    ['bag'],
    44,
  ),
  ...packs(
    'chili-chips',
    (specks, warm) => [b.crisp(warm ? '#d9602c' : '#e8b25a', specks, 24, 30), b.leafBit('#5f8f3a', 26, 12)],
    '#c2552a',
    ['red', 'plain'],
    ['bag'],
    46,
  ),
  ...packs(
    'macaroni',
    (_, warm) => [b.macaroni(warm ? '#e07a3a' : '#f0cd7a')],
    '#d9a85a',
    ['plain', 'red'],
    ['pouch', 'bag'],
    50,
  ),
  ...packs('prawn-cracker', () => [b.cracker('#f6dcc0', '#e0a888', 44)], '#eecfae', ['plain'], ['bag'], 70),
  ...packs('rice-cracker', () => [b.cracker('#f3e2b4', '#c99f5a', 46)], '#e3cb92', ['plain', 'red'], ['bag'], 72),
  ...packs('emping', () => [b.crisp('#eed9a0', '#c9a860', 36, 32)], '#dcc385', ['plain'], ['bag'], 56),
  ...packs(
    'starfruit-chips',
    () => [b.starSlice('#f4d04a', '#b9a32f', 36)],
    '#e9d77e',
    ['plain', 'green'],
    ['bag'],
    56,
  ),
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
  'frozen-dumpling': frozen('#3f8a5a', [(q) => p.dumpling('#f3e2b4', '#e0b890')(q)], 104, 0.86),
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
