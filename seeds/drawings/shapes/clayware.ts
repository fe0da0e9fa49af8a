import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

/** Turned and fired clay: vase with flowers, water jug, money box. */
export function clayware(pen: Pen, clay: Colour, band: Colour, kind: 'vase' | 'kendi' | 'piggy' | 'plates'): string {
  const kinds = {
    vase: () => {
      const body =
        'M 346 320 H 454 C 448 380 540 420 540 530 C 540 620 480 668 400 668 C 320 668 260 620 260 530 C 260 420 352 380 346 320 Z';
      return (
        contact(400, 668, 130) +
        [
          [-26, 300, '#e98aa6'],
          [4, 340, '#f2b92e'],
          [30, 290, '#d63a4a'],
        ]
          .map(([a, long, colour]) =>
            at(
              400,
              330,
              line(d`M 0 0 V ${-Number(long) + 130}`, '#5a8a3c', 9) +
                fill(leaf(0, -70, 60, 28, -30), '#5a9c45') +
                at(
                  0,
                  -Number(long) + 120,
                  [0, 72, 144, 216, 288].map((r) => fill(leaf(0, 0, 50, 40, r), String(colour))).join('') +
                    fill(ellipse(0, 0, 14), '#fff1b8'),
                ),
              Number(a),
            ),
          )
          .join('') +
        pen.solid(
          body,
          clay,
          { light: 12, shade: 30 },
          fill(rect(240, 500, 320, 46), band) +
            Array.from({ length: 14 }, (_, i) =>
              fill(
                polygon([
                  [250 + i * 24, 523],
                  [262 + i * 24, 506],
                  [274 + i * 24, 523],
                  [262 + i * 24, 540],
                ]),
                light(band, 0.5),
              ),
            ).join(''),
        ) +
        pen.solid(rect(330, 300, 140, 30, 12), light(clay, 0.1), { light: 5, shade: 9 })
      );
    },
    kendi: () => {
      const body =
        'M 400 330 C 560 330 600 440 590 520 C 580 630 500 668 400 668 C 300 668 220 630 210 520 C 200 440 240 330 400 330 Z';
      return (
        contact(400, 668, 180) +
        pen.solid('M 560 420 L 660 330 L 694 366 L 590 480 Z', shade(clay, 0.08), {
          light: 6,
          shade: 11,
        }) +
        pen.solid('M 360 350 L 370 210 C 350 190 340 160 350 150 H 450 C 460 160 450 190 430 210 L 440 350 Z', clay, {
          light: 8,
          shade: 18,
        }) +
        pen.solid(
          body,
          clay,
          { light: 13, shade: 36 },
          line('M206 470Q400 520 594 470M206 540Q400 590 594 540', light(band, 0.2), 10, 0.8),
        ) +
        fill(ellipse(400, 152, 50, 12), shade(clay, 0.5))
      );
    },
    piggy: () => {
      const legs = [270, 340, 480, 550]
        .map((x) => pen.solid(rect(x - 32, 560, 64, 104, 24), shade(clay, 0.12), { light: 6, shade: 10 }))
        .join('');
      return (
        contact(410, 660, 230, 0.1) +
        legs +
        line('M640 440q50 -20 40 -60q-24 -12 -24 14', shade(clay, 0.15), 12) +
        pen.solid(
          ellipse(420, 460, 236, 176),
          clay,
          { light: 14, shade: 34 },
          table('340 400, 500 400, 430 500, 560 500, 300 500')
            .map(([x, y]) => at(x, y, [0, 72, 144, 216, 288].map((a) => fill(leaf(0, 0, 30, 22, a), band)).join('')))
            .join(''),
        ) +
        fill(rect(370, 294, 110, 20, 10), shade(clay, 0.55)) +
        pen.solid(polygon(table('250 330, 220 236, 330 300'), 14), clay, { light: 6, shade: 10 }) +
        pen.solid(ellipse(190, 470, 62, 54), light(clay, 0.14), { light: 7, shade: 11 }) +
        fill(ellipse(170, 470, 10, 15), shade(clay, 0.5)) +
        fill(ellipse(206, 470, 10, 15), shade(clay, 0.5)) +
        fill(ellipse(268, 400, 13), '#2a2320') +
        fill(ellipse(264, 396, 4), '#ffffff')
      );
    },
    plates: () =>
      [
        [330, 330, 200],
        [480, 470, 210],
      ]
        .map(
          ([x = 0, y = 0, r = 0]) =>
            cast(ellipse(x, y, r), 16) +
            pen.solid(ellipse(x, y, r), clay, { light: 9, shade: 16, depth: 0.2 }) +
            Array.from({ length: 12 }, (_, i) =>
              at(x, y, fill(leaf(r * 0.74, 0, r * 0.24, r * 0.14, -70), band), i * 30),
            ).join('') +
            line(ellipse(x, y, r * 0.66), band, 6, 0.7) +
            fill(ellipse(x + 3, y + 4, r * 0.6), shade(clay, 0.06)) +
            fill(star(x, y, r * 0.26, 0.52, 8), mix(band, clay, 0.3)),
        )
        .join(''),
  };
  return kinds[kind]();
}
