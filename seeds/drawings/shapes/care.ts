import { type Colour, light, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, table } from '../kit/path.ts';
import { at, cast, contact, fill, line, type Pen } from '../kit/pen.ts';

/** Two bars of soap on a wooden dish, one in its paper band, with a sprig of what scents it. */
export function soapBars(pen: Pen, soap: Colour, band: Colour, sprig: Colour): string {
  const bar = (x: number, y: number, tone: Colour, inner: string) =>
    at(
      x,
      y,
      pen.solid(
        'M -150 -20 Q -150 -58 -112 -62 L 90 -78 Q 140 -78 146 -44 L 150 34 Q 150 66 112 72 L -110 86 Q -150 86 -152 50 Z',
        tone,
        { light: 11, shade: 20, depth: 0.26 },
        inner,
      ),
    );
  const dish = 'M 140 580 H 660 L 630 650 Q 624 664 606 664 H 194 Q 176 664 170 650 Z';
  const slats = [250, 340, 430, 520].map((x) => line(d`M ${x} 592 V 652`, '#7d4f25', 7, 0.5)).join('');
  const flecks = table('-100 10, -40 40, 20 -30, 70 20, -70 -24, 100 -20, 0 10')
    .map(([x, y]) => fill(ellipse(x, y, 7, 4), shade(sprig, 0.1), 0.55))
    .join('');
  return (
    contact(400, 662, 250, 0.1) +
    pen.solid(dish, '#c08a4f', { light: 8, shade: 16 }, slats) +
    bar(350, 500, soap, flecks) +
    bar(
      440,
      350,
      light(soap, 0.15),
      flecks +
        fill(polygon(table('-62 -80, 66 -90, 70 90, -60 98')), band) +
        at(
          4,
          0,
          fill(leaf(0, 30, 66, 32, -120), sprig) +
            fill(leaf(0, 30, 66, 32, -60), light(sprig, 0.3)) +
            line('M-34 48H38', shade(band, 0.4), 5),
        ),
    ) +
    table('-128 560, -104 520, -150 520')
      .map(([, y = 0], i) =>
        at(620 + i * 14, y + 10, fill(leaf(0, 0, 100, 40, -60 - i * 34), i % 2 ? light(sprig, 0.2) : sprig)),
      )
      .join('') +
    table('250 250 26, 300 196 16, 222 190 12')
      .map(
        ([x, y, r = 0]) =>
          fill(ellipse(x, y, r), '#ffffff', 0.55) + fill(ellipse(x - r * 0.3, y - r * 0.3, r * 0.3), '#ffffff'),
      )
      .join('')
  );
}

/** A pump bottle for soap, lotion and sanitiser. */
export function pumpBottle(pen: Pen, stuff: Colour, label: Colour, motif: (pen: Pen) => string): string {
  const body = rect(262, 300, 276, 376, 54);
  const pump =
    pen.solid(rect(376, 196, 48, 80, 8), '#eceae3', { light: 5, shade: 9, depth: 0.2 }) +
    pen.solid(
      'M 330 130 H 470 Q 486 130 486 148 V 196 H 356 V 176 H 262 Q 246 176 246 158 Q 246 146 262 142 Z',
      '#f7f4ec',
      { light: 6, shade: 10, depth: 0.2 },
    ) +
    pen.solid(rect(342, 250, 116, 62, 16), '#f7f4ec', { light: 6, shade: 10, depth: 0.2 });
  return (
    contact(400, 674, 142) +
    pump +
    pen.solid(
      body,
      stuff,
      { light: 12, shade: 32 },
      fill(rect(240, 400, 320, 190), label) +
        at(400, 482, motif(pen), 0, 0.92) +
        line('M296 330V650', '#ffffff', 16, 0.4),
    )
  );
}

