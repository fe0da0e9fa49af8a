import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

/** A seed packet with the plant on its front. */
export function seedPacket(pen: Pen, paper: Colour, crop: 'chili' | 'leaf'): string {
  const front = rect(210, 130, 380, 540, 12);
  const picture =
    crop === 'chili'
      ? table('-50 0 -70, 10 20 -96, 66 -4 -118')
          .map(([x, y, a = 0]) =>
            at(
              400 + x,
              460 + y,
              pen.solid('M -84 10 C -30 -26 50 -28 84 -16 Q 96 0 84 14 C 50 28 -20 26 -84 10 Z', '#d13222', {
                light: 6,
                shade: 9,
              }) + line('M86 0q24 0 34 -16', '#3f7d3a', 11),
              a,
            ),
          )
          .join('')
      : [-140, -116, -90, -64, -40]
          .map((a, i) =>
            at(
              400,
              580,
              pen.solid(
                leaf(20, 0, 200, 84, 0),
                i % 2 ? '#6fae55' : '#4f9a45',
                { light: 6, shade: 10 },
                line('M20 0H190', '#cfe6a4', 6),
              ),
              a,
            ),
          )
          .join('');
  return (
    cast(front, 18) +
    at(
      0,
      0,
      pen.solid(
        front,
        paper,
        { light: 10, shade: 16 },
        fill(rect(210, 130, 380, 44), shade(paper, 0.18)) +
          fill(ellipse(400, 460, 156, 164), '#fff8e8') +
          line('M290 226q18 -24 36 0t36 0t36 0t36 0t36 0t36 0', '#fff8e8', 13) +
          line('M330 272H470', '#fff8e8', 8, 0.8),
      ) + pen.clip(ellipse(400, 460, 156, 164), picture),
    ) +
    table('630 640, 662 600, 670 662, 610 690')
      .map(([x, y], i) => at(x, y, pen.solid(ellipse(0, 0, 15, 10), '#e6c88a', { light: 3, shade: 5 }), i * 40))
      .join('')
  );
}

/** Net pots in a water rail: a starter set for hydroponics. */
export function hydroKit(pen: Pen): string {
  const plantOne = (x: number) =>
    [-150, -120, -90, -60, -30]
      .map((a, i) =>
        at(
          x,
          400,
          pen.solid(
            leaf(0, 0, 120 - (i % 2) * 20, 62, 0),
            i % 2 ? '#8fcb5f' : '#6fae45',
            { light: 5, shade: 8 },
            line('M6 0H104', '#dff0c0', 4),
          ),
          a,
        ),
      )
      .join('') +
    pen.solid(
      polygon(
        [
          [x - 42, 396],
          [x + 42, 396],
          [x + 32, 450],
          [x - 32, 450],
        ],
        8,
      ),
      '#3a3a3a',
      { light: 4, shade: 7 },
    );
  return (
    contact(400, 660, 300, 0.08) +
    line('M190 500V650M610 500V650', '#8d959a', 22) +
    [200, 400, 600].map(plantOne).join('') +
    pen.solid(
      rect(100, 430, 600, 110, 50),
      '#fdfbf5',
      { light: 9, shade: 22, depth: 0.2 },
      line('M140 470H660', '#ffffff', 12),
    ) +
    fill(ellipse(660, 485, 28, 44), '#d5dde0') +
    fill('M 380 570 C 400 596 408 606 408 618 a 28 24 0 0 1 -56 0 C 352 606 360 596 380 570 Z', '#5aa9cf')
  );
}

/** Nested plastic pots. */
export function plasticPots(pen: Pen, colours: readonly Colour[]): string {
  const pot = (x: number, y: number, s: number, colour: Colour) =>
    at(
      x,
      y,
      fill(ellipse(16, 150, 130, 18), '#3b2a1e', 0.18) +
        pen.solid(
          polygon(table('-126 -80, 126 -80, 92 150, -92 150'), 12),
          colour,
          { light: 9, shade: 20 },
          [-60, -20, 20, 60].map((v) => line(d`M ${v} -60 L ${v * 0.76} 140`, shade(colour, 0.16), 7, 0.5)).join(''),
        ) +
        pen.solid(rect(-146, -116, 292, 54, 14), light(colour, 0.1), { light: 6, shade: 10 }),
      0,
      s,
    );
  return (
    pot(270, 370, 0.9, colours[0] as Colour) +
    pot(530, 350, 0.8, colours[1] as Colour) +
    pot(410, 520, 1, colours[2] as Colour)
  );
}
