import { type Colour, light, mix, shade } from '../kit/colour.ts';
import { d, ellipse, leaf, polygon, rect, star, table } from '../kit/path.ts';
import { at, cast, fill, line, type Pen } from '../kit/pen.ts';
import { clothPattern, type Motif } from './cloth.ts';

/** Cloth of a garment: ground, pattern, colour of the pattern, colour of trims. */
export interface Cloth {
  readonly ground: Colour;
  readonly motif?: Motif;
  readonly second?: Colour;
  readonly trim?: Colour;
}

/** A cut: how long the body and the sleeves are, and what is at the neck and the front. */
export interface Cut {
  readonly length: 'crop' | 'hip' | 'knee' | 'floor';
  readonly sleeve: 'none' | 'short' | 'long' | 'bell';
  readonly neck: 'round' | 'vee' | 'collar' | 'band' | 'hood' | 'open';
  readonly front?: 'buttons' | 'placket' | 'pocket' | 'star' | 'embroidery' | 'zip' | 'bow' | 'plain';
  readonly flare?: number;
  readonly waist?: 'tie' | 'belt' | 'none';
}

const hanger = (): string =>
  line('M400 128V104C400 66 446 66 446 96C446 116 426 116 420 118', '#8d959a', 9) +
  line('M400 128C350 146 300 160 250 186M400 128C450 146 500 160 550 186', '#b9854a', 20) +
  line('M398 126C350 143 300 156 252 182', '#e3b981', 6);

const paint = (pen: Pen, cloth: Cloth): string =>
  cloth.motif && cloth.motif !== 'plain' ? clothPattern(pen, cloth.motif, cloth.ground, cloth.second) : '';

/** A dress, shirt, tunic or jacket on its hanger, by its cut. */
export function garment(pen: Pen, cloth: Cloth, cut: Cut): string {
  const hem = { crop: 500, hip: 580, knee: 660, floor: 730 }[cut.length];
  const flare = cut.flare ?? { crop: 0, hip: 6, knee: 50, floor: 84 }[cut.length];
  const trim = cloth.trim ?? shade(cloth.ground, 0.3);
  const w = 132;
  const body = d`M ${400 - 62} 150 C 340 164 300 176 ${400 - w} 196 L ${400 - w + 6} 380 C ${400 - w + 4} 440 ${400 - w - flare} ${hem - 60} ${400 - w - flare} ${hem} Q 400 ${hem + (cut.length === 'floor' ? 30 : 16)} ${400 + w + flare} ${hem} C ${400 + w + flare} ${hem - 60} ${400 + w - 4} 440 ${400 + w - 6} 380 L ${400 + w} 196 C 500 176 460 164 462 150 Q 400 ${cut.neck === 'vee' || cut.neck === 'open' ? 168 : 196} 338 150 Z`;
  const folds = [-0.62, -0.2, 0.28, 0.66]
    .map((t) =>
      line(
        d`M ${400 + w * t * 0.7} 430 Q ${400 + w * t * 0.8} ${(430 + hem) / 2} ${400 + (w + flare) * t} ${hem + 10}`,
        shade(cloth.ground, 0.3),
        8,
        cut.length === 'crop' || cut.length === 'hip' ? 0.22 : 0.36,
      ),
    )
    .join('');
  const inside =
    paint(pen, cloth) +
    folds +
    fronts[cut.front ?? 'plain'](pen, trim, hem, cloth) +
    (cut.waist === 'belt' ? fill(rect(200, 366, 400, 26), trim) : '');
  const sleeves = sleeve(pen, cloth, cut, -1) + sleeve(pen, cloth, cut, 1);
  const tie =
    cut.waist === 'tie'
      ? line('M268 380Q400 400 532 380', trim, 14) + line('M420 392Q440 450 430 500M412 394Q400 450 396 490', trim, 11)
      : '';
  return `${hanger()}<g transform="translate(16 20)" opacity=".16"><path d="${body}" fill="#3b2a1e"/></g>${sleeves}${pen.solid(body, cloth.ground, { light: 11, shade: 24, depth: 0.26 }, inside)}${tie}${necks[cut.neck](pen, cloth, trim, hem)}`;
}

