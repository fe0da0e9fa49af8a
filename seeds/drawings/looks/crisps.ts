import * as b from '../kit/bits.ts';
import type { Pen } from '../kit/pen.ts';
import { cookieJar } from '../shapes/jar.ts';
import { type Placed, plate } from '../shapes/plate.ts';
import { clearBag, type PackLook, type Sign, standingPouch } from '../shapes/pouch.ts';
import { type Look, type Looks, lie, stand } from './look.ts';

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

/** The packs that crisps come in. */
const PACKS = {
  pouch: standingPouch,
  bag: clearBag,
  jar: (pen: Pen, { pack, goods, backing, sign = 'star', step = 52, scale = 1.2 }: PackLook): string =>
    cookieJar(pen, { stuff: backing, goods, lid: pack, label: pack, sign, step: step * 1.12, scale: scale * 1.1 }),
};

function packs(
  name: string,
  goods: (specks: string | null, warm: number) => PackLook['goods'],
  backing: string,
  flavours: readonly string[],
  kinds: readonly (keyof typeof PACKS)[],
  step = 52,
  scale = 1.2,
): Record<string, Look> {
  const looks: Record<string, Look> = {};
  for (const flavour of flavours) {
    const { pack, specks, sign, warm } = SEASONINGS[flavour] as (typeof SEASONINGS)[string];
    const look: PackLook = { pack, goods: goods(specks, warm), backing, sign, step, scale };
    for (const kind of kinds) looks[`${kind}-${name}-${flavour}`] = stand((pen) => PACKS[kind](pen, look));
  }
  return looks;
}

/** Crisps and crackers: one goods in several seasonings, in the packs they come in. */
export const CRISP_LOOKS: Looks = {
  ...packs(
    'cassava',
    cassava,
    '#e6bd68',
    ['plain', 'red', 'orange', 'green', 'cheese', 'brown', 'sea'],
    ['pouch', 'bag', 'jar'],
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
  'served-crisps': lie((pen) =>
    plate(
      pen,
      'rattan',
      Array.from({ length: 26 }, (_, i): Placed => {
        const angle = i * 2.4;
        const far = 168 * Math.sqrt(1 - i / 26);
        return [
          b.crisp(i % 2 ? '#f3d184' : '#eeb95c', '#c23b1c', 44, 36),
          Math.cos(angle) * far,
          Math.sin(angle) * far,
          i * 41,
          1.5,
        ];
      }),
    ),
  ),
};
