import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, polygon, rect, soft, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { bun, donut } from '../kit/pieces.ts';
import { between } from '../kit/random.ts';

const BOARD = '#d6a566';

const board = (pen: Pen): string =>
  contact(400, 664, 300, 0.06) +
  pen.solid(rect(96, 606, 608, 54, 22), BOARD, { light: 7, shade: 12 }, line('M130 634H660', '#9c6b3a', 4, 0.5));

/** A tin loaf with two slices cut off. */
export function loaf(pen: Pen, crust: Colour, crumb: Colour): string {
  const slice = (x: number, turn: number) =>
    at(
      x,
      486,
      pen.solid('M -96 120 V -50 C -136 -80 -110 -140 0 -140 C 110 -140 136 -80 96 -50 V 120 Z', crust, {
        light: 7,
        shade: 12,
      }) +
        fill('M -80 106 V -54 C -112 -84 -90 -122 0 -122 C 90 -122 112 -84 80 -54 V 106 Z', crumb) +
        Array.from({ length: 14 }, () =>
          fill(ellipse(between(pen.random, -60, 60), between(pen.random, -90, 90), 7, 5), shade(crumb, 0.1), 0.7),
        ).join(''),
      turn,
    );
  const long = 'M 330 606 V 430 C 286 400 310 336 420 336 H 580 C 690 336 700 400 660 430 V 606 Z';
  return (
    board(pen) +
    pen.solid(
      long,
      crust,
      { light: 12, shade: 26 },
      [430, 510, 590].map((x) => line(d`M ${x} 344 q 20 40 6 84`, shade(crust, 0.25), 6, 0.5)).join(''),
    ) +
    slice(330, 0) +
    slice(216, -7)
  );
}

/** Pull-apart buns in their tray, glazed, with what the flavour puts on top. */
export function pullApart(pen: Pen, crust: Colour, top: Colour | null): string {
  const tray = rect(150, 190, 500, 430, 34);
  let buns = '';
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++)
      buns += at(254 + column * 146, 280 + row * 124, bun(crust, top, 82)(pen));
  return (
    cast(tray) +
    pen.solid(tray, '#b9bec2', { light: 8, shade: 14 }) +
    fill(rect(172, 212, 456, 386, 24), '#8a5a2c') +
    buns
  );
}

/** A rolled sponge, its swirl to the front. */
export function swissRoll(pen: Pen, sponge: Colour, cream: Colour): string {
  const back = 'M 300 300 L 560 250 C 660 250 700 330 690 420 C 684 500 640 560 570 570 L 300 606 Z';
  const swirl =
    'M 300 470 c -12 -20 18 -44 40 -22 c 30 34 -14 84 -60 66 c -58 -26 -50 -110 10 -132 c 70 -24 136 34 120 108 c -18 76 -104 106 -168 62';
  return (
    board(pen) +
    pen.solid(
      back,
      sponge,
      { light: 12, shade: 26 },
      Array.from({ length: 30 }, () =>
        fill(ellipse(between(pen.random, 320, 680), between(pen.random, 270, 590), 5, 3), shade(sponge, 0.18), 0.6),
      ).join(''),
    ) +
    pen.solid(ellipse(290, 454, 156, 152), shade(sponge, 0.06), { light: 8, shade: 12 }) +
    fill(ellipse(290, 454, 134, 130), light(sponge, 0.22)) +
    line(swirl, cream, 22) +
    fill(polygon(table('330 302, 480 272, 482 284, 330 316'), 4), light(sponge, 0.5), 0.8)
  );
}

/** A fluted ring cake. */
export function ringCake(pen: Pen, sponge: Colour, glaze: Colour | null): string {
  const body =
    'M 160 430 C 150 300 260 250 400 250 C 540 250 650 300 640 430 C 640 560 560 600 400 600 C 240 600 160 560 160 430 Z';
  const flutes = [-200, -130, -50, 50, 130, 200]
    .map((x) =>
      line(
        d`M ${400 + x * 0.5} 300 Q ${400 + x * 1.1} 420 ${400 + x * 1.02} ${590 - Math.abs(x) * 0.2}`,
        shade(sponge, 0.25),
        12,
        0.5,
      ),
    )
    .join('');
  const drip = glaze
    ? fill(
        'M 220 330 C 240 270 340 262 400 262 C 470 262 570 276 586 340 C 590 380 556 390 546 360 C 536 346 510 352 508 380 C 504 420 456 420 452 386 C 448 366 412 366 406 396 C 400 440 346 434 344 392 C 340 366 300 366 294 396 C 286 424 236 416 220 330 Z',
        glaze,
      )
    : '';
  return (
    contact(400, 650, 280, 0.1) +
    pen.solid(ellipse(400, 590, 306, 60), '#f7efe0', { light: 7, shade: 12, depth: 0.2 }) +
    pen.solid(body, sponge, { light: 14, shade: 32 }, flutes + drip) +
    fill(ellipse(400, 318, 84, 30), shade(sponge, 0.45)) +
    fill(ellipse(400, 326, 70, 20), shade(sponge, 0.6))
  );
}

