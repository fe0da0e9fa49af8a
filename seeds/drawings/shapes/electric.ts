import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, polygon, rect, star, table } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';

/** Light: bulb, bedside lamp, emergency lamp; and air: a fan. */
export function electric(pen: Pen, colour: Colour, kind: 'bulb' | 'lamp' | 'lantern' | 'fan'): string {
  const kinds = {
    bulb: () =>
      fill(ellipse(400, 340, 290), '#f9d36b', 0.22) +
      contact(400, 690, 90) +
      pen.solid(
        'M 330 500 C 330 440 230 420 230 300 C 230 190 310 120 400 120 C 490 120 570 190 570 300 C 570 420 470 440 470 500 Z',
        '#fff3c4',
        { light: 12, shade: 26, depth: 0.18 },
        line('M290 260C300 210 340 180 380 176', '#ffffff', 16, 0.9),
      ) +
      pen.solid(polygon(table('322 496, 478 496, 462 580, 338 580'), 8), colour, { light: 7, shade: 14, depth: 0.2 }) +
      [600, 630, 660]
        .map((y) => pen.solid(rect(344, y - 18, 112, 26, 10), '#b9bec2', { light: 4, shade: 8 }))
        .join('') +
      fill(ellipse(400, 682, 28, 12), '#5a6268'),
    lamp: () =>
      fill(ellipse(400, 330, 290, 250), '#f9d36b', 0.22) +
      contact(400, 672, 140) +
      pen.solid(rect(386, 420, 28, 210, 10), '#b9854a', { light: 5, shade: 9 }) +
      pen.solid(ellipse(400, 640, 130, 34), '#b9854a', { light: 7, shade: 12 }) +
      pen.solid(
        polygon(table('300 160, 500 160, 590 440, 210 440'), 16),
        colour,
        { light: 12, shade: 26, depth: 0.22 },
        fill(ellipse(400, 420, 120, 110), '#fff6d0', 0.6) +
          table('280 380, 400 300, 520 380, 350 220, 450 220')
            .map(([x, y]) => fill(star(x, y, 26, 0.5, 4), light(colour, 0.6)))
            .join(''),
      ),
    lantern: () =>
      contact(400, 668, 150) +
      line('M300 250C300 80 500 80 500 250', '#3a4045', 22) +
      pen.solid(rect(270, 230, 260, 56, 22), colour, { light: 6, shade: 11 }) +
      pen.solid(
        rect(296, 280, 208, 250, 14),
        '#fff6d0',
        { light: 8, shade: 20, depth: 0.18 },
        [340, 400, 460].map((x) => line(d`M ${x} 290 V 520`, '#f2d98a', 16, 0.9)).join(''),
      ) +
      pen.solid(
        rect(256, 524, 288, 144, 30),
        colour,
        { light: 8, shade: 17 },
        fill(ellipse(400, 596, 30), shade(colour, 0.3)) + fill(ellipse(400, 596, 18), '#8fe0a5'),
      ),
    fan: () =>
      contact(400, 690, 150) +
      pen.solid(rect(378, 500, 44, 150, 10), shade(colour, 0.1), { light: 5, shade: 9 }) +
      pen.solid(ellipse(400, 660, 150, 36), colour, { light: 8, shade: 14 }) +
      fill(ellipse(400, 330, 240), mix(colour, '#ffffff', 0.7), 0.85) +
      [0, 120, 240]
        .map((a) =>
          at(
            400,
            330,
            pen.solid('M 0 0 C -110 -40 -130 -180 -20 -200 C 60 -190 60 -80 0 0 Z', light(colour, 0.2), {
              light: 6,
              shade: 11,
            }),
            a + 20,
          ),
        )
        .join('') +
      Array.from({ length: 24 }, (_, i) => at(400, 330, line('M0 -50V-236', '#8d959a', 4, 0.7), i * 15)).join('') +
      [236, 170, 110]
        .map((r) => line(ellipse(400, 330, r), r === 236 ? shade(colour, 0.1) : '#8d959a', r === 236 ? 16 : 4))
        .join('') +
      pen.solid(ellipse(400, 330, 46), colour, { light: 5, shade: 9 }, fill(star(400, 330, 26, 0.52, 4), '#f2c230')),
  };
  return kinds[kind]();
}
