import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

/** A pair of riding gloves. */
export function gloves(pen: Pen, colour: Colour, palm: Colour): string {
  const one = (side: 1 | -1) => {
    const fingers = table('-66 -150 -10, -24 -190 -3, 20 -186 4, 62 -150 11')
      .map(([x, y, a = 0]) =>
        at(
          x,
          y + 130,
          pen.solid(
            rect(-23, -150, 46, 180, 22),
            colour,
            { light: 5, shade: 9 },
            fill(rect(-23, -60, 46, 20), shade(colour, 0.25)),
          ),
          a,
        ),
      )
      .join('');
    return at(
      400 + side * 150,
      430,
      at(
        0,
        0,
        cast(rect(-96, -60, 192, 260, 30), 14) +
          at(-96, 90, pen.solid(rect(-24, -110, 48, 150, 24), colour, { light: 5, shade: 8 }), -38) +
          fingers +
          pen.solid(
            rect(-94, -50, 188, 200, 44),
            colour,
            { light: 9, shade: 16 },
            pen.clip(
              rect(-60, -20, 120, 90, 20),
              fill(rect(-60, -20, 120, 90), palm) + line('M-60 10H60M-60 40H60', shade(palm, 0.3), 5),
            ),
          ) +
          pen.solid(
            rect(-84, 140, 168, 70, 16),
            shade(colour, 0.3),
            { light: 5, shade: 9 },
            fill(rect(-20, 150, 100, 40, 10), palm),
          ),
        0,
        side,
        1,
      ),
      side * 7,
    );
  };
  return one(-1) + one(1);
}

/** A motorcycle seat in its cover. */
export function seatCover(pen: Pen, colour: Colour, stitch: Colour): string {
  const seat =
    'M 80 440 C 90 360 190 330 300 370 C 380 400 420 330 520 310 C 640 290 730 320 730 390 C 730 470 640 500 520 510 C 380 530 120 560 80 440 Z';
  return (
    contact(410, 560, 310, 0.08) +
    pen.solid(
      seat,
      colour,
      { light: 13, shade: 28 },
      Array.from(
        { length: 16 },
        (_, i) =>
          line(d`M ${60 + i * 46} 300 l 60 250`, stitch, 4, 0.5) +
          line(d`M ${120 + i * 46} 300 l -60 250`, stitch, 4, 0.5),
      ).join(''),
    ) +
    line('M86 470C160 560 400 520 520 506C640 496 716 460 728 410', stitch, 7) +
    fill(ellipse(420, 400, 8), stitch)
  );
}

/** A box bag for the motorcycle, or a pouch. */
export function saddleBag(pen: Pen, colour: Colour, strip: Colour): string {
  return (
    contact(400, 650, 250, 0.1) +
    pen.solid(
      'M 160 330 Q 160 250 240 250 H 560 Q 640 250 640 330 V 580 Q 640 650 570 650 H 230 Q 160 650 160 580 Z',
      colour,
      { light: 12, shade: 28 },
      fill(rect(160, 470, 480, 30), strip) + fill(rect(160, 480, 480, 8), '#fffaf0', 0.8),
    ) +
    pen.solid('M 146 340 Q 146 220 240 220 H 560 Q 654 220 654 340 V 390 Q 400 450 146 390 Z', light(colour, 0.1), {
      light: 9,
      shade: 16,
    }) +
    line('M330 222C330 150 470 150 470 222', shade(colour, 0.3), 24) +
    [260, 540]
      .map(
        (x) =>
          pen.solid(rect(x - 26, 380, 52, 110, 12), shade(colour, 0.3), { light: 5, shade: 8 }) +
          fill(rect(x - 13, 440, 26, 30, 6), '#c9ced1'),
      )
      .join('')
  );
}

/** A bicycle lamp, shining. */
export function bikeLight(pen: Pen, colour: Colour): string {
  return (
    fill(polygon(table('330 300, 60 160, 60 620, 330 500')), '#f9d36b', 0.3) +
    contact(520, 620, 190, 0.1) +
    pen.solid(
      'M 330 280 H 560 C 660 290 690 350 690 400 C 690 450 660 510 560 520 H 330 Z',
      colour,
      { light: 11, shade: 24 },
      fill(star(540, 400, 52, 0.52, 8), '#f2c230'),
    ) +
    pen.solid(ellipse(330, 400, 62, 136), '#dfe4e6', { light: 7, shade: 12, depth: 0.2 }) +
    fill(ellipse(326, 400, 44, 108), '#fff6d0') +
    fill(ellipse(314, 370, 16, 42), '#ffffff') +
    pen.solid(rect(490, 510, 70, 90, 14), shade(colour, 0.4), { light: 5, shade: 9 }) +
    line(ellipse(524, 616, 54, 24), shade(colour, 0.45), 20)
  );
}

