import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

/** Building blocks in a small tower. */
export function blocks(pen: Pen, colours: readonly Colour[]): string {
  const c = (i: number) => colours[i % colours.length] as Colour;
  const block = (x: number, y: number, w: number, h: number, colour: Colour, mark = '') =>
    pen.solid(rect(x, y, w, h, 14), colour, { light: 9, shade: 18 }, mark);
  return (
    contact(400, 660, 250, 0.1) +
    block(170, 510, 150, 150, c(0), fill(star(245, 585, 46, 0.52, 7), light(c(0), 0.6))) +
    block(330, 510, 150, 150, c(1), fill(ellipse(405, 585, 42), light(c(1), 0.6))) +
    block(490, 510, 150, 150, c(2), fill(polygon(table('565 540, 612 622, 518 622'), 8), light(c(2), 0.6))) +
    block(250, 352, 150, 150, c(3), fill(rect(288, 390, 74, 74, 10), light(c(3), 0.6))) +
    pen.solid('M 412 502 V 440 C 412 330 574 330 574 440 V 502 H 530 V 450 C 530 400 456 400 456 450 V 502 Z', c(4), {
      light: 8,
      shade: 14,
    }) +
    pen.solid(polygon(table('325 190, 420 342, 230 342'), 14), c(5), { light: 9, shade: 16 }) +
    pen.solid(ellipse(492, 300, 52), c(0), { light: 8, shade: 14 })
  );
}

/** A wooden car or train on wheels. */
export function woodenCar(pen: Pen, wood: Colour, paint: Colour): string {
  const body =
    'M 130 500 C 130 440 170 430 230 424 L 300 320 Q 312 300 340 300 H 500 Q 526 300 540 320 L 590 420 Q 670 430 670 500 V 556 Q 670 580 646 580 H 154 Q 130 580 130 556 Z';
  const wheel = (x: number) =>
    at(
      x,
      586,
      pen.solid(ellipse(0, 0, 74), paint, { light: 9, shade: 16 }) +
        fill(ellipse(0, 0, 38), light(wood, 0.35)) +
        fill(ellipse(0, 0, 14), shade(wood, 0.4)),
    );
  return (
    contact(400, 660, 270, 0.08) +
    pen.solid(
      body,
      wood,
      { light: 11, shade: 24 },
      [456, 520].map((y) => line(d`M 130 ${y} q 270 26 540 0`, shade(wood, 0.2), 5, 0.5)).join('') +
        fill(rect(130, 540, 560, 20), paint),
    ) +
    fill(polygon(table('326 410, 368 336, 424 336, 424 410'), 10), light(wood, 0.7)) +
    fill(polygon(table('448 410, 448 336, 500 336, 534 410'), 10), light(wood, 0.7)) +
    wheel(264) +
    wheel(536)
  );
}

