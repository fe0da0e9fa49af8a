import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, rect, star } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** What a cold drink is made of: colours from the bottom up, and what floats in it. */
export interface DrinkLook {
  readonly layers: readonly Colour[];
  readonly bits?: 'ice' | 'cendol' | 'jelly' | 'fruit' | 'none';
  readonly straw?: Colour;
  readonly dome?: boolean;
  readonly bitColours?: readonly Colour[];
}

/** A clear take-away cup with a lid and a straw. */
export function drinkCup(pen: Pen, look: DrinkLook): string {
  const body = 'M 242 250 H 558 L 518 662 C 514 684 286 684 282 662 Z';
  const straw = look.straw ?? '#d63a21';
  const layers = look.layers
    .map((colour, i) => {
      const top = 290 + ((look.layers.length - 1 - i) * 390) / look.layers.length;
      return fill(d`M 200 ${top} q 50 -18 100 0 t 100 0 t 100 0 t 100 0 V 800 H 200 Z`, colour);
    })
    .reverse()
    .join('');
  const inside =
    layers +
    floating(pen, look) +
    line('M 286 300 L 312 620', '#ffffff', 18, 0.45) +
    line('M 324 300 L 336 430', '#ffffff', 8, 0.4);
  const lid = look.dome
    ? pen.solid(
        'M 236 252 C 240 150 330 124 400 124 C 470 124 560 150 564 252 Z',
        '#eef3f3',
        { light: 9, shade: 16, depth: 0.15 },
        line('M 276 226 C 288 180 326 156 362 148', '#ffffff', 10, 0.9),
      )
    : fill(ellipse(400, 232, 160, 26), '#f4f1ea');
  return (
    contact(400, 676, 128) +
    line('M 448 240 L 486 70 L 540 44', shade(straw, 0.12), 24) +
    line('M 445 240 L 483 70 L 538 42', light(straw, 0.25), 9) +
    pen.solid(body, look.layers[0] ?? '#ffffff', { light: 12, shade: 26, depth: 0.24 }, inside) +
    lid +
    pen.solid(rect(226, 228, 348, 40, 18), '#fbf8f0', { light: 5, shade: 9, depth: 0.2 })
  );
}

function floating(pen: Pen, look: DrinkLook): string {
  const many = (count: number, make: (x: number, y: number, colour: Colour) => string, low = 300, high = 650) =>
    Array.from({ length: count }, () => {
      const colours = look.bitColours ?? ['#ffffff'];
      return make(
        between(pen.random, 268, 532),
        between(pen.random, low, high),
        colours[Math.floor(pen.random() * colours.length)] as Colour,
      );
    }).join('');
  const kinds: Record<NonNullable<DrinkLook['bits']>, () => string> = {
    none: () => '',
    ice: () =>
      many(
        9,
        (x, y) =>
          at(
            x,
            y,
            fill(rect(-30, -30, 60, 60, 12), '#ffffff', 0.34) + line('M-18 -20H8', '#ffffff', 6, 0.8),
            between(pen.random, -40, 40),
          ),
        310,
        470,
      ),
    cendol: () =>
      many(
        46,
        (x, y, colour) =>
          at(
            x,
            y,
            line('M-15 0Q0 9 15 0', shade(colour, 0.16), 13) + line('M-13 -2Q0 6 12 -2', light(colour, 0.25), 5),
            between(pen.random, 0, 180),
          ),
        430,
        670,
      ),
    jelly: () =>
      many(
        26,
        (x, y, colour) =>
          at(
            x,
            y,
            fill(rect(-19, -19, 38, 38, 6), shade(colour, 0.14), 0.9) +
              fill(rect(-19, -19, 33, 30, 6), light(colour, 0.18), 0.9),
            between(pen.random, -45, 45),
          ),
        400,
        670,
      ),
    fruit: () =>
      many(
        24,
        (x, y, colour) =>
          fill(ellipse(x, y, 27, 24), shade(colour, 0.16)) +
          fill(ellipse(x - 2, y - 3, 23, 20), colour) +
          fill(ellipse(x - 8, y - 9, 8, 6), light(colour, 0.6)),
        310,
        660,
      ),
  };
  return kinds[look.bits ?? 'none']();
}

/** What a bottle holds and wears. */
export interface BottleLook {
  readonly drink: Colour;
  readonly cap: Colour;
  readonly label: Colour;
  readonly motif: (pen: Pen) => string;
}

