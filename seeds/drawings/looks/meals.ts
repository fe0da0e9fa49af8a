import * as more from '../kit/egg-and-fish.ts';
import * as fried from '../kit/fried-pieces.ts';
import * as t from '../kit/toppings.ts';
import { carton, leafParcel, mealBox, riceCone } from '../shapes/box.ts';
import { type Placed, plate } from '../shapes/plate.ts';
import { tiffin } from '../shapes/tiffin.ts';
import { type Looks, lie, ring, rows, stand } from './look.ts';

const SAMBAL = '#b9281a';
const cucumber = t.rounds('#5b9a3f', '#d9ecb5', 3, 40, '#f2f7dc');
const tomato = t.rounds('#c8321f', '#ee6a4a', 2, 40, '#f9d9a0');
const shallots = t.strewn(['#a9672b', '#c98a45'], 110, 40, 8);
const omelet = t.strips(['#f5c33b', '#f1b02a', '#f8d568'], 70, 20, 11);
const egg: Placed[0] = more.friedEgg;
const chicken = t.drumstick('#b8702c');
const grilled = t.drumstick('#8a4420');
const cooked = t.greens('#4c8a3c', 76, 16);

/** Dishes ready to eat. */
export const MEAL_LOOKS: Looks = {
  'rice-coconut': lie((pen) =>
    plate(pen, 'rattan', [
      [t.rice('#fdf6e4', 138), -30, -30],
      [shallots, -40, -40],
      [chicken, 120, 70, 14, 0.95],
      [egg, -80, 120, 0, 1],
      [cucumber, 110, -120, 24],
      [t.dollop(SAMBAL, 48), 10, 165],
    ]),
  ),
  'rice-fried': lie((pen) =>
    plate(
      pen,
      'enamel',
      [
        [t.rice('#c98a48', 170), -10, 0],
        [egg, -20, -30, 0, 1.35],
        [t.strewn(['#4c8a3c', '#d8331f'], 140, 30, 9), 0, 0],
        [more.prawnCracker('#f6e2bd', 84), 160, -120],
        [cucumber, 130, 130, -30],
        [tomato, -140, 120, 20],
      ],
      '#c8372a',
    ),
  ),
  'rice-turmeric': lie((pen) =>
    plate(pen, 'rattan', [
      [t.rice('#f4c93c', 145), -40, -20],
      [omelet, 110, -90],
      [chicken, 110, 100, 20, 0.92],
      [t.strips(['#c98a45', '#a9672b', '#e0b070'], 60, 18, 9), -60, 140],
      [cucumber, -130, -130, -20, 0.9],
    ]),
  ),
  'rice-greens': lie((pen) =>
    plate(pen, 'rattan', [
      [t.rice('#fdf6e4', 130), -70, -50],
      [cooked, 90, -90, 0, 1.1],
      [t.strips(['#f3ead6', '#e6d8b8'], 60, 18, 9), 140, 40],
      [t.dollop('#a9642c', 66), 30, 70],
      [t.slice('#c9893f', 120, 80), -100, 120, -16],
      [more.prawnCracker('#f0cf9a', 70), 110, 150],
    ]),
  ),
  'rice-smashed': lie((pen) =>
    plate(
      pen,
      'white',
      [
        [t.rice('#fbf4e2', 130), -110, -60],
        [t.drumstick('#d29242'), 70, 30, 10, 1.3],
        [t.dollop(SAMBAL, 86), 70, 20],
        [t.chiliRounds(70, 12), 70, 20],
        [cucumber, -110, 140, -10],
        [cooked, 130, -150, 0, 0.8],
      ],
      '#3a3f44',
    ),
  ),
  'rice-kebuli': lie((pen) =>
    plate(
      pen,
      'clay',
      [
        [t.rice('#d9a24e', 180), 0, 0],
        [t.chunk('#7a4426', 62), -60, -40],
        [t.chunk('#8a4e2c', 60), 60, -10],
        [t.chunk('#7a4426', 56), -10, 70],
        [t.strewn(['#3a2a2a', '#8fbf5a', '#e8a83a'], 150, 40, 9), 0, 0],
        [tomato, 150, 130, 30, 0.8],
      ],
      '#a8642c',
    ),
  ),
  'parcel-rice': lie((pen) => leafParcel(pen, '#fbf4e2', true), 1.1),
  'parcel-fish': lie((pen) => leafParcel(pen, '#e0a24a', true), 1.1),
  'parcel-small': lie((pen) => leafParcel(pen, '#f6ecd0', false), 1.1),
  'noodles-fried': lie((pen) =>
    plate(
      pen,
      'enamel',
      [
        [t.noodles('#d9993f', 190, 13), 0, 0],
        [t.greens('#4c8a3c', 66), -130, -60],
        [egg, 60, 40, 0, 1.2],
        [t.chiliRounds(140, 10), 0, 0],
        [more.prawnCracker('#f6e2bd', 76), 150, -140],
      ],
      '#1d6b45',
    ),
  ),
  'noodles-flat': lie((pen) =>
    plate(pen, 'white', [
      [t.noodles('#c9a072', 190, 24), 0, 0],
      [t.greens('#4c8a3c', 66), 110, -100],
      [more.meatballs('#b98a6a', 3, 36), -90, 60],
      [t.chiliRounds(140, 12), 0, 0],
    ]),
  ),
  dumplings: lie((pen) =>
    plate(pen, 'white', [
      ...rows(fried.dumpling('#f0dca8', '#d9b080'), 3, 3, 140, 130, 0, 1.15),
      [t.dollop('#a9642c', 60), 20, 10],
      [t.dollop('#8f5220', 46), -90, 60],
    ]),
  ),
  fishcake: lie((pen) =>
    plate(
      pen,
      'clay',
      [
        ...rows(fried.sausage('#d9b27a', 170, 62), 2, 4, 190, 96, -8, 1),
        [t.strips(['#8fbf5a', '#b9d88a'], 60, 14, 9), 150, 150],
        [t.dollop('#4a2a1a', 62), -160, 150],
      ],
      '#5a6268',
    ),
  ),
  'chicken-fried': lie((pen) =>
    plate(pen, 'rattan', [
      [t.drumstick('#c98436'), -90, -90, -20, 1.2],
      [t.drumstick('#c07a30'), 80, -30, 24, 1.2],
      [t.drumstick('#c98436'), -50, 90, 6, 1.2],
      [t.strewn(['#d9a24e', '#b97a2e'], 190, 60, 9), 0, 20],
      [t.dollop(SAMBAL, 50), 150, 140],
    ]),
  ),
  'chicken-grilled': lie((pen) =>
    plate(
      pen,
      'clay',
      [
        [grilled, -80, -80, -16, 1.25],
        [grilled, 90, 0, 20, 1.25],
        [grilled, -60, 110, 4, 1.2],
        [cucumber, 130, -150, 20],
        [tomato, 140, 150, -10],
        [t.dollop(SAMBAL, 46), -170, 30],
      ],
      '#3a3f44',
    ),
  ),
  'beef-dark': lie((pen) =>
    plate(
      pen,
      'clay',
      [
        ...ring(t.chunk('#5a2f1c', 70), 5, 120, 1.05),
        [t.strewn(['#8a4e22', '#3f1f10', '#a9672b'], 200, 90, 10), 0, 0],
        [t.chiliRounds(120, 8), 0, 0],
      ],
      '#d9a45a',
    ),
  ),
  'fish-grilled': lie((pen) =>
    plate(pen, 'rattan', [
      [more.fish('#a9642c', '#4a2412'), 0, -20, -14, 1.3],
      [t.dollop(SAMBAL, 52), -140, -140],
      [cucumber, 130, 120, -20],
      [t.rounds('#e8c22c', '#f9ec9a', 2, 40), -120, 140, 30],
    ]),
  ),
  'eggs-balado': lie((pen) =>
    plate(pen, 'white', [
      ...ring(more.wholeEgg('#d8502c'), 5, 120, 1.25),
      [t.dollop(SAMBAL, 60), 40, 60],
      [t.chiliRounds(170, 18), 0, 0],
    ]),
  ),
  'tempe-sweet': lie((pen) =>
    plate(pen, 'leaf', [
      ...rows(t.slice('#b9762e', 90, 60, 10), 4, 3, 110, 84, 0, 1),
      [t.chiliRounds(170, 16), 0, 0],
      [t.strewn(['#d9a24e', '#4c8a3c'], 190, 40, 9), 0, 0],
    ]),
  ),
  'greens-stirred': lie((pen) =>
    plate(
      pen,
      'white',
      [
        [t.greens('#3f8a35', 170, 46), 0, 0, 0, 1.5],
        [t.greens('#4c9a3c', 120, 20), 0, 0, 30, 1.3],
        [t.chiliRounds(150, 16), 0, 0],
        [t.strewn(['#f3ead6', '#c98a45'], 160, 24, 9), 0, 0],
      ],
      '#fffdf7',
    ),
  ),
  'box-chicken': lie((pen) =>
    mealBox(pen, '#e9d9b8', [
      [t.rice('#fbf4e2', 118), -128, 0, 0, 1],
      [grilled, 116, -112, -20, 0.86],
      [cooked, 70, 100, 0, 0.9],
      [t.dollop(SAMBAL, 46), 170, 110],
      [cucumber, -130, 170, 0, 0.8],
    ]),
  ),
  'box-rendang': lie((pen) =>
    mealBox(pen, '#c9a06a', [
      [t.rice('#fbf4e2', 118), -128, -20],
      [t.chunk('#5a2f1c', 58), 70, -120],
      [t.chunk('#633220', 58), 170, -100],
      [t.greens('#4c8a3c', 60, 12), 70, 110],
      [more.boiledEgg, 170, 110, 0, 1.1],
    ]),
  ),
  'box-bento': lie((pen) =>
    mealBox(pen, '#2a2a30', [
      [t.rice('#fbf4e2', 112), -128, -40],
      [t.strewn(['#2a2a30'], 60, 18, 7), -128, -40],
      [fried.roll('#d08a3a', 130, 60), 110, -140, -8],
      [fried.roll('#d08a3a', 130, 60), 120, -70, 6],
      [t.strips(['#ee8a2c', '#7fae4a', '#f3ead6'], 66, 22, 9), 60, 120],
      [more.boiledEgg, 170, 110, 0, 1.1],
      [fried.sausage('#c8553a', 130, 46), -130, 150],
    ]),
  ),
  'box-snack': stand((pen) => carton(pen, '#d6a566', 'star')),
  tiffin: stand((pen) => tiffin(pen, '#4f9aa8', '#f2c230')),
  tumpeng: stand(
    (pen) =>
      riceCone(pen, '#f4c93c', [
        [chicken, -220, -20, 200, 0.8],
        [t.strips(['#f5c33b', '#f1b02a'], 60, 16, 10), 220, -10],
        [more.boiledEgg, -150, 56, 0, 1.1],
        [t.greens('#4c8a3c', 60, 12), -20, 76],
        [t.chunk('#5a2f1c', 52), 120, 60],
        [t.dollop(SAMBAL, 40), 236, 50],
      ]),
    1.08,
  ),
};