/** A standing bicycle pump. */
export function pump(pen: Pen, colour: Colour): string {
  return (
    contact(400, 690, 180, 0.1) +
    line('M430 590C640 640 660 380 560 330C520 310 500 360 540 380', '#2f3437', 15) +
    pen.solid(rect(250, 112, 300, 52, 24), '#2f3437', { light: 6, shade: 10 }) +
    pen.solid(rect(386, 160, 28, 160, 6), '#c9ced1', { light: 4, shade: 7 }) +
    pen.solid(
      rect(352, 300, 96, 340, 22),
      colour,
      { light: 10, shade: 22 },
      fill(rect(340, 420, 120, 90), light(colour, 0.55)) + fill(star(400, 464, 32, 0.52, 5), '#f2c230'),
    ) +
    pen.solid(rect(250, 630, 300, 48, 20), '#2f3437', { light: 6, shade: 10 })
  );
}

/** A wooden stand with a phone on it; or a clear sheet for its glass. */
export function phoneStand(pen: Pen, wood: Colour): string {
  return (
    contact(400, 664, 230, 0.1) +
    at(
      0,
      -10,
      pen.solid(rect(266, 130, 268, 470, 36), '#23282c', { light: 8, shade: 14 }) +
        fill(rect(286, 158, 228, 414, 20), '#bfe0d2') +
        fill(star(400, 330, 76, 0.52, 11), '#f2c230') +
        fill(star(396, 326, 38, 0.52, 6), '#fbe08a') +
        line('M340 460H460M362 496H438', '#1d6b45', 11),
    ) +
    pen.solid(
      'M 190 560 H 610 L 640 640 Q 644 664 620 664 H 180 Q 156 664 160 640 Z',
      wood,
      { light: 9, shade: 18 },
      line('M190 600Q400 580 610 604M180 634Q400 620 620 640', shade(wood, 0.2), 4, 0.6),
    ) +
    fill(rect(256, 552, 288, 18, 8), shade(wood, 0.45))
  );
}

export function screenGlass(pen: Pen): string {
  const sheet = rect(300, 130, 270, 520, 40);
  return (
    cast(rect(240, 160, 280, 520, 44), 16) +
    pen.solid(rect(240, 160, 280, 520, 44), '#2f3437', { light: 8, shade: 14 }) +
    fill(rect(258, 178, 244, 484, 30), '#4a6a78') +
    at(
      30,
      -10,
      fill(sheet, '#dff0f4', 0.6) +
        line(sheet, '#ffffff', 7) +
        fill(polygon(table('320 560, 440 140, 500 140, 350 620')), '#ffffff', 0.5) +
        pen.solid(rect(552, 330, 44, 80, 12), '#d63a21', { light: 4, shade: 7 }),
      9,
    )
  );
}

/** A cloth nappy, or a baby carrier sling. */
export function babyCloth(pen: Pen, cloth: Colour, second: Colour, kind: 'nappy' | 'puree'): string {
  if (kind === 'puree')
    return [
      [260, 330, '#e8823a'],
      [530, 330, '#6fae55'],
      [270, 560, '#f2c230'],
      [540, 560, '#b9688a'],
    ]
      .map(([x, y, colour]) =>
        at(
          Number(x),
          Number(y),
          fill(ellipse(14, 92, 110, 16), '#3b2a1e', 0.17) +
            pen.solid(
              'M -100 -50 H 100 L 84 70 Q 80 94 56 94 H -56 Q -80 94 -84 70 Z',
              mix(String(colour), '#ffffff', 0.35),
              { light: 8, shade: 15, depth: 0.22 },
              fill(ellipse(0, 24, 44), '#fffaf0') +
                fill(leaf(0, 52, 50, 26, -118), '#4f9a45') +
                fill(leaf(0, 52, 50, 26, -62), String(colour)),
            ) +
            fill(ellipse(0, -50, 104, 28), '#fffaf0') +
            fill(ellipse(2, -48, 88, 20), String(colour)) +
            fill(ellipse(-20, -54, 36, 8), light(String(colour), 0.4)),
        ),
      )
      .join('');
  const body =
    'M 180 280 H 620 C 640 340 630 380 600 400 C 540 430 500 520 490 600 Q 400 650 310 600 C 300 520 260 430 200 400 C 170 380 160 340 180 280 Z';
  return (
    cast(body, 18) +
    pen.solid(
      body,
      cloth,
      { light: 12, shade: 24 },
      table('260 330, 400 350, 540 330, 340 450, 460 450, 400 550')
        .map(([x, y], i) => (i % 2 ? fill(star(x, y, 28, 0.55, 6), second) : fill(ellipse(x, y, 22), second)))
        .join(''),
    ) +
    [208, 592]
      .map(
        (x) =>
          pen.solid(rect(x - 40, 292, 80, 60, 16), second, { light: 5, shade: 8 }) +
          [-18, 0, 18].map((v) => fill(ellipse(x + v, 322, 6), '#fffaf0')).join(''),
      )
      .join('') +
    line('M214 412C270 440 300 520 312 596M586 412C530 440 500 520 488 596', second, 8, 0.8)
  );
}
