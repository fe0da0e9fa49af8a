import * as more from '../kit/egg-and-fish.ts';
import * as fried from '../kit/fried-pieces.ts';
import * as p from '../kit/pieces.ts';
import * as t from '../kit/toppings.ts';
import { carton } from '../shapes/box.ts';
import { crocodileLoaf } from '../shapes/bread.ts';
import { bottle, bottleMotif } from '../shapes/glass.ts';
import { type Placed, plate } from '../shapes/plate.ts';
import { type Looks, lie, ring, rows, stand } from './look.ts';

const SAMBAL = '#b9281a';

const slices = (topping: Placed[0]): Placed[] => [
  [topping, -130, -80, -8, 1.15],
  [topping, 40, -100, 10, 1.15],
  [topping, -60, 20, -4, 1.15],
  [topping, 120, 10, 8, 1.15],
  [topping, -120, 120, 6, 1.15],
  [topping, 50, 120, -10, 1.15],
];

/** Fritters, market snacks and what is of Depok and Betawi. */
export const SNACK_LOOKS: Looks = {
  'fritter-vegetable': lie((pen) =>
    plate(pen, 'rattan', ring(fried.fritter('#d9973f', ['#ee8a2c', '#6fae45', '#f3ead0']), 6, 142, 1.05)),
  ),
  'fritter-thin': lie((pen) =>
    plate(pen, 'rattan', [
      ...rows(fried.fritter('#e3b866', ['#6fae45', '#4c8a3c', '#b98a45'], 96), 2, 3, 190, 110, 0, 1.1),
      [t.wholeChili, 120, 150, -20],
    ]),
  ),
  'tofu-stuffed': lie((pen) =>
    plate(pen, 'white', ring(fried.stuffedTriangle('#d9992f', '#f3ead0'), 5, 126, 1.3, false)),
  ),
  'banana-fried': lie((pen) => plate(pen, 'white', ring(fried.bananaFritter('#dda03f'), 6, 126, 1.22, false))),
  'rolls-fried': lie((pen) => plate(pen, 'white', slices(fried.roll('#cf8a38', 176, 78)))),
  'balls-fried': lie((pen) => plate(pen, 'rattan', ring(p.rolledBall('#c98a3a', '#e8c07a', 60, 30), 6, 138, 1.1))),
  'cireng-white': lie((pen) =>
    plate(
      pen,
      'white',
      [...ring(fried.fritter('#f3e3c0', ['#dcc08a']), 6, 136, 1.08), [t.dollop(SAMBAL, 44), 10, 10]],
      '#3c6f8a',
    ),
  ),
  'turnovers-fried': lie((pen) => plate(pen, 'rattan', ring(fried.halfMoon('#d9973f'), 6, 132, 1.05))),
  'skewers-balls': lie((pen) =>
    plate(pen, 'white', [
      [fried.skewer(['#e0c49a', '#e0c49a', '#e0c49a', '#e0c49a'], '#9a4a1c'), -10, -110, -8, 1.25],
      [fried.skewer(['#e0c49a', '#e0c49a', '#e0c49a', '#e0c49a'], '#9a4a1c'), 0, 0, -4, 1.25],
      [fried.skewer(['#e0c49a', '#e0c49a', '#e0c49a', '#e0c49a'], '#9a4a1c'), -6, 110, 2, 1.25],
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
        [more.boiledEgg, 120, 70, 0, 1.2],
        [t.rounds('#5b9a3f', '#d9ecb5', 3, 42), -90, 100, 30],
        [t.strips(['#f3ead6', '#e6d8b8'], 70, 18, 9), 10, 130],
        [t.dollop('#a9642c', 110), 0, 10],
        [t.strewn(['#c98a45', '#7a3f1a'], 100, 26, 10), 0, 10],
        [more.prawnCracker('#f6e2bd', 76), 160, -150],
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
      [more.prawnCracker('#f2c84a', 84), 130, 120],
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
      ...rows(fried.halfMoon('#c9893f'), 3, 3, 170, 90, 0, 1),
      [t.strewn(['#6b3d22', '#fff6e0'], 190, 60, 11), 0, 0],
    ]),
  ),
  crocodile: lie((pen) => crocodileLoaf(pen, '#c9803a'), 0.98),
};
