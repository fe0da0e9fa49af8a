import { light, shade } from '../kit/colour.ts';
import { ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';
import { type Looks, stand } from './look.ts';

const KRAFT = '#d9b684';

const mark = (size: number): string =>
  fill(star(0, 0, size, 0.52, size * 0.16), '#1d6b45') +
  fill(star(0, 0, size * 0.84, 0.52, size * 0.14), '#f2c230') +
  fill(star(-2, -2, size * 0.46, 0.52, size * 0.08), '#fbe08a');

/** A paper bag with string handles, tissue looking out, the market's star on its front. */
function bag(pen: Pen): string {
  const tissue = table('300 250 -104, 360 240 -92, 430 242 -84, 490 256 -74')
    .map(([x, y, a = 0], i) => fill(leaf(x, y + 70, 130, 90, a), i % 2 ? '#f6efe0' : light('#f6efe0', 0.6)))
    .join('');
  const front = polygon(table('220 290, 560 290, 560 668, 220 668'), 6);
  const side = polygon(table('560 290, 618 270, 618 640, 560 668'), 4);
  return (
    contact(410, 668, 210) +
    tissue +
    pen.solid(side, shade(KRAFT, 0.16), { light: 0, shade: 8 }, line('M588 280V654', shade(KRAFT, 0.3), 4, 0.6)) +
    pen.solid(
      front,
      KRAFT,
      { light: 10, shade: 18, depth: 0.22 },
      fill(rect(220, 290, 340, 40), shade(KRAFT, 0.08)) + at(390, 490, mark(86)) + line('M330 610H450', '#1d6b45', 9),
    ) +
    line('M316 300C306 150 474 150 464 300', '#8f5c2b', 13) +
    line('M314 298C304 146 470 146 460 296', light('#8f5c2b', 0.3), 4) +
    [316, 464].map((x) => fill(ellipse(x, 306, 10), shade(KRAFT, 0.5))).join('')
  );
}

/** A carton tied with string, a tag on it. */
function box(pen: Pen): string {
  const front = polygon(table('150 380, 570 380, 570 650, 150 650'), 8);
  const side = polygon(table('570 380, 660 320, 660 580, 570 650'), 5);
  const top = polygon(table('150 380, 240 320, 660 320, 570 380'), 5);
  const tag = at(
    470,
    560,
    pen.solid(polygon(table('-64 -46, 64 -30, 54 50, -74 34'), 8), '#fdf6e3', { light: 4, shade: 7, depth: 0.2 }) +
      at(-26, 0, mark(26)) +
      line('M10 0L44 4M8 20L34 23', '#8a7a5a', 6),
    -4,
  );
  return (
    contact(430, 648, 270, 0.09) +
    pen.solid(side, shade(KRAFT, 0.2), { light: 0, shade: 10 }) +
    pen.solid(top, light(KRAFT, 0.2), { light: 6, shade: 0 }) +
    pen.solid(front, KRAFT, { light: 9, shade: 14, depth: 0.2 }, at(255, 520, mark(60))) +
    line('M 450 320 L 360 380 V 650 M 195 350 H 615 V 616', '#b23a1e', 8) +
    line(
      'M405 350C355 278 305 298 325 328C345 348 385 350 405 350C455 278 505 298 485 328C465 348 425 350 405 350',
      '#b23a1e',
      8,
    ) +
    line('M470 480L470 516', '#8f5c2b', 4) +
    tag
  );
}

/** How goods are packed for collecting, whatever they are. */
export const PACKING_LOOKS: Looks = { 'packing-bag': stand(bag), 'packing-box': stand(box) };
