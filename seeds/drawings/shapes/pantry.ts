import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';

/** An egg tray seen from above, most places filled. */
export function eggTray(pen: Pen, egg: Colour, card: Colour): string {
  const tray = rect(120, 150, 560, 500, 30);
  let out = '';
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 5; column++) {
      const x = 186 + column * 107;
      const y = 218 + row * 122;
      out += fill(ellipse(x, y, 50, 56), shade(card, 0.3));
      if (row * 5 + column !== 19)
        out += at(
          x,
          y,
          fill(ellipse(5, 8, 42, 50), '#3b2a1e', 0.25) +
            pen.solid(
              'M 0 -54 C 30 -54 44 -10 42 14 C 40 40 20 52 0 52 C -20 52 -40 40 -42 14 C -44 -10 -30 -54 0 -54 Z',
              mix(egg, '#fff6e6', pen.random() * 0.28),
              { light: 8, shade: 13, depth: 0.24 },
              fill(ellipse(-14, -20, 11, 15), '#ffffff', 0.55),
            ),
          between(pen.random, -8, 8),
        );
    }
  }
  const knobs = Array.from({ length: 12 }, (_, i) =>
    fill(ellipse(240 + (i % 4) * 107, 279 + Math.floor(i / 4) * 122, 16), light(card, 0.2)),
  ).join('');
  return cast(tray, 20) + pen.solid(tray, card, { light: 10, shade: 18 }) + knobs + out;
}

/** A wrapped block: palm sugar, cheese, fermented soy. `leafy` wraps it in leaf. */
export function block(pen: Pen, colour: Colour, kind: 'round' | 'brick', leafy: boolean): string {
  if (kind === 'round') {
    const puck = (x: number, y: number) =>
      pen.solid(
        d`M ${x - 120} ${y} V ${y + 80} C ${x - 120} ${y + 130} ${x + 120} ${y + 130} ${x + 120} ${y + 80} V ${y} Z`,
        shade(colour, 0.1),
        { light: 8, shade: 22 },
      ) +
      pen.solid(
        ellipse(x, y, 120, 46),
        light(colour, 0.14),
        { light: 6, shade: 8 },
        line(ellipse(x, y, 74, 26), shade(colour, 0.14), 4, 0.6),
      );
    return (
      contact(400, 640, 260, 0.12) +
      (leafy ? fill(leaf(80, 600, 640, 190, 4), '#3f7d3a') + fill(leaf(100, 590, 600, 150, 0), '#5a9c45') : '') +
      puck(280, 490) +
      puck(530, 500) +
      puck(404, 390)
    );
  }
  return (
    contact(410, 640, 260, 0.1) +
    pen.solid(polygon(table('150 440, 240 360, 660 360, 600 440'), 8), light(colour, 0.25), { light: 6, shade: 0 }) +
    pen.solid(polygon(table('600 440, 660 360, 660 540, 600 634'), 8), shade(colour, 0.22), { light: 0, shade: 8 }) +
    pen.solid(
      rect(150, 440, 450, 194, 10),
      colour,
      { light: 9, shade: 14, depth: 0.2 },
      Array.from({ length: 34 }, () =>
        fill(
          ellipse(
            between(pen.random, 160, 590),
            between(pen.random, 450, 626),
            between(pen.random, 9, 15),
            between(pen.random, 7, 11),
          ),
          light(colour, leafy ? 0.35 : 0.2),
          0.8,
        ),
      ).join(''),
    ) +
    (leafy
      ? pen.solid(
          polygon(table('130 436, 238 346, 420 346, 330 436, 330 650, 130 650'), 14),
          '#4f8f42',
          { light: 7, shade: 12 },
          Array.from({ length: 9 }, (_, i) => line(d`M ${140 + i * 26} 340 l -20 320`, '#74b060', 3, 0.7)).join(''),
        )
      : '')
  );
}