/** A shallow screw jar, its lid leaning on it, the cream or scrub showing. */
export function creamJar(pen: Pen, cream: Colour, lid: Colour, sprig: Colour): string {
  const body = 'M 170 420 H 560 V 590 Q 560 650 500 650 H 230 Q 170 650 170 590 Z';
  return (
    contact(400, 652, 260, 0.1) +
    pen.solid(
      body,
      '#f6f1e6',
      { light: 10, shade: 26, depth: 0.2 },
      fill(rect(150, 480, 430, 104), lid) +
        at(365, 528, fill(leaf(0, 26, 60, 28, -120), '#fff8e8') + fill(leaf(0, 26, 60, 28, -60), '#fff8e8', 0.8)),
    ) +
    fill(ellipse(365, 420, 204, 52), '#fffaf0') +
    fill(ellipse(366, 424, 178, 40), shade(cream, 0.16)) +
    fill('M 190 420 C 240 360 300 420 350 366 C 390 340 420 400 540 416 C 520 452 210 452 190 420 Z', cream) +
    line('M258 404C300 384 330 410 366 380', light(cream, 0.5), 8) +
    at(
      590,
      550,
      pen.solid(ellipse(0, 0, 108), lid, { light: 9, shade: 16 }) +
        line(ellipse(0, 0, 80), light(lid, 0.35), 5, 0.7) +
        fill(leaf(0, 40, 80, 38, -118), light(lid, 0.55)) +
        fill(leaf(0, 40, 80, 38, -62), light(lid, 0.55), 0.8),
    ) +
    fill(leaf(190, 660, 120, 46, -150), sprig) +
    fill(leaf(190, 664, 110, 44, -190), light(sprig, 0.2))
  );
}

/** A lipstick or balm stick, open, its cap beside it. */
export function lipstick(pen: Pen, colour: Colour, shell: Colour): string {
  return (
    contact(340, 668, 84) +
    contact(540, 668, 64) +
    pen.solid(
      'M 296 400 V 250 C 300 200 360 150 384 150 V 400 Z',
      colour,
      { light: 9, shade: 16 },
      fill('M 296 262 C 320 240 360 190 390 150 H 280 Z', light(colour, 0.35)),
    ) +
    pen.solid(
      rect(276, 390, 128, 110, 8),
      '#e2bd62',
      { light: 8, shade: 20 },
      line('M296 400V490', '#fff3c4', 10, 0.8),
    ) +
    pen.solid(rect(262, 488, 156, 180, 14), shell, { light: 10, shade: 22 }) +
    pen.solid(rect(474, 420, 138, 248, 16), shell, { light: 10, shade: 22 }, fill(rect(460, 600, 170, 26), '#e2bd62')) +
    line('M500 450V580', '#ffffff', 9, 0.35)
  );
}

/** A candle in a glass, alight, with a sprig. */
export function candle(pen: Pen, wax: Colour, label: Colour, sprig: Colour): string {
  const glass = rect(250, 330, 300, 340, 34);
  return (
    contact(400, 668, 160) +
    pen.solid(
      glass,
      wax,
      { light: 12, shade: 28 },
      fill(rect(230, 320, 340, 60), '#fff8ec', 0.6) +
        fill(rect(230, 460, 340, 130), label) +
        at(400, 524, fill(leaf(0, 30, 70, 32, -120), sprig) + fill(leaf(0, 30, 70, 32, -60), light(sprig, 0.25))) +
        line('M284 360V640', '#ffffff', 16, 0.45),
    ) +
    fill(ellipse(400, 340, 144, 24), light(wax, 0.5)) +
    line('M400 340V296', '#4a3324', 8) +
    fill('M 400 176 C 440 232 430 296 400 298 C 370 296 360 232 400 176 Z', '#f6a928') +
    fill('M 400 228 C 418 256 416 290 400 292 C 384 290 382 256 400 228 Z', '#fff1b8') +
    fill(ellipse(400, 236, 110), '#f9d36b', 0.22)
  );
}

/** A flat tin of balm, its lid off. */
export function balmTin(pen: Pen, balm: Colour, tin: Colour): string {
  return (
    cast(ellipse(330, 450, 190)) +
    pen.solid(ellipse(330, 450, 190), '#d7d9d6', { light: 9, shade: 16 }) +
    fill(ellipse(330, 450, 162), balm) +
    fill(ellipse(310, 430, 110, 96), light(balm, 0.3)) +
    line('M250 440q50 -40 90 0t90 -6', shade(balm, 0.18), 7, 0.6) +
    cast(ellipse(540, 290, 180), 14) +
    pen.solid(ellipse(540, 290, 180), tin, { light: 10, shade: 18 }) +
    line(ellipse(540, 290, 142), light(tin, 0.4), 6, 0.8) +
    fill(leaf(540, 360, 130, 60, -118), '#fff6dd') +
    fill(leaf(540, 360, 130, 60, -62), '#fff6dd', 0.8)
  );
}