/** A soft toy, sitting: bear by its ears, or rabbit. */
export function softToy(pen: Pen, fur: Colour, belly: Colour, rabbit: boolean, knit: boolean): string {
  const ears = rabbit
    ? [
        [-58, -10],
        [58, 10],
      ]
        .map(([x = 0, turn = 0]) =>
          at(
            400 + x,
            250,
            pen.solid(ellipse(0, -96, 40, 118), fur, { light: 8, shade: 14 }, fill(ellipse(0, -86, 20, 84), belly)),
            turn,
          ),
        )
        .join('')
    : [-112, 112]
        .map((x) =>
          pen.solid(ellipse(400 + x, 186, 58), fur, { light: 8, shade: 14 }, fill(ellipse(400 + x, 190, 30), belly)),
        )
        .join('');
  const stitches = knit
    ? (y: number, n: number) =>
        Array.from({ length: n }, (_, i) =>
          line(d`M ${400 - n * 13 + i * 26} ${y} l 8 12 l 8 -12`, shade(fur, 0.2), 4, 0.6),
        ).join('')
    : () => '';
  const rows = knit ? [450, 480, 510, 540, 570, 600].map((y) => stitches(y, 11)).join('') : '';
  return (
    contact(400, 668, 190) +
    [286, 514]
      .map((x) =>
        pen.solid(ellipse(x, 630, 82, 50), fur, { light: 8, shade: 14 }, fill(ellipse(x, 636, 40, 24), belly)),
      )
      .join('') +
    ears +
    pen.solid(
      ellipse(400, 530, 146, 140),
      fur,
      { light: 11, shade: 22 },
      rows + fill(ellipse(400, 552, 84, 84), belly),
    ) +
    [248, 552]
      .map((x, i) => at(x, 480, pen.solid(ellipse(0, 0, 46, 88), fur, { light: 8, shade: 14 }), i ? -34 : 34))
      .join('') +
    pen.solid(
      ellipse(400, 288, 148, 130),
      fur,
      { light: 11, shade: 20 },
      knit ? [200, 230, 260].map((y) => stitches(y, 9)).join('') : '',
    ) +
    fill(ellipse(400, 336, 66, 50), belly) +
    fill(ellipse(340, 280, 15), '#2a2320') +
    fill(ellipse(460, 280, 15), '#2a2320') +
    fill(ellipse(335, 275, 5), '#ffffff') +
    fill(ellipse(455, 275, 5), '#ffffff') +
    fill(ellipse(400, 316, 20, 14), shade(belly, 0.6)) +
    line('M400 330V348M376 356Q400 376 424 356', '#4a3324', 6) +
    [300, 500].map((x) => fill(ellipse(x, 326, 24, 15), '#e98a8a', 0.5)).join('') +
    pen.solid('M 330 416 L 392 440 L 330 470 Z', '#d63a4a', { light: 4, shade: 6 }) +
    pen.solid('M 470 416 L 408 440 L 470 470 Z', '#d63a4a', { light: 4, shade: 6 }) +
    fill(ellipse(400, 441, 16), '#b9282d')
  );
}

/** A closed book or notebook, lying with its spine to the left. */
export function book(pen: Pen, cover: Colour, mark: Colour, kind: 'story' | 'notebook' | 'holy' | 'stack'): string {
  const outline = rect(196, 140, 420, 530, 16);
  const pages = rect(212, 156, 416, 528, 12);
  const fronts: Record<typeof kind, () => string> = {
    story: () =>
      fill(ellipse(406, 430, 150), light(cover, 0.4)) +
      fill('M 256 470 Q 330 380 406 450 T 556 440 V 500 Q 556 580 406 580 Q 256 580 256 500 Z', '#5a9c45') +
      fill(star(460, 370, 40, 0.5, 6), '#f2c230') +
      line('M276 220H536M316 264H496', mark, 16),
    notebook: () =>
      fill(rect(270, 220, 272, 120, 12), '#fdf6e3') +
      line('M300 262H510M300 298H450', mark, 8) +
      fill(star(406, 500, 74, 0.52, 11), light(cover, 0.3)),
    holy: () =>
      line(rect(240, 184, 332, 442, 10), '#e2bd62', 9) +
      line(rect(258, 202, 296, 406, 6), '#e2bd62', 4) +
      fill(star(406, 405, 100, 0.76, 4, 8), '#e2bd62') +
      fill(star(406, 405, 74, 0.76, 4, 8), cover) +
      fill(ellipse(406, 405, 34), '#e2bd62'),
    stack: () =>
      fill(rect(270, 220, 272, 120, 12), '#fdf6e3') +
      line('M300 262H510M300 298H450', mark, 8) +
      fill(rect(196, 560, 420, 50), light(cover, 0.3)),
  };
  const binding =
    kind === 'notebook'
      ? Array.from({ length: 13 }, (_, i) => line(d`M 176 ${176 + i * 38} h 48`, '#8d959a', 8)).join('')
      : fill(rect(196, 140, 34, 530), shade(cover, 0.28));
  const under =
    kind === 'stack'
      ? at(28, 36, pen.solid(outline, mix(cover, '#d63a4a', 0.8), { light: 6, shade: 12 })) +
        at(14, 18, pen.solid(outline, mix(cover, '#f2b92e', 0.85), { light: 6, shade: 12 }))
      : pen.solid(pages, '#f3ecd9', { light: 0, shade: 8, depth: 0.2 }) + line('M624 170V676', '#cfc5ab', 3);
  return at(
    0,
    0,
    cast(outline, 26) +
      under +
      pen.solid(outline, cover, { light: 10, shade: 16 }, fronts[kind]() + (kind === 'notebook' ? '' : binding)) +
      (kind === 'notebook' ? binding : ''),
  );
}

