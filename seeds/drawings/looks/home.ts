import { ball, cracker } from '../kit/bits.ts';
import { at } from '../kit/pen.ts';
import { wovenBag } from '../shapes/bags.ts';
import { basket } from '../shapes/basket.ts';
import { carton, giftBox, hamper } from '../shapes/box.ts';
import * as care from '../shapes/care.ts';
import * as clay from '../shapes/clayware.ts';
import * as cleaning from '../shapes/cleaning.ts';
import { foldedCloth, spreadCloth } from '../shapes/cloth.ts';
import { cupStar } from '../shapes/cup-star.ts';
import * as lights from '../shapes/electric.ts';
import * as furniture from '../shapes/furniture.ts';
import * as gifts from '../shapes/gifts.ts';
import { bottle, bottleMotif } from '../shapes/glass.ts';
import * as homeCloth from '../shapes/home-cloth.ts';
import { cookieJar, pasteJar } from '../shapes/jar.ts';
import { softToy } from '../shapes/kids.ts';
import * as kitchen from '../shapes/kitchen.ts';
import { foldedScarf } from '../shapes/modest.ts';
import { pottedPlant } from '../shapes/plant.ts';
import { clearBag } from '../shapes/pouch.ts';
import * as again from '../shapes/upcycled.ts';
import * as wood from '../shapes/wood.ts';
import * as yarn from '../shapes/yarn.ts';
import { type Looks, lie, stand } from './look.ts';

const small = (drink: string, cap: string, label: string, sign: string, kind: 'sprig' | 'star' | 'fruit' = 'sprig') =>
  stand((pen) => bottle(pen, 'small', { drink, cap, label, motif: bottleMotif[kind](sign) }), 1.16);

