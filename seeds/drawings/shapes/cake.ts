import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, polygon, rect, star, table } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

const STAND = '#f7efe0';

const cakeStand = (pen: Pen, colour: Colour): string =>
  contact(400, 706, 150) +
  pen.solid('M 372 626 C 376 670 340 690 320 706 H 480 C 460 690 424 670 428 626 Z', shade(colour, 0.1), {
    light: 6,
    shade: 14,
  }) +
  pen.solid(ellipse(400, 616, 270, 46), colour, { light: 8, shade: 16, depth: 0.22 });

/** A tall cake with icing that runs down its side and candles or fruit on top. */
export function celebrationCake(
  pen: Pen,
  sponge: Colour,
  icing: Colour,
  top: 'candles' | 'cherries' | 'chocolate' | 'crumbs',
): string {
  const body = 'M 200 330 V 570 C 200 610 600 610 600 570 V 330 Z';
  const drip =
    'M 200 322 V 400 C 200 442 244 442 248 404 C 252 384 282 384 286 410 V 452 C 288 490 334 490 336 452 V 428 C 338 404 372 404 376 428 V 436 C 380 468 424 468 426 436 C 430 408 462 412 464 440 V 470 C 466 506 512 506 514 468 V 424 C 516 400 548 398 552 420 C 556 446 600 446 600 404 V 322 Z';
  const piping = Array.from({ length: 13 }, (_, i) => {
    const x = 214 + i * 31;
    const y = 592 + Math.sin((i / 12) * Math.PI) * 14;
    return (
      fill(ellipse(x + 2, y + 3, 19, 15), shade(icing, 0.2)) +
      fill(ellipse(x, y, 18, 14), icing) +
      fill(ellipse(x - 5, y - 5, 7, 5), light(icing, 0.6))
    );
  }).join('');
  const dots = Array.from({ length: 16 }, () =>
    fill(ellipse(between(pen.random, 220, 580), between(pen.random, 500, 572), 5), light(icing, 0.2), 0.9),
  ).join('');
  return (
    cakeStand(pen, STAND) +
    pen.solid(body, sponge, { light: 12, shade: 34, depth: 0.26 }, dots) +
    pen.solid(drip, icing, { light: 8, shade: 16, depth: 0.22 }) +
    fill(ellipse(400, 322, 200, 62), light(icing, 0.28)) +
    fill(ellipse(406, 326, 176, 50), icing) +
    piping +
    toppers[top](pen, icing)
  );
}

const toppers: Record<'candles' | 'cherries' | 'chocolate' | 'crumbs', (pen: Pen, icing: Colour) => string> = {
  candles: (_pen, icing) =>
    rosettes(icing) +
    ['#3c8fa8', '#f2b92e', '#5a9c45']
      .map((colour, i) => {
        const x = 328 + i * 72;
        const y = i === 1 ? 326 : 312;
        return (
          fill(rect(x - 10, y - 108, 20, 108, 8), colour) +
          fill(rect(x - 10, y - 108, 8, 108, 4), light(colour, 0.5)) +
          [0, 1, 2].map((k) => line(d`M ${x - 9} ${y - 26 - k * 30} l 18 -12`, '#fffaf0', 6, 0.8)).join('') +
          fill(
            d`M ${x} ${y - 164} C ${x + 20} ${y - 138} ${x + 14} ${y - 116} ${x} ${y - 116} C ${x - 14} ${y - 116} ${x - 20} ${y - 138} ${x} ${y - 164} Z`,
            '#f6a928',
          ) +
          fill(ellipse(x, y - 128, 7, 11), '#fff1b8')
        );
      })
      .join(''),
  cherries: (pen, icing) =>
    rosettes(icing) +
    table('290 300, 400 284, 510 300, 350 336, 456 338')
      .map(
        ([x, y]) =>
          line(d`M ${x} ${y - 20} q 8 -34 30 -46`, '#4c6b2c', 5) +
          pen.solid(ellipse(x, y, 29), '#c5283d', { light: 6, shade: 10 }) +
          fill(ellipse(x - 10, y - 11, 7, 5), '#ffd9d3'),
      )
      .join(''),
  chocolate: (pen, icing) =>
    rosettes(light(icing, 0.35)) +
    table('300 300 -24, 400 272 6, 500 300 26')
      .map(([x, y, turn = 0]) =>
        at(
          x,
          y,
          pen.solid(
            rect(-26, -70, 52, 100, 7),
            '#5a3220',
            { light: 6, shade: 10 },
            line('M-26 -20H26M0 -70V30', '#3c1f13', 4),
          ),
          turn,
        ),
      )
      .join(''),
  crumbs: (pen, icing) =>
    Array.from({ length: 60 }, () => {
      const angle = between(pen.random, 0, Math.PI * 2);
      const far = Math.sqrt(pen.random());
      return fill(
        rect(
          400 + Math.cos(angle) * 160 * far,
          318 + Math.sin(angle) * 40 * far,
          between(pen.random, 8, 20),
          between(pen.random, 5, 9),
          3,
        ),
        pen.random() < 0.5 ? '#f4c542' : mix(icing, '#b9282d', 0.7),
      );
    }).join('') +
    fill(star(400, 262, 56, 0.52, 9), '#f2c230') +
    fill(star(396, 258, 28, 0.5, 5), '#ffe493'),
};

