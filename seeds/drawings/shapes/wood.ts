import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

const grain = (x: number, y: number, w: number, h: number, wood: Colour): string =>
  Array.from({ length: 7 }, (_, i) =>
    line(
      d`M ${x} ${y + ((i + 0.5) * h) / 7} q ${w / 4} ${i % 2 ? 10 : -10} ${w / 2} 0 t ${w / 2} 0`,
      shade(wood, 0.2),
      4,
      0.45,
    ),
  ).join('');

/** A serving tray of wood with cut-out handles. */
export function woodTray(pen: Pen, wood: Colour): string {
  const outer = rect(90, 200, 620, 410, 60);
  return (
    cast(outer) +
    pen.solid(outer, wood, { light: 10, shade: 18 }) +
    pen.solid(
      rect(136, 246, 528, 318, 34),
      light(wood, 0.16),
      { light: 0, shade: -10, depth: 0.24 },
      grain(130, 250, 560, 310, wood),
    ) +
    [108, 652].map((x) => fill(rect(x, 350, 40, 110, 20), shade(wood, 0.5))).join('')
  );
}

/** Wooden spoon, ladle and spatula, side by side. */
export function woodSpoons(pen: Pen, wood: Colour): string {
  const handle = (x: number, head: string, tone: Colour, hollow: string) =>
    at(
      x,
      0,
      cast(head, 12) +
        cast(rect(-15, 300, 30, 400, 14), 12) +
        pen.solid(rect(-15, 300, 30, 400, 14), tone, { light: 5, shade: 9 }) +
        pen.solid(head, tone, { light: 8, shade: 13 }, hollow) +
        fill(ellipse(0, 676, 6), shade(tone, 0.5)),
    );
  return (
    handle(230, ellipse(0, 220, 84, 116), wood, fill(ellipse(4, 226, 58, 86), shade(wood, 0.22))) +
    handle(
      410,
      rect(-74, 110, 148, 210, 30),
      light(wood, 0.18),
      [-34, 0, 34].map((x) => fill(rect(x - 9, 140, 18, 110, 9), shade(wood, 0.45))).join(''),
    ) +
    handle(580, polygon(table('-62 120, 62 120, 46 330, -46 330'), 26), shade(wood, 0.12), '')
  );
}

/** A hanging lamp of woven bamboo, alight. */
export function bambooLamp(pen: Pen, bamboo: Colour): string {
  const body = 'M 350 220 C 200 260 160 420 190 600 Q 400 650 610 600 C 640 420 600 260 450 220 Z';
  const ribs =
    Array.from({ length: 11 }, (_, i) =>
      line(
        d`M ${400 + (i - 5) * 9} 222 C ${400 + (i - 5) * 38} 300 ${400 + (i - 5) * 46} 460 ${400 + (i - 5) * 42} 630`,
        shade(bamboo, 0.25),
        7,
        0.7,
      ),
    ).join('') +
    [290, 360, 430, 500, 570]
      .map((y, i) => line(d`M 150 ${y} Q 400 ${y + 44 + i * 3} 650 ${y}`, light(bamboo, 0.4), 9, 0.9))
      .join('');
  return (
    fill(ellipse(400, 470, 300, 260), '#f9d36b', 0.25) +
    line('M400 40V190', '#4a3324', 9) +
    pen.solid(rect(352, 178, 96, 52, 14), shade(bamboo, 0.4), { light: 5, shade: 9 }) +
    pen.solid(
      body,
      mix(bamboo, '#f9d36b', 0.45),
      { light: 12, shade: 30 },
      fill(ellipse(400, 470, 120, 130), '#fff3c0', 0.75) + ribs,
    ) +
    pen.solid('M 186 590 Q 400 640 614 590 L 610 622 Q 400 674 190 622 Z', bamboo, {
      light: 5,
      shade: 8,
    })
  );
}

