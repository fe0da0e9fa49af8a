import { type Bit, pile } from '../kit/bits.ts';
import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, rect, star } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';

/** What a pack shows: its colour, the goods in it, and the sign on its label. */
export interface PackLook {
  readonly pack: Colour;
  readonly goods: readonly Bit[];
  readonly backing: Colour;
  readonly sign?: Sign;
  readonly step?: number;
  readonly scale?: number;
}

/** The small picture on a label. */
export type Sign = 'star' | 'leaf' | 'chili' | 'sun' | 'drop' | 'bowl';

/** A label's sign with two strokes of lettering under it, round (0, 0), some 150 wide. */
export function labelSign(sign: Sign, colour: Colour, paper: Colour): string {
  const lettering =
    line('M -52 62 q 9 -13 18 0 t 18 0 t 18 0 t 18 0 t 18 0 t 14 0', colour, 8) +
    line('M -30 88 L 30 88', colour, 6, 0.6);
  const signs: Record<Sign, () => string> = {
    star: () => fill(star(0, 0, 42, 0.52, 7), '#f2c230') + fill(star(0, 0, 20, 0.5, 3), light('#f2c230', 0.5)),
    leaf: () =>
      fill(leaf(0, 36, 78, 44, -118), colour) +
      fill(leaf(0, 36, 78, 44, -62), mix(colour, paper, 0.35)) +
      line('M 0 38 L 0 8', colour, 5),
    chili: () =>
      fill('M -34 -30 C -26 20 10 40 44 30 C 14 24 2 -2 -4 -32 Z', '#d63a21') +
      line('M -20 -32 q -2 -14 8 -20', '#3f7d3a', 8),
    sun: () =>
      fill(ellipse(0, 0, 24), '#f2a930') +
      Array.from({ length: 10 }, (_, i) => at(0, 0, line('M 0 -33 L 0 -43', '#f2a930', 7), i * 36)).join(''),
    drop: () => fill('M 0 -42 C 16 -14 30 0 30 16 a 30 28 0 0 1 -60 0 C -30 0 -16 -14 0 -42 Z', '#e8a12c'),
    bowl: () =>
      fill('M -40 0 H 40 C 38 26 20 36 0 36 C -20 36 -38 26 -40 0 Z', colour) +
      line('M -16 -14 q -8 -10 0 -20', colour, 6) +
      line('M 12 -14 q -8 -10 0 -20', colour, 6),
  };
  return signs[sign]() + lettering;
}

/** A standing pouch with a sealed top and a window on its goods. */
export function standingPouch(pen: Pen, look: PackLook): string {
  const body =
    'M 232 150 H 568 C 566 200 586 300 590 420 C 594 540 586 610 574 652 C 520 672 280 672 226 652 C 214 610 206 540 210 420 C 214 300 234 200 232 150 Z';
  const pale = mix(look.pack, '#fffaf0', 0.86);
  const window =
    'M 268 430 C 268 395 300 384 400 384 C 500 384 532 395 532 430 V 560 C 532 596 500 606 400 606 C 300 606 268 596 268 560 Z';
  const seal =
    fill(rect(200, 150, 400, 54), shade(look.pack, 0.14)) +
    Array.from({ length: 6 }, (_, i) => line(d`M 226 ${158 + i * 8} H 574`, light(look.pack, 0.35), 2, 0.7)).join('');
  const front =
    seal +
    line('M 226 222 Q 400 228 574 222', shade(look.pack, 0.3), 4, 0.6) +
    fill('M 200 628 Q 400 600 600 628 V 690 H 200 Z', shade(look.pack, 0.16)) +
    fill(ellipse(400, 304, 118, 76), pale) +
    at(400, 284, labelSign(look.sign ?? 'star', look.pack, pale), 0, 0.72) +
    fill(window, look.backing) +
    pen.clip(
      window,
      pile(pen, { x: 262, y: 394, width: 290, height: 230 }, look.step ?? 50, look.goods, look.scale ?? 1.05),
    ) +
    line(window, light(look.pack, 0.5), 7) +
    line('M 290 420 C 286 460 286 500 290 540', '#ffffff', 10, 0.55) +
    line('M 246 250 C 236 340 232 480 242 600', '#ffffff', 12, 0.28);
  return contact(400, 656, 190) + pen.solid(body, look.pack, { light: 12, shade: 30, depth: 0.34 }, front);
}

/** A clear bag, full of goods, closed by a folded card that carries the label. */
export function clearBag(pen: Pen, look: PackLook): string {
  const bag =
    'M 244 220 H 556 C 590 300 604 400 600 520 C 598 600 588 640 560 652 C 500 668 300 668 240 652 C 212 640 202 600 200 520 C 196 400 210 300 244 220 Z';
  const pale = mix(look.pack, '#fffaf0', 0.88);
  const goods =
    pile(pen, { x: 196, y: 300, width: 420, height: 370 }, look.step ?? 52, look.goods, (look.scale ?? 1.05) * 1.1) +
    line('M 262 320 C 238 400 236 500 246 590', '#ffffff', 16, 0.5) +
    line('M 292 300 C 282 340 278 380 276 420', '#ffffff', 8, 0.5) +
    line('M 548 480 C 552 530 548 580 536 620', '#ffffff', 9, 0.35) +
    fill('M 244 220 L 300 330 L 330 220 Z', '#ffffff', 0.25) +
    fill('M 556 220 L 500 340 L 470 220 Z', '#ffffff', 0.2);
  const card = rect(222, 138, 356, 168, 10);
  const face =
    fill(rect(222, 138, 356, 26), shade(look.pack, 0.12)) +
    fill(ellipse(400, 232, 100, 62), pale) +
    at(400, 218, labelSign(look.sign ?? 'star', look.pack, pale), 0, 0.56) +
    line('M 262 222 v 22', light(look.pack, 0.5), 9) +
    line('M 538 222 v 22', light(look.pack, 0.5), 9);
  return (
    contact(400, 654, 195) +
    pen.solid(bag, look.backing, { light: 8, shade: 26, depth: 0.24 }, goods) +
    pen.solid(card, look.pack, { light: 8, shade: 14 }, face) +
    line('M 376 292 H 424', '#b9bec2', 6)
  );
}
