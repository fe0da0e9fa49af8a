import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import type { Topping } from '../kit/toppings.ts';
import { labelSign, type Sign } from './pouch.ts';

/** A thing in a box: where, turned how, how large. */
export type InBox = readonly [topping: Topping, x: number, y: number, turn?: number, scale?: number];

/** A meal box seen from above, lid away, with compartments: nasi kotak, bento, salad. */
export function mealBox(pen: Pen, card: Colour, items: readonly InBox[], divided = true): string {
  const outer = rect(120, 150, 560, 500, 40);
  const inner = rect(152, 182, 496, 436, 24);
  const food = items.map(([t, x, y, turn = 0, scale = 1]) => at(400 + x, 400 + y, t(pen), turn, scale)).join('');
  const walls = divided
    ? line('M404 186V614', light(card, 0.25), 16) + line('M404 400H644', light(card, 0.25), 16)
    : '';
  return (
    cast(outer, 22) +
    pen.solid(outer, card, { light: 11, shade: 20 }) +
    fill(inner, shade(card, 0.3)) +
    fill(rect(160, 194, 488, 424, 22), shade(card, 0.14)) +
    pen.clip(inner, food) +
    walls
  );
}

/** A closed carton with a tucked flap and a window or a sign on its front: snack box, dodol, tea, sachets. */
export function carton(
  pen: Pen,
  colour: Colour,
  sign: Sign,
  options: { tall?: boolean; window?: (pen: Pen) => string } = {},
): string {
  const [x, y, w, h] = options.tall ? [236, 190, 300, 470] : [150, 300, 440, 350];
  const front = rect(x, y, w, h, 8);
  const lean = 92;
  const side = polygon(
    [
      [x + w, y],
      [x + w + lean, y - 56],
      [x + w + lean, y + h - 66],
      [x + w, y + h],
    ],
    4,
  );
  const top = polygon(
    [
      [x, y],
      [x + lean, y - 56],
      [x + w + lean, y - 56],
      [x + w, y],
    ],
    4,
  );
  const pale = mix(colour, '#fffaf0', 0.88);
  const cx = x + w / 2;
  const face = options.window
    ? fill(rect(x + 46, y + h * 0.42, w - 92, h * 0.46, 22), shade(colour, 0.4)) +
      pen.clip(rect(x + 46, y + h * 0.42, w - 92, h * 0.46, 22), options.window(pen)) +
      line(rect(x + 46, y + h * 0.42, w - 92, h * 0.46, 22), light(colour, 0.45), 6) +
      at(cx, y + h * 0.18, labelSign(sign, pale, colour), 0, 0.62)
    : fill(ellipse(cx, y + h * 0.46, Math.min(w, h) * 0.33), pale) +
      at(cx, y + h * 0.46 - 18, labelSign(sign, colour, pale), 0, 1.02) +
      fill(rect(x, y + h - 44, w, 20), light(colour, 0.35)) +
      fill(rect(x, y + 24, w, 8), light(colour, 0.35));
  return (
    contact(cx + lean * 0.4, y + h - 4, w * 0.62, 0.09) +
    pen.solid(side, shade(colour, 0.26), { light: 0, shade: 10 }) +
    pen.solid(top, light(colour, 0.22), { light: 6, shade: 0 }) +
    pen.solid(front, colour, { light: 9, shade: 10, depth: 0.2 }, face)
  );
}

/** A gift box with a ribbon; `peek` draws what looks out of it. */
export function giftBox(pen: Pen, colour: Colour, ribbon: Colour, peek = ''): string {
  const body = rect(176, 400, 448, 264, 12);
  const bow =
    pen.solid('M 400 372 C 330 270 230 280 250 350 C 262 392 350 386 400 372 Z', ribbon, {
      light: 8,
      shade: 13,
    }) +
    pen.solid('M 400 372 C 470 270 570 280 550 350 C 538 392 450 386 400 372 Z', ribbon, {
      light: 8,
      shade: 13,
    }) +
    pen.solid(ellipse(400, 368, 34, 30), shade(ribbon, 0.1), { light: 6, shade: 9 });
  const dots = table('230 470, 300 540, 236 610, 560 470, 500 550, 566 610')
    .map(([x, y]) => fill(star(x, y, 17, 0.52, 3), light(colour, 0.5), 0.8))
    .join('');
  if (peek) {
    return (
      contact(400, 664, 240) +
      peek +
      pen.solid(
        'M 150 440 H 650 L 616 664 H 184 Z',
        colour,
        { light: 11, shade: 28 },
        dots + fill(rect(130, 540, 540, 40), ribbon),
      ) +
      at(400, 556, at(-400, -372, bow), 0, 0.6)
    );
  }
  return (
    contact(400, 664, 240) +
    pen.solid(body, colour, { light: 11, shade: 28 }, dots + fill(rect(362, 380, 76, 300), ribbon)) +
    pen.solid(
      rect(152, 360, 496, 76, 14),
      light(colour, 0.1),
      { light: 8, shade: 14 },
      fill(rect(362, 350, 76, 100), light(ribbon, 0.08)),
    ) +
    bow
  );
}

