import { type Bit, pile } from '../kit/bits.ts';
import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, rect } from '../kit/path.ts';
import { at, contact, fill, line, type Pen } from '../kit/pen.ts';
import { labelSign, type Sign } from './pouch.ts';

/** What a jar holds and wears. `goods` are strewn from the bottom to the shoulder; without them it holds a smooth paste. */
export interface JarLook {
  readonly stuff: Colour;
  readonly goods?: readonly Bit[];
  readonly step?: number;
  readonly scale?: number;
  readonly lid: Colour;
  readonly label: Colour;
  readonly sign: Sign;
}

/** A clear cookie jar with a wide lid, full of what is sold. */
export function cookieJar(pen: Pen, look: JarLook): string {
  const body =
    'M 206 252 H 594 Q 612 252 612 276 V 620 Q 612 668 560 668 H 240 Q 188 668 188 620 V 276 Q 188 252 206 252 Z';
  const goods = pile(
    pen,
    { x: 190, y: 300, width: 430, height: 380 },
    look.step ?? 58,
    look.goods ?? [],
    look.scale ?? 1.2,
  );
  const glass =
    line('M226 300V600', '#ffffff', 18, 0.5) +
    line('M258 300V380', '#ffffff', 9, 0.45) +
    line('M586 420V610', '#ffffff', 9, 0.35);
  const ring =
    fill(ellipse(400, 470, 108), mix(look.label, '#fffaf0', 0.9)) +
    line(ellipse(400, 470, 108), look.label, 10) +
    at(400, 444, labelSign(look.sign, look.label, '#fffaf0'), 0, 0.86);
  const lid = pen.solid(
    rect(176, 164, 448, 96, 26),
    look.lid,
    { light: 10, shade: 22 },
    Array.from({ length: 22 }, (_, i) => line(d`M ${190 + i * 20} 204 V 250`, shade(look.lid, 0.2), 4, 0.5)).join(''),
  );
  return (
    contact(400, 668, 216) +
    pen.solid(body, mix(look.stuff, '#fffaf0', 0.45), { light: 12, shade: 34, depth: 0.24 }, goods + glass + ring) +
    lid
  );
}

/** A small glass jar for sambal, jam and honey: a paste or goods, a wrapped label, a metal lid. */
export function pasteJar(pen: Pen, look: JarLook): string {
  const body =
    'M 262 280 H 538 C 566 290 580 318 580 350 V 610 Q 580 668 522 668 H 278 Q 220 668 220 610 V 350 C 220 318 234 290 262 280 Z';
  const pale = mix(look.label, '#fffaf0', 0.9);
  const label =
    fill(rect(200, 420, 400, 186), pale) +
    fill(rect(200, 420, 400, 18), look.label) +
    fill(rect(200, 588, 400, 18), look.label) +
    at(400, 492, labelSign(look.sign, look.label, pale), 0, 0.86);
  const specks = look.goods
    ? pile(pen, { x: 214, y: 316, width: 380, height: 370 }, look.step ?? 44, look.goods, look.scale ?? 0.9)
    : '';
  const inside =
    fill(rect(200, 306, 400, 400), look.stuff) +
    fill(ellipse(400, 308, 190, 16), light(look.stuff, 0.25)) +
    specks +
    label +
    line('M252 330V630', '#ffffff', 16, 0.5);
  const lid = pen.solid(
    rect(244, 196, 312, 90, 18),
    look.lid,
    { light: 9, shade: 20 },
    fill(rect(244, 262, 312, 24), shade(look.lid, 0.18)) +
      Array.from({ length: 16 }, (_, i) => line(d`M ${256 + i * 20} 206 V 256`, shade(look.lid, 0.18), 3, 0.5)).join(
        '',
      ),
  );
  return (
    contact(400, 668, 182) +
    pen.solid(body, mix(look.stuff, '#fffaf0', 0.6), { light: 12, shade: 32, depth: 0.26 }, inside) +
    lid
  );
}
