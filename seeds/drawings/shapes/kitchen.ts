import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

/** A lidded cooking pot with two ears. */
export function cookingPot(pen: Pen, metal: Colour, knob: Colour, tall = false): string {
  const top = tall ? 300 : 390;
  const body = d`M 182 ${top} H 618 V 610 C 618 652 590 668 556 668 H 244 C 210 668 182 652 182 610 Z`;
  const ears = [
    [176, -1],
    [624, 1],
  ]
    .map(
      ([x = 0, side = 1]) =>
        line(d`M ${x} ${top + 50} c ${side * 74} -4 ${side * 74} 70 0 66`, shade(metal, 0.34), 26) +
        line(d`M ${x} ${top + 47} c ${side * 68} -4 ${side * 68} 64 0 60`, light(metal, 0.2), 9),
    )
    .join('');
  const lid = d`M 168 ${top} C 190 ${top - 110} 320 ${top - 128} 400 ${top - 128} C 480 ${top - 128} 610 ${top - 110} 632 ${top} Z`;
  const bands =
    line(d`M 190 ${top + 62} H 610`, shade(metal, 0.16), 5, 0.6) +
    (tall ? line('M 190 486 H 610', shade(metal, 0.3), 12, 0.6) : '') +
    fill(rect(226, top, 40, 300), '#ffffff', 0.4) +
    fill(rect(280, top, 12, 300), '#ffffff', 0.3);
  return (
    contact(400, 666, 224) +
    ears +
    pen.solid(body, metal, { light: 10, shade: 44, depth: 0.26 }, bands) +
    pen.solid(
      lid,
      light(metal, 0.14),
      { light: 10, shade: 28, depth: 0.24 },
      line(d`M 236 ${top - 44} C 270 ${top - 88} 330 ${top - 100} 372 ${top - 104}`, '#ffffff', 12, 0.6),
    ) +
    pen.solid(rect(156, top - 14, 488, 30, 14), metal, { light: 5, shade: 8 }) +
    pen.solid(d`M 364 ${top - 122} C 350 ${top - 182} 450 ${top - 182} 436 ${top - 122} Z`, knob, {
      light: 7,
      shade: 12,
    })
  );
}

/** A wok seen from above, with its handle. */
export function wok(pen: Pen, metal: Colour, handle: Colour): string {
  const arm = rect(560, 372, 210, 58, 26);
  return at(
    0,
    0,
    cast(ellipse(360, 400, 250)) +
      cast(arm) +
      pen.solid(arm, handle, { light: 7, shade: 14 }, fill(ellipse(742, 400, 10), shade(handle, 0.5))) +
      pen.solid(ellipse(360, 400, 254), metal, { light: 12, shade: 20 }) +
      fill(ellipse(362, 403, 226), shade(metal, 0.35)) +
      fill(ellipse(372, 416, 196), shade(metal, 0.2)) +
      fill(ellipse(384, 432, 130), light(metal, 0.06)) +
      line('M 190 380 C 206 290 280 232 360 226', light(metal, 0.6), 12, 0.55),
  );
}

/** A kitchen knife on its board. */
export function knifeOnBoard(pen: Pen, wood: Colour, withKnife = true): string {
  const board =
    'M 190 150 H 610 Q 640 150 640 180 V 600 Q 640 630 610 630 H 460 V 690 Q 460 730 400 730 Q 340 730 340 690 V 630 H 190 Q 160 630 160 600 V 180 Q 160 150 190 150 Z';
  const grain = Array.from({ length: 9 }, (_, i) =>
    line(d`M ${190 + i * 54} 160 q ${20 - (i % 3) * 18} 230 0 460`, shade(wood, 0.18), 5, 0.55),
  ).join('');
  const knife = withKnife
    ? at(
        400,
        380,
        cast(rect(-250, -40, 500, 70, 20), 10) +
          pen.solid(
            'M -260 34 C -230 -30 -140 -46 -60 -46 H 90 V 34 Z',
            '#d8dee0',
            { light: 7, shade: 0 },
            fill('M -270 40 L -200 6 H 100 V 40 Z', '#f4f7f7'),
          ) +
          pen.solid(
            rect(86, -48, 180, 62, 22),
            '#5a3220',
            { light: 6, shade: 12 },
            [130, 176, 222].map((x) => fill(ellipse(x, -17, 8), '#e3c789')).join(''),
          ),
        -24,
      )
    : '';
  return (
    cast(board, 18) +
    pen.solid(board, wood, { light: 10, shade: 18 }, grain) +
    fill(ellipse(400, 690, 22), shade(wood, 0.45)) +
    knife
  );
}

