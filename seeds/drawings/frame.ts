import { type Colour, light, mix, shade } from './kit/colour.ts';
import { d, ellipse, polygon, rect } from './kit/path.ts';
import { at, fill, line, Pen } from './kit/pen.ts';
import { between, randomFrom } from './kit/random.ts';
import type { Look } from './looks/look.ts';

/** The five papers that goods stand on, chosen by category. */
export type Tint = 'straw' | 'blush' | 'mint' | 'sky' | 'lilac';

const PAPERS: Readonly<Record<Tint, Colour>> = {
  straw: '#f7ecd0',
  blush: '#f9e3d8',
  mint: '#dfeddd',
  sky: '#dde9f0',
  lilac: '#eae3f0',
};

const SIZE = 800;

/** The whole picture: paper, what the light does on it, and the thing, a little turned; the name decides all that varies. */
export function frame(name: string, look: Look, tint: Tint): string {
  const pen = new Pen('k', randomFrom(name));
  const vary = randomFrom(`${name}/${tint}`);
  const paper = PAPERS[tint];
  const reach = look.stance === 'lie' ? 7 : look.stance === 'hang' ? 2.2 : 1.4;
  const turn = between(vary, -reach, reach);
  const zoom = look.zoom * between(vary, 0.97, 1.03);
  const shift = between(vary, -10, 10);
  const ground = grounds[look.stance][Math.floor(vary() * 3)] as Ground;
  const middle = look.stance === 'stand' ? 424 : 400;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}">${fill(rect(0, 0, SIZE, SIZE), paper)}${ground(paper, vary())}${at(400 + shift, 400, at(-400, -middle, look.draw(pen)), turn, zoom)}</svg>`;
}

type Ground = (paper: Colour, varied: number) => string;

/** Morning light through a stall's gap: a slanting band. */
const beam: Ground = (paper, v) =>
  fill(
    polygon([
      [-40 + v * 160, 0],
      [300 + v * 160, 0],
      [-20 + v * 160, 800],
      [-360 + v * 160, 800],
    ]),
    light(paper, 0.55),
    0.7,
  ) +
  fill(
    polygon([
      [380 + v * 160, 0],
      [450 + v * 160, 0],
      [130 + v * 160, 800],
      [60 + v * 160, 800],
    ]),
    light(paper, 0.55),
    0.7,
  );

/** A round of light behind the thing. */
const halo: Ground = (paper, v) => fill(ellipse(400, 390 + v * 40, 330 + v * 30), light(paper, 0.5), 0.75);

/** The table's edge. */
const table: Ground = (paper, v) =>
  fill(rect(0, 560 + v * 50, 800, 300), shade(paper, 0.07)) +
  line(d`M 0 ${560 + v * 50} H 800`, shade(paper, 0.13), 4, 0.7);

/** A striped cloth laid under one corner. */
const cloth: Ground = (paper, v) =>
  at(
    400,
    400,
    fill(rect(-700, 90, 1400, 600), shade(paper, 0.06)) +
      [120, 150, 240, 360, 390]
        .map((y) => line(d`M -700 ${y} H 700`, mix(shade(paper, 0.2), paper, 0.35), y % 60 ? 6 : 16, 0.55))
        .join(''),
    -34 + v * 20,
  );

/** Boards of the stall's table, seen from above. */
const boards: Ground = (paper, v) =>
  [0, 1, 2, 3, 4]
    .map((i) => fill(rect(0, i * 176 - v * 80, 800, 170), i % 2 ? shade(paper, 0.035) : light(paper, 0.25)))
    .join('');

/** The wall's shade line, high up. */
const wall: Ground = (paper, v) =>
  fill(rect(0, 0, 800, 150 + v * 60), light(paper, 0.4), 0.8) +
  line(d`M 0 ${150 + v * 60} H 800`, shade(paper, 0.08), 3, 0.8);

const grounds: Readonly<Record<Look['stance'], readonly Ground[]>> = {
  stand: [halo, table, beam],
  lie: [beam, cloth, boards],
  hang: [halo, wall, beam],
};
