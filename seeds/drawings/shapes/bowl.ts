import { type Colour, light, shade } from '../kit/colour.ts';
import { ellipse, leaf } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';
import { steam } from '../kit/toppings.ts';
import type { Placed } from './plate.ts';

/** A bowl's own paint: plain with a band, or the rooster-red and blue of a noodle stall. */
export interface BowlLook {
  readonly bowl: Colour;
  readonly band: Colour;
  readonly soup: Colour;
  readonly items: readonly Placed[];
  readonly hot?: boolean;
}

/** A bowl seen a little from above: what swims in it is drawn round the middle of its opening. */
export function bowl(pen: Pen, look: BowlLook): string {
  const body = 'M 116 380 C 124 540 220 650 400 650 C 580 650 676 540 684 380 Z';
  const foot = 'M 296 630 H 504 L 488 676 Q 400 690 312 676 Z';
  const paint =
    line('M 112 424 C 150 530 650 530 688 424', look.band, 16) +
    line('M 112 452 C 160 560 640 560 688 452', look.band, 5, 0.7) +
    [-150, -50, 50, 150]
      .map((x) =>
        at(
          400 + x,
          566 - Math.abs(x) * 0.16,
          fill(leaf(-20, 8, 44, 20, -24), look.band) + fill(leaf(20, 8, 44, 20, 204), look.band, 0.7),
          0,
        ),
      )
      .join('');
  const opening = ellipse(400, 380, 284, 128);
  const food = at(
    400,
    384,
    look.items
      .map(([t, x, y, turn = 0, scale = 1]) => at(x, y * 0.5, at(0, 0, t(pen), turn), 0, scale, scale * 0.72))
      .join(''),
  );
  return (
    contact(400, 676, 190) +
    pen.solid(foot, shade(look.bowl, 0.12), { light: 6, shade: 12 }) +
    pen.solid(body, look.bowl, { light: 14, shade: 34, depth: 0.26 }, paint) +
    fill(opening, light(look.bowl, 0.5)) +
    fill(ellipse(400, 382, 268, 116), shade(look.bowl, 0.2)) +
    fill(ellipse(400, 392, 258, 104), look.soup) +
    fill(ellipse(360, 376, 180, 60), light(look.soup, 0.25), 0.5) +
    pen.clip(
      'M 100 100 H 700 V 392 C 660 520 140 520 100 392 Z',
      pen.clip(`${ellipse(400, 392, 258, 104)}M142 100H658V392H142Z`, food),
    ) +
    line('M 118 372 C 150 290 340 254 400 254', '#ffffff', 6, 0.7) +
    (look.hot === false ? '' : steam(400, 214))
  );
}
