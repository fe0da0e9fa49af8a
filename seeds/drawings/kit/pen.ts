import { type Colour, light, shade } from './colour.ts';
import { ellipse } from './path.ts';
import type { Random } from './random.ts';

/** How much of a solid's edge is lit and shaded, in picture units; 0 leaves that side plain. */
export interface Relief {
  readonly light?: number;
  readonly shade?: number;
  /** Strength of the shaded side, 0 to 1. */
  readonly depth?: number;
}

const EVERYWHERE = 'M-900-900H1700V1700H-900Z';

/** What draws. It numbers its own clip paths, so that the same strokes in the same order give the same bytes; light falls
 *  from the upper left in every drawing. */
export class Pen {
  private clips = 0;

  /** `prefix` keeps clip names apart when several drawings stand in one page. */
  constructor(
    readonly prefix: string,
    readonly random: Random,
  ) {}

  /** `inner`, seen only within the outline. */
  clip(outline: string, inner: string): string {
    const id = `${this.prefix}${++this.clips}`;
    return `<clipPath id="${id}"><path d="${outline}"/></clipPath><g clip-path="url(#${id})">${inner}</g>`;
  }

  /** A flat shape with one light side and one shaded side that follow its outline; `inner` lies on it, under light and shade. */
  solid(outline: string, colour: Colour, relief: Relief = {}, inner = ''): string {
    const lit = relief.light ?? 10;
    const dark = relief.shade ?? 22;
    let body = `<path d="${outline}" fill="${colour}"/>${inner}`;
    if (dark) {
      body += `<path d="${EVERYWHERE}${outline}" fill-rule="evenodd" fill="${shade(colour, 0.55)}" opacity="${relief.depth ?? 0.3}" transform="translate(${-dark} ${-dark * 0.7})"/>`;
    }
    if (lit) {
      body += `<path d="${EVERYWHERE}${outline}" fill-rule="evenodd" fill="${light(colour, 0.6)}" opacity=".55" transform="translate(${lit} ${lit * 0.7})"/>`;
    }
    return this.clip(outline, body);
  }
}

/** A plain filled outline. */
export const fill = (outline: string, colour: Colour, opacity = 1): string =>
  `<path d="${outline}" fill="${colour}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;

/** A stroke with round ends. */
export const line = (path: string, colour: Colour, width: number, opacity = 1): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;

const r = (v: number) => String(Math.round(v * 10) / 10);

/** `inner`, drawn round (0, 0), put at (x, y), turned by degrees and scaled. */
export function at(x: number, y: number, inner: string, turn = 0, scale = 1, scaleY = scale): string {
  const rotate = turn ? ` rotate(${r(turn)})` : '';
  const size =
    scale !== 1 || scaleY !== 1 ? ` scale(${Math.round(scale * 100) / 100} ${Math.round(scaleY * 100) / 100})` : '';
  return `<g transform="translate(${r(x)} ${r(y)})${rotate}${size}">${inner}</g>`;
}

/** The shadow where a standing thing meets the table. */
export const contact = (cx: number, y: number, half: number, flat = 0.12): string =>
  fill(ellipse(cx + half * 0.14, y, half * 1.08, half * flat), '#3b2a1e', 0.2);

/** The shadow of something that lies on the table and is seen from above: its outline, moved away from the light. */
export const cast = (outline: string, far = 20): string =>
  `<path d="${outline}" fill="#3b2a1e" opacity=".17" transform="translate(${far} ${r(far * 1.25)})"/>`;
