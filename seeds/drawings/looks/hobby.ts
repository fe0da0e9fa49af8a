import { ball, crisp, strand } from '../kit/bits.ts';
import * as bag from '../shapes/bags.ts';
import * as gadget from '../shapes/gadget.ts';
import * as garden from '../shapes/garden.ts';
import { bottoms, garment } from '../shapes/garment.ts';
import * as gifts from '../shapes/gifts.ts';
import { bottle, bottleMotif } from '../shapes/glass.ts';
import * as kids from '../shapes/kids.ts';
import { visorCap } from '../shapes/modest.ts';
import * as pets from '../shapes/pets.ts';
import { pottedPlant } from '../shapes/plant.ts';
import * as play from '../shapes/play.ts';
import { clearBag, standingPouch } from '../shapes/pouch.ts';
import * as road from '../shapes/road.ts';
import { sack } from '../shapes/sack.ts';
import { hang, type Looks, lie, stand } from './look.ts';

/** Plants and animals, toys and school, telephones and the road. */
export const HOBBY_LOOKS: Looks = {
  'plant-aglonema': stand((pen) => pottedPlant(pen, 'broad', '#3f8a4a', '#e98aa6', '#c2683c')),
  'plant-monstera': stand((pen) => pottedPlant(pen, 'split', '#2f7a45', '#8fc97a', '#f1ead8')),
  'plant-sword': stand((pen) => pottedPlant(pen, 'sword', '#3f8a4a', '#e9d27a', '#3c6f8a'), 1.02),
  'plant-orchid': stand((pen) => pottedPlant(pen, 'orchid', '#4c8a3c', '#c96ab0', '#f1ead8')),
  'plant-cactus': stand((pen) => pottedPlant(pen, 'cactus', '#5a9c5a', '#e8668a', '#c2683c')),
  'plant-rose': stand((pen) => pottedPlant(pen, 'rose', '#3f8a4a', '#d63a4a', '#8a5a3a')),
  'plant-trailing': stand((pen) => pottedPlant(pen, 'trailing', '#6fae45', '#d9e07a', '#f1ead8'), 1.16),
  'plant-bonsai': stand((pen) => pottedPlant(pen, 'bonsai', '#3f8a4a', '#8fc97a', '#3c6f8a')),
  'plant-sapling': stand((pen) => pottedPlant(pen, 'sapling', '#3f8a4a', '#8fc97a', '#45454a'), 1.02),
  'seeds-chili': lie((pen) => garden.seedPacket(pen, '#d9602c', 'chili'), 1.1),
  'seeds-leaf': lie((pen) => garden.seedPacket(pen, '#4f8f42', 'leaf'), 1.1),
  compost: stand((pen) => sack(pen, '#8fae8a', '#4a3324', 'leaf')),
  husk: stand((pen) => sack(pen, '#c9b48a', '#3a3634', 'leaf')),
  fertilizer: stand((pen) =>
    bottle(pen, 'juice', { drink: '#6b5a2f', cap: '#1d6b45', label: '#eef3d8', motif: bottleMotif.sprig('#3f7d3a') }),
  ),
  'pots-plastic': stand((pen) => garden.plasticPots(pen, ['#45454a', '#d9602c', '#5a9c45']), 1.14),
  'kit-hydro': stand((pen) => garden.hydroKit(pen), 1.12),
  'fish-betta': stand((pen) => pets.fishBowl(pen, '#2f4fa8', '#d63a4a', false), 1.14),
  'fish-guppy': stand((pen) => pets.fishBowl(pen, '#f2a93a', '#3c8fa8', true), 1.14),
  'fish-koi': lie((pen) => pets.koi(pen), 1.08),
  'feed-fish': stand((pen) =>
    standingPouch(pen, {
      pack: '#2f6f9a',
      goods: [ball('#c98a45', 12, false), ball('#a9672b', 11, false)],
      backing: '#8f5a2c',
      sign: 'drop',
      step: 26,
    }),
  ),
  'feed-cat': stand((pen) => sack(pen, '#e3b06a', '#b9702e', 'paw')),
  'feed-bird': stand((pen) => sack(pen, '#d6c98a', '#e0b84a', 'bird')),
  'sand-cat': stand((pen) => sack(pen, '#a9c0d0', '#e6e3da', 'paw')),
  'cage-bird': stand((pen) => pets.birdCage(pen, '#b9854a'), 1.06),
  'collar-cat': lie((pen) => pets.collar(pen, '#d63a4a'), 1.08),
  'car-wood': stand((pen) => kids.woodenCar(pen, '#d6a566', '#d63a21'), 1.12),
  puzzle: lie((pen) => kids.jigsaw(pen, ['#3c8fa8', '#5a9c45', '#d9602c', '#e98aa6']), 1.06),
  'toy-bear': stand((pen) => kids.softToy(pen, '#c98a5a', '#f1dcb8', false, false)),
  blocks: stand((pen) => kids.blocks(pen, ['#d63a21', '#f2b92e', '#3c8fa8', '#5a9c45', '#7a5aa0', '#e8823a']), 1.16),
  slime: stand((pen) => play.doughTubs(pen, ['#8fcb5f', '#d98ac0', '#5aa9cf', '#f2b92e']), 1.1),
  dough: stand((pen) => play.doughTubs(pen, ['#e98aa6', '#f2b92e', '#3c8fa8', '#d63a21']), 1.1),
  congklak: lie((pen) => play.congklak(pen, '#8a5a34'), 1.1),
  kite: lie((pen) => play.kite(pen, ['#d63a21', '#f2b92e', '#3c8fa8', '#5a9c45'])),
  'book-story': lie((pen) => kids.book(pen, '#3c6fa8', '#fff6ea', 'story'), 1.12),
  'book-activity': lie((pen) => kids.book(pen, '#d9602c', '#fff6ea', 'story'), 1.12),
  'book-notes': lie((pen) => kids.book(pen, '#4f8f6a', '#5a4a3a', 'notebook'), 1.12),
  'book-stack': lie((pen) => kids.book(pen, '#3c8fa8', '#5a4a3a', 'stack'), 1.1),
  'book-green': lie((pen) => kids.book(pen, '#14563c', '#e2bd62', 'holy'), 1.12),
  'book-red': lie((pen) => kids.book(pen, '#7a2434', '#e2bd62', 'holy'), 1.12),
  pencils: stand((pen) =>
    kids.pencils(pen, ['#d63a21', '#f2b92e', '#5a9c45', '#3c8fa8', '#7a5aa0', '#e98aa6', '#8a5a34'], '#1d6b45'),
  ),
  'case-pencil': stand((pen) => bag.pouchBag(pen, '#e98a5a', 'dots', '#fff3d8', 'zip'), 1.14),
  stickers: lie((pen) => gifts.printed(pen, ['#d63a21', '#1d6b45', '#3c6fa8', '#9c6ba8'], 'stickers'), 1.1),
  'uniform-red': hang(
    (pen) =>
      garment(
        pen,
        { ground: '#fbf8f0', trim: '#b9282d' },
        { length: 'hip', sleeve: 'short', neck: 'collar', front: 'pocket' },
      ),
    1.14,
  ),
  'uniform-blue': hang(
    (pen) =>
      garment(
        pen,
        { ground: '#f6f8fa', trim: '#2b3f6b' },
        { length: 'hip', sleeve: 'long', neck: 'collar', front: 'pocket' },
      ),
    1.14,
  ),
  'uniform-scout': hang(
    (pen) =>
      garment(
        pen,
        { ground: '#c9a878', trim: '#6b4a2a' },
        { length: 'hip', sleeve: 'short', neck: 'collar', front: 'pocket' },
      ),
    1.14,
  ),
  'skirt-red': hang((pen) => bottoms(pen, { ground: '#b9282d' }, 'pleats')),
  'cap-school': stand((pen) => visorCap(pen, '#b9282d', '#fbf6ea'), 1.16),
  tie: lie((pen) => play.tie(pen, '#b9282d'), 1.06),
  'backpack-school': stand((pen) => bag.backpack(pen, '#3c6fa8', '#f2c230', 'star')),
  'case-phone-blue': lie((pen) => gadget.phoneCase(pen, '#2f6f9a', 'star', '#f2c230'), 1.08),
  'case-phone-pink': lie((pen) => gadget.phoneCase(pen, '#e9a3b4', 'floral', '#fff6f2'), 1.08),
  'case-phone-batik': lie((pen) => gadget.phoneCase(pen, '#5a3420', 'kawung', '#e8c88a'), 1.08),
  cable: lie((pen) => gadget.cable(pen, '#f4f1ea', '#3a4045'), 1.08),
  charger: stand((pen) => gadget.brick(pen, '#f4f1ea', 'charger'), 1.14),
  'power-bank': stand((pen) => gadget.brick(pen, '#3a4045', 'bank'), 1.12),
  socket: stand((pen) => gadget.brick(pen, '#f4f1ea', 'socket'), 1.08),
  'screen-glass': lie((pen) => road.screenGlass(pen), 1.06),
  'stand-phone': stand((pen) => road.phoneStand(pen, '#c08a4f')),
  earphones: stand((pen) => gadget.earphones(pen, '#f4f1ea'), 1.12),
  raincoat: hang(
    (pen) =>
      garment(
        pen,
        { ground: '#f2b92e', trim: '#8a6414' },
        { length: 'knee', sleeve: 'long', neck: 'hood', front: 'zip', flare: 24 },
      ),
    1.06,
  ),
  'cover-seat': stand((pen) => road.seatCover(pen, '#4a342a', '#d9602c'), 1.14),
  'helmet-child': stand((pen) => gadget.helmet(pen, '#d63a4a', '#f2c230'), 1.12),
  gloves: lie((pen) => road.gloves(pen, '#3a4045', '#d9602c'), 1.1),
  'bag-moto': stand((pen) => road.saddleBag(pen, '#3a4045', '#d9602c'), 1.1),
  padlock: stand((pen) => gadget.padlock(pen, '#c9a24a'), 1.1),
  'light-bike': stand((pen) => road.bikeLight(pen, '#2f6f9a'), 1.08),
  pump: stand((pen) => road.pump(pen, '#d63a21')),
  'gravel-bag': stand((pen) =>
    clearBag(pen, {
      pack: '#4f6f8a',
      goods: [crisp('#d9d0bc', null, 16, 12), strand('#c9bfa8', 10, 8)],
      backing: '#d0c6b0',
      sign: 'leaf',
      step: 26,
    }),
  ),
};
