import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, rect, star } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** A made bed from the front: sheet set with pillows. */
export function bedSet(pen: Pen, cloth: Colour, motif: Motif, second: Colour): string {
  const pillow = (x: number) =>
    pen.solid(
      d`M ${x - 120} 330 Q ${x} 300 ${x + 120} 330 Q ${x + 136} 390 ${x + 122} 440 Q ${x} 460 ${x - 122} 440 Q ${x - 136} 390 ${x - 120} 330 Z`,
      light(cloth, 0.24),
      { light: 9, shade: 16 },
      clothPattern(pen, motif, light(cloth, 0.24), second),
    );
  return (
    contact(400, 676, 320, 0.07) +
    pen.solid(
      rect(110, 200, 580, 300, 40),
      '#b9854a',
      { light: 9, shade: 16 },
      [250, 400, 550].map((x) => line(d`M ${x} 210 V 480`, '#8f5c2b', 5, 0.5)).join(''),
    ) +
    pen.solid(rect(120, 400, 560, 150, 24), '#fdf8ee', { light: 7, shade: 14, depth: 0.2 }) +
    pillow(266) +
    pillow(534) +
    pen.solid(
      'M 96 500 C 220 440 580 440 704 500 V 640 Q 704 668 676 668 H 124 Q 96 668 96 640 Z',
      cloth,
      { light: 12, shade: 26 },
      clothPattern(pen, motif, cloth, second) + line('M100 548C220 490 580 490 700 548', light(second, 0.3), 26, 0.85),
    )
  );
}

/** A window with its curtains drawn to the sides. */
export function curtain(pen: Pen, cloth: Colour, rod: Colour): string {
  const half = (side: 1 | -1) => {
    const x = (v: number) => 400 + side * v;
    const outline = d`M ${x(30)} 150 H ${x(300)} V 680 H ${x(140)} C ${x(150)} 600 ${x(200)} 520 ${x(214)} 460 C ${x(160)} 400 ${x(60)} 300 ${x(30)} 150 Z`;
    return (
      pen.solid(
        outline,
        cloth,
        { light: 9, shade: 16 },
        [90, 140, 190, 240, 280]
          .map((v, i) =>
            line(
              d`M ${x(v)} 150 C ${x(v + 20)} 300 ${x(206 + i * 12)} 420 ${x(224 + i * 8)} 460 C ${x(210 + i * 12)} 540 ${x(170 + i * 24)} 620 ${x(160 + i * 28)} 690`,
              i % 2 ? shade(cloth, 0.24) : light(cloth, 0.3),
              9,
              0.6,
            ),
          )
          .join(''),
      ) + pen.solid(rect(Math.min(x(206), x(306)), 444, 100, 36, 16), '#e2bd62', { light: 4, shade: 7 })
    );
  };
  return (
    fill(rect(170, 170, 460, 470, 8), '#cfe6f0') +
    fill(ellipse(480, 280, 50), '#f9d873') +
    fill('M 170 560 Q 300 480 400 540 T 630 520 V 640 H 170 Z', '#8fbf7a') +
    line('M400 170V640M170 400H630', '#fdf8ee', 14) +
    line(rect(170, 170, 460, 470, 8), '#fdf8ee', 18) +
    half(-1) +
    half(1) +
    pen.solid(rect(70, 124, 660, 28, 14), rod, { light: 5, shade: 8 }) +
    [66, 734].map((v) => pen.solid(ellipse(v, 138, 28), rod, { light: 5, shade: 8 })).join('')
  );
}

/** An apron on a peg, or a cloth for a baby's chin. */
export function apron(pen: Pen, cloth: Colour, motif: Motif, second: Colour, bib: boolean): string {
  if (bib) {
    const outline =
      'M 270 190 C 230 260 160 330 180 480 C 200 620 320 670 400 670 C 480 670 600 620 620 480 C 640 330 570 260 530 190 C 520 300 470 340 400 340 C 330 340 280 300 270 190 Z';
    return (
      cast(outline, 16) +
      pen.solid(outline, cloth, { light: 11, shade: 22 }, clothPattern(pen, motif, cloth, second)) +
      line(
        'M270 190C230 260 160 330 180 480C200 620 320 670 400 670C480 670 600 620 620 480C640 330 570 260 530 190C520 300 470 340 400 340C330 340 280 300 270 190',
        second,
        15,
      ) +
      at(
        400,
        500,
        fill(star(0, 0, 74, 0.56, 16), '#f2c230') +
          fill(ellipse(-18, -6, 7), '#2a2320') +
          fill(ellipse(18, -6, 7), '#2a2320') +
          line('M-14 18Q0 32 14 18', '#2a2320', 6),
      )
    );
  }
  const outline = 'M 320 200 H 480 C 490 330 560 350 590 380 L 570 690 H 230 L 210 380 C 240 350 310 330 320 200 Z';
  return (
    cast(outline, 16) +
    line('M326 206C320 70 480 70 474 206', second, 15) +
    line('M214 400Q130 440 120 540M586 400Q670 440 680 540', second, 15) +
    pen.solid(outline, cloth, { light: 11, shade: 22 }, clothPattern(pen, motif, cloth, second)) +
    pen.solid(
      rect(290, 480, 220, 130, 18),
      light(cloth, 0.18),
      { light: 6, shade: 10 },
      line('M290 506H510', second, 9),
    )
  );
}
