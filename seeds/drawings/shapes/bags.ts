import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** A canvas tote with two handles and a print. */
export function tote(pen: Pen, cloth: Colour, motif: Motif, second: Colour, print: 'star' | 'leaf' | 'none'): string {
  const body = polygon(table('206 300, 594 300, 620 664, 180 664'), 14);
  const handle = (x: number) =>
    line(d`M ${x - 66} 310 C ${x - 76} 110 ${x + 76} 110 ${x + 66} 310`, shade(cloth, 0.22), 26) +
    line(d`M ${x - 68} 308 C ${x - 78} 106 ${x + 72} 106 ${x + 64} 308`, light(cloth, 0.12), 11);
  const prints = {
    none: '',
    star:
      fill(star(400, 490, 104, 0.52, 16), '#f2c230') +
      fill(star(394, 484, 54, 0.52, 9), '#fbe08a') +
      line('M320 616H480', second, 11),
    leaf:
      fill(leaf(400, 600, 210, 110, -122), second) +
      fill(leaf(400, 600, 210, 110, -58), light(second, 0.25)) +
      fill(leaf(400, 606, 200, 90, -90), shade(second, 0.1)),
  };
  return (
    contact(400, 664, 224) +
    at(0, -14, handle(414)) +
    pen.solid(
      body,
      cloth,
      { light: 11, shade: 28, depth: 0.24 },
      clothPattern(pen, motif, cloth, second) + line('M200 336H600', shade(cloth, 0.3), 4, 0.6) + prints[print],
    ) +
    handle(394) +
    [328, 460]
      .map(
        (x) =>
          fill(rect(x - 16, 300, 32, 44, 5), shade(cloth, 0.1)) +
          line(d`M ${x - 10} 308 l 20 28 m 0 -28 l -20 28`, shade(cloth, 0.4), 3),
      )
      .join('')
  );
}

/** A knitted or woven shoulder bag. */
export function wovenBag(pen: Pen, colour: Colour, strap: Colour, knit: boolean): string {
  const body =
    'M 190 380 C 190 340 230 330 400 330 C 570 330 610 340 610 380 C 636 500 640 600 590 650 C 540 680 260 680 210 650 C 160 600 164 500 190 380 Z';
  const texture = knit
    ? Array.from({ length: 12 }, (_, r) =>
        Array.from({ length: 17 }, (_, i) =>
          line(
            d`M ${170 + i * 28 + (r % 2) * 14} ${350 + r * 28} q 7 14 12 20 q 6 -8 12 -20`,
            r % 3 === 0 ? light(colour, 0.45) : shade(colour, 0.2),
            6,
            0.7,
          ),
        ).join(''),
      ).join('')
    : Array.from({ length: 11 }, (_, r) =>
        Array.from({ length: 13 }, (_, i) =>
          fill(
            rect(164 + i * 40 + (r % 2) * 20, 340 + r * 31, 34, 24, 8),
            (i + r) % 3 ? shade(colour, 0.1) : light(colour, 0.3),
          ),
        ).join(''),
      ).join('');
  return (
    contact(400, 668, 214) +
    line('M226 372C210 60 590 60 574 372', shade(strap, 0.2), 28) +
    line('M223 370C207 56 586 56 571 370', light(strap, 0.2), 11) +
    pen.solid(body, colour, { light: 12, shade: 30 }, texture) +
    pen.solid(
      'M 184 384 C 186 336 230 322 400 322 C 570 322 614 336 616 384 C 560 410 240 410 184 384 Z',
      light(colour, 0.12),
      { light: 7, shade: 9 },
    ) +
    pen.solid(ellipse(400, 416, 30), '#d6a566', { light: 6, shade: 9 })
  );
}

