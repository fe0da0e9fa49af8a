import { type Colour, light, shade } from './colour.ts';
import { d, ellipse, polygon, rect, soft, star, table } from './path.ts';
import { at, fill, line } from './pen.ts';
import { crumbs, under } from './pieces.ts';
import { between } from './random.ts';
import { heap, type Topping } from './toppings.ts';

/** A crumbed or fried roll: risol, lumpia, arem-arem. */
export const roll =
  (colour: Colour, long = 150, thick = 62): Topping =>
  (pen) =>
    under(long / 2, thick / 2) +
    pen.solid(
      rect(-long / 2, -thick / 2, long, thick, thick * 0.42),
      colour,
      { light: 8, shade: 13 },
      crumbs(pen, colour, long / 2.4, thick / 2.6, 22),
    );

/** An uneven fritter with strips in it: bakwan, tempe mendoan, cireng. */
export const fritter =
  (colour: Colour, bits: readonly Colour[], radius = 70): Topping =>
  (pen) =>
    under(radius, radius * 0.9) +
    pen.solid(
      heap(pen, radius, 0.16, 11),
      colour,
      { light: 9, shade: 14 },
      crumbs(pen, colour, radius * 0.7, radius * 0.7) +
        bits
          .map((bit, i) =>
            at(
              between(pen.random, -radius, radius) * 0.5,
              between(pen.random, -radius, radius) * 0.5,
              line('M-18 0Q0 -10 18 0', bit, 8),
              i * 47,
            ),
          )
          .join(''),
    );

/** A fan of battered banana. */
export const bananaFritter =
  (colour: Colour): Topping =>
  (pen) => {
    const outline = soft(table('-92 0, -60 -34, 20 -50, 90 -40, 104 0, 90 40, 20 50, -60 34'));
    return (
      under(90, 44) +
      pen.solid(
        outline,
        colour,
        { light: 9, shade: 14 },
        [-22, 0, 22]
          .map((y) => line(d`M -60 ${y * 0.4} Q 20 ${y * 0.8} 96 ${y * 1.2}`, shade(colour, 0.22), 5, 0.6))
          .join('') + crumbs(pen, colour, 80, 36, 20),
      )
    );
  };

/** A half moon with a crimped edge: pastel. */
export const halfMoon =
  (colour: Colour): Topping =>
  (pen) =>
    under(84, 48) +
    pen.solid(
      'M -90 26 C -84 -70 84 -70 90 26 Q 0 54 -90 26 Z',
      colour,
      { light: 9, shade: 13 },
      crumbs(pen, colour, 60, 24, 10),
    ) +
    Array.from({ length: 9 }, (_, i) =>
      fill(ellipse(-80 + i * 20, 28 + Math.sin((i / 8) * Math.PI) * 10, 13, 11), i % 2 ? colour : light(colour, 0.3)),
    ).join('');

/** A stuffed triangle: tahu isi, samosa; its filling shows at the cut. */
export const stuffedTriangle =
  (colour: Colour, filling: Colour): Topping =>
  (pen) =>
    under(70, 60) +
    pen.solid(
      polygon(table('0 -72, 80 56, -80 56'), 18),
      colour,
      { light: 9, shade: 14 },
      crumbs(pen, colour, 50, 40, 16),
    ) +
    fill(ellipse(0, 42, 52, 15), shade(colour, 0.4)) +
    fill(ellipse(0, 40, 46, 11), filling) +
    [-26, -6, 16].map((x) => line(d`M ${x} 36 q 8 -8 16 4`, '#ee8a2c', 5)).join('');

/** A dumpling in thin pastry, its meat open at the top. */
export const dumpling =
  (skin: Colour, meat: Colour): Topping =>
  (pen) =>
    under(60, 56) +
    pen.solid(star(0, 0, 66, 0.88, 12, 9), skin, { light: 8, shade: 12 }) +
    pen.solid(heap(pen, 40, 0.06), meat, { light: 6, shade: 8 }) +
    fill(ellipse(0, -2, 12, 10), '#ee8a2c') +
    fill(ellipse(-3, -5, 5, 4), '#f8c08a');

/** Cut fish cake or tofu with its brown rim: pempek, otak-otak, siomai. */
export const sausage =
  (colour: Colour, long = 140, thick = 46): Topping =>
  (pen) =>
    under(long / 2, thick / 2) +
    pen.solid(rect(-long / 2, -thick / 2, long, thick, thick / 2), colour, { light: 8, shade: 12 }) +
    [-0.25, 0, 0.25]
      .map((t) =>
        line(d`M ${long * t - 8} ${-thick * 0.32} L ${long * t + 8} ${thick * 0.1}`, shade(colour, 0.3), 5, 0.6),
      )
      .join('');

/** Balls on a bamboo stick: cilok, sate, fruit. */
export const skewer =
  (colours: readonly Colour[], sauce: Colour | null): Topping =>
  (pen) =>
    line('M-190 0H200', '#d6a566', 9) +
    colours
      .map((colour, i) =>
        at(
          -130 + i * 74,
          0,
          under(36, 34) +
            pen.solid(
              ellipse(0, 0, 40, 37),
              colour,
              { light: 7, shade: 10 },
              sauce ? fill('M -44 -6 q 20 -30 44 -10 t 44 0 V -50 H -44 Z', sauce, 0.85) : '',
            ),
        ),
      )
      .join('');
