import { type Colour, light, mix, shade } from './colour.ts';
import { d, ellipse, polygon, rect, soft, star, table } from './path.ts';
import { at, fill, line, type Pen } from './pen.ts';
import { between } from './random.ts';
import { heap, type Topping } from './toppings.ts';

/** Cakes, fritters and buns as single pieces, seen from above, round (0, 0), some 130 wide; plates and boxes carry them. */

export const under = (rx: number, ry: number) => fill(ellipse(6, 10, rx, ry), '#3b2a1e', 0.18);

export const crumbs = (pen: Pen, colour: Colour, rx: number, ry: number, count = 18): string =>
  Array.from({ length: count }, () =>
    fill(
      ellipse(
        between(pen.random, -rx, rx),
        between(pen.random, -ry, ry),
        between(pen.random, 3, 6),
        between(pen.random, 2, 4),
      ),
      pen.random() < 0.5 ? light(colour, 0.4) : shade(colour, 0.24),
      0.8,
    ),
  ).join('');

/** A ball rolled in something: klepon in coconut, onde-onde in sesame. */
export const rolledBall =
  (colour: Colour, coat: Colour, radius = 56, count = 46): Topping =>
  (pen) =>
    under(radius, radius * 0.94) +
    pen.solid(
      ellipse(0, 0, radius),
      colour,
      { light: 8, shade: 14 },
      Array.from({ length: count }, () =>
        at(
          between(pen.random, -radius, radius),
          between(pen.random, -radius, radius),
          fill(ellipse(0, 0, 7, 3.6), coat),
          between(pen.random, 0, 180),
        ),
      ).join(''),
    );

/** A rolled pancake with its filling at the end: dadar gulung. */
export const pancakeRoll =
  (colour: Colour, filling: Colour): Topping =>
  (pen) =>
    under(86, 36) +
    pen.solid(
      rect(-92, -36, 184, 72, 30),
      colour,
      { light: 8, shade: 14 },
      line('M-80 -8H70M-80 14H70', shade(colour, 0.16), 4, 0.5),
    ) +
    fill(ellipse(84, 0, 16, 33), shade(colour, 0.2)) +
    fill(ellipse(86, 0, 11, 26), filling);

/** A cut piece with layers, in its little depth: kue lapis, talam, lapis surabaya. */
export const layered =
  (layers: readonly Colour[]): Topping =>
  (pen) => {
    const h = 62 / layers.length;
    return (
      under(74, 62) +
      pen.solid(polygon(table('-72 -46, 52 -62, 76 -22, -50 -6'), 6), light(layers[0] as Colour, 0.15), {
        light: 6,
        shade: 0,
      }) +
      pen.solid(
        polygon(table('-50 -6, 76 -22, 76 40, -50 56'), 6),
        layers[0] as Colour,
        { light: 0, shade: 7, depth: 0.2 },
        layers
          .map((colour, i) =>
            fill(
              polygon([
                [-52, -6 + i * h],
                [80, -23 + i * h],
                [80, -23 + (i + 1) * h + 2],
                [-52, -6 + (i + 1) * h + 2],
              ]),
              colour,
            ),
          )
          .join(''),
      ) +
      pen.solid(
        polygon(table('-72 -46, -50 -6, -50 56, -74 14'), 5),
        shade(layers[0] as Colour, 0.18),
        { light: 0, shade: 0 },
        layers
          .map((colour, i) =>
            fill(
              polygon([
                [-76, -46 + i * h],
                [-49, -6 + i * h],
                [-49, -4 + (i + 1) * h],
                [-76, -44 + (i + 1) * h],
              ]),
              shade(colour, 0.18),
            ),
          )
          .join(''),
      )
    );
  };

/** A steamed cup cake that split open at the top: kue mangkok, bolu kukus, putu ayu. */
export const splitCup =
  (colour: Colour, heart: Colour): Topping =>
  (pen) =>
    under(66, 62) +
    fill(star(0, 0, 74, 0.9, 6, 18), mix('#fff6e6', colour, 0.25)) +
    pen.solid(heap(pen, 64, 0.05), colour, { light: 8, shade: 13 }) +
    [-90, 30, 150]
      .map((a) =>
        at(
          0,
          0,
          pen.solid('M 0 0 C -34 -20 -34 -52 0 -62 C 34 -52 34 -20 0 0 Z', light(colour, 0.2), { light: 6, shade: 8 }),
          a + 90,
        ),
      )
      .join('') +
    fill(ellipse(0, 0, 16), heart);

/** A brown disc with lace edge: kue cucur, kue ape, serabi, martabak mini. */
export const laceDisc =
  (rim: Colour, heart: Colour): Topping =>
  (pen) =>
    under(72, 68) +
    pen.solid(star(0, 0, 78, 0.93, 8, 16), rim, { light: 7, shade: 12 }, crumbs(pen, rim, 60, 60, 16)) +
    pen.solid(heap(pen, 46, 0.06), heart, { light: 6, shade: 9 }) +
    fill(ellipse(-14, -16, 15, 10), light(heart, 0.5), 0.8);

