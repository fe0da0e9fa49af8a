import { type Colour, light } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, star, table } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';

/** A lamp made from a bottle, or flowers made from one. */
export function upcycled(pen: Pen, glass: Colour, kind: 'lamp' | 'flowers' | 'pot'): string {
  if (kind === 'pot')
    return (
      contact(400, 668, 150) +
      [-130, -108, -84, -62, -40]
        .map((a, i) =>
          at(
            400,
            450,
            pen.solid(
              leaf(0, 0, 220 - (i % 2) * 40, 80, 0),
              i % 2 ? '#4f9a45' : '#6fae55',
              { light: 5, shade: 9 },
              line('M10 0H190', '#cfe6a4', 5),
            ),
            a,
          ),
        )
        .join('') +
      pen.solid(
        'M 264 440 H 536 V 600 Q 536 668 470 668 H 330 Q 264 668 264 600 Z',
        glass,
        { light: 11, shade: 26 },
        fill('M 264 520 q 34 -30 68 0 t 68 0 t 68 0 t 68 0 V 680 H 264 Z', light(glass, 0.4)) +
          fill(star(400, 590, 40, 0.52, 6), '#f2c230'),
      ) +
      fill(ellipse(400, 442, 134, 22), '#4a3324') +
      line('M276 450C260 300 320 200 400 120C480 200 540 300 524 450', '#8d959a', 5, 0.6)
    );
  const outline =
    'M 366 200 H 434 V 310 C 436 360 510 370 510 450 V 630 Q 510 668 472 668 H 328 Q 290 668 290 630 V 450 C 290 370 364 360 366 310 Z';
  const inside =
    kind === 'lamp'
      ? table('340 460, 440 480, 380 540, 460 580, 340 610, 420 640, 400 420')
          .map(([x, y]) => fill(ellipse(x, y, 22), '#fff1b8', 0.5) + fill(ellipse(x, y, 10), '#fff8dc'))
          .join('') + line('M400 300Q330 440 340 460T440 480T380 540T460 580T340 610', '#8a6a2a', 4, 0.8)
      : line('M400 300V640', '#5a8a3c', 8);
  const top =
    kind === 'lamp'
      ? pen.solid(
          polygon(table('330 60, 470 60, 540 230, 260 230'), 16),
          '#f6e3b0',
          { light: 9, shade: 18 },
          [330, 400, 470].map((x) => line(d`M ${x} 60 L ${400 + (x - 400) * 1.7} 230`, '#e2bd62', 5, 0.7)).join(''),
        )
      : table('-34 210, 0 250, 34 210')
          .map(([a = 0, long = 0], i) =>
            at(
              400,
              230,
              line(d`M 0 0 V ${-long + 90}`, '#5a8a3c', 8) +
                at(
                  0,
                  -long + 80,
                  Array.from({ length: 8 }, (_, k) =>
                    at(
                      0,
                      0,
                      pen.solid(leaf(4, 0, 60, 34, 0), ['#e98aa6', '#f2b92e', '#7fc3b8'][i] as Colour, {
                        light: 4,
                        shade: 6,
                      }),
                      k * 45,
                    ),
                  ).join('') + fill(ellipse(0, 0, 17), '#fff6dd'),
                ),
              a,
            ),
          )
          .join('');
  return (
    (kind === 'lamp' ? fill(ellipse(400, 440, 290, 280), '#f9d36b', 0.22) : '') +
    contact(400, 668, 120) +
    top +
    pen.solid(outline, glass, { light: 11, shade: 26, depth: 0.24 }, inside + line('M318 470V620', '#ffffff', 14, 0.45))
  );
}