function sleeve(pen: Pen, cloth: Cloth, cut: Cut, side: 1 | -1): string {
  if (cut.sleeve === 'none') return '';
  const x = (v: number) => 400 + side * v;
  const outlines = {
    short: d`M ${x(96)} 176 L ${x(136)} 196 C ${x(176)} 230 ${x(206)} 290 ${x(222)} 330 Q ${x(180)} 366 ${x(138)} 366 L ${x(112)} 300 Z`,
    long: d`M ${x(96)} 176 L ${x(136)} 196 C ${x(186)} 240 ${x(224)} 400 ${x(248)} 556 Q ${x(220)} 576 ${x(186)} 572 C ${x(170)} 470 ${x(140)} 390 ${x(110)} 330 Z`,
    bell: d`M ${x(96)} 176 L ${x(136)} 196 C ${x(186)} 240 ${x(240)} 380 ${x(284)} 540 Q ${x(224)} 590 ${x(166)} 560 C ${x(160)} 470 ${x(140)} 390 ${x(110)} 330 Z`,
  };
  const cuff =
    cut.sleeve === 'long'
      ? line(d`M ${x(246)} 546 Q ${x(218)} 566 ${x(186)} 562`, cloth.trim ?? shade(cloth.ground, 0.3), 12)
      : '';
  return pen.solid(
    outlines[cut.sleeve],
    shade(cloth.ground, 0.06),
    { light: 7, shade: 14 },
    paint(pen, cloth) +
      line(d`M ${x(112)} 300 Q ${x(140)} 390 ${x(180)} 560`, shade(cloth.ground, 0.35), 8, 0.4) +
      cuff,
  );
}

const necks: Record<Cut['neck'], (pen: Pen, cloth: Cloth, trim: Colour, hem: number) => string> = {
  round: (_pen, cloth, trim) =>
    fill('M 338 148 Q 400 196 462 148 Q 400 164 338 148 Z', shade(cloth.ground, 0.45)) +
    line('M338 150Q400 202 462 150', trim, 9),
  vee: (_pen, cloth, trim) =>
    fill('M 338 148 L 400 250 L 462 148 Q 400 166 338 148 Z', shade(cloth.ground, 0.5)) +
    line('M338 150L400 252L462 150', trim, 10),
  band: (_pen, cloth, trim) =>
    fill('M 340 150 Q 400 176 460 150 V 130 Q 400 150 340 130 Z', shade(cloth.ground, 0.3)) +
    line('M338 152Q400 190 462 152', light(trim, 0.2), 13),
  collar: (pen, cloth) =>
    fill('M 344 150 Q 400 190 456 150 Q 400 158 344 150 Z', shade(cloth.ground, 0.5)) +
    pen.solid(polygon(table('340 138, 400 186, 352 232, 310 170'), 8), light(cloth.ground, 0.1), {
      light: 5,
      shade: 7,
    }) +
    pen.solid(polygon(table('460 138, 400 186, 448 232, 490 170'), 8), light(cloth.ground, 0.1), {
      light: 5,
      shade: 7,
    }),
  hood: (pen, cloth, trim) =>
    pen.solid('M 290 200 C 290 90 510 90 510 200 C 470 250 330 250 290 200 Z', shade(cloth.ground, 0.1), {
      light: 8,
      shade: 14,
    }) +
    fill('M 326 196 C 330 130 470 130 474 196 Q 400 240 326 196 Z', shade(cloth.ground, 0.45)) +
    line('M370 226V320M430 226V310', trim, 8),
  open: (_pen, cloth, trim, hem) =>
    fill(
      d`M 350 150 L 384 300 L 376 ${hem + 20} H 424 L 416 300 L 450 150 Q 400 170 350 150 Z`,
      mix(cloth.ground, '#fffaf0', 0.82),
    ) + line(d`M 348 150 L 384 300 L 378 ${hem + 12} M 452 150 L 416 300 L 422 ${hem + 12}`, trim, 10),
};