/** A hamper: a basket in clear film, tied at the top, bottles and packs inside. */
export function hamper(pen: Pen, tray: Colour, ribbon: Colour): string {
  const film = 'M 400 150 C 430 210 640 300 640 460 V 600 H 160 V 460 C 160 300 370 210 400 150 Z';
  const goods =
    pen.solid(
      rect(232, 300, 96, 280, 18),
      '#c8372a',
      { light: 8, shade: 14 },
      fill(ellipse(280, 430, 34), '#fff1d8') + fill(star(280, 430, 22, 0.52, 3), '#f2c230'),
    ) +
    pen.solid(
      'M 372 250 H 428 V 330 C 470 350 470 400 470 580 H 330 C 330 400 330 350 372 330 Z',
      '#e8a020',
      { light: 8, shade: 16 },
      fill(rect(320, 430, 160, 90), '#fff1d8'),
    ) +
    pen.solid(
      rect(478, 340, 104, 240, 18),
      '#5a9c45',
      { light: 8, shade: 14 },
      fill(leaf(530, 480, 70, 34, -118), '#fff1d8') + fill(leaf(530, 480, 70, 34, -62), '#fff1d8', 0.8),
    ) +
    [220, 300, 380, 460, 540]
      .map((x, i) =>
        pen.solid(ellipse(x + 20, 560, 54, 50), ['#f2b92e', '#d9486b', '#f2c230', '#3c8fa8', '#e98aa6'][i] as Colour, {
          light: 7,
          shade: 12,
        }),
      )
      .join('');
  return (
    contact(400, 672, 240) +
    fill(film, '#ffffff', 0.35) +
    goods +
    fill('M 400 150 C 380 230 220 300 210 460 V 560 H 250 V 440 C 270 320 390 240 400 150 Z', '#ffffff', 0.45) +
    line(film, '#ffffff', 5, 0.7) +
    pen.solid(
      'M 146 566 H 654 L 610 672 H 190 Z',
      tray,
      { light: 9, shade: 20 },
      Array.from({ length: 22 }, (_, i) => line(d`M ${150 + i * 24} 560 l 12 120`, shade(tray, 0.2), 5, 0.5)).join(''),
    ) +
    fill('M 360 96 L 400 160 L 440 96 L 420 80 H 380 Z', '#ffffff', 0.5) +
    at(
      400,
      170,
      pen.solid('M 0 0 C -50 -60 -120 -40 -100 10 C -84 40 -30 20 0 0 Z', ribbon, {
        light: 6,
        shade: 9,
      }) +
        pen.solid('M 0 0 C 50 -60 120 -40 100 10 C 84 40 30 20 0 0 Z', ribbon, {
          light: 6,
          shade: 9,
        }) +
        line('M-6 6Q-30 50 -50 70M6 6Q30 50 50 70', ribbon, 13) +
        fill(ellipse(0, 2, 20, 18), shade(ribbon, 0.12)),
    )
  );
}

/** A sealed freezer pack with a window and frost at its top. */
export function freezerPack(pen: Pen, colour: Colour, window: (pen: Pen) => string): string {
  const body = 'M 170 190 Q 400 172 630 190 C 640 330 640 520 630 652 Q 400 672 170 652 C 160 520 160 330 170 190 Z';
  const pane = rect(224, 376, 352, 222, 40);
  const crimp = (y: number) =>
    fill(rect(150, y, 500, 34), shade(colour, 0.16)) +
    Array.from({ length: 24 }, (_, i) => line(d`M ${166 + i * 21} ${y + 4} v 26`, light(colour, 0.3), 3, 0.6)).join('');
  const flake = (x: number, y: number, r: number) =>
    at(
      x,
      y,
      [0, 60, 120]
        .map((a) =>
          at(
            0,
            0,
            line(d`M 0 ${-r} V ${r}`, '#ffffff', r * 0.16) +
              line(
                d`M ${-r * 0.3} ${-r * 0.82} L 0 ${-r * 0.5} L ${r * 0.3} ${-r * 0.82} M ${-r * 0.3} ${r * 0.82} L 0 ${r * 0.5} L ${r * 0.3} ${r * 0.82}`,
                '#ffffff',
                r * 0.13,
              ),
            a,
          ),
        )
        .join(''),
    );
  return (
    contact(400, 656, 232, 0.1) +
    pen.solid(
      body,
      colour,
      { light: 11, shade: 26, depth: 0.28 },
      crimp(172) +
        crimp(636) +
        fill('M 150 206 H 650 V 330 Q 560 356 480 318 T 320 324 T 150 330 Z', mix(colour, '#ffffff', 0.24)) +
        fill(ellipse(400, 284, 150, 60), '#fdfbf4') +
        at(400, 276, labelSign('bowl', colour, '#fdfbf4'), 0, 0.56) +
        flake(216, 280, 34) +
        flake(584, 290, 28) +
        fill(pane, mix(colour, '#ffffff', 0.7)) +
        pen.clip(pane, window(pen)) +
        line(pane, '#ffffff', 9) +
        line('M190 240V600', '#ffffff', 12, 0.3),
    )
  );
}

