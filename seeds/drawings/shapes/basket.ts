import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse } from '../kit/path.ts';
import { contact, fill, line, type Pen } from '../kit/pen.ts';

/** A woven basket from the front; `inside` is drawn behind its rim, in picture units. */
export function basket(pen: Pen, colour: Colour, inside = '', handle: 'arch' | 'ears' | 'none' = 'none'): string {
  const body = 'M 150 420 H 650 C 640 520 610 620 580 668 C 520 682 280 682 220 668 C 190 620 160 520 150 420 Z';
  return (
    contact(400, 670, 200) +
    handles[handle](colour) +
    fill(ellipse(400, 424, 246, 44), shade(colour, 0.5)) +
    inside +
    pen.solid(body, colour, { light: 12, shade: 34, depth: 0.28 }, weave(colour)) +
    rim(pen, colour)
  );
}

const handles: Record<'arch' | 'ears' | 'none', (colour: Colour) => string> = {
  none: () => '',
  arch: (colour) => {
    const bow = 'M 180 420 C 180 120 620 120 620 420';
    return (
      line(bow, shade(colour, 0.28), 32) +
      line(bow, colour, 20) +
      `<path d="${bow}" fill="none" stroke="${light(colour, 0.35)}" stroke-width="20" stroke-dasharray="10 24"/>`
    );
  },
  ears: (colour) =>
    [230, 570]
      .map(
        (x) =>
          line(d`M ${x - 56} 420 C ${x - 60} 330 ${x + 60} 330 ${x + 56} 420`, shade(colour, 0.2), 24) +
          line(d`M ${x - 58} 418 C ${x - 62} 326 ${x + 56} 326 ${x + 54} 416`, light(colour, 0.2), 9),
      )
      .join(''),
};

function weave(colour: Colour): string {
  let out = '';
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 13; column++) {
      const x = 146 + column * 42 + (row % 2 ? 21 : 0);
      const y = 446 + row * 30;
      out +=
        fill(d`M ${x - 19} ${y} q 19 -17 38 0 q 0 22 -38 22 Z`, shade(colour, 0.16)) +
        line(d`M ${x - 15} ${y + 2} q 15 -11 30 0`, light(colour, 0.4), 5, 0.8);
    }
  }
  return out;
}

function rim(pen: Pen, colour: Colour): string {
  const band =
    'M 134 404 C 134 396 140 392 150 392 C 240 420 560 420 650 392 C 660 392 666 396 666 404 L 662 440 C 560 470 240 470 138 440 Z';
  const twists = Array.from({ length: 18 }, (_, i) =>
    line(d`M ${140 + i * 30} 470 l 24 -80`, shade(colour, 0.22), 6, 0.6),
  ).join('');
  return pen.solid(band, light(colour, 0.12), { light: 6, shade: 9 }, twists);
}
