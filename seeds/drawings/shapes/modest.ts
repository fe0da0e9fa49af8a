import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, star, table } from '../kit/path.ts';
import { cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** A praying dress spread on its hanger: wide upper part with lace hem over the skirt. */
export function mukena(pen: Pen, cloth: Colour, lace: Colour, motif: Motif): string {
  const skirt = 'M 250 470 H 550 L 600 726 Q 400 752 200 726 Z';
  const veil =
    'M 400 110 C 470 110 500 160 506 230 C 560 300 640 440 668 560 Q 400 640 132 560 C 160 440 240 300 294 230 C 300 160 330 110 400 110 Z';
  const scallops = (y: number, from: number, to: number, sag: number) =>
    Array.from({ length: 15 }, (_, i) => {
      const t = i / 14;
      return (
        fill(ellipse(from + (to - from) * t, y + Math.sin(t * Math.PI) * sag, 21, 17), lace) +
        fill(ellipse(from + (to - from) * t, y + Math.sin(t * Math.PI) * sag, 8, 6), shade(lace, 0.18))
      );
    }).join('');
  const folds = table('330 300 250 590, 376 320 350 610, 440 320 470 610, 480 300 560 590')
    .map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
      line(d`M ${x1} ${y1} Q ${(x1 + x2) / 2 - 8} ${(y1 + y2) / 2} ${x2} ${y2}`, shade(cloth, 0.25), 8, 0.4),
    )
    .join('');
  return (
    cast(veil, 16) +
    pen.solid(
      skirt,
      shade(cloth, 0.05),
      { light: 8, shade: 20 },
      clothPattern(pen, motif, cloth, lace) + scallops(716, 214, 586, 22),
    ) +
    pen.solid(
      veil,
      cloth,
      { light: 12, shade: 28, depth: 0.22 },
      clothPattern(pen, motif, cloth, lace) + folds + scallops(556, 148, 652, 56),
    ) +
    fill(
      'M 400 170 C 446 170 462 212 456 260 C 450 306 426 330 400 330 C 374 330 350 306 344 260 C 338 212 354 170 400 170 Z',
      shade(cloth, 0.42),
    ) +
    line(
      'M344 264C338 212 354 172 400 172C446 172 462 212 456 264C450 306 426 330 400 330C374 330 350 306 344 264',
      lace,
      12,
    ) +
    line('M400 110V84C400 56 438 56 438 80', '#8d959a', 9)
  );
}

/** A scarf folded in a rectangle and wound once: pashmina, selendang, syal. */
export function foldedScarf(pen: Pen, cloth: Colour, motif: Motif, second: Colour, fringe: boolean): string {
  const long = 'M 226 140 H 478 L 500 640 H 204 Z';
  const over = 'M 190 250 C 300 200 460 220 600 330 L 620 560 C 470 430 320 420 176 470 Z';
  const tassel = fringe
    ? Array.from({ length: 17 }, (_, i) =>
        line(d`M ${212 + i * 17.4} 640 v 44`, i % 2 ? second : light(cloth, 0.2), 7),
      ).join('')
    : '';
  return (
    cast(long, 16) +
    cast(over, 16) +
    tassel +
    pen.solid(
      long,
      shade(cloth, 0.06),
      { light: 9, shade: 18 },
      clothPattern(pen, motif, cloth, second) +
        [290, 350, 420].map((x) => line(d`M ${x} 140 q 12 250 -4 500`, shade(cloth, 0.28), 6, 0.4)).join(''),
    ) +
    pen.solid(
      over,
      cloth,
      { light: 10, shade: 20 },
      clothPattern(pen, motif, cloth, second) +
        [280, 330, 380]
          .map((y) => line(d`M 180 ${y + 60} C 320 ${y - 20} 470 ${y} 620 ${y + 110}`, shade(cloth, 0.28), 7, 0.4))
          .join(''),
    )
  );
}

/** A felt cap, or a crocheted one. */
export function cap(pen: Pen, cloth: Colour, knit: boolean): string {
  const body = 'M 180 380 C 180 330 300 306 400 306 C 500 306 620 330 620 380 L 606 560 C 600 620 200 620 194 560 Z';
  const rows = knit
    ? Array.from({ length: 6 }, (_, r) =>
        Array.from({ length: 24 }, (_, i) =>
          fill(ellipse(180 + i * 19 + (r % 2) * 9, 440 + r * 28, 7, 9), shade(cloth, 0.22)),
        ).join(''),
      ).join('')
    : line('M190 470C260 520 540 520 612 470', light(cloth, 0.3), 5, 0.35);
  return (
    contact(400, 606, 214, 0.12) +
    pen.solid(body, cloth, { light: 12, shade: 36, depth: 0.34 }, rows) +
    pen.solid(
      ellipse(400, 376, 220, 72),
      light(cloth, 0.12),
      { light: 8, shade: 12 },
      knit
        ? [180, 140, 96, 50].map((r) => line(ellipse(400, 376, r, r * 0.32), shade(cloth, 0.2), 7, 0.6)).join('')
        : line('M190 380H610', shade(cloth, 0.4), 7, 0.6),
    ) +
    (knit ? '' : line('M240 430V540', '#ffffff', 12, 0.12))
  );
}

/** A baseball cap of school: front with a star, visor to the left. */
export function visorCap(pen: Pen, cloth: Colour, visor: Colour): string {
  const dome = 'M 216 500 C 200 330 300 240 420 240 C 560 240 640 340 640 500 Q 440 560 216 500 Z';
  const peak =
    'M 222 488 C 150 480 70 520 60 570 C 60 606 130 616 220 600 C 330 580 420 560 470 530 C 380 540 300 520 222 488 Z';
  return (
    contact(400, 606, 260, 0.1) +
    pen.solid(
      dome,
      cloth,
      { light: 12, shade: 30 },
      line('M420 240C380 320 370 440 384 540M420 240C500 310 540 420 540 540', shade(cloth, 0.3), 5, 0.5),
    ) +
    pen.solid(peak, visor, { light: 9, shade: 14 }) +
    pen.solid(ellipse(420, 240, 22, 14), visor, { light: 4, shade: 6 }) +
    fill(star(318, 420, 48, 0.52, 7), '#f2c230')
  );
}

/** A cotton cap under the veil, or a turban. */
export function innerCap(pen: Pen, cloth: Colour): string {
  return (
    contact(400, 640, 180) +
    pen.solid(
      'M 210 560 C 170 330 270 190 410 190 C 560 190 640 320 600 560 C 600 640 220 640 210 560 Z',
      cloth,
      { light: 13, shade: 32 },
      line('M230 480C330 420 500 420 590 480M300 250C380 320 520 330 590 300', shade(cloth, 0.28), 7, 0.45),
    ) +
    pen.solid('M 204 550 C 210 500 596 500 604 550 L 600 600 C 580 560 230 560 212 600 Z', light(cloth, 0.14), {
      light: 6,
      shade: 8,
    })
  );
}
