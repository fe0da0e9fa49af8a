import * as p from '../kit/pieces.ts';
import * as t from '../kit/toppings.ts';
import { bowl } from '../shapes/bowl.ts';
import { carton, leafParcel, mealBox, riceCone } from '../shapes/box.ts';
import { crocodileLoaf } from '../shapes/bread.ts';
import { bottle, bottleMotif } from '../shapes/glass.ts';
import { type Placed, plate } from '../shapes/plate.ts';
import { tiffin } from '../shapes/tiffin.ts';
import { type Looks, lie, ring, rows, stand } from './look.ts';

const SAMBAL = '#b9281a';
const cucumber = t.rounds('#5b9a3f', '#d9ecb5', 3, 40, '#f2f7dc');
const tomato = t.rounds('#c8321f', '#ee6a4a', 2, 40, '#f9d9a0');
const shallots = t.strewn(['#a9672b', '#c98a45'], 110, 40, 8);
const omelet = t.strips(['#f5c33b', '#f1b02a', '#f8d568'], 70, 20, 11);
const egg: Placed[0] = t.friedEgg;
const chicken = t.drumstick('#b8702c');
const grilled = t.drumstick('#8a4420');
const cooked = t.greens('#4c8a3c', 76, 16);

const slices = (topping: Placed[0]): Placed[] => [
  [topping, -130, -80, -8, 1.15],
  [topping, 40, -100, 10, 1.15],
  [topping, -60, 20, -4, 1.15],
  [topping, 120, 10, 8, 1.15],
  [topping, -120, 120, 6, 1.15],
  [topping, 50, 120, -10, 1.15],
];

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
        [t.prawnCracker('#f6e2bd', 84), 160, -120],
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
      [t.prawnCracker('#f0cf9a', 70), 110, 150],
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
  'bowl-porridge': stand((pen) =>
    bowl(pen, {
      bowl: '#fdf8ec',
      band: '#1d6b45',
      soup: '#f6ecd2',
      items: [
        [t.strips(['#f1dcb0', '#d9b278'], 80, 20, 11), -60, -20],
        [t.strewn(['#c98a45', '#a9672b'], 120, 30, 9), 20, 20],
        [t.strewn(['#4c8a3c', '#6fae55'], 150, 26, 8), 0, 0],
        [t.prawnCracker('#f3d9a0', 76), 140, -60],
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
        [t.wholeEgg('#c8552c'), 120, 60],
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
        [t.meatballs('#8f6a52', 4, 64), 0, -20, 0, 1.1],
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
        [t.meatballs('#8f6a52', 1, 54), -140, 60],
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
        [t.boiledEgg, 120, 30, 0, 1.3],
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
        [t.prawnCracker('#f0b080', 96), -90, 10],
        [t.prawnCracker('#eca874', 84), 60, 60],
        [t.meatballs('#d9b090', 2, 42), 110, -40],
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
        [t.fish('#5a4030', null), -10, 10, -6, 1],
        [t.chiliRounds(170, 10), 0, 0],
        [t.greens('#5ea043', 50, 8), 150, 60],
      ],
    }),
  ),
  'noodles-fried': lie((pen) =>
    plate(
      pen,
      'enamel',
      [
        [t.noodles('#d9993f', 190, 13), 0, 0],
        [t.greens('#4c8a3c', 66), -130, -60],
        [egg, 60, 40, 0, 1.2],
        [t.chiliRounds(140, 10), 0, 0],
        [t.prawnCracker('#f6e2bd', 76), 150, -140],
      ],
      '#1d6b45',
    ),
  ),
  'noodles-flat': lie((pen) =>
    plate(pen, 'white', [
      [t.noodles('#c9a072', 190, 24), 0, 0],
      [t.greens('#4c8a3c', 66), 110, -100],
      [t.meatballs('#b98a6a', 3, 36), -90, 60],
      [t.chiliRounds(140, 12), 0, 0],
    ]),
  ),
  dumplings: lie((pen) =>
    plate(pen, 'white', [
      ...rows(p.dumpling('#f0dca8', '#d9b080'), 3, 3, 140, 130, 0, 1.15),
      [t.dollop('#a9642c', 60), 20, 10],
      [t.dollop('#8f5220', 46), -90, 60],
    ]),
  ),
  fishcake: lie((pen) =>
    plate(
      pen,
      'clay',
      [
        ...rows(p.sausage('#d9b27a', 170, 62), 2, 4, 190, 96, -8, 1),
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
      [t.fish('#a9642c', '#4a2412'), 0, -20, -14, 1.3],
      [t.dollop(SAMBAL, 52), -140, -140],
      [cucumber, 130, 120, -20],
      [t.rounds('#e8c22c', '#f9ec9a', 2, 40), -120, 140, 30],
    ]),
  ),
  'eggs-balado': lie((pen) =>
    plate(pen, 'white', [
      ...ring(t.wholeEgg('#d8502c'), 5, 120, 1.25),
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
      [t.boiledEgg, 170, 110, 0, 1.1],
    ]),
  ),
  'box-bento': lie((pen) =>
    mealBox(pen, '#2a2a30', [
      [t.rice('#fbf4e2', 112), -128, -40],
      [t.strewn(['#2a2a30'], 60, 18, 7), -128, -40],
      [p.roll('#d08a3a', 130, 60), 110, -140, -8],
      [p.roll('#d08a3a', 130, 60), 120, -70, 6],
      [t.strips(['#ee8a2c', '#7fae4a', '#f3ead6'], 66, 22, 9), 60, 120],
      [t.boiledEgg, 170, 110, 0, 1.1],
      [p.sausage('#c8553a', 130, 46), -130, 150],
    ]),
  ),
  'box-snack': stand((pen) => carton(pen, '#d6a566', 'star')),
  tiffin: stand((pen) => tiffin(pen, '#4f9aa8', '#f2c230')),
  tumpeng: stand(
    (pen) =>
      riceCone(pen, '#f4c93c', [
        [chicken, -220, -20, 200, 0.8],
        [t.strips(['#f5c33b', '#f1b02a'], 60, 16, 10), 220, -10],
        [t.boiledEgg, -150, 56, 0, 1.1],
        [t.greens('#4c8a3c', 60, 12), -20, 76],
        [t.chunk('#5a2f1c', 52), 120, 60],
        [t.dollop(SAMBAL, 40), 236, 50],
      ]),
    1.08,
  ),
  'fritter-vegetable': lie((pen) =>
    plate(pen, 'rattan', ring(p.fritter('#d9973f', ['#ee8a2c', '#6fae45', '#f3ead0']), 6, 142, 1.05)),
  ),
  'fritter-thin': lie((pen) =>
    plate(pen, 'rattan', [
      ...rows(p.fritter('#e3b866', ['#6fae45', '#4c8a3c', '#b98a45'], 96), 2, 3, 190, 110, 0, 1.1),
      [t.wholeChili, 120, 150, -20],
    ]),
  ),
  'tofu-stuffed': lie((pen) => plate(pen, 'white', ring(p.stuffedTriangle('#d9992f', '#f3ead0'), 5, 126, 1.3, false))),
  'banana-fried': lie((pen) => plate(pen, 'white', ring(p.bananaFritter('#dda03f'), 6, 126, 1.22, false))),
  'rolls-fried': lie((pen) => plate(pen, 'white', slices(p.roll('#cf8a38', 176, 78)))),
  'balls-fried': lie((pen) => plate(pen, 'rattan', ring(p.rolledBall('#c98a3a', '#e8c07a', 60, 30), 6, 138, 1.1))),
  'cireng-white': lie((pen) =>
    plate(
      pen,
      'white',
      [...ring(p.fritter('#f3e3c0', ['#dcc08a']), 6, 136, 1.08), [t.dollop(SAMBAL, 44), 10, 10]],
      '#3c6f8a',
    ),
  ),
  'turnovers-fried': lie((pen) => plate(pen, 'rattan', ring(p.halfMoon('#d9973f'), 6, 132, 1.05))),
  'skewers-balls': lie((pen) =>
    plate(pen, 'white', [
      [p.skewer(['#e0c49a', '#e0c49a', '#e0c49a', '#e0c49a'], '#9a4a1c'), -10, -110, -8, 1.25],
      [p.skewer(['#e0c49a', '#e0c49a', '#e0c49a', '#e0c49a'], '#9a4a1c'), 0, 0, -4, 1.25],
      [p.skewer(['#e0c49a', '#e0c49a', '#e0c49a', '#e0c49a'], '#9a4a1c'), -6, 110, 2, 1.25],
    ]),
  ),
  'kerak-telor': lie((pen) =>
    plate(pen, 'leaf', [
      [p.laceDisc('#b9752c', '#e3b050'), 0, 10, 0, 2.3],
      [t.strewn(['#f6ead0', '#c98a45', '#8a4e22'], 150, 110, 10), 0, 10],
      [t.dollop(SAMBAL, 34), -190, 60],
    ]),
  ),
  'salad-peanut': lie((pen) =>
    plate(
      pen,
      'enamel',
      [
        [t.greens('#4c9a3c', 90, 18), -100, -60],
        [t.slice('#f3e3b8', 110, 86), 90, -90, 10],
        [t.boiledEgg, 120, 70, 0, 1.2],
        [t.rounds('#5b9a3f', '#d9ecb5', 3, 42), -90, 100, 30],
        [t.strips(['#f3ead6', '#e6d8b8'], 70, 18, 9), 10, 130],
        [t.dollop('#a9642c', 110), 0, 10],
        [t.strewn(['#c98a45', '#7a3f1a'], 100, 26, 10), 0, 10],
        [t.prawnCracker('#f6e2bd', 76), 160, -150],
      ],
      '#c8372a',
    ),
  ),
  'pickled-salad': lie((pen) =>
    plate(pen, 'white', [
      [t.strips(['#f3ead6', '#d9e8b0', '#ee8a2c'], 170, 70, 15), 0, 0],
      [t.rounds('#5b9a3f', '#d9ecb5', 3, 44), 10, -130, 10],
      [t.greens('#8fbf5a', 66, 12), -110, 80],
      [t.strewn(['#c98a45', '#8a4e22'], 140, 40, 13), 0, 0],
      [t.dollop('#d1431f', 50), 90, -70],
      [t.prawnCracker('#f2c84a', 84), 130, 120],
    ]),
  ),
  dodol: stand((pen) => carton(pen, '#7a3f22', 'sun', { window: (q) => t.cubesIn(q, '#4a2412') })),
  'dodol-starfruit': stand((pen) => carton(pen, '#e0a52c', 'star', { window: (q) => t.cubesIn(q, '#c98a2a') })),
  'bottle-pletok': stand(
    (pen) =>
      bottle(pen, 'slim', { drink: '#8f2f22', cap: '#2a2a30', label: '#f7e3b0', motif: bottleMotif.root('#b9502a') }),
    1,
  ),
  rangi: lie((pen) =>
    plate(pen, 'leaf', [
      ...rows(p.halfMoon('#c9893f'), 3, 3, 170, 90, 0, 1),
      [t.strewn(['#6b3d22', '#fff6e0'], 190, 60, 11), 0, 0],
    ]),
  ),
  crocodile: lie((pen) => crocodileLoaf(pen, '#c9803a'), 0.98),
};