/** Donuts piled to a tower on a stand. */
export function donutTower(pen: Pen, icings: readonly Colour[]): string {
  const rows = [5, 4, 3, 2, 1];
  let out =
    contact(400, 706, 150) +
    pen.solid('M 380 640 H 420 L 470 704 H 330 Z', '#e9dcc3', { light: 6, shade: 9 }) +
    pen.solid(ellipse(400, 636, 290, 36), '#f7efe0', { light: 7, shade: 11, depth: 0.2 });
  let k = 0;
  rows.forEach((count, row) => {
    for (let i = 0; i < count; i++)
      out += at(
        400 + (i - (count - 1) / 2) * 112,
        576 - row * 98,
        donut(icings[k++ % icings.length] as Colour, ['#ffffff', '#f2c230', '#3c8fa8'], 66)(pen),
      );
  });
  return out;
}

/** The crocodile loaf of a Betawi wedding. */
export function crocodileLoaf(pen: Pen, crust: Colour): string {
  const body = soft(
    table(
      '90 430, 150 400, 230 410, 280 366, 380 340, 500 346, 590 388, 660 440, 740 520, 650 500, 560 492, 440 506, 330 500, 240 480, 150 476, 96 462',
    ),
    0.9,
  );
  const scales = Array.from({ length: 22 }, (_, i) =>
    at(
      300 + (i % 11) * 34,
      388 + Math.floor(i / 11) * 40 + Math.abs((i % 11) - 5) * 5,
      fill('M -17 12 Q 0 -22 17 12 Z', light(crust, 0.28)),
    ),
  ).join('');
  const legs = [
    [320, 492, 12],
    [560, 496, -8],
  ]
    .map(([x = 0, y = 0, a = 0]) =>
      at(
        x,
        y,
        pen.solid(soft(table('-30 -20, 30 -20, 34 40, 10 66, -24 56')), shade(crust, 0.08), { light: 6, shade: 9 }),
        a,
      ),
    )
    .join('');
  return at(
    400,
    420,
    at(
      -410,
      -440,
      cast(body, 18) +
        legs +
        pen.solid(
          body,
          crust,
          { light: 11, shade: 20 },
          scales + line('M96 450Q160 440 226 450', shade(crust, 0.45), 6),
        ) +
        fill(ellipse(206, 418, 13), '#2a2320') +
        fill(ellipse(203, 414, 4), '#ffffff') +
        [120, 140, 160, 180]
          .map((x) =>
            fill(
              polygon([
                [x, 446],
                [x + 14, 446],
                [x + 7, 462],
              ]),
              '#fff6e0',
            ),
          )
          .join(''),
    ),
    -8,
    1.06,
  );
}

/** A cupcake in its paper, cream swirled high. */
export function cupcake(pen: Pen, paper: Colour, cream: Colour, sponge: Colour): string {
  const swirl = table('0 150 56, -58 128 50, -104 102 46, -146 64 40')
    .map(([y = 0, rx = 0, ry = 0]) =>
      pen.solid(
        ellipse(400, 392 + y, rx, ry),
        light(cream, 0.1 - y / 900),
        { light: 10, shade: 15, depth: 0.2 },
        line(
          d`M ${400 - rx} ${392 + y + ry * 0.3} Q 400 ${392 + y + ry * 1.4} ${400 + rx} ${392 + y}`,
          shade(cream, 0.14),
          5,
          0.5,
        ),
      ),
    )
    .join('');
  const sprinkles = Array.from({ length: 20 }, (_, i) =>
    at(
      between(pen.random, 300, 500),
      between(pen.random, 270, 420),
      line('M-8 0H8', ['#f2c230', '#d63a4a', '#3c8fa8', '#5a9c45'][i % 4] as Colour, 7),
      between(pen.random, 0, 180),
    ),
  ).join('');
  return (
    contact(400, 668, 140) +
    fill(ellipse(400, 440, 178, 54), sponge) +
    pen.solid(
      polygon(table('236 440, 564 440, 520 668, 280 668'), 12),
      paper,
      { light: 9, shade: 24 },
      Array.from({ length: 13 }, (_, i) =>
        line(d`M ${244 + i * 26} 440 L ${288 + i * 18.7} 668`, i % 2 ? light(paper, 0.4) : shade(paper, 0.14), 7, 0.7),
      ).join(''),
    ) +
    swirl +
    sprinkles +
    pen.solid(ellipse(400, 214, 34), '#c5283d', { light: 6, shade: 9 }) +
    line('M402 186q8 -34 34 -42', '#4c6b2c', 6)
  );
}
