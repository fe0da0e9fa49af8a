import { type Colour, light, shade } from '../kit/colour.ts';
import { ellipse, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** The back of a phone in its case. */
export function phoneCase(pen: Pen, colour: Colour, motif: Motif, second: Colour): string {
  const shell = rect(252, 96, 296, 600, 56);
  const lens = (x: number, y: number) =>
    fill(ellipse(x, y, 27), '#20262b') + fill(ellipse(x, y, 15), '#3c566b') + fill(ellipse(x - 5, y - 6, 5), '#cfe2ee');
  return (
    cast(shell, 18) +
    pen.solid(shell, colour, { light: 11, shade: 20 }, clothPattern(pen, motif, colour, second)) +
    pen.solid(rect(278, 124, 136, 152, 34), shade(colour, 0.35), { light: 5, shade: 8 }) +
    lens(316, 164) +
    lens(316, 234) +
    lens(376, 200) +
    line('M530 300V380', shade(colour, 0.4), 7)
  );
}

/** A coiled cable with its two plugs. */
export function cable(pen: Pen, colour: Colour, plug: Colour): string {
  const coil = [0, 22, 44]
    .map(
      (r) =>
        line(ellipse(400, 400, 200 - r, 190 - r), shade(colour, 0.2), 17) +
        line(ellipse(398, 397, 200 - r, 190 - r), light(colour, 0.15), 9),
    )
    .join('');
  const end = (x: number, y: number, turn: number) =>
    at(
      x,
      y,
      pen.solid(rect(-34, -70, 68, 110, 16), plug, { light: 7, shade: 14 }) +
        pen.solid(rect(-22, -118, 44, 54, 5), '#c9ced1', { light: 5, shade: 9 }) +
        fill(rect(-11, -104, 22, 9), '#5a6268'),
      turn,
    );
  return (
    cast(ellipse(400, 400, 206)) +
    coil +
    line('M330 575C300 650 240 660 210 640M470 575C520 640 570 640 600 600', colour, 17) +
    pen.solid(rect(372, 540, 56, 70, 12), plug, { light: 5, shade: 9 }) +
    end(196, 640, -70) +
    end(622, 566, 40)
  );
}

/** A charger, power bank or plug box: a rounded brick with sockets and a light. */
export function brick(pen: Pen, colour: Colour, kind: 'charger' | 'bank' | 'socket'): string {
  if (kind === 'socket') {
    const strip = rect(120, 300, 560, 190, 34);
    return (
      cast(strip) +
      line('M120 396C40 396 60 560 160 600S420 640 520 620', '#3a4045', 18) +
      pen.solid(strip, colour, { light: 10, shade: 18, depth: 0.2 }) +
      [220, 370, 520]
        .map(
          (x) =>
            pen.solid(ellipse(x, 395, 66), shade(colour, 0.1), { light: 0, shade: -8 }) +
            fill(ellipse(x - 22, 395, 9), '#2a2f33') +
            fill(ellipse(x + 22, 395, 9), '#2a2f33'),
        )
        .join('') +
      fill(rect(612, 360, 40, 70, 10), '#d63a21') +
      fill(rect(618, 366, 28, 28, 6), '#f28a6a')
    );
  }
  const w = kind === 'bank' ? 300 : 260;
  const h = kind === 'bank' ? 480 : 320;
  const body = rect(400 - w / 2, 660 - h, w, h, 44);
  const prongs =
    kind === 'charger'
      ? [346, 454].map((x) => pen.solid(rect(x - 13, 240, 26, 110, 10), '#c9ced1', { light: 5, shade: 8 })).join('')
      : '';
  const face =
    kind === 'bank'
      ? [0, 1, 2, 3].map((i) => fill(ellipse(352 + i * 32, 590, 8), i < 3 ? '#8fe0a5' : shade(colour, 0.3))).join('') +
        fill(star(400, 380, 62, 0.52, 9), light(colour, 0.25))
      : fill(rect(352, 560, 96, 34, 10), '#2a2f33') +
        fill(rect(362, 570, 76, 14, 4), '#5a8aa8') +
        fill('M 414 400 L 372 472 H 398 L 386 528 L 432 450 H 404 Z', '#f2c230');
  return contact(400, 658, w * 0.54) + prongs + pen.solid(body, colour, { light: 12, shade: 28, depth: 0.24 }, face);
}

/** A pair of earphones in their case. */
export function earphones(pen: Pen, colour: Colour): string {
  const bud = (x: number, turn: number) =>
    at(
      x,
      250,
      pen.solid(ellipse(0, 0, 62), colour, { light: 8, shade: 14, depth: 0.24 }) +
        fill(ellipse(4, 6, 30), shade(colour, 0.55)) +
        pen.solid(rect(-24, 30, 48, 150, 24), light(colour, 0.12), { light: 6, shade: 12, depth: 0.24 }),
      turn,
    );
  return (
    contact(400, 664, 210) +
    bud(308, 12) +
    bud(492, -12) +
    pen.solid(
      'M 186 430 H 614 V 560 Q 614 664 510 664 H 290 Q 186 664 186 560 Z',
      colour,
      { light: 12, shade: 28, depth: 0.26 },
      fill(rect(360, 520, 80, 16, 8), '#8fe0a5'),
    ) +
    fill(ellipse(400, 432, 214, 30), shade(colour, 0.35))
  );
}

/** A motorcycle helmet from the side. */
export function helmet(pen: Pen, colour: Colour, stripe: Colour): string {
  const shell =
    'M 150 520 C 120 260 280 140 430 140 C 590 140 680 270 674 420 L 650 470 H 480 C 470 560 440 630 380 640 H 240 C 180 640 160 600 150 520 Z';
  const visor = 'M 420 300 H 668 C 680 360 672 430 652 476 H 470 C 420 450 400 340 420 300 Z';
  return (
    contact(380, 650, 200, 0.1) +
    pen.solid(
      shell,
      colour,
      { light: 14, shade: 30 },
      fill('M 130 420 C 200 250 420 200 690 240 L 690 290 C 440 250 260 310 150 480 Z', stripe) +
        fill(star(262, 440, 44, 0.52, 7), light(colour, 0.6)),
    ) +
    pen.solid(visor, '#33444f', { light: 8, shade: 14 }, line('M450 330H600M452 360H520', '#a9c4d2', 12, 0.5)) +
    fill(ellipse(420, 388, 22), shade(colour, 0.4)) +
    line('M300 640C330 700 430 690 440 620', '#2a2f33', 14)
  );
}

/** A padlock with its key. */
export function padlock(pen: Pen, metal: Colour): string {
  return (
    contact(370, 652, 180) +
    line('M264 400V290C264 150 476 150 476 290V400', shade('#b9bec2', 0.2), 52) +
    line('M258 400V288C258 146 466 146 466 288', '#e6eaec', 18) +
    pen.solid(
      rect(200, 376, 340, 274, 40),
      metal,
      { light: 12, shade: 28 },
      fill(ellipse(370, 492, 34), shade(metal, 0.6)) +
        fill(polygon(table('352 500, 388 500, 398 580, 342 580'), 6), shade(metal, 0.6)),
    ) +
    at(
      610,
      520,
      pen.solid(ellipse(0, -90, 58), '#c9ced1', { light: 6, shade: 10 }) +
        fill(ellipse(0, -104, 20), '#7d868c') +
        pen.solid(
          polygon(table('-16 -40, 16 -40, 16 110, 38 110, 38 84, 16 84, 16 56, 34 56, 34 120, 0 140, -16 120'), 3),
          '#c9ced1',
          { light: 5, shade: 8 },
        ),
      12,
    )
  );
}
