import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

/** Furniture from the front: spice rack, shoe rack, drawers, folding table, rattan chair. */
export function furniture(
  pen: Pen,
  wood: Colour,
  kind: 'spices' | 'rack' | 'drawers' | 'table' | 'chair',
  accent: Colour,
): string {
  const kinds = {
    spices: () => {
      const jar = (x: number, y: number, colour: Colour) =>
        pen.solid(
          rect(x - 34, y - 92, 68, 92, 12),
          colour,
          { light: 6, shade: 10 },
          fill(rect(x - 40, y - 60, 80, 34), '#fff6e0'),
        ) + pen.solid(rect(x - 30, y - 116, 60, 28, 8), '#3a3a3a', { light: 3, shade: 6 });
      const shelf = (y: number) => pen.solid(rect(150, y, 500, 26, 8), wood, { light: 5, shade: 8 });
      return (
        contact(400, 668, 260, 0.08) +
        pen.solid(rect(140, 150, 520, 516, 18), shade(wood, 0.14), { light: 8, shade: 16 }) +
        fill(rect(168, 180, 464, 460, 8), shade(wood, 0.4)) +
        [340, 500, 640]
          .map(
            (y, r) =>
              ['#c8372a', '#e0a52c', '#6b3d22', '#5a9c45', '#f3ead0']
                .map((_, i, all) => jar(218 + i * 91, y, all[(i + r * 2) % 5] as Colour))
                .join('') + shelf(y),
          )
          .join('')
      );
    },
    rack: () => {
      const shoe = (x: number, y: number, colour: Colour) =>
        pen.solid(
          d`M ${x - 70} ${y} V ${y - 56} C ${x - 40} ${y - 66} ${x - 30} ${y - 40} ${x} ${y - 34} C ${x + 50} ${y - 26} ${x + 70} ${y - 20} ${x + 70} ${y} Z`,
          colour,
          { light: 5, shade: 9 },
        ) + fill(rect(x - 72, y - 10, 144, 11, 5), '#fdf8ee');
      return (
        contact(400, 676, 270, 0.07) +
        [150, 630].map((x) => pen.solid(rect(x, 170, 26, 506, 10), wood, { light: 5, shade: 9 })).join('') +
        [330, 490, 650]
          .map(
            (y, i) =>
              shoe(270, y, ['#c8372a', '#3c6fa8', '#2a2a30'][i] as Colour) +
              shoe(440, y, ['#2a2a30', '#e98aa6', '#8a5a34'][i] as Colour) +
              (i === 1 ? '' : shoe(570, y, accent)) +
              pen.solid(rect(140, y, 526, 22, 8), light(wood, 0.1), { light: 4, shade: 7 }),
          )
          .join('')
      );
    },
    drawers: () =>
      contact(400, 680, 240, 0.08) +
      pen.solid(rect(180, 120, 440, 556, 24), wood, { light: 10, shade: 22 }) +
      [150, 282, 414, 546]
        .map(
          (y) =>
            pen.solid(
              rect(206, y, 388, 112, 14),
              light(wood, 0.22),
              { light: 7, shade: 12 },
              fill(star(280, y + 56, 30, 0.52, 5), accent, 0.8) + fill(star(520, y + 56, 30, 0.52, 5), accent, 0.8),
            ) + pen.solid(rect(356, y + 44, 88, 26, 12), accent, { light: 4, shade: 7 }),
        )
        .join(''),
    table: () =>
      contact(400, 640, 300, 0.08) +
      line('M240 380L180 640M560 380L620 640M300 400L560 640M500 400L240 640', shade(wood, 0.3), 20) +
      pen.solid(
        polygon(table('170 330, 630 330, 700 430, 100 430'), 16),
        accent,
        { light: 8, shade: 10 },
        fill(star(400, 380, 66, 0.52, 9), '#f2c230', 0.9) +
          fill(star(250, 388, 28, 0.52, 4), '#fffaf0', 0.8) +
          fill(star(550, 388, 28, 0.52, 4), '#fffaf0', 0.8),
      ) +
      pen.solid(rect(98, 424, 604, 24, 10), wood, { light: 4, shade: 7 }),
    chair: () =>
      contact(400, 684, 210, 0.1) +
      line('M250 470L220 680M550 470L580 680M300 500L290 640M500 500L510 640', shade(wood, 0.3), 22) +
      pen.solid(
        'M 210 180 C 210 90 590 90 590 180 L 560 480 H 240 Z',
        wood,
        { light: 11, shade: 24 },
        Array.from(
          { length: 12 },
          (_, i) =>
            line(d`M ${200 + i * 36} 100 L ${200 + i * 36 + 40} 490`, shade(wood, 0.22), 7, 0.6) +
            line(d`M ${600 - i * 36} 100 L ${560 - i * 36} 490`, light(wood, 0.3), 7, 0.5),
        ).join(''),
      ) +
      pen.solid('M 180 440 C 240 400 560 400 620 440 L 600 520 Q 400 550 200 520 Z', accent, { light: 9, shade: 16 }),
  };
  return kinds[kind]();
}

/** A wall clock. */
export function clock(pen: Pen, rim: Colour, face: Colour): string {
  return (
    cast(ellipse(400, 400, 280)) +
    pen.solid(ellipse(400, 400, 280), rim, { light: 11, shade: 20 }) +
    fill(ellipse(400, 400, 236), face) +
    fill(ellipse(360, 350, 150), '#ffffff', 0.4) +
    Array.from({ length: 12 }, (_, i) =>
      at(400, 400, i % 3 ? line('M0 -204V-184', '#5a645e', 9) : fill(star(0, -190, 24, 0.52, 4), '#f2c230'), i * 30),
    ).join('') +
    line('M400 400L310 300', '#1b211e', 17) +
    line('M400 400L500 260', '#1b211e', 11) +
    line('M400 440L400 230', '#b23a1e', 5) +
    fill(ellipse(400, 400, 18), '#b23a1e')
  );
}