/** A diamond or square of sticky sweet: wajik, getuk, dodol. */
export const diamond =
  (colour: Colour, strew: Colour | null = null): Topping =>
  (pen) =>
    under(66, 50) +
    pen.solid(
      polygon(table('-78 0, 0 -52, 78 0, 0 52'), 10),
      colour,
      { light: 8, shade: 12 },
      crumbs(pen, colour, 52, 30, 16) +
        (strew
          ? Array.from({ length: 14 }, () =>
              at(
                between(pen.random, -40, 40),
                between(pen.random, -24, 24),
                line('M-9 0H9', strew, 5),
                between(pen.random, 0, 180),
              ),
            ).join('')
          : ''),
    );

/** A ring with icing and sprinkles. */
export const donut =
  (icing: Colour, sprinkle: readonly Colour[], radius = 78): Topping =>
  (pen) => {
    const sprinkles = Array.from({ length: 26 }, () => {
      const angle = between(pen.random, 0, Math.PI * 2);
      const far = radius * between(pen.random, 0.44, 0.8);
      return at(
        Math.cos(angle) * far,
        Math.sin(angle) * far,
        line('M-7 0H7', sprinkle[Math.floor(pen.random() * sprinkle.length)] as Colour, 6),
        between(pen.random, 0, 180),
      );
    }).join('');
    return (
      under(radius, radius) +
      pen.solid(ellipse(0, 0, radius), '#d9984a', { light: 8, shade: 13 }) +
      pen.solid(heap(pen, radius * 0.88, 0.05, 14), icing, { light: 8, shade: 10 }, sprinkles) +
      fill(ellipse(2, 2, radius * 0.3), '#b97a35') +
      fill(ellipse(5, 6, radius * 0.24), '#f3e6cc')
    );
  };

/** A glazed bun, its top shining; `top` is what was sprinkled or piped on it. */
export const bun =
  (colour: Colour, top: Colour | null = null, radius = 78): Topping =>
  (pen) =>
    under(radius, radius * 0.9) +
    pen.solid(
      ellipse(0, 0, radius, radius * 0.9),
      colour,
      { light: 10, shade: 18 },
      (top
        ? line(
            d`M ${-radius * 0.6} 8 q ${radius * 0.2} -44 ${radius * 0.4} 0 t ${radius * 0.4} 0 t ${radius * 0.4} 0`,
            top,
            13,
          )
        : '') + fill(ellipse(-radius * 0.3, -radius * 0.36, radius * 0.34, radius * 0.2), light(colour, 0.6), 0.8),
    );

/** A crescent of puff pastry. */
export const croissant: Topping = (pen) =>
  under(90, 50) +
  pen.solid(
    soft(table('-104 44, -92 -6, -50 -52, 0 -64, 50 -52, 92 -6, 104 44, 74 36, 40 8, 0 2, -40 8, -74 36'), 0.9),
    '#d08a3a',
    { light: 9, shade: 14 },
    [-66, -26, 26, 66]
      .map((x) => line(d`M ${x * 0.8} -70 Q ${x * 1.1} -20 ${x * 0.72} 30`, '#8f5420', 7, 0.6))
      .join('') + [-46, 0, 46].map((x) => line(d`M ${x * 0.8 - 12} -46 q 8 -8 22 -6`, '#f6d59a', 8, 0.9)).join(''),
  );

/** A soft round dusted with flour: mochi. */
export const mochi =
  (colour: Colour): Topping =>
  (pen) =>
    under(70, 60) +
    pen.solid(
      ellipse(0, 0, 72, 62),
      colour,
      { light: 8, shade: 16, depth: 0.2 },
      fill(ellipse(-18, -20, 36, 22), '#ffffff', 0.7) +
        Array.from({ length: 12 }, () =>
          fill(ellipse(between(pen.random, -50, 50), between(pen.random, -40, 40), 4, 3), '#ffffff', 0.9),
        ).join(''),
    );

/** A slab cut in squares: brownies, wingko, tempe. */
export const slab =
  (colour: Colour, top: Colour, wide = 300, high = 200): Topping =>
  (pen) =>
    fill(rect(-wide / 2 + 10, -high / 2 + 16, wide, high, 16), '#3b2a1e', 0.18) +
    pen.solid(
      rect(-wide / 2, -high / 2, wide, high, 16),
      colour,
      { light: 9, shade: 16 },
      crumbs(pen, top, wide / 2.2, high / 2.2, 30),
    ) +
    [1, 2]
      .map((i) =>
        line(d`M ${-wide / 2 + (wide / 3) * i} ${-high / 2 + 6} V ${high / 2 - 6}`, shade(colour, 0.35), 6, 0.7),
      )
      .join('') +
    line(d`M ${-wide / 2 + 8} 0 H ${wide / 2 - 8}`, shade(colour, 0.35), 6, 0.7);