const fronts: Record<NonNullable<Cut['front']>, (pen: Pen, trim: Colour, hem: number, cloth: Cloth) => string> = {
  plain: () => '',
  buttons: (_pen, trim, hem) =>
    line(d`M 400 200 V ${hem + 14}`, trim, 4, 0.6) +
    Array.from({ length: 6 }, (_, i) => fill(ellipse(400, 230 + i * ((hem - 250) / 6), 8), light(trim, 0.6))).join(''),
  placket: (_pen, trim, hem) =>
    fill(rect(382, 180, 36, Math.min(hem - 200, 210)), trim, 0.9) +
    [220, 270, 320].map((y) => fill(ellipse(400, y, 7), '#f6e3b0')).join(''),
  pocket: (_pen, trim, hem) =>
    line(d`M 400 200 V ${hem + 14}`, trim, 4, 0.6) +
    [0, 1, 2, 3, 4].map((i) => fill(ellipse(400, 240 + i * 66, 7), light(trim, 0.6))).join('') +
    line('M440 280H500V344L470 358L440 344Z', trim, 5, 0.7),
  star: () =>
    fill(star(400, 340, 70, 0.52, 11), '#f2c230') +
    fill(star(396, 336, 36, 0.52, 6), '#fbe08a') +
    line('M340 428H460', '#f2c230', 10),
  embroidery: (_pen, trim) =>
    [214, 256, 298, 340, 382]
      .map(
        (y, i) =>
          fill(leaf(400, y, 36, 20, -30), trim) +
          fill(leaf(400, y, 36, 20, 210), trim) +
          fill(star(400, y + 6, 9, 0.5, 2), i % 2 ? trim : '#f2c230'),
      )
      .join('') + line('M360 190V410M440 190V410', trim, 4, 0.8),
  zip: (_pen, trim, hem) =>
    line(d`M 400 240 V ${hem + 14}`, light(trim, 0.4), 9) +
    line(d`M 400 240 V ${hem + 14}`, shade(trim, 0.3), 3) +
    line('M318 460Q340 520 318 560M482 460Q460 520 482 560', trim, 7, 0.6),
  bow: (_pen, trim) =>
    fill('M 400 260 L 340 226 V 294 Z', trim) +
    fill('M 400 260 L 460 226 V 294 Z', trim) +
    fill(ellipse(400, 260, 16), shade(trim, 0.2)),
};

