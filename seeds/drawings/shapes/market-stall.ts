import { type Colour, shade } from '../kit/colour.ts';
import { d, ellipse, rect, soft, table } from '../kit/path.ts';
import { at, cast, fill, line, type Pen } from '../kit/pen.ts';
import { between } from '../kit/random.ts';
import type { Topping } from '../kit/toppings.ts';

/** Vegetables and fruit as single pieces seen from above, round (0, 0), some 150 wide; a tray or a crate carries them. */

export const under = (rx: number, ry: number) => fill(ellipse(7, 12, rx, ry), '#3b2a1e', 0.18);

/** How goods of the morning market lie there. */
export type Stall = 'tray' | 'crate' | 'foam' | 'ice' | 'paper';

type Lying = readonly [topping: Topping, x: number, y: number, turn?: number, scale?: number];

/** A tray, crate or foam dish seen from above, with goods laid on it from back to front. */
export function stall(pen: Pen, kind: Stall, items: readonly Lying[], tint: Colour = '#f4f1ea'): string {
  return (
    grounds[kind](pen, tint) +
    items.map(([t, x, y, turn = 0, scale = 1]) => at(400 + x, 404 + y, t(pen), turn, scale)).join('') +
    (kind === 'foam' ? film() : '')
  );
}

const film = (): string =>
  fill('M 120 230 L 330 190 L 200 620 L 112 600 Z', '#ffffff', 0.2) +
  line('M560 210L500 600', '#ffffff', 12, 0.3) +
  line('M600 230L560 480', '#ffffff', 6, 0.3);

const grounds: Record<Stall, (pen: Pen, tint: Colour) => string> = {
  tray: (pen) => {
    const weave =
      Array.from({ length: 60 }, (_, i) =>
        line(d`M ${60 + i * 12} 100 v 620`, i % 2 ? '#d9b172' : '#a9793c', 5, 0.35),
      ).join('') +
      Array.from({ length: 52 }, (_, i) => line(d`M 60 ${110 + i * 12} h 690`, '#8f5c2b', 3, 0.22)).join('');
    return (
      cast(ellipse(400, 404, 310)) +
      pen.solid(
        ellipse(400, 404, 312),
        '#a9713a',
        { light: 9, shade: 16 },
        Array.from({ length: 48 }, (_, i) => at(400, 404, line('M282 0L316 10', '#6f4420', 6, 0.55), i * 7.5)).join(''),
      ) +
      pen.solid(ellipse(402, 406, 276), '#c4935a', { light: 0, shade: -12, depth: 0.2 }, weave)
    );
  },
  crate: (pen) => {
    const outer = rect(110, 130, 580, 550, 20);
    return (
      cast(outer) +
      pen.solid(outer, '#b9854a', { light: 9, shade: 16 }) +
      fill(rect(146, 166, 508, 478, 8), '#6f4723') +
      Array.from({ length: 6 }, (_, i) =>
        fill(rect(150, 172 + i * 80, 500, 66, 6), i % 2 ? '#94653a' : '#9c6d40'),
      ).join('') +
      table('128 148, 672 148, 128 662, 672 662')
        .map(([x, y]) => fill(ellipse(x, y, 7), '#5a3a1c'))
        .join('')
    );
  },
  foam: (pen, tint) => {
    const outer = rect(96, 180, 608, 450, 64);
    return (
      cast(outer) +
      pen.solid(outer, tint, { light: 9, shade: 16, depth: 0.2 }) +
      fill(rect(134, 216, 532, 378, 44), shade(tint, 0.12)) +
      fill(rect(142, 226, 524, 368, 40), shade(tint, 0.05))
    );
  },
  ice: (pen) => {
    const outer = rect(90, 170, 620, 470, 44);
    const cubes = Array.from({ length: 54 }, () =>
      at(
        between(pen.random, 130, 670),
        between(pen.random, 208, 602),
        pen.solid(rect(-27, -27, 54, 54, 10), '#cfe4ee', { light: 6, shade: 9, depth: 0.2 }) +
          fill(rect(-18, -18, 22, 12, 5), '#ffffff', 0.8),
        between(pen.random, 0, 90),
      ),
    ).join('');
    return (
      cast(outer) +
      pen.solid(outer, '#5a8fae', { light: 9, shade: 16 }) +
      fill(rect(122, 202, 556, 406, 26), '#a9cbdb') +
      pen.clip(rect(122, 202, 556, 406, 26), cubes)
    );
  },
  paper: (pen) => {
    const sheet = soft(table('110 190, 400 160, 690 200, 720 420, 680 640, 400 664, 120 634, 86 420'), 0.5);
    return (
      cast(sheet) +
      pen.solid(sheet, '#c99f68', { light: 7, shade: 14 }, line('M110 200L690 640M690 210L120 630', '#a97f4a', 4, 0.35))
    );
  },
};