/** A steel gas cylinder of 3 kg, or a water gallon. */
export function cylinder(pen: Pen, kind: 'gas' | 'gallon'): string {
  if (kind === 'gallon') {
    const body =
      'M 350 150 H 450 V 214 C 560 230 586 280 586 330 V 630 Q 586 668 546 668 H 254 Q 214 668 214 630 V 330 C 214 280 240 230 350 214 Z';
    return (
      contact(400, 668, 188) +
      pen.solid(
        body,
        '#8fc3dc',
        { light: 13, shade: 34, depth: 0.24 },
        [360, 440, 520, 600].map((y) => line(d`M 214 ${y} H 586`, '#5a9ec0', 10, 0.6)).join('') +
          fill(rect(200, 400, 400, 90), '#eaf5fa', 0.5) +
          fill('M 400 404 C 426 440 436 452 436 466 a 36 28 0 0 1 -72 0 C 364 452 374 440 400 404 Z', '#2f7ea8') +
          line('M254 300V620', '#ffffff', 20, 0.5),
      ) +
      pen.solid(rect(336, 112, 128, 60, 12), '#2f6f9a', { light: 6, shade: 12 })
    );
  }
  const body =
    'M 230 400 C 230 320 300 300 400 300 C 500 300 570 320 570 400 V 560 C 570 630 500 646 400 646 C 300 646 230 630 230 560 Z';
  return (
    contact(400, 676, 150) +
    pen.solid(rect(280, 630, 240, 48, 10), '#3f7d3a', { light: 5, shade: 12 }) +
    pen.solid(
      body,
      '#5aa34c',
      { light: 13, shade: 34 },
      line('M230 474H570', '#3f7d3a', 9, 0.7) +
        fill(rect(330, 396, 140, 62, 10), '#eaf5d8') +
        line('M350 416H450M350 438H420', '#3f7d3a', 8),
    ) +
    pen.solid(rect(372, 250, 56, 60, 8), '#c9a24a', { light: 5, shade: 10 }) +
    line('M310 318V214Q310 190 334 190H466Q490 190 490 214V318', '#4a8f40', 28) +
    line('M306 312V212Q306 186 334 186H462', '#8fc97a', 9) +
    pen.solid(ellipse(400, 242, 34, 20), '#d63a21', { light: 4, shade: 7 })
  );
}

/** A bunch tied at its stalks, leaves up: greens of the market. */
export function tiedBunch(pen: Pen, colour: Colour, stalk: Colour, tie: Colour): string {
  let out = '';
  for (let i = 0; i < 15; i++) {
    const angle = -150 + ((i * 7) % 15) * 8.6;
    const tone = [colour, shade(colour, 0.16), light(colour, 0.14)][i % 3] as Colour;
    const a = (angle * Math.PI) / 180;
    const x = 400 + Math.cos(a) * 150;
    const y = 520 + Math.sin(a) * 130;
    out +=
      line(d`M ${400 + Math.cos(a) * 20} 560 L ${x} ${y}`, stalk, 12) +
      at(
        x,
        y,
        pen.solid(
          leaf(0, 0, between(pen.random, 150, 196), 112, 0),
          tone,
          { light: 6, shade: 11 },
          line('M0 0L150 0', light(tone, 0.5), 6) +
            [0.35, 0.55, 0.75]
              .map(
                (t) =>
                  line(d`M ${160 * t} 0 l 24 -26`, light(tone, 0.32), 3.5) +
                  line(d`M ${160 * t} 0 l 24 26`, light(tone, 0.32), 3.5),
              )
              .join(''),
        ),
        angle + between(pen.random, -10, 10),
      );
  }
  const stems = [-44, -26, -8, 10, 28, 44]
    .map((x, i) =>
      line(d`M ${400 + x * 0.6} 540 L ${400 + x * 1.4} ${674 - (i % 2) * 12}`, i % 2 ? stalk : light(stalk, 0.25), 17),
    )
    .join('');
  return (
    contact(400, 672, 110) +
    stems +
    out +
    pen.solid(
      rect(340, 556, 120, 44, 18),
      tie,
      { light: 5, shade: 9 },
      line('M340 572H460M340 586H460', shade(tie, 0.25), 3, 0.6),
    ) +
    at(452, 580, line('M0 0q30 10 44 40M0 4q14 20 10 52', tie, 10))
  );
}
