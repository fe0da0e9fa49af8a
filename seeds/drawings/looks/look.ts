import type { Pen } from '../kit/pen.ts';
import type { Placed } from '../shapes/plate.ts';

/** How a thing is seen: standing on the table, lying on it from above, or hanging before a wall. */
export type Stance = 'stand' | 'lie' | 'hang';

/** One drawing of goods, without paper and light around it. */
export interface Look {
  readonly stance: Stance;
  readonly draw: (pen: Pen) => string;
  /** How large it stands on the paper; 1 is as drawn. */
  readonly zoom: number;
}

/** Looks by name. A name is the goods and their colour: `pouch-cassava-red`. */
export type Looks = Readonly<Record<string, Look>>;

export const stand = (draw: (pen: Pen) => string, zoom = 1.12): Look => ({ stance: 'stand', draw, zoom });
export const lie = (draw: (pen: Pen) => string, zoom = 1.06): Look => ({ stance: 'lie', draw, zoom });
export const hang = (draw: (pen: Pen) => string, zoom = 1.04): Look => ({ stance: 'hang', draw, zoom });

/** `count` of a thing in a ring, turned outward, with one more in the middle when asked. */
export function ring(topping: Placed[0], count: number, radius: number, scale = 1, middle = true): Placed[] {
  const round = Array.from({ length: count }, (_, i): Placed => {
    const angle = (i / count) * Math.PI * 2;
    return [topping, Math.cos(angle) * radius, Math.sin(angle) * radius, (i * 360) / count, scale];
  });
  return middle ? [...round, [topping, 0, 0, 24, scale]] : round;
}

/** Things in rows, every other row moved by a little, no two turned alike. */
export function rows(
  topping: Placed[0],
  columns: number,
  lines: number,
  dx: number,
  dy: number,
  turn = 0,
  scale = 1,
): Placed[] {
  return Array.from({ length: columns * lines }, (_, i): Placed => {
    const row = Math.floor(i / columns);
    const shift = columns > 1 ? dx * (row % 2 ? 0.2 : -0.1) : 0;
    return [
      topping,
      ((i % columns) - (columns - 1) / 2) * dx + shift,
      (row - (lines - 1) / 2) * dy,
      turn + ((i * 37) % 26) - 13,
      scale,
    ];
  });
}
