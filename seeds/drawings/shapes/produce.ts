import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, leaf, soft, table } from '../kit/path.ts';
import { at, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** A whole starfruit with its ribs, lying, round (0, 0), `size` from middle to tip. */
export function starfruit(pen: Pen, colour: Colour, size: number): string {
  const s = size / 100;
  const body = soft([
    [-104 * s, 4 * s],
    [-66 * s, -46 * s],
    [10 * s, -62 * s],
    [78 * s, -36 * s],
    [106 * s, 2 * s],
    [78 * s, 38 * s],
    [10 * s, 60 * s],
    [-66 * s, 46 * s],
  ]);
  const ribs = [-26, 18]
    .map((y, i) =>
      line(
        d`M ${-100 * s} ${2 * s} C ${-50 * s} ${y * s} ${40 * s} ${y * 1.3 * s} ${102 * s} ${2 * s}`,
        i ? shade(colour, 0.24) : light(colour, 0.45),
        9 * s,
      ),
    )
    .join('');
  const lower = fill(
    d`M ${-104 * s} ${4 * s} C ${-50 * s} ${20 * s} ${40 * s} ${26 * s} ${106 * s} ${2 * s} V ${80 * s} H ${-104 * s} Z`,
    mix(colour, '#8f9a2a', 0.3),
    0.6,
  );
  return (
    pen.solid(body, colour, { light: 8 * s, shade: 14 * s }, lower + ribs) +
    line(d`M ${-102 * s} ${4 * s} q ${-14 * s} ${-2 * s} ${-22 * s} ${-10 * s}`, '#6d7a2f', 8 * s)
  );
}

/** A tied bunch of leaves, its stalks down: bayam, kangkung, sawi. In basket place: middle at (400, 330). */
export function leafyBunch(pen: Pen, colour: Colour): string {
  let out = '';
  for (let i = 0; i < 13; i++) {
    const angle = -160 + i * 11.7;
    const long = between(pen.random, 200, 260);
    const tone = [colour, shade(colour, 0.14), light(colour, 0.16)][i % 3] as Colour;
    out += at(
      400,
      470,
      pen.solid(
        leaf(40, 0, long, 96, 0),
        tone,
        { light: 6, shade: 10 },
        line(d`M 20 0 L ${long} 0`, light(tone, 0.45), 6) +
          [0.4, 0.6, 0.8]
            .map(
              (t) =>
                line(d`M ${long * t} 0 l 26 -26`, light(tone, 0.3), 3) +
                line(d`M ${long * t} 0 l 26 26`, light(tone, 0.3), 3),
            )
            .join(''),
      ),
      angle,
    );
  }
  return out;
}

/** Carrots that look out of a basket, tops up. */
export function carrots(pen: Pen): string {
  return table('470 400 -76, 530 410 -58, 420 410 -92')
    .map(([x, y, turn = 0]) =>
      at(
        x,
        y,
        [-14, 0, 14].map((a) => fill(leaf(100, 0, 120, 34, a), a ? '#4f9a45' : '#6fae55')).join('') +
          pen.solid(
            'M -60 -30 C 0 -44 90 -44 112 -24 Q 124 0 112 24 C 90 44 0 44 -60 30 Z',
            '#ee8a2c',
            { light: 7, shade: 12 },
            [0, 36, 70].map((v) => line(d`M ${v} -36 q 8 10 4 22`, '#c4641a', 5, 0.6)).join(''),
          ),
        turn,
      ),
    )
    .join('');
}

/** Three red chilies over a rim. */
export function chilies(pen: Pen): string {
  return table('286 400 -40, 330 410 -70, 248 414 -110')
    .map(([x, y, turn = 0], i) =>
      at(
        x,
        y,
        line('M96 -4q24 -4 36 -20', '#3f7d3a', 10) +
          pen.solid(
            'M -60 16 C -20 -26 60 -30 98 -18 Q 108 0 98 14 C 60 26 -10 28 -60 16 Z',
            i === 2 ? '#e2522a' : '#d13222',
            { light: 5, shade: 9 },
          ),
        turn,
      ),
    )
    .join('');
}
