import { type Colour, light } from '../kit/colour.ts';
import { star } from '../kit/path.ts';
import { fill } from '../kit/pen.ts';

/** The star painted on a cup's side, in picture units. */
export const cupStar = (colour: Colour): string =>
  fill(star(378, 420, 70, 0.52, 11), colour) + fill(star(374, 416, 36, 0.52, 6), light(colour, 0.5));