/** Coloured pencils in their box, points up. */
export function pencils(pen: Pen, colours: readonly Colour[], box: Colour): string {
  const sticks = colours
    .map((colour, i) => {
      const w = 380 / colours.length;
      const x = 212 + i * w;
      const top = 200 + ((i * 37) % 60);
      return (
        fill(
          polygon([
            [x + w / 2, top - 60],
            [x + w - 3, top + 8],
            [x + 3, top + 8],
          ]),
          '#ecd0a0',
        ) +
        fill(
          polygon([
            [x + w / 2, top - 60],
            [x + w * 0.68, top - 34],
            [x + w * 0.32, top - 34],
          ]),
          colour,
        ) +
        fill(rect(x + 3, top, w - 6, 330), colour) +
        fill(rect(x + 3, top, (w - 6) * 0.3, 330), light(colour, 0.4)) +
        fill(rect(x + w * 0.72, top, w * 0.24, 330), shade(colour, 0.2))
      );
    })
    .join('');
  return (
    contact(400, 664, 230, 0.1) +
    sticks +
    pen.solid(
      rect(196, 400, 408, 264, 18),
      box,
      { light: 10, shade: 22 },
      fill(ellipse(400, 530, 92), light(box, 0.6)) +
        fill(star(400, 530, 62, 0.52, 9), '#f2c230') +
        fill(rect(196, 620, 408, 20), shade(box, 0.2)),
    )
  );
}

/** A jigsaw in its frame, one piece beside it. */
export function jigsaw(pen: Pen, colours: readonly Colour[]): string {
  const frame = rect(150, 170, 460, 460, 24);
  const cells = Array.from({ length: 9 }, (_, i) => {
    const x = 186 + (i % 3) * 130;
    const y = 206 + Math.floor(i / 3) * 130;
    if (i === 8) return fill(rect(x, y, 128, 128, 6), '#b98550');
    const colour = colours[i % colours.length] as Colour;
    const knobs =
      (i % 3 < 2 && i !== 7 ? fill(ellipse(x + 130, y + 64, 21), colour) : '') +
      (i < 6 && i !== 5 ? fill(ellipse(x + 64, y + 130, 21), colour) : '');
    return fill(rect(x, y, 130, 130, 6), colour) + knobs;
  });
  const piece = `${rect(-64, -64, 128, 128, 8)}`;
  return (
    cast(frame) +
    pen.solid(frame, '#d6a566', { light: 10, shade: 18 }) +
    fill(rect(182, 202, 396, 396, 8), '#9c6b3a') +
    cells.reverse().join('') +
    fill(ellipse(314, 330, 74), '#f2c230', 0.9) +
    fill(star(314, 330, 60, 0.52, 8), '#fff1b8', 0.9) +
    at(
      620,
      600,
      cast(piece, 12) +
        pen.solid(piece, colours[2] as Colour, { light: 8, shade: 14 }) +
        fill(ellipse(0, -66, 22), colours[2] as Colour) +
        fill(ellipse(-66, 0, 20), shade(colours[2] as Colour, 0.3)),
      16,
    )
  );
}
