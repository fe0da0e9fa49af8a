import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, rect } from '../kit/path.ts';
import { contact, fill, line, type Pen } from '../kit/pen.ts';

/** A carrier of three enamel dishes in a frame: rantang. */
export function tiffin(pen: Pen, enamel: Colour, flower: Colour): string {
  const dish = (y: number) =>
    pen.solid(
      d`M 220 ${y} H 580 L 572 ${y + 128} Q 570 ${y + 146} 550 ${y + 146} H 250 Q 230 ${y + 146} 228 ${y + 128} Z`,
      enamel,
      { light: 11, shade: 34, depth: 0.26 },
      [290, 400, 510]
        .map(
          (x) =>
            [0, 72, 144, 216, 288].map((a) => fill(leaf(x, y + 76, 26, 20, a), flower)).join('') +
            fill(ellipse(x, y + 76, 8), '#d63a21'),
        )
        .join(''),
    ) + pen.solid(rect(208, y - 12, 384, 26, 12), '#fdf8ee', { light: 4, shade: 7, depth: 0.2 });
  return (
    contact(400, 676, 210) +
    line('M200 640V250C200 130 600 130 600 250V640', '#8d959a', 20) +
    line('M196 630V250C196 122 594 122 594 246', '#dfe4e6', 7) +
    pen.solid(rect(350, 130, 100, 34, 16), '#6b3d22', { light: 5, shade: 8 }) +
    dish(540) +
    dish(396) +
    dish(252) +
    pen.solid(
      'M 216 244 C 230 190 320 184 400 184 C 480 184 570 190 584 244 Z',
      light(enamel, 0.12),
      { light: 8, shade: 18 },
      line('M262 226C290 206 330 200 370 198', '#ffffff', 9, 0.6),
    ) +
    pen.solid(ellipse(400, 184, 26, 16), shade(enamel, 0.3), { light: 4, shade: 6 })
  );
}
