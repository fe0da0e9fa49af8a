import * as bag from '../shapes/bags.ts';
import { foldedCloth, type Motif, spreadCloth } from '../shapes/cloth.ts';
import * as finery from '../shapes/finery.ts';
import { bottoms, type Cloth, type Cut, foldedTop, garment } from '../shapes/garment.ts';
import { hijabOnStand } from '../shapes/hijab.ts';
import { apron } from '../shapes/home-cloth.ts';
import * as m from '../shapes/modest.ts';
import { babyCloth } from '../shapes/road.ts';
import * as feet from '../shapes/shoes.ts';
import { hang, type Look, type Looks, lie, stand } from './look.ts';

const worn = (cloth: Cloth, cut: Cut, zoom = 1.04): Look => hang((pen) => garment(pen, cloth, cut), zoom);
const short = (cloth: Cloth, cut: Cut): Look => worn(cloth, cut, 1.14);
const folded = (motif: Motif, ground: string, second: string, under: string): Look =>
  stand((pen) => foldedCloth(pen, motif, ground, second, under), 1.18);
const rug = (ground: string, second: string, motif: Motif = 'plain'): Look =>
  lie((pen) => spreadCloth(pen, motif, ground, second, 'rug'), 1.08);

const DRESS: Cut = { length: 'floor', sleeve: 'long', neck: 'round', front: 'buttons', waist: 'tie' };
const HOUSE_DRESS: Cut = { length: 'knee', sleeve: 'short', neck: 'round' };
const SHIRT: Cut = { length: 'hip', sleeve: 'short', neck: 'collar', front: 'pocket' };
const TEE: Cut = { length: 'hip', sleeve: 'short', neck: 'round', front: 'star' };