/** A small wooden becak, the three-wheeled cab, as a keepsake. */
export function miniatureBecak(pen: Pen, wood: Colour, paint: Colour): string {
  const wheel = (x: number, y: number, r: number) =>
    at(
      x,
      y,
      line(ellipse(0, 0, r), shade(wood, 0.4), 15) +
        line(ellipse(-2, -2, r), shade(wood, 0.1), 5) +
        Array.from({ length: 8 }, (_, i) => at(0, 0, line(d`M 0 0 V ${-r}`, shade(wood, 0.2), 5), i * 45)).join('') +
        fill(ellipse(0, 0, 14), paint),
    );
  return (
    contact(400, 664, 280, 0.07) +
    wheel(590, 560, 96) +
    wheel(260, 560, 96) +
    pen.solid(
      'M 140 380 H 400 V 520 Q 400 540 380 540 H 190 Q 140 530 140 470 Z',
      paint,
      { light: 9, shade: 17 },
      fill(star(270, 460, 44, 0.52, 7), '#f2c230'),
    ) +
    pen.solid('M 150 390 C 120 240 220 180 330 190 L 400 230 L 392 270 C 300 240 210 270 214 390 Z', wood, {
      light: 8,
      shade: 14,
    }) +
    line('M396 470L590 560M396 400L520 390L590 560M520 390L530 330M500 330H566', shade(wood, 0.25), 13) +
    pen.solid(rect(480, 372, 90, 26, 12), '#3a3a3a', { light: 4, shade: 6 }) +
    pen.solid(rect(196, 380, 190, 60, 18), light(wood, 0.3), { light: 6, shade: 9 })
  );
}

/** A framed thing for the wall: photograph, calligraphy, mirror. */
export function frame(pen: Pen, wood: Colour, kind: 'photo' | 'calligraphy' | 'mirror'): string {
  const outer = kind === 'mirror' ? ellipse(400, 400, 240, 290) : rect(150, 150, 500, 500, 14);
  const inner = kind === 'mirror' ? ellipse(400, 400, 196, 246) : rect(198, 198, 404, 404, 6);
  const pictures = {
    photo: () =>
      fill(rect(190, 190, 420, 420), '#cfe3ea') +
      fill(ellipse(520, 290, 50), '#f6d25a') +
      fill('M 190 520 L 310 360 L 400 470 L 470 400 L 610 540 V 620 H 190 Z', '#7fae8a') +
      fill('M 190 560 Q 400 500 610 570 V 620 H 190 Z', '#4f8f5a'),
    calligraphy: () =>
      fill(rect(190, 190, 420, 420), '#16382c') +
      line(rect(216, 216, 368, 368, 4), '#e2bd62', 5) +
      fill(star(400, 400, 128, 0.78, 6, 8), '#e2bd62') +
      fill(star(400, 400, 104, 0.78, 5, 8), '#16382c') +
      fill(star(400, 400, 74, 0.52, 6, 5), '#e2bd62') +
      fill(star(400, 400, 36, 0.52, 3, 5), '#16382c'),
    mirror: () =>
      fill(rect(150, 100, 500, 600), '#dcebf0') +
      fill(polygon(table('230 660, 420 120, 520 120, 320 680')), '#ffffff', 0.6) +
      fill(polygon(table('400 700, 580 200, 610 260, 460 690')), '#ffffff', 0.4),
  };
  return (
    cast(outer, 18) +
    pen.solid(
      outer,
      wood,
      { light: 10, shade: 16 },
      kind === 'mirror'
        ? Array.from({ length: 40 }, (_, i) =>
            at(400, 400, line('M0 -250L12 -300', shade(wood, 0.25), 7, 0.5), i * 9, 1, 1),
          ).join('')
        : grain(150, 150, 500, 500, wood),
    ) +
    pen.clip(inner, pictures[kind]()) +
    line(inner, shade(wood, 0.35), 6)
  );
}
