import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, star } from '../kit/path.ts';
import { contact, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** A headscarf on a wooden display head, seen from the front. */
export function hijabOnStand(pen: Pen, cloth: Colour, motif: Motif = 'plain', long = false): string {
  const hem = long ? 700 : 596;
  const veil = d`M 400 118 C 540 118 574 240 566 336 C 562 400 600 450 628 ${hem - 40} C 540 ${hem + 24} 460 ${hem + 34} 400 ${hem + 34} C 340 ${hem + 34} 260 ${hem + 24} 172 ${hem - 40} C 200 450 238 400 234 336 C 226 240 260 118 400 118 Z`;
  const face =
    'M 400 196 C 470 196 496 248 492 312 C 488 380 446 430 400 430 C 354 430 312 380 308 312 C 304 248 330 196 400 196 Z';
  const folds =
    line(d`M 300 420 C 320 490 300 560 266 ${hem}`, shade(cloth, 0.26), 9, 0.5) +
    line(d`M 356 452 C 372 520 366 580 350 ${hem + 20}`, shade(cloth, 0.26), 8, 0.45) +
    line(d`M 470 440 C 450 520 470 580 496 ${hem + 10}`, shade(cloth, 0.26), 9, 0.5) +
    line('M 250 360 C 260 410 240 470 218 530', light(cloth, 0.4), 8, 0.6) +
    fill(
      d`M 308 330 C 320 420 380 452 430 446 C 520 440 556 520 610 ${hem - 50} C 560 560 470 500 400 470 C 350 452 306 410 308 330 Z`,
      shade(cloth, 0.14),
      0.8,
    );
  const pin = fill(star(496, 400, 17, 0.55, 3), '#f2c230') + fill(ellipse(493, 397, 5), '#fff3c4');
  const foot = pen.solid(
    'M 372 590 H 428 V 660 C 470 664 500 676 500 690 H 300 C 300 676 330 664 372 660 Z',
    '#b98550',
    { light: 7, shade: 14 },
  );
  return (
    contact(400, long ? 728 : 690, long ? 200 : 110) +
    (long ? '' : foot) +
    pen.solid(veil, cloth, { light: 14, shade: 34, depth: 0.28 }, clothPattern(pen, motif, cloth) + folds) +
    pen.solid(
      face,
      '#e7c9a0',
      { light: 0, shade: 0 },
      fill('M 290 180 H 510 V 240 Q 400 190 290 240 Z', shade(cloth, 0.3)) +
        fill('M 440 190 H 520 V 440 H 400 C 470 400 470 260 440 190 Z', '#8a5a2c', 0.22),
    ) +
    line(face, mix(cloth, light(cloth, 0.6), 0.6), 7) +
    pin
  );
}