const bottleOutlines = {
  /** A squat plastic bottle for juice, jamu and milk. */
  juice:
    'M 340 170 H 460 V 208 C 462 250 548 262 550 346 V 630 C 550 668 530 676 504 676 H 296 C 270 676 250 668 250 630 V 346 C 252 262 338 250 340 208 Z',
  /** A slim glass bottle for syrup, soy sauce and oil. */
  slim: 'M 362 120 H 438 V 262 C 440 320 512 330 512 410 V 640 C 512 668 498 676 478 676 H 322 C 302 676 288 668 288 640 V 410 C 288 330 360 320 362 262 Z',
  /** A small round one for medicine oil, toner, perfume. */
  small:
    'M 362 270 H 438 V 322 C 470 332 528 350 528 414 V 630 C 528 664 510 676 482 676 H 318 C 290 676 272 664 272 630 V 414 C 272 350 330 332 362 322 Z',
};

/** A bottle of one of three builds, its level of drink, its label and its cap. */
export function bottle(pen: Pen, build: keyof typeof bottleOutlines, look: BottleLook): string {
  const outline = bottleOutlines[build];
  const [neck, fillTop, labelTop, half] = {
    juice: [170, 246, 372, 150],
    slim: [120, 250, 430, 112],
    small: [270, 372, 430, 128],
  }[build] as [number, number, number, number];
  const label =
    fill(rect(400 - half - 20, labelTop, half * 2 + 40, 190), look.label) +
    fill(rect(400 - half - 20, labelTop, half * 2 + 40, 12), shade(look.label, 0.18)) +
    fill(rect(400 - half - 20, labelTop + 178, half * 2 + 40, 12), shade(look.label, 0.18)) +
    at(400, labelTop + 84, look.motif(pen), 0, build === 'juice' ? 0.95 : 0.8);
  const inside =
    fill(rect(200, fillTop, 400, 500), look.drink) +
    fill(rect(200, fillTop, 400, 16), light(look.drink, 0.4)) +
    label +
    line(d`M ${400 - half + 26} ${labelTop - 60} V 640`, '#ffffff', 16, 0.4);
  const capWidth = build === 'juice' ? 144 : 96;
  const cap = pen.solid(
    rect(400 - capWidth / 2, neck - 66, capWidth, 82, 14),
    look.cap,
    { light: 8, shade: 16 },
    Array.from({ length: 9 }, (_, i) =>
      line(d`M ${400 - capWidth / 2 + (i + 0.5) * (capWidth / 9)} ${neck - 54} v 58`, shade(look.cap, 0.22), 4, 0.5),
    ).join(''),
  );
  return (
    contact(400, 674, half * 1.05) +
    pen.solid(outline, mix(look.drink, '#ffffff', 0.72), { light: 12, shade: 26, depth: 0.28 }, inside) +
    cap
  );
}

/** A sprig, a star, a fruit: signs for bottle labels, round (0, 0). */
export const bottleMotif = {
  sprig: (colour: Colour) => () =>
    fill(leaf(0, 34, 80, 40, -122), colour) +
    fill(leaf(0, 34, 80, 40, -58), light(colour, 0.3)) +
    fill(leaf(0, 40, 66, 30, -90), shade(colour, 0.12)),
  star: (colour: Colour) => () =>
    fill(star(0, 0, 56, 0.52, 9), colour) + fill(star(-2, -3, 28, 0.5, 5), light(colour, 0.55)),
  fruit: (colour: Colour) => (pen: Pen) =>
    pen.solid(ellipse(0, 8, 48), colour, { light: 7, shade: 12 }) + fill(leaf(0, -36, 46, 24, -30), '#4c8a3c'),
  root: (colour: Colour) => (pen: Pen) =>
    pen.solid(
      'M -66 6 C -70 -30 -30 -40 -14 -22 C -10 -56 34 -54 32 -20 C 66 -26 76 10 52 26 C 30 44 -50 46 -66 6 Z',
      colour,
      { light: 6, shade: 10 },
      line('M-40 -8q8 12 0 24M-2 -10q10 14 2 32M38 -4q8 12 0 20', shade(colour, 0.25), 4, 0.7),
    ),
  bean: (colour: Colour) => () =>
    fill(ellipse(-26, 4, 34, 24), colour) +
    fill(ellipse(28, 4, 34, 24), light(colour, 0.2)) +
    line('M-52 6Q-26 -8 0 6M4 6Q28 -8 54 6', shade(colour, 0.35), 5),
  cup: (colour: Colour) => () =>
    fill('M -44 -20 H 44 L 34 44 H -34 Z', colour) +
    line('M44 -8q30 0 26 22t-32 16', colour, 9) +
    line('M-12 -36q-8 -12 0 -24M14 -36q-8 -12 0 -24', colour, 6),
};