const rosettes = (icing: Colour): string =>
  [236, 300, 364, 436, 500, 564]
    .map((x, i) => {
      const y = 322 + (i % 2 ? 22 : 0);
      return (
        fill(ellipse(x + 2, y + 3, 30, 22), shade(icing, 0.16)) +
        fill(ellipse(x, y, 28, 20), light(icing, 0.35)) +
        line(d`M ${x - 14} ${y + 2} q 14 -18 28 0`, shade(icing, 0.12), 4, 0.6) +
        fill(ellipse(x - 6, y - 8, 9, 6), light(icing, 0.7))
      );
    })
    .join('');

/** A wedge of a layered cake, its cut side to the front: lapis legit, cheesecake, brownies, kue lapis. */
export function cakeSlice(pen: Pen, layers: readonly Colour[], top: Colour, plateColour: Colour = STAND): string {
  const front = polygon(table('150 360, 610 416, 610 600, 150 560'), 8);
  const height = 210 / layers.length;
  const bands = layers
    .map(
      (colour, i) =>
        fill(
          d`M 130 ${350 + i * height * 0.97} L 640 ${412 + i * height * 0.92} v ${height + 6} L 130 ${356 + (i + 1) * height * 0.97} Z`,
          colour,
        ) + line(d`M 130 ${350 + i * height * 0.97} L 640 ${412 + i * height * 0.92}`, shade(colour, 0.12), 2, 0.5),
    )
    .join('');
  const crumbs = Array.from({ length: 40 }, () =>
    fill(
      ellipse(between(pen.random, 160, 600), between(pen.random, 380, 590), between(pen.random, 2, 5), 2.4),
      pen.random() < 0.5 ? '#fff6dd' : '#3b1d10',
      0.28,
    ),
  ).join('');
  return (
    contact(400, 640, 300, 0.1) +
    pen.solid(ellipse(400, 604, 320, 60), plateColour, { light: 8, shade: 14, depth: 0.2 }) +
    pen.solid(front, layers[0] as Colour, { light: 8, shade: 16, depth: 0.2 }, bands + crumbs) +
    pen.solid(
      polygon(table('150 362, 470 262, 660 330, 610 420'), 12),
      top,
      { light: 7, shade: 10 },
      fill('M 210 350 L 462 278 L 520 296 L 300 366 Z', light(top, 0.35), 0.6),
    ) +
    pen.solid(
      polygon(table('610 416, 660 328, 660 506, 610 600'), 6),
      shade(layers[0] as Colour, 0.22),
      { light: 0, shade: 6 },
      layers
        .map((colour, i) =>
          line(
            d`M 608 ${424 + i * height * 0.92} L 662 ${336 + i * height * 0.92}`,
            shade(colour, 0.3),
            Math.max(4, height * 0.5),
            0.6,
          ),
        )
        .join(''),
    )
  );
}