/** Clothes, cloth, bags, shoes and small finery. */
export const WEAR_LOOKS: Looks = {
  'hijab-sage': stand((pen) => hijabOnStand(pen, '#8fa583')),
  'hijab-pink': stand((pen) => hijabOnStand(pen, '#dfa5ab')),
  'hijab-mocha': stand((pen) => hijabOnStand(pen, '#a07a62')),
  'hijab-navy': stand((pen) => hijabOnStand(pen, '#34466b')),
  'hijab-black': stand((pen) => hijabOnStand(pen, '#33323a')),
  'hijab-floral': stand((pen) => hijabOnStand(pen, '#f0dcc8', 'floral')),
  'khimar-maroon': stand((pen) => hijabOnStand(pen, '#7f3542', 'plain', true), 1.08),
  'khimar-lilac': stand((pen) => hijabOnStand(pen, '#ab93c0', 'plain', true), 1.08),
  'shawl-terracotta': lie((pen) => m.foldedScarf(pen, '#c57f5e', 'plain', '#f1dcc4', true), 1.1),
  'shawl-grey': lie((pen) => m.foldedScarf(pen, '#9aa3a6', 'plain', '#e6e9e8', true), 1.1),
  'shawl-batik': lie((pen) => m.foldedScarf(pen, '#6b3d22', 'kawung', '#e8c88a', true), 1.1),
  'inner-cap': stand((pen) => m.innerCap(pen, '#8a6a8a'), 1.16),
  'gown-sage': worn({ ground: '#7a9a7a' }, DRESS),
  'gown-navy': worn(
    { ground: '#2b3a5c', motif: 'floral', second: '#e98aa6' },
    { length: 'floor', sleeve: 'bell', neck: 'round' },
  ),
  'gown-maroon': worn({ ground: '#8a3444' }, DRESS),
  'gown-mustard': worn({ ground: '#d9a63a', motif: 'dots', second: '#fff3d0' }, { ...DRESS, front: 'plain' }),
  'gown-lilac': worn({ ground: '#a893bd' }, { length: 'floor', sleeve: 'bell', neck: 'round', waist: 'tie' }),
  'gown-batik': worn(
    { ground: '#6b3d22', motif: 'kawung', second: '#e8c88a', trim: '#2a1a12' },
    { ...DRESS, waist: 'belt' },
  ),
  'abaya-black': worn(
    { ground: '#2e2d34', trim: '#e2bd62' },
    { length: 'floor', sleeve: 'bell', neck: 'open', front: 'embroidery' },
  ),
  'gown-child': short(
    { ground: '#e9a3b4', motif: 'dots', second: '#fff6f2' },
    { length: 'knee', sleeve: 'long', neck: 'round', front: 'bow', flare: 80 },
  ),
  'tunic-blue': short(
    { ground: '#6f95b5' },
    { length: 'knee', sleeve: 'long', neck: 'vee', front: 'buttons', flare: 20 },
  ),
  'koko-white': short(
    { ground: '#fbf6ea', trim: '#3c6fa8' },
    { length: 'hip', sleeve: 'long', neck: 'band', front: 'placket' },
  ),
  'koko-green': short(
    { ground: '#4f7f63', trim: '#e8d9a0' },
    { length: 'hip', sleeve: 'short', neck: 'band', front: 'placket' },
  ),
  'robe-white': worn(
    { ground: '#f3f1ea', trim: '#b9a878' },
    { length: 'floor', sleeve: 'long', neck: 'band', front: 'placket', flare: 30 },
  ),
  'sarong-green': folded('checks', '#2f6b4a', '#f2d98a', '#1f4a34'),
  'sarong-maroon': folded('checks', '#7a2f3a', '#f2d98a', '#4a1c24'),
  'cap-black': stand((pen) => m.cap(pen, '#2b2d34', false), 1.2),
  'cap-white': stand((pen) => m.cap(pen, '#fbf6ea', true), 1.2),
  'mukena-white': hang((pen) => m.mukena(pen, '#fbf8f2', '#e8d9c3', 'plain')),
  'mukena-floral': hang((pen) => m.mukena(pen, '#b9d3e0', '#ffffff', 'floral')),
  'mukena-pink': hang((pen) => m.mukena(pen, '#efc3c9', '#fff8f2', 'dots')),
  'rug-green': rug('#1f5a4a', '#e2bd62'),
  'rug-maroon': rug('#7a2f3a', '#e8c88a'),
  'rug-batik': rug('#5a3420', '#e8c88a', 'kawung'),
  beads: lie((pen) => finery.prayerBeads(pen, '#8a5a34', '#1d6b45'), 1.12),
  'blouse-pink': short(
    { ground: '#eab8bf', motif: 'floral', second: '#fff6f2' },
    { length: 'hip', sleeve: 'bell', neck: 'round' },
  ),
  'blouse-white': short({ ground: '#f7f3ea' }, { length: 'hip', sleeve: 'long', neck: 'collar', front: 'pocket' }),
  'cardigan-rust': short({ ground: '#c98a6a' }, { length: 'hip', sleeve: 'long', neck: 'vee', front: 'buttons' }),
  'outer-batik': short(
    { ground: '#1f4a6a', motif: 'parang', second: '#e8d9a0', trim: '#122f45' },
    { length: 'knee', sleeve: 'bell', neck: 'open', flare: 20 },
  ),
  'kebaya-pink': short(
    { ground: '#e3a9b9', trim: '#a8566e' },
    { length: 'hip', sleeve: 'bell', neck: 'vee', front: 'embroidery' },
  ),
  'kebaya-green': short(
    { ground: '#7fa68a', trim: '#f2e3b0' },
    { length: 'hip', sleeve: 'bell', neck: 'vee', front: 'embroidery' },
  ),
  'sweater-cream': lie((pen) => foldedTop(pen, { ground: '#ead9bb', trim: '#b99a6a' }, 'round', false), 1.22),
  'sweater-blue': lie((pen) => foldedTop(pen, { ground: '#5f86a8', trim: '#34506b' }, 'round', false), 1.22),
  'skirt-pleated': hang((pen) => bottoms(pen, { ground: '#9c7ba8' }, 'pleats')),
  'skirt-batik': hang((pen) => bottoms(pen, { ground: '#6b3d22', motif: 'parang', second: '#e8c88a' }, 'pencil')),
  'skirt-black': hang((pen) => bottoms(pen, { ground: '#3a3a42' }, 'pencil')),
  'trousers-wide': hang((pen) => bottoms(pen, { ground: '#8f7262' }, 'wide')),
  'trousers-jeans': hang((pen) => bottoms(pen, { ground: '#476a8f' }, 'slim')),
  'trousers-khaki': hang((pen) => bottoms(pen, { ground: '#b99a6a' }, 'trousers')),
  'trousers-black': hang((pen) => bottoms(pen, { ground: '#3a3d44' }, 'trousers')),
  shorts: hang((pen) => bottoms(pen, { ground: '#5c7a5a' }, 'shorts'), 1.2),
  'house-kawung': worn({ ground: '#b9406e', motif: 'kawung', second: '#f6d98a' }, HOUSE_DRESS, 1.1),
  'house-mega': worn({ ground: '#1f4a7a', motif: 'mega', second: '#9cc3e8' }, HOUSE_DRESS, 1.1),
  'house-leaves': worn(
    { ground: '#d9722c', motif: 'leaves', second: '#f6dca0' },
    { length: 'knee', sleeve: 'long', neck: 'round', flare: 60 },
    1.1,
  ),
  'pyjamas-stripes': lie(
    (pen) => foldedTop(pen, { ground: '#e3a6b8', motif: 'stripes', second: '#fff6f6' }, 'collar', true),
    1.2,
  ),
  'pyjamas-leaves': lie(
    (pen) => foldedTop(pen, { ground: '#a9cbb8', motif: 'leaves', second: '#fbfdf6' }, 'collar', true),
    1.2,
  ),
  'shirt-parang': short({ ground: '#5f3720', motif: 'parang', second: '#e8c88a' }, SHIRT),
  'shirt-mega': short({ ground: '#24507f', motif: 'mega', second: '#a9cbe8' }, { ...SHIRT, sleeve: 'long' }),
  'shirt-flannel': short({ ground: '#b9383a', motif: 'checks', second: '#fff3d0' }, { ...SHIRT, sleeve: 'long' }),
  'shirt-plain': short({ ground: '#cfdde6' }, { ...SHIRT, sleeve: 'long' }),
  'tee-blue': short({ ground: '#2f6f9a' }, TEE),
  'tee-black': short({ ground: '#33353c' }, TEE),
  'tee-green': short({ ground: '#1d6b45' }, TEE),
  'polo-red': short(
    { ground: '#b93a3f', trim: '#fbeee0' },
    { length: 'hip', sleeve: 'short', neck: 'collar', front: 'plain' },
  ),
  'hoodie-grey': short(
    { ground: '#6a737a', trim: '#f2c230' },
    { length: 'hip', sleeve: 'long', neck: 'hood', front: 'zip' },
  ),
  vest: short({ ground: '#6f6244', trim: '#3f3724' }, { length: 'hip', sleeve: 'none', neck: 'vee', front: 'zip' }),
  'child-set': lie(
    (pen) => foldedTop(pen, { ground: '#7fc0c9', motif: 'star', second: '#f6dc7a' }, 'round', true),
    1.2,
  ),
  'child-tee': short({ ground: '#f2b92e', trim: '#3c8fa8' }, TEE),
  'child-party': short(
    { ground: '#c98fc0', motif: 'dots', second: '#fff3fa', trim: '#8a4a82' },
    { length: 'knee', sleeve: 'short', neck: 'round', front: 'bow', waist: 'belt', flare: 96 },
  ),
  'child-dress': short(
    { ground: '#f2c0a0', motif: 'floral', second: '#fff6ee', trim: '#c9602c' },
    { length: 'knee', sleeve: 'short', neck: 'round', front: 'bow', flare: 90 },
  ),
  'child-batik': short({ ground: '#2f6b6f', motif: 'kawung', second: '#f2dca0' }, SHIRT),
  nappy: lie((pen) => babyCloth(pen, '#cfe6e0', '#e98aa6', 'nappy'), 1.16),
  'baby-carrier': lie((pen) => m.foldedScarf(pen, '#3f2a4a', 'parang', '#e8d0a0', true), 1.1),
  puree: stand((pen) => babyCloth(pen, '#fffaf0', '#f2c230', 'puree'), 1.12),
  bib: lie((pen) => apron(pen, '#cfe6e0', 'dots', '#e98aa6', true), 1.14),
  'baby-blanket': folded('star', '#f3d3c0', '#e8a03a', '#fbf3e6'),
  'batik-kawung': folded('kawung', '#6b3d22', '#e8c88a', '#3f2416'),
  'batik-mega': folded('mega', '#1f4a7a', '#9cc3e8', '#f6e3b0'),
  'batik-starfruit': folded('star', '#1d6b45', '#f2c230', '#f6e3b0'),
  'batik-parang': folded('parang', '#3f2a4a', '#e8d0a0', '#2a1c32'),
  'cloth-woven': folded('tenun', '#8a2f3a', '#f6e3b0', '#2a2a30'),
  'cloth-ecoprint': folded('leaves', '#e9dcc0', '#7a8f4a', '#c9b48a'),
  'table-batik': lie((pen) => spreadCloth(pen, 'kawung', '#7a4426', '#e8c88a', 'square'), 1.16),
  'bag-knit': stand((pen) => bag.wovenBag(pen, '#c98a6a', '#8a5a34', true)),
  'bag-woven': stand((pen) => bag.wovenBag(pen, '#d6b070', '#8a5a34', false)),
  'tote-canvas': stand((pen) => bag.tote(pen, '#f1e6cc', 'plain', '#1d6b45', 'star')),
  'tote-print': stand((pen) => bag.tote(pen, '#3c5a7a', 'plain', '#f6e3b0', 'leaf')),
  'tote-batik': stand((pen) => bag.tote(pen, '#7a3f22', 'mega', '#e8c88a', 'none')),
  'backpack-green': stand((pen) => bag.backpack(pen, '#2f6f6a', '#f2c230', 'plain')),
  'backpack-black': stand((pen) => bag.backpack(pen, '#3a3d44', '#d9602c', 'plain')),
  'sling-brown': stand((pen) => bag.slingBag(pen, '#8a4a2c', '#e2bd62'), 1.06),
  'pouch-batik': stand((pen) => bag.pouchBag(pen, '#6b3d22', 'kawung', '#e8c88a', 'zip'), 1.14),
  'pouch-patch': stand((pen) => bag.pouchBag(pen, '#3c6f8a', 'floral', '#f6c9d3', 'zip'), 1.14),
  'wallet-brown': lie((pen) => bag.pouchBag(pen, '#7a4426', 'plain', '#e8c88a', 'wallet'), 1.12),
  'wallet-batik': lie((pen) => bag.pouchBag(pen, '#7a2f3a', 'kawung', '#e8c88a', 'wallet'), 1.12),
  'shoes-leather': stand((pen) => feet.shoes(pen, 'leather', '#6b3d22', '#2f2320')),
  'shoes-canvas': stand((pen) => feet.shoes(pen, 'sneaker', '#3c6fa8', '#fbf8f0')),
  'shoes-school': stand((pen) => feet.shoes(pen, 'school', '#33353c', '#fbf8f0')),
  'shoes-baby': stand((pen) => feet.shoes(pen, 'baby', '#e9a3b4', '#fff6ee')),
  'shoes-flat': lie((pen) => feet.sandals(pen, 'flat', '#d98a9a', '#f1e0c8'), 1.12),
  'sandals-thong': lie((pen) => feet.sandals(pen, 'thong', '#1d6b45', '#e8c88a'), 1.12),
  'sandals-strap': lie((pen) => feet.sandals(pen, 'strap', '#8a5a34', '#d6b070'), 1.12),
  'brooch-cloth': lie((pen) => finery.onCard(pen, '#fbf3e0', 'brooch', '#e98aa6', '#f2c230'), 1.12),
  'brooch-acrylic': lie((pen) => finery.onCard(pen, '#eef3f0', 'brooch', '#5aa3a8', '#fbe3b0'), 1.12),
  earrings: lie((pen) => finery.onCard(pen, '#f3ecf6', 'earrings', '#7fc3b8', '#e2bd62'), 1.12),
  'ring-silver': lie((pen) => finery.onCard(pen, '#e8eef2', 'ring', '#3c8fa8', '#e2bd62'), 1.12),
  necklace: lie((pen) => finery.onCard(pen, '#fbf3e0', 'chain', '#b9502a', '#2f6f6a'), 1.12),
  'keyring-knit': lie((pen) => finery.onCard(pen, '#fbf3e0', 'keyring', '#f2c230', '#1d6b45'), 1.12),
  bracelets: lie((pen) => finery.beadRings(pen, ['#e98aa6', '#f2c230', '#7fc3b8', '#fffaf0'], false), 1.14),
  'bead-strap': lie((pen) => finery.beadRings(pen, ['#7fb0d9', '#f6c9d3', '#f2e3a8', '#a8d0b0'], true), 1.06),
  'hair-ties': lie((pen) => finery.hairTies(pen, '#b9688a', '#3c6fa8', 'floral', false), 1.12),
  'hair-band': lie((pen) => finery.hairTies(pen, '#f6b8c8', '#d63a4a', 'dots', true), 1.1),
  'socks-baby': lie((pen) => feet.socks(pen, '#fbe9c8', '#e98aa6', true), 1.14),
  'socks-school': lie((pen) => feet.socks(pen, '#fbf8f0', '#3c6fa8', false), 1.12),
};
