import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, rect, soft, star, table } from '../kit/path.ts';
import { at, cast, fill, line, type Pen } from '../kit/pen.ts';

/** A pair of shoes or sandals from the side and from above. */
export function shoes(pen: Pen, kind: 'sneaker' | 'leather' | 'school' | 'baby', colour: Colour, sole: Colour): string {
  const one = (x: number, y: number, s: number) => {
    const upper =
      'M -230 60 C -240 -30 -220 -120 -170 -130 C -130 -134 -110 -100 -60 -96 C 20 -60 100 -20 190 0 C 236 14 246 40 240 66 Z';
    const laces =
      kind === 'leather'
        ? table('-30 -66, 10 -44, 48 -26')
            .map(([lx = 0, ly = 0]) => line(d`M ${lx - 24} ${ly + 6} q 22 -22 40 -10`, shade(colour, 0.45), 6))
            .join('')
        : table('-40 -76, 0 -54, 40 -36, 78 -20')
            .map(([lx = 0, ly = 0]) => line(d`M ${lx - 26} ${ly + 18} q 16 -34 40 -22`, '#fdf8ee', 10))
            .join('');
    const toe =
      kind === 'sneaker' || kind === 'school' || kind === 'baby'
        ? fill(
            'M 120 -20 C 190 -6 250 20 244 80 H 150 C 170 40 150 0 120 -20 Z',
            kind === 'school' ? shade(colour, 0.3) : '#fdf8ee',
            0.92,
          )
        : line('M110 -20Q140 20 128 66', shade(colour, 0.4), 6, 0.7);
    const side =
      kind === 'sneaker'
        ? fill(star(-60, 10, 38, 0.52, 6), '#f2c230')
        : kind === 'baby'
          ? Array.from({ length: 30 }, (_, i) =>
              line(
                d`M ${-220 + (i % 10) * 42} ${-80 + Math.floor(i / 10) * 46} l 8 12 l 8 -12`,
                shade(colour, 0.22),
                5,
                0.7,
              ),
            ).join('')
          : line('M-150 -40Q-80 30 40 60', shade(colour, 0.35), 5, 0.6);
    return at(
      x,
      y,
      fill(ellipse(20, 108, 260, 22), '#3b2a1e', 0.18) +
        pen.solid(upper, colour, { light: 10, shade: 18 }, side + toe) +
        laces +
        fill('M -232 -118 C -214 -150 -150 -150 -130 -112 C -160 -90 -200 -96 -232 -118 Z', shade(colour, 0.5)) +
        pen.solid(
          'M -240 56 H 246 C 256 84 246 104 220 106 H -214 C -240 104 -246 80 -240 56 Z',
          sole,
          { light: 5, shade: 9 },
          kind === 'leather'
            ? fill(rect(-240, 84, 130, 40), shade(sole, 0.3))
            : line('M-236 80H240', shade(sole, 0.25), 4, 0.6),
        ),
      0,
      s,
    );
  };
  return one(350, 290, 0.86) + one(440, 520, 1.02);
}

/** A pair of sandals from above: thong, slide or woven. */
export function sandals(pen: Pen, kind: 'thong' | 'strap' | 'flat', colour: Colour, sole: Colour): string {
  const one = (x: number, side: 1 | -1) => {
    const outline = soft(
      table('-70 -230, 10 -264, 86 -220, 96 -100, 70 30, 86 150, 60 236, 0 262, -60 236, -76 130, -66 10, -94 -110'),
      0.95,
    );
    const straps = {
      thong:
        line('M6 -150C-30 -100 -66 -60 -84 -10M6 -150C40 -100 66 -60 80 -6', shade(colour, 0.15), 30) +
        line('M4 -154C-32 -104 -68 -64 -86 -14M4 -154C38 -104 64 -64 78 -10', light(colour, 0.2), 10) +
        fill(ellipse(5, -150, 20), shade(colour, 0.2)),
      strap:
        pen.solid(
          'M -96 -140 C -40 -180 50 -180 98 -140 L 84 -40 C 40 -80 -40 -80 -80 -40 Z',
          colour,
          { light: 7, shade: 12 },
          line('M-84 -70C-40 -110 40 -110 88 -70', light(colour, 0.4), 5, 0.8),
        ) +
        pen.solid('M -72 60 C -30 30 40 30 76 60 L 80 110 C 40 80 -30 80 -74 110 Z', colour, { light: 6, shade: 9 }),
      flat:
        pen.solid('M -92 -110 C -90 -250 96 -260 96 -110 C 80 -20 60 -60 4 -56 C -50 -60 -80 -30 -92 -110 Z', colour, {
          light: 9,
          shade: 15,
        }) +
        pen.solid(
          'M -62 120 C -66 60 -72 40 -66 20 C -50 100 50 100 70 20 C 80 60 80 100 84 150 C 80 250 -70 270 -76 150 Z',
          colour,
          { light: 7, shade: 12 },
        ) +
        fill('M 4 -60 l -34 -26 v 48 Z', light(colour, 0.4)) +
        fill('M 4 -60 l 34 -26 v 48 Z', light(colour, 0.4)),
    };
    return at(
      x,
      404,
      at(
        0,
        0,
        cast(outline, 14) +
          pen.solid(
            outline,
            sole,
            { light: 9, shade: 14 },
            line(
              soft(
                table(
                  '-50 -200, 10 -230, 64 -190, 70 -90, 48 30, 58 140, 40 210, 0 226, -40 210, -52 120, -44 10, -68 -100',
                ),
              ),
              light(sole, 0.3),
              5,
              0.6,
            ),
          ) +
          straps[kind],
        0,
        side,
        1,
      ),
      side * 8,
    );
  };
  return one(270, -1) + one(530, 1);
}

/** A pair of socks. */
export function socks(pen: Pen, cloth: Colour, band: Colour, small: boolean): string {
  const one = (x: number, y: number, turn: number) => {
    const outline =
      'M -70 -230 H 70 L 76 60 C 120 100 200 110 206 170 C 210 230 150 236 90 226 L -20 210 C -80 200 -86 140 -78 80 Z';
    return at(
      x,
      y,
      cast(outline, 12) +
        pen.solid(
          outline,
          cloth,
          { light: 9, shade: 17 },
          fill(rect(-100, -240, 200, 76), band) +
            Array.from({ length: 8 }, (_, i) => line(d`M ${-66 + i * 19} -226 v 54`, shade(band, 0.2), 4, 0.5)).join(
              '',
            ) +
            fill(rect(-100, -120, 200, 20), band, 0.8) +
            fill(ellipse(190, 180, 64, 60), band, 0.9) +
            fill(ellipse(-70, 160, 56, 60), band, 0.9),
        ),
      turn,
      small ? 0.86 : 1,
    );
  };
  return one(270, 400, 6) + one(470, 420, -8);
}
