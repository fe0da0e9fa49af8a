import * as more from '../kit/egg-and-fish.ts';
import * as t from '../kit/toppings.ts';
import { bowl } from '../shapes/bowl.ts';
import { type Looks, stand } from './look.ts';

const tomato = t.rounds('#c8321f', '#ee6a4a', 2, 40, '#f9d9a0');

/** Soups, noodles and porridge in their bowls. */
export const BOWL_LOOKS: Looks = {
  'bowl-porridge': stand((pen) =>
    bowl(pen, {
      bowl: '#fdf8ec',
      band: '#1d6b45',
      soup: '#f6ecd2',
      items: [
        [t.strips(['#f1dcb0', '#d9b278'], 80, 20, 11), -60, -20],
        [t.strewn(['#c98a45', '#a9672b'], 120, 30, 9), 20, 20],
        [t.strewn(['#4c8a3c', '#6fae55'], 150, 26, 8), 0, 0],
        [more.prawnCracker('#f3d9a0', 76), 140, -60],
        [t.rounds('#c98a45', '#e8b86a', 2, 34), 40, 90],
      ],
    }),
  ),
  'bowl-ketupat': stand((pen) =>
    bowl(pen, {
      bowl: '#d9602c',
      band: '#fff1d0',
      soup: '#e8a04a',
      items: [
        [t.slice('#f6efd9', 150, 110, 16), -100, -20, 10],
        [t.slice('#fbf6e6', 150, 110, 16), 40, -50, -12],
        [more.wholeEgg('#c8552c'), 120, 60],
        [t.greens('#7fae4a', 60, 10), -30, 90],
        [t.strewn(['#a9672b', '#d8331f'], 170, 40, 9), 0, 0],
      ],
    }),
  ),
  'bowl-meatball': stand((pen) =>
    bowl(pen, {
      bowl: '#fdf8ec',
      band: '#c23a22',
      soup: '#d9a45a',
      items: [
        [t.noodles('#f3d98c', 150), -20, 20],
        [more.meatballs('#8f6a52', 4, 64), 0, -20, 0, 1.1],
        [t.greens('#5ea043', 60, 10), 150, 60],
        [t.strewn(['#4c8a3c', '#a9672b'], 190, 36, 8), 0, 0],
      ],
    }),
  ),
  'bowl-noodle-chicken': stand((pen) =>
    bowl(pen, {
      bowl: '#c8372a',
      band: '#fff1d0',
      soup: '#c98a3c',
      items: [
        [t.noodles('#f0cd74', 200), 0, 10],
        [t.strips(['#a9672b', '#8a4e22', '#c98a45'], 90, 26, 13), -30, -10],
        [t.greens('#4c9a3c', 70, 12), 130, 20],
        [more.meatballs('#8f6a52', 1, 54), -140, 60],
      ],
    }),
  ),
  'bowl-soto-milk': stand((pen) =>
    bowl(pen, {
      bowl: '#2f6f9a',
      band: '#f5e3b5',
      soup: '#f0d9a8',
      items: [
        [t.chunk('#8a5230', 56), -110, -20],
        [t.chunk('#7a4426', 58), 10, -40],
        [tomato, 110, 30, 10, 1.2],
        [t.chunk('#8a5230', 50), -20, 70],
        [t.strewn(['#4c8a3c', '#c98a45'], 180, 46, 9), 0, 0],
      ],
    }),
  ),
  'bowl-soto-yellow': stand((pen) =>
    bowl(pen, {
      bowl: '#fdf8ec',
      band: '#e0a52c',
      soup: '#ecc24a',
      items: [
        [more.boiledEgg, 120, 30, 0, 1.3],
        [t.strips(['#f6e6c4', '#ecd2a0'], 90, 24, 12), -60, -20],
        [t.strips(['#fbf6e6'], 60, 12, 7), 30, 80],
        [t.strewn(['#4c8a3c', '#a9672b'], 180, 50, 9), 0, 0],
      ],
    }),
  ),
  'bowl-seblak': stand((pen) =>
    bowl(pen, {
      bowl: '#2a2a30',
      band: '#f2c230',
      soup: '#d1431f',
      items: [
        [more.prawnCracker('#f0b080', 96), -90, 10],
        [more.prawnCracker('#eca874', 84), 60, 60],
        [more.meatballs('#d9b090', 2, 42), 110, -40],
        [t.greens('#5ea043', 56, 9), -140, 70],
        [t.chiliRounds(170, 16), 0, 0],
      ],
    }),
  ),
  'bowl-greens': stand((pen) =>
    bowl(pen, {
      bowl: '#4f8f5a',
      band: '#f5e3b5',
      soup: '#d9c27a',
      items: [
        [t.rounds('#d9a83a', '#f6d25a', 3, 50), -80, 0, -20],
        [t.greens('#5ea043', 86, 14), 90, -20],
        [t.strips(['#8fbf5a', '#6fae45'], 80, 14, 13), -20, 80],
        [t.chiliRounds(150, 8), 0, 0],
      ],
    }),
  ),
  'bowl-coconut-stew': stand((pen) =>
    bowl(pen, {
      bowl: '#b9623a',
      band: '#f5e3b5',
      soup: '#f0cf8a',
      items: [
        [t.rounds('#8fbf5a', '#e3f0c0', 3, 50), -70, -10, 20],
        [t.slice('#e8c07a', 110, 80), 80, -30, -10],
        [t.slice('#e8c07a', 110, 80), 40, 70, 16],
        [t.chiliRounds(170, 12), 0, 0],
      ],
    }),
  ),
  'bowl-dark-broth': stand((pen) =>
    bowl(pen, {
      bowl: '#fdf8ec',
      band: '#6b3d22',
      soup: '#4a2a1a',
      items: [
        [more.fish('#5a4030', null), -10, 10, -6, 1],
        [t.chiliRounds(170, 10), 0, 0],
        [t.greens('#5ea043', 50, 8), 150, 60],
      ],
    }),
  ),
};
