import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, table } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** A moulded pudding on a plate, sauce on top. */
export function pudding(pen: Pen, body: Colour, sauce: Colour): string {
  const cake = 'M 264 320 C 270 290 530 290 536 320 L 590 560 C 600 606 200 606 210 560 Z';
  const flutes = [-110, -40, 40, 110]
    .map((x) => line(d`M ${400 + x} 320 L ${400 + x * 1.45} 580`, shade(body, 0.16), 14, 0.5))
    .join('');
  const drip =
    'M 264 312 V 380 C 268 416 308 410 310 376 C 314 350 350 356 352 386 V 430 C 356 464 400 462 402 430 V 392 C 406 366 444 368 446 394 C 450 424 490 420 492 386 C 496 366 530 380 536 312 C 530 286 270 286 264 312 Z';
  return (
    contact(400, 640, 290, 0.1) +
    pen.solid(ellipse(400, 584, 300, 62), '#f7f1e4', { light: 7, shade: 13, depth: 0.2 }) +
    pen.solid(cake, body, { light: 14, shade: 34, depth: 0.24 }, flutes) +
    pen.solid(drip, sauce, { light: 7, shade: 12 }) +
    fill(ellipse(400, 312, 134, 26), light(sauce, 0.25)) +
    pen.solid(ellipse(400, 292, 34), '#c5283d', { light: 6, shade: 9 }) +
    fill(leaf(428, 286, 62, 32, -24), '#4f9a45') +
    fill(leaf(372, 286, 56, 28, 204), '#6fae55')
  );
}

/** A round fruit pudding or tart seen from above: fruit set in clear jelly. */
export function fruitTart(pen: Pen, crust: Colour, jelly: Colour): string {
  const colours = ['#d63a4a', '#f2b92e', '#6fae55', '#e8823a', '#7a4a9a'];
  const rings = table('0 1, 92 7, 178 13')
    .flatMap(([far = 0, count = 1], ring) =>
      Array.from({ length: count }, (_, i) => {
        const angle = (i / count) * Math.PI * 2 + ring * 0.4;
        const colour = colours[(i + ring) % colours.length] as Colour;
        return at(
          400 + Math.cos(angle) * far,
          404 + Math.sin(angle) * far,
          pen.solid(
            i % 2 ? ellipse(0, 0, 40) : 'M 0 -44 C 40 -30 44 16 0 44 C -44 16 -40 -30 0 -44 Z',
            colour,
            { light: 7, shade: 10 },
            table('-10 -6, 10 8, 6 -14, -6 16')
              .map(([x, y]) => fill(ellipse(x, y, 2.6), light(colour, 0.6)))
              .join(''),
          ),
          (angle * 180) / Math.PI + 90,
        );
      }),
    )
    .join('');
  const edge = Array.from({ length: 32 }, (_, i) =>
    at(400, 404, pen.solid(ellipse(0, -258, 32, 26), crust, { light: 5, shade: 8 }), (i * 360) / 32),
  ).join('');
  return (
    `<path d="${ellipse(400, 404, 286)}" fill="#3b2a1e" opacity=".17" transform="translate(18 24)"/>` +
    edge +
    fill(ellipse(400, 404, 248), shade(crust, 0.2)) +
    fill(ellipse(400, 404, 238), jelly) +
    rings +
    fill(ellipse(320, 320, 110, 70), '#ffffff', 0.18)
  );
}

/** A clear cup with a spoon: layers of dessert up to a domed scoop or fruit. */
export function dessertCup(
  pen: Pen,
  layers: readonly Colour[],
  top: 'scoops' | 'fruit' | 'flat',
  scoops: readonly Colour[] = layers,
): string {
  const cup = 'M 226 380 H 574 L 530 640 Q 524 668 496 668 H 304 Q 276 668 270 640 Z';
  const bands = layers
    .map((colour, i) => fill(rect(200, 668 - ((i + 1) * 280) / layers.length, 400, 290 / layers.length), colour))
    .join('');
  const tops = {
    flat: () => fill(ellipse(400, 384, 168, 30), light(layers.at(-1) as Colour, 0.3)),
    scoops: () =>
      table('310 320, 490 320, 400 262')
        .map(([x, y], i) =>
          pen.solid(
            d`M ${x - 100} ${y + 40} C ${x - 110} ${y - 110} ${x + 110} ${y - 110} ${x + 100} ${y + 40} q -20 26 -46 6 q -30 24 -58 2 q -30 22 -58 -2 q -24 16 -38 -6 Z`,
            scoops[i % scoops.length] as Colour,
            { light: 12, shade: 22, depth: 0.24 },
            Array.from({ length: 8 }, () =>
              fill(
                ellipse(x + between(pen.random, -70, 70), y + between(pen.random, -70, 30), 6, 4),
                shade(scoops[i % scoops.length] as Colour, 0.2),
                0.6,
              ),
            ).join(''),
          ),
        )
        .join(''),
    fruit: () =>
      [
        [270, 350, '#d63a4a'],
        [340, 330, '#f2b92e'],
        [410, 340, '#6fae55'],
        [480, 328, '#e8823a'],
        [536, 354, '#d63a4a'],
        [310, 290, '#6fae55'],
        [386, 276, '#d63a4a'],
        [456, 284, '#f2b92e'],
      ]
        .map(([x, y, colour]) =>
          pen.solid(ellipse(Number(x), Number(y), 50, 46), String(colour), { light: 8, shade: 13 }),
        )
        .join(''),
  };
  return (
    contact(400, 668, 130) +
    (top === 'scoops'
      ? at(560, 240, pen.solid(rect(-14, -110, 28, 260, 10), '#d6a566', { light: 5, shade: 8 }), 24)
      : '') +
    tops[top]() +
    pen.solid(
      cup,
      layers[0] as Colour,
      { light: 12, shade: 28, depth: 0.22 },
      bands + line('M276 410L306 630', '#ffffff', 16, 0.45),
    ) +
    pen.solid(rect(212, 366, 376, 34, 16), '#fbf8f0', { light: 5, shade: 8, depth: 0.18 })
  );
}

/** A low clear box with layers of cake and cream, its lid shut: dessert box, lumer. */
export function layerBox(pen: Pen, layers: readonly Colour[], top: Colour): string {
  const front = rect(130, 420, 540, 220, 26);
  const lid = polygon(table('130 440, 200 318, 600 318, 670 440'), 20);
  const h = 220 / layers.length;
  const bands = layers
    .map((colour, i) =>
      fill(
        d`M 120 ${640 - i * h} V ${640 - (i + 1) * h} q 70 -12 140 0 t 140 0 t 140 0 t 140 0 V ${640 - i * h} Z`,
        colour,
      ),
    )
    .join('');
  const dust = Array.from({ length: 60 }, () =>
    fill(
      ellipse(between(pen.random, 180, 620), between(pen.random, 336, 424), 8, 4),
      pen.random() < 0.5 ? light(top, 0.35) : shade(top, 0.2),
    ),
  ).join('');
  return (
    contact(400, 642, 290, 0.08) +
    pen.solid(
      lid,
      top,
      { light: 8, shade: 10 },
      dust + fill(polygon(table('230 440, 290 318, 350 318, 300 440')), '#ffffff', 0.28),
    ) +
    pen.solid(
      front,
      mix(layers[0] as Colour, '#ffffff', 0.3),
      { light: 10, shade: 22, depth: 0.2 },
      bands + line('M164 460V600', '#ffffff', 15, 0.5),
    ) +
    pen.solid(rect(112, 412, 576, 34, 16), '#fbf8f0', { light: 5, shade: 8, depth: 0.18 })
  );
}