/** A rice cone on a woven tray with its side dishes round it. */
export function riceCone(pen: Pen, rice: Colour, sides: readonly InBox[]): string {
  const cone =
    'M 400 130 C 424 130 440 170 470 260 L 540 500 C 540 560 260 560 260 500 L 330 260 C 360 170 376 130 400 130 Z';
  const grains = Array.from({ length: 70 }, () =>
    at(
      270 + pen.random() * 260,
      180 + pen.random() * 350,
      fill(ellipse(0, 0, 9, 4), pen.random() < 0.6 ? light(rice, 0.55) : shade(rice, 0.14)),
      pen.random() * 180,
    ),
  ).join('');
  const under = Array.from({ length: 18 }, (_, i) =>
    at(400, 560, fill(leaf(180, 0, 170, 84, 0), i % 2 ? '#4f9a45' : '#3f7d3a'), i * 20),
  ).join('');
  const behind = sides.filter(([, , y]) => y < 0);
  const before = sides.filter(([, , y]) => y >= 0);
  const lay = (list: readonly InBox[]) =>
    list.map(([t, x, y, turn = 0, scale = 1]) => at(400 + x, 560 + y, t(pen), turn, scale, scale * 0.78)).join('');
  return at(
    0,
    -10,
    contact(400, 676, 310, 0.12) +
      pen.solid(ellipse(400, 590, 330, 110), '#c08a4a', { light: 9, shade: 18 }) +
      fill(ellipse(400, 582, 300, 92), '#8f5c2b') +
      at(0, 344, under, 0, 1, 0.4) +
      lay(behind) +
      pen.solid(cone, rice, { light: 14, shade: 34, depth: 0.24 }, grains) +
      fill('M 400 112 C 426 150 440 190 446 214 Q 400 190 354 214 C 360 190 374 150 400 112 Z', '#4f9a45') +
      fill('M 400 112 C 386 150 376 190 372 206 L 354 214 C 360 190 374 150 400 112 Z', '#7fb86a') +
      lay(before),
  );
}

/** Rice or filling rolled in banana leaf, pinned at both ends, one opened: nasi bakar, pepes, lemper. */
export function leafParcel(pen: Pen, filling: Colour, burnt: boolean): string {
  const roll = (tone: Colour, open: boolean) => {
    const body =
      'M -250 -54 Q 0 -84 250 -54 L 292 -40 L 276 0 L 292 40 L 250 54 Q 0 84 -250 54 L -292 40 L -276 0 L -292 -40 Z';
    const veins = Array.from({ length: 20 }, (_, i) =>
      line(d`M ${-250 + i * 26} -80 l 16 160`, light(tone, 0.22), 3, 0.6),
    ).join('');
    const marks = burnt
      ? [-170, -60, 60, 160].map((x) => fill(ellipse(x, ((x * 7) % 30) - 4, 34, 20), '#3b2a14', 0.45)).join('')
      : '';
    const gap = open
      ? fill('M -150 -66 Q 0 -16 150 -66 Q 170 20 0 36 Q -170 20 -150 -66 Z', filling) +
        Array.from({ length: 24 }, () =>
          at(
            -110 + pen.random() * 220,
            -34 + pen.random() * 52,
            fill(ellipse(0, 0, 9, 4), pen.random() < 0.6 ? light(filling, 0.6) : shade(filling, 0.2)),
            pen.random() * 180,
          ),
        ).join('') +
        fill(ellipse(-30, -6, 20, 12), '#b9281a') +
        fill(ellipse(50, 2, 26, 14), '#7a4a24')
      : '';
    const pins = [-232, 232].map((x) => line(d`M ${x} -64 L ${x + 4} 64`, '#d6a566', 8)).join('');
    return cast(body, 14) + pen.solid(body, tone, { light: 9, shade: 18 }, veins + marks + gap) + pins;
  };
  return at(400, 290, roll('#5a8f3f', false), -14) + at(410, 480, roll('#6a9c48', true), -8, 1.05);
}