/** Crafts, the household, and care for body and face. */
export const HOME_LOOKS: Looks = {
  amigurumi: stand((pen) => softToy(pen, '#e9c3cf', '#fff6ea', true, true), 1.06),
  coasters: lie((pen) => yarn.crochetRounds(pen, ['#e98aa6', '#fff6ea', '#7fc3b8'], false), 1.1),
  doily: lie((pen) => yarn.crochetRounds(pen, ['#fdf6e6', '#d9b98a'], true), 1.1),
  'scarf-knit': lie((pen) => foldedScarf(pen, '#3f7f8a', 'stripes', '#e8d9b0', true), 1.1),
  'cushion-embroidered': lie((pen) => yarn.cushion(pen, '#f1e6cc', 'plain', '#d9486b', true), 1.12),
  'cushion-checked': lie((pen) => yarn.cushion(pen, '#3c6f8a', 'checks', '#cfe3ea', false), 1.12),
  'cushion-leaves': lie((pen) => yarn.cushion(pen, '#c9803f', 'leaves', '#f6dfb0', false), 1.12),
  'hat-knit': stand((pen) => yarn.knitHat(pen, '#3c8fa8', '#fff6ea'), 1.08),
  'basket-rattan': stand((pen) => basket(pen, '#b9803f', '', 'arch')),
  'box-bamboo': stand((pen) => basket(pen, '#d6b878', '', 'none'), 1.16),
  'mat-pandan': lie((pen) => spreadCloth(pen, 'tenun', '#c9a86a', '#7a8f4a', 'mat'), 1.1),
  'tray-wood': lie((pen) => wood.woodTray(pen, '#c98f52'), 1.12),
  'board-wood': lie((pen) => kitchen.knifeOnBoard(pen, '#c98f52', false), 1.04),
  macrame: lie((pen) => yarn.macrame(pen, '#f1e6cc', '#a9713a')),
  'tissue-box': stand((pen) => carton(pen, '#b98a4f', 'leaf')),
  'lamp-bamboo': stand((pen) => wood.bambooLamp(pen, '#c9923f'), 1.02),
  becak: stand((pen) => wood.miniatureBecak(pen, '#a9713a', '#2f6f9a'), 1.1),
  spoons: lie((pen) => wood.woodSpoons(pen, '#c08a4f'), 1.12),
  'pot-clay': stand((pen) =>
    at(400, 424, at(-400, -570, pottedPlant(pen, 'empty', '#3f8a4a', '#8fc97a', '#c2683c')), 0, 1.9),
  ),
  'mug-blue': stand((pen) => kitchen.mug(pen, '#fbf6ea', '#3c6fa8', cupStar('#3c6fa8'))),
  'mug-green': stand((pen) => kitchen.mug(pen, '#4f8f6a', '#e8d9a0', cupStar('#f6e3b0'))),
  'money-box': stand((pen) => clay.clayware(pen, '#c2683c', '#f1d9a8', 'piggy'), 1.16),
  'plates-blue': lie((pen) => clay.clayware(pen, '#fbf6ea', '#3c6fa8', 'plates'), 1.12),
  mortar: lie((pen) => kitchen.mortar(pen, '#7d7f80'), 1.12),
  vase: stand((pen) => clay.clayware(pen, '#e9dcc3', '#3c6fa8', 'vase')),
  kendi: stand((pen) => clay.clayware(pen, '#b9623a', '#e8c88a', 'kendi')),
  hamper: stand((pen) => hamper(pen, '#c08a4a', '#d63a21')),
  favours: stand((pen) => gifts.favours(pen, '#f1e0c8', '#b9788a'), 1.12),
  'bouquet-flowers': stand((pen) => gifts.bouquet(pen, '#e9c3cf', ['#d63a4a', '#f2b92e', '#9c6ba8'], false)),
  'bouquet-snacks': stand((pen) => gifts.bouquet(pen, '#3c6fa8', ['#d63a21', '#f2b92e', '#5a9c45'], true)),
  'gift-green': stand((pen) => giftBox(pen, '#7a9a5a', '#f2c230')),
  'gift-pink': stand((pen) => giftBox(pen, '#e3b0bc', '#fff6ea')),
  magnets: lie((pen) => gifts.printed(pen, ['#1d6b45', '#d9602c', '#3c6fa8'], 'magnets'), 1.14),
  card: lie((pen) => gifts.printed(pen, ['#e98aa6', '#8a4a5a'], 'card'), 1.1),
  'frame-photo': lie((pen) => wood.frame(pen, '#a9713a', 'photo'), 1.12),
  'frame-ornament': lie((pen) => wood.frame(pen, '#7a4a24', 'calligraphy'), 1.12),
  'mirror-round': lie((pen) => wood.frame(pen, '#d6a566', 'mirror'), 1.1),
  'bag-sachet': stand((pen) => wovenBag(pen, '#8a6a4a', '#2f3437', false)),
  'flowers-plastic': stand((pen) => again.upcycled(pen, '#a9d5e2', 'flowers'), 0.94),
  'lamp-bottle': stand((pen) => again.upcycled(pen, '#7fae8a', 'lamp'), 0.98),
  'pot-bottle': stand((pen) => again.upcycled(pen, '#3c8fa8', 'pot')),
  'mat-patch': lie((pen) => spreadCloth(pen, 'tenun', '#4f6f8a', '#e8b05a', 'mat'), 1.1),
  'pot-steel': stand((pen) => kitchen.cookingPot(pen, '#b9c6cb', '#b23a1e')),
  'pot-steamer': stand((pen) => kitchen.cookingPot(pen, '#c3cbcd', '#2f3437', true)),
  wok: lie((pen) => kitchen.wok(pen, '#43484d', '#8a5a34'), 1.08),
  knife: lie((pen) => kitchen.knifeOnBoard(pen, '#c98f52')),
  'jar-glass': stand((pen) =>
    cookieJar(pen, {
      stuff: '#dfeaec',
      lid: '#b9854a',
      label: '#b9854a',
      sign: 'leaf',
      goods: [cracker('#f3e2b4', '#c99f5a', 40)],
      step: 74,
    }),
  ),
  'tin-round': lie((pen) => kitchen.bakingTin(pen, '#b9bec2', true), 1.12),
  'tin-square': lie((pen) => kitchen.bakingTin(pen, '#b3a89a', false), 1.16),
  lunchbox: stand((pen) => kitchen.lunchBox(pen, '#3c8fa8'), 1.18),
  flask: stand((pen) => kitchen.flask(pen, '#e8823a')),
  apron: lie((pen) => homeCloth.apron(pen, '#7a3f22', 'kawung', '#e8c88a', false)),
  napkins: stand((pen) => foldedCloth(pen, 'checks', '#e9e3d6', '#c8372a', '#c8372a'), 1.18),
  'broom-fibre': stand((pen) => cleaning.broom(pen, '#4a3324', '#c08a4a', 'fibre'), 1.04),
  'broom-ribs': stand((pen) => cleaning.broom(pen, '#b9985a', '#c08a4a', 'ribs'), 1.04),
  mop: stand((pen) => cleaning.broom(pen, '#f3ead6', '#8d959a', 'mop'), 1.04),
  bin: stand((pen) => cleaning.bin(pen, '#4f8f5a')),
  'can-green': stand((pen) => cleaning.cleaningCan(pen, '#7fbf6a', '#f2b92e', '#1d6b45')),
  'can-blue': stand((pen) => cleaning.cleaningCan(pen, '#5aa9cf', '#d63a21', '#2f6f9a')),
  'can-pink': stand((pen) => cleaning.cleaningCan(pen, '#e3a0bc', '#7a5aa0', '#9c4a7a')),
  'can-brown': stand((pen) => cleaning.cleaningCan(pen, '#b98a4f', '#3f7d3a', '#3f7d3a')),
  'bed-floral': stand((pen) => homeCloth.bedSet(pen, '#9cc3c8', 'floral', '#fffaf0'), 1.06),
  'bed-stripes': stand((pen) => homeCloth.bedSet(pen, '#c9a0a8', 'stripes', '#fff6f2'), 1.06),
  'blanket-folded': stand((pen) => foldedCloth(pen, 'checks', '#4f7f8a', '#e8e0c8', '#f3ead6'), 1.18),
  curtain: lie((pen) => homeCloth.curtain(pen, '#c98a6a', '#8a5a34')),
  'mat-door': lie((pen) => spreadCloth(pen, 'leaves', '#8a6a4a', '#e8d0a0', 'mat'), 1.1),
  'table-cloth': lie((pen) => spreadCloth(pen, 'leaves', '#f1e6cc', '#7fae6a', 'square'), 1.16),
  'rack-spice': stand((pen) => furniture.furniture(pen, '#c98f52', 'spices', '#fff')),
  'rack-shoes': stand((pen) => furniture.furniture(pen, '#a9713a', 'rack', '#f2b92e')),
  drawers: stand((pen) => furniture.furniture(pen, '#7fa9b9', 'drawers', '#fffaf0'), 1.06),
  'table-folding': stand((pen) => furniture.furniture(pen, '#8d959a', 'table', '#3c8fa8'), 1.12),
  'chair-rattan': stand((pen) => furniture.furniture(pen, '#c9923f', 'chair', '#7f9a6a'), 1.04),
  clock: lie((pen) => furniture.clock(pen, '#1d6b45', '#fffaf0'), 1.12),
  bulb: stand((pen) => lights.electric(pen, '#f4f1ea', 'bulb'), 1.04),
  'lamp-bedside': stand((pen) => lights.electric(pen, '#e3b6b0', 'lamp'), 1.08),
  lantern: stand((pen) => lights.electric(pen, '#d9602c', 'lantern'), 1.08),
  fan: stand((pen) => lights.electric(pen, '#3c8fa8', 'fan'), 1.02),
  'soap-cream': stand((pen) => care.soapBars(pen, '#f0dcb8', '#e98aa6', '#4f9a45')),
  'soap-green': stand((pen) => care.soapBars(pen, '#b9cf9a', '#fff6e0', '#3f7d3a')),
  'soap-coffee': stand((pen) => care.soapBars(pen, '#9a6b4a', '#f3e3c8', '#5a3a24')),
  'pump-green': stand((pen) => care.pumpBottle(pen, '#a9cf9a', '#fff8ea', bottleMotif.sprig('#3f7d3a'))),
  'pump-lilac': stand((pen) => care.pumpBottle(pen, '#b9a6cf', '#fff8f6', bottleMotif.sprig('#7a5aa0'))),
  'pump-clear': stand((pen) => care.pumpBottle(pen, '#a9d5e2', '#ffffff', bottleMotif.star('#f2c230'))),
  'pump-rose': stand((pen) => care.pumpBottle(pen, '#e9b0b8', '#fff6f2', bottleMotif.fruit('#d9486b'))),
  'jar-scrub': stand((pen) => care.creamJar(pen, '#d9b98a', '#a8643f', '#4f9a45'), 1.14),
  'jar-salt': stand((pen) =>
    clearBag(pen, {
      pack: '#8a7ab0',
      goods: [ball('#fbf6fa', 10, false), ball('#e6d9f0', 9, false)],
      backing: '#eee6f3',
      sign: 'leaf',
      step: 22,
    }),
  ),
  'oil-green': small('#7f9a3a', '#2a2a30', '#f3f0d8', '#4f7a2f'),
  'oil-amber': small('#c98a2c', '#2a2a30', '#fbf0d0', '#8a5a1c'),
  'oil-clear': small('#cfe6ec', '#3c6fa8', '#ffffff', '#3c8fa8'),
  'oil-rose': small('#f0c3c8', '#b9486a', '#fff8f6', '#d9486b', 'fruit'),
  'mask-powder': stand((pen) =>
    clearBag(pen, {
      pack: '#d98a9a',
      goods: [ball('#f6ead6', 10, false), ball('#ecdcc0', 9, false)],
      backing: '#efe0c6',
      sign: 'leaf',
      step: 20,
    }),
  ),
  lipstick: stand((pen) => care.lipstick(pen, '#b9383a', '#3a3a42')),
  balm: lie((pen) => care.balmTin(pen, '#dfe6a8', '#1d6b45'), 1.12),
  'balm-pink': lie((pen) => care.balmTin(pen, '#f6cdb8', '#c9607a'), 1.12),
  candle: stand((pen) => care.candle(pen, '#e9dcf0', '#fffaf0', '#8a6aa0'), 1.06),
  'serum-jar': stand((pen) => pasteJar(pen, { stuff: '#f3d9b0', lid: '#f6f1e6', label: '#c98a6a', sign: 'drop' })),
};