/** Trousers, shorts or a skirt on a clip hanger. */
export function bottoms(
  pen: Pen,
  cloth: Cloth,
  kind: 'trousers' | 'shorts' | 'wide' | 'slim' | 'skirt' | 'pleats' | 'pencil',
): string {
  const trim = cloth.trim ?? shade(cloth.ground, 0.35);
  const clip =
    line('M400 120V92C400 60 440 60 440 88', '#8d959a', 9) +
    pen.solid(rect(250, 118, 300, 26, 12), '#b9854a', { light: 6, shade: 9 }) +
    [290, 510].map((x) => pen.solid(rect(x - 17, 128, 34, 58, 6), '#c9ced1', { light: 5, shade: 7 })).join('');
  const skirt = { skirt: 90, pleats: 110, pencil: 2 };
  if (kind === 'skirt' || kind === 'pleats' || kind === 'pencil') {
    const flare = skirt[kind];
    const body = d`M 280 170 H 520 C 540 320 ${540 + flare} 520 ${540 + flare} 690 Q 400 720 ${260 - flare} 690 C ${260 - flare} 520 260 320 280 170 Z`;
    const pleats =
      kind === 'pleats'
        ? Array.from({ length: 15 }, (_, i) =>
            line(
              d`M ${288 + i * 16} 206 L ${400 + (i - 7) * 36} 710`,
              i % 2 ? shade(cloth.ground, 0.28) : light(cloth.ground, 0.3),
              6,
              0.55,
            ),
          ).join('')
        : [-70, 0, 76]
            .map((x) =>
              line(d`M ${400 + x * 0.6} 240 Q ${400 + x} 480 ${400 + x * 1.5} 706`, shade(cloth.ground, 0.3), 8, 0.35),
            )
            .join('');
    return (
      cast(body, 14) +
      pen.solid(
        body,
        cloth.ground,
        { light: 11, shade: 24 },
        paint(pen, cloth) + pleats + fill(rect(240, 166, 320, 40), trim),
      ) +
      clip
    );
  }
  const [hem, knee, foot] = {
    trousers: [720, 96, 66],
    shorts: [460, 116, 118],
    wide: [700, 124, 150],
    slim: [716, 80, 46],
  }[kind] as [number, number, number];
  const leg = (side: 1 | -1) =>
    d`M ${400 + side * 122} 172 C ${400 + side * 136} 300 ${400 + side * (30 + knee)} 400 ${400 + side * (34 + foot + (kind === 'wide' ? 30 : 24))} ${hem} Q ${400 + side * (34 + foot / 2)} ${hem + 12} ${400 + side * (kind === 'shorts' ? 12 : 34)} ${hem - 2} C ${400 + side * 26} 500 ${400 + side * 10} 380 400 320 V 172 Z`;
  const both = `${leg(1)}${leg(-1)}`;
  const seams =
    line('M400 206V320', shade(cloth.ground, 0.4), 5, 0.7) +
    line('M300 220Q306 280 276 300M500 220Q494 280 524 300', shade(cloth.ground, 0.4), 5, 0.7) +
    line(d`M 330 330 Q 320 500 318 ${hem - 20} M 470 330 Q 480 500 482 ${hem - 20}`, shade(cloth.ground, 0.3), 6, 0.4);
  return (
    cast(both, 14) +
    pen.solid(leg(-1), cloth.ground, { light: 10, shade: 18 }, paint(pen, cloth) + seams) +
    pen.solid(leg(1), shade(cloth.ground, 0.05), { light: 8, shade: 20 }, paint(pen, cloth) + seams) +
    pen.solid(
      rect(274, 166, 252, 42, 8),
      trim,
      { light: 5, shade: 8 },
      [310, 400, 490].map((x) => fill(rect(x - 6, 160, 12, 54), shade(trim, 0.25))).join(''),
    ) +
    clip
  );
}

/** A folded top, its neck to the viewer: kaus, sweter, piyama; a stack when it is a set. */
export function foldedTop(pen: Pen, cloth: Cloth, neck: 'round' | 'collar', set: boolean): string {
  const trim = cloth.trim ?? shade(cloth.ground, 0.3);
  const body =
    'M 220 250 Q 230 226 260 222 L 540 222 Q 570 226 580 250 L 590 610 Q 590 634 566 634 H 234 Q 210 634 210 610 Z';
  const below = set
    ? at(
        0,
        34,
        pen.solid(
          'M 190 300 H 610 L 620 630 Q 620 654 596 654 H 204 Q 180 654 180 630 Z',
          shade(cloth.ground, 0.1),
          { light: 7, shade: 14 },
          paint(pen, cloth) + line('M180 596H620', shade(cloth.ground, 0.4), 5, 0.5),
        ),
      )
    : '';
  const neckline =
    neck === 'round'
      ? fill(ellipse(400, 226, 82, 40), shade(cloth.ground, 0.4)) + line('M318 226Q400 300 482 226', trim, 16)
      : fill(ellipse(400, 226, 62, 26), shade(cloth.ground, 0.45)) +
        pen.solid(polygon(table('332 206, 400 256, 346 312, 290 232'), 8), light(cloth.ground, 0.12), {
          light: 5,
          shade: 8,
        }) +
        pen.solid(polygon(table('468 206, 400 256, 454 312, 510 232'), 8), light(cloth.ground, 0.12), {
          light: 5,
          shade: 8,
        }) +
        [330, 400, 470, 540].map((y) => fill(ellipse(400, y, 9), light(trim, 0.6))).join('') +
        line('M400 262V634', trim, 4, 0.6);
  return (
    cast(body, 18) +
    below +
    pen.solid(
      body,
      cloth.ground,
      { light: 11, shade: 22 },
      paint(pen, cloth) + line('M268 240Q250 420 256 634M532 240Q550 420 544 634', shade(cloth.ground, 0.35), 6, 0.45),
    ) +
    neckline
  );
}