/** A stone mortar with its pestle. */
export function mortar(pen: Pen, stone: Colour): string {
  const dish = ellipse(380, 430, 268, 236);
  return (
    cast(dish) +
    pen.solid(dish, stone, { light: 14, shade: 26 }) +
    fill(ellipse(384, 436, 208, 178), shade(stone, 0.34)) +
    fill(ellipse(396, 452, 176, 146), shade(stone, 0.16)) +
    at(
      380,
      452,
      fill(ellipse(-10, 0, 92, 66), '#b9281a') +
        fill(ellipse(-26, -12, 46, 28), '#d8482f') +
        table('-50 6, 10 -24, 30 20, -14 32')
          .map(([x, y]) => fill(ellipse(x, y, 6, 4), '#f6d28a'))
          .join(''),
    ) +
    at(
      500,
      320,
      cast(rect(-160, -44, 320, 88, 40), 12) +
        pen.solid(
          'M -160 0 C -160 -60 -90 -66 -30 -50 L 150 -34 Q 176 0 150 34 L -30 50 C -90 66 -160 60 -160 0 Z',
          light(stone, 0.1),
          { light: 9, shade: 16 },
        ),
      -40,
    )
  );
}

/** A tin for baking: round with a hole, or square. */
export function bakingTin(pen: Pen, metal: Colour, round: boolean): string {
  if (!round) {
    const tin = rect(140, 200, 520, 400, 34);
    return (
      cast(tin) +
      pen.solid(tin, metal, { light: 10, shade: 20 }) +
      fill(rect(172, 232, 456, 336, 20), shade(metal, 0.28)) +
      fill(rect(184, 250, 444, 318, 16), shade(metal, 0.12)) +
      line('M 200 540 V 280 Q 200 264 216 264 H 420', light(metal, 0.6), 9, 0.6)
    );
  }
  const flutes = Array.from({ length: 24 }, (_, i) =>
    at(400, 400, line('M0 -150L0 -252', i % 2 ? shade(metal, 0.3) : light(metal, 0.4), 14, 0.5), i * 15),
  ).join('');
  return (
    cast(ellipse(400, 400, 282)) +
    pen.solid(ellipse(400, 400, 282), metal, { light: 12, shade: 20 }) +
    fill(ellipse(400, 400, 252), shade(metal, 0.2)) +
    flutes +
    fill(ellipse(400, 400, 150), shade(metal, 0.32)) +
    pen.solid(ellipse(400, 400, 64), metal, { light: 8, shade: 14 }) +
    fill(ellipse(400, 400, 34), shade(metal, 0.4))
  );
}

/** A cup on its saucer, or a bare mug. */
export function mug(pen: Pen, glaze: Colour, band: Colour, star5: string): string {
  const body = 'M 216 276 H 540 V 590 C 540 648 510 668 470 668 H 286 C 246 668 216 648 216 590 Z';
  return (
    contact(390, 668, 178) +
    line('M 540 350 C 680 330 680 560 532 548', shade(glaze, 0.2), 44) +
    line('M 540 346 C 672 330 672 548 534 540', light(glaze, 0.2), 20) +
    pen.solid(body, glaze, { light: 12, shade: 34, depth: 0.24 }, fill(rect(200, 540, 360, 60), band) + star5) +
    fill(ellipse(378, 278, 162, 34), light(glaze, 0.4)) +
    fill(ellipse(380, 282, 144, 26), '#6b3d22') +
    line('M 262 276 Q 330 266 400 270', '#a8713f', 6, 0.8)
  );
}

/** A food box with compartments and a clipped lid, or a drinking bottle beside it. */
export function lunchBox(pen: Pen, colour: Colour): string {
  const base = rect(150, 400, 500, 250, 44);
  const lid = rect(132, 318, 536, 124, 40);
  return (
    contact(400, 652, 250, 0.1) +
    pen.solid(
      base,
      light(colour, 0.45),
      { light: 10, shade: 24, depth: 0.24 },
      line('M 190 560 H 610', shade(colour, 0.1), 5, 0.4),
    ) +
    pen.solid(lid, colour, { light: 10, shade: 18 }, line(rect(166, 344, 468, 66, 26), light(colour, 0.35), 7, 0.7)) +
    [220, 520].map((x) => pen.solid(rect(x, 408, 60, 84, 14), shade(colour, 0.18), { light: 6, shade: 9 })).join('')
  );
}

/** A tall drinking bottle with a loop. */
export function flask(pen: Pen, colour: Colour): string {
  const body = 'M 290 260 H 510 V 640 Q 510 676 474 676 H 326 Q 290 676 290 640 Z';
  return (
    contact(400, 674, 116) +
    line('M340 190C330 96 470 96 460 190', shade(colour, 0.3), 20) +
    pen.solid(rect(306, 172, 188, 100, 22), shade(colour, 0.28), { light: 8, shade: 16 }) +
    pen.solid(
      body,
      colour,
      { light: 12, shade: 30 },
      fill(rect(290, 420, 220, 130), light(colour, 0.6), 0.8) + fill(star(400, 484, 44, 0.52, 7), '#f2c230'),
    ) +
    line('M320 300V400', '#ffffff', 12, 0.5)
  );
}
