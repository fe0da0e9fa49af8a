import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

/** A bouquet in its paper: felt flowers or snacks. */
export function bouquet(pen: Pen, paper: Colour, flowers: readonly Colour[], snacks: boolean): string {
  const cone = 'M 190 360 L 380 690 H 420 L 610 360 Q 400 470 190 360 Z';
  const back = 'M 150 330 Q 200 150 400 120 Q 600 150 650 330 L 420 640 H 380 Z';
  const spots = table('270 300, 400 250, 530 300, 330 220, 470 220, 330 370, 470 370, 400 340');
  const heads = spots
    .map(([x, y], i) => {
      const colour = flowers[i % flowers.length] as Colour;
      if (snacks)
        return at(
          x,
          y,
          pen.solid(
            rect(-54, -72, 108, 130, 12),
            colour,
            { light: 7, shade: 12 },
            fill(ellipse(0, -6, 34), '#fff6e0') +
              fill(star(0, -6, 22, 0.52, 3), shade(colour, 0.1)) +
              fill(rect(-54, -72, 108, 18), shade(colour, 0.2)) +
              fill(rect(-54, 40, 108, 18), shade(colour, 0.2)),
          ),
          (i % 3) * 12 - 12,
        );
      return at(
        x,
        y,
        [0, 60, 120, 180, 240, 300]
          .map((a) =>
            at(
              0,
              0,
              pen.solid(leaf(4, 0, 66, 54, 0), a % 120 ? colour : light(colour, 0.2), { light: 4, shade: 7 }),
              a,
            ),
          )
          .join('') +
          fill(ellipse(0, 0, 18), '#f2c230') +
          fill(ellipse(-4, -4, 7), '#fbe08a'),
        i * 17,
      );
    })
    .join('');
  const leaves = snacks
    ? ''
    : table('200 320 -150, 600 320 -30, 300 180 -120, 500 180 -60, 400 190 -90')
        .map(([x, y, a = 0]) => fill(leaf(x, y, 96, 44, a), '#4f9a45'))
        .join('');
  return (
    contact(400, 700, 110) +
    pen.solid(back, light(paper, 0.35), { light: 9, shade: 15 }) +
    leaves +
    heads +
    pen.solid(
      cone,
      paper,
      { light: 10, shade: 18 },
      line('M300 420L392 680M500 420L408 680', shade(paper, 0.2), 5, 0.5),
    ) +
    at(
      400,
      560,
      pen.solid('M 0 0 C -40 -50 -100 -36 -84 8 C -70 34 -24 18 0 0 Z', flowers[0] as Colour, { light: 5, shade: 8 }) +
        pen.solid('M 0 0 C 40 -50 100 -36 84 8 C 70 34 24 18 0 0 Z', flowers[0] as Colour, {
          light: 5,
          shade: 8,
        }) +
        line('M-4 4Q-20 50 -40 80M4 4Q20 50 40 80', flowers[0] as Colour, 11),
    )
  );
}

/** Small gifts in a row: soaps in net, boxes with a thank-you tag. */
export function favours(pen: Pen, box: Colour, ribbon: Colour): string {
  const one = (x: number, y: number, s: number) =>
    at(
      x,
      y,
      fill(ellipse(14, 120, 112, 16), '#3b2a1e', 0.18) +
        pen.solid(
          polygon(table('-100 -60, 100 -60, 86 118, -86 118'), 10),
          box,
          { light: 8, shade: 16 },
          fill(rect(-16, -70, 32, 200), ribbon),
        ) +
        pen.solid(rect(-110, -90, 220, 50, 10), light(box, 0.14), { light: 6, shade: 9 }) +
        pen.solid('M 0 -90 C -40 -140 -90 -130 -76 -96 Q -40 -80 0 -90 Z', ribbon, {
          light: 4,
          shade: 7,
        }) +
        pen.solid('M 0 -90 C 40 -140 90 -130 76 -96 Q 40 -80 0 -90 Z', ribbon, {
          light: 4,
          shade: 7,
        }) +
        at(
          44,
          20,
          pen.solid(polygon(table('-4 -26, 52 -18, 46 34, -10 26'), 5), '#fdf6e3', { light: 3, shade: 5, depth: 0.2 }) +
            fill(star(20, 4, 15, 0.55, 2), '#d63a4a'),
          8,
        ),
      0,
      s,
    );
  return one(276, 330, 0.86) + one(530, 330, 0.86) + one(400, 540, 1);
}

/** Flat printed things: magnets, cards, stickers; each with its small picture. */
export function printed(pen: Pen, colours: readonly Colour[], kind: 'magnets' | 'card' | 'stickers'): string {
  const c = (i: number) => colours[i % colours.length] as Colour;
  if (kind === 'card')
    return (
      cast(rect(240, 170, 400, 500, 12), 18) +
      pen.solid(rect(240, 170, 400, 500, 12), shade(c(1), 0.05), { light: 6, shade: 10 }) +
      at(
        -46,
        -30,
        cast(rect(200, 160, 400, 500, 12), 12) +
          pen.solid(
            rect(200, 160, 400, 500, 12),
            '#fffaf0',
            { light: 7, shade: 11, depth: 0.18 },
            line(rect(226, 186, 348, 448, 8), c(0), 6),
          ) +
          [0, 72, 144, 216, 288].map((a) => fill(leaf(400, 340, 90, 62, a), c(0))).join('') +
          fill(ellipse(400, 340, 24), '#f2c230') +
          fill(leaf(400, 450, 90, 40, -30), '#5a9c45') +
          fill(leaf(400, 450, 90, 40, 210), '#6fae55') +
          line('M320 530q20 -26 40 0t40 0t40 0t40 0M350 584H450', c(1), 9),
      )
    );
  const round = kind === 'stickers';
  return (
    (round
      ? cast(rect(150, 140, 500, 540, 16), 16) +
        pen.solid(rect(150, 140, 500, 540, 16), '#fffaf0', { light: 6, shade: 10, depth: 0.16 })
      : '') +
    Array.from({ length: 6 }, (_, i) => {
      const x = 290 + (i % 2) * 220;
      const y = 240 + Math.floor(i / 2) * 172;
      const outline = round ? ellipse(x, y, 76) : rect(x - 92, y - 66, 184, 132, 16);
      const pictures = [
        fill(star(x, y, 44, 0.52, 7), '#f2c230'),
        fill(leaf(x, y + 36, 84, 42, -118), '#fffaf0') + fill(leaf(x, y + 36, 84, 42, -62), '#fffaf0', 0.8),
        fill(d`M ${x - 46} ${y + 34} V ${y - 4} L ${x} ${y - 44} L ${x + 46} ${y - 4} V ${y + 34} Z`, '#fffaf0') +
          fill(rect(x - 12, y, 24, 34), c(i)),
      ];
      return (round ? '' : cast(outline, 10)) + pen.solid(outline, c(i), { light: 6, shade: 10 }, pictures[i % 3]);
    }).join('')
  );
}