/** A backpack with a front pocket. */
export function backpack(pen: Pen, cloth: Colour, trim: Colour, motif: Motif): string {
  const body =
    'M 214 350 C 214 200 300 150 400 150 C 500 150 586 200 586 350 V 610 Q 586 668 530 668 H 270 Q 214 668 214 610 Z';
  return (
    contact(400, 668, 200) +
    line('M344 160C340 84 460 84 456 160', shade(trim, 0.1), 24) +
    [
      [196, 1],
      [604, -1],
    ]
      .map(([x = 0, side = 1]) =>
        pen.solid(
          d`M ${x} 420 C ${x - side * 34} 430 ${x - side * 34} 600 ${x} 620 L ${x + side * 30} 620 V 420 Z`,
          shade(cloth, 0.2),
          { light: 6, shade: 10 },
        ),
      )
      .join('') +
    pen.solid(
      body,
      cloth,
      { light: 13, shade: 32 },
      clothPattern(pen, motif, cloth, trim) + line('M240 330C260 220 540 220 560 330', trim, 8, 0.9),
    ) +
    pen.solid(
      'M 262 430 H 538 V 590 Q 538 628 500 628 H 300 Q 262 628 262 590 Z',
      shade(cloth, 0.1),
      { light: 9, shade: 15 },
      line('M276 466H524', trim, 8) + fill(star(400, 548, 46, 0.52, 7), '#f2c230'),
    ) +
    pen.solid(rect(476, 456, 20, 46, 8), trim, { light: 3, shade: 5 })
  );
}

/** A sling bag or handbag in leather-like cloth. */
export function slingBag(pen: Pen, colour: Colour, metal: Colour): string {
  const body = 'M 170 400 H 630 V 600 Q 630 664 566 664 H 234 Q 170 664 170 600 Z';
  return (
    contact(400, 664, 236) +
    line('M186 420C120 40 680 40 614 420', shade(colour, 0.25), 20) +
    line('M183 418C117 36 676 36 611 418', light(colour, 0.2), 7) +
    pen.solid(body, colour, { light: 12, shade: 28 }) +
    pen.solid(
      'M 158 376 Q 158 360 176 360 H 624 Q 642 360 642 376 V 440 C 642 540 158 540 158 440 Z',
      light(colour, 0.1),
      { light: 9, shade: 16 },
      line('M176 440C190 520 610 520 624 440', light(colour, 0.5), 4, 0.7),
    ) +
    pen.solid(rect(366, 476, 68, 60, 14), metal, { light: 6, shade: 10 }) +
    fill(ellipse(400, 506, 12), shade(metal, 0.45)) +
    [186, 614].map((x) => line(ellipse(x, 400, 17), metal, 8)).join('')
  );
}

/** A wallet, pouch or pencil case with a zip. */
export function pouchBag(pen: Pen, cloth: Colour, motif: Motif, second: Colour, kind: 'zip' | 'wallet'): string {
  if (kind === 'wallet') {
    const lower = rect(150, 300, 500, 330, 36);
    return (
      cast(lower, 18) +
      pen.solid(
        lower,
        cloth,
        { light: 11, shade: 22 },
        clothPattern(pen, motif, cloth, second) + line(rect(172, 322, 456, 286, 24), light(cloth, 0.4), 4, 0.7),
      ) +
      pen.solid(
        'M 150 336 Q 150 250 220 250 H 580 Q 650 250 650 336 V 400 Q 650 470 560 470 H 240 Q 150 470 150 400 Z',
        light(cloth, 0.08),
        { light: 9, shade: 16 },
        clothPattern(pen, motif, cloth, second) +
          line('M172 400Q172 448 240 448H560Q628 448 628 400', light(cloth, 0.4), 4, 0.7),
      ) +
      pen.solid(ellipse(400, 440, 24), '#e2bd62', { light: 5, shade: 8 })
    );
  }
  const body = 'M 140 340 H 660 L 640 580 Q 636 630 580 630 H 220 Q 164 630 160 580 Z';
  return (
    contact(400, 632, 256, 0.1) +
    pen.solid(body, cloth, { light: 11, shade: 24 }, clothPattern(pen, motif, cloth, second)) +
    pen.solid(rect(130, 306, 540, 52, 22), shade(cloth, 0.2), { light: 5, shade: 9 }) +
    line('M156 332H644', '#e2bd62', 9) +
    `<path d="M156 332H644" fill="none" stroke="#8a6a2a" stroke-width="9" stroke-dasharray="4 9"/>` +
    pen.solid(rect(590, 320, 26, 86, 10), '#e2bd62', { light: 4, shade: 7 }) +
    line('M603 400q10 40 -6 80', second, 10)
  );
}
