/** A point of the 800 by 800 picture. */
export type Point = readonly [x: number, y: number, ...more: number[]];

const n = (v: number) => String(Math.round(v * 10) / 10);
const xy = (x: number, y: number) => `${n(x)} ${n(y)}`;
const pt = ([x, y]: Point) => xy(x, y);

/** Path text with numbers put in, kept to a tenth: d`M ${x} ${y} L 30 40`. */
export const d = (texts: TemplateStringsArray, ...values: readonly number[]): string =>
  texts.reduce((path, text, i) => `${path}${n(values[i - 1] ?? 0)}${text}`);

/** Rows of numbers from text: `table('10 20, 30 40')` is [[10, 20], [30, 40]]. */
export const table = (text: string): Point[] =>
  text.split(',').map((row) => {
    const [x = 0, y = 0, ...more] = row.trim().split(' ').map(Number);
    return [x, y, ...more];
  });

export function ellipse(cx: number, cy: number, rx: number, ry = rx): string {
  return `M${xy(cx - rx, cy)}a${xy(rx, ry)} 0 1 1 ${xy(rx * 2, 0)}a${xy(rx, ry)} 0 1 1 ${xy(-rx * 2, 0)}Z`;
}

export function rect(x: number, y: number, width: number, height: number, radius = 0): string {
  return polygon(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    Math.min(radius, width / 2, height / 2),
  );
}

/** A closed polygon whose corners are rounded with `radius` (less where a side is short). */
export function polygon(points: readonly Point[], radius = 0): string {
  if (radius <= 0) return `M${points.map(([x, y]) => xy(x, y)).join('L')}Z`;
  const parts = points.map((corner, i) => {
    const before = points[(i + points.length - 1) % points.length] as Point;
    const after = points[(i + 1) % points.length] as Point;
    const from = towards(corner, before, radius);
    const to = towards(corner, after, radius);
    return `${i ? 'L' : 'M'}${pt(from)}Q${pt(corner)} ${pt(to)}`;
  });
  return `${parts.join('')}Z`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const length = Math.hypot(dx, dy) || 1;
  const share = Math.min(distance, length / 2) / length;
  return [from[0] + dx * share, from[1] + dy * share];
}

/** A closed soft outline through the points (Catmull-Rom as Bezier curves): leaves, cloth, fruit. */
export function soft(points: readonly Point[], tension = 1): string {
  const at = (i: number) => points[(i + points.length) % points.length] as Point;
  const k = tension / 6;
  let path = `M${pt(at(0))}`;
  for (let i = 0; i < points.length; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const c1 = xy(p1[0] + (p2[0] - p0[0]) * k, p1[1] + (p2[1] - p0[1]) * k);
    const c2 = xy(p2[0] - (p3[0] - p1[0]) * k, p2[1] - (p3[1] - p1[1]) * k);
    path += `C${c1} ${c2} ${pt(p2)}`;
  }
  return `${path}Z`;
}

/** A star of `tips` tips, the first one up; `waist` is the inner radius as a share of the outer. */
export function star(cx: number, cy: number, radius: number, waist = 0.5, round = radius * 0.16, tips = 5): string {
  const points: Point[] = [];
  for (let i = 0; i < tips * 2; i++) {
    const r = i % 2 ? radius * waist : radius;
    const angle = (Math.PI * i) / tips - Math.PI / 2;
    points.push([cx + r * Math.cos(angle), cy + r * Math.sin(angle)]);
  }
  return polygon(points, round);
}

/** A leaf from its stalk at (x, y), `length` long towards `angle` degrees (0 is right, -90 up). */
export function leaf(x: number, y: number, length: number, width: number, angle: number): string {
  const turn = (angle * Math.PI) / 180;
  const at = (along: number, across: number): Point => [
    x + Math.cos(turn) * along - Math.sin(turn) * across,
    y + Math.sin(turn) * along + Math.cos(turn) * across,
  ];
  const half = width / 2;
  const [tip, a, b, c, e] = [
    at(length, 0),
    at(length * 0.3, -half),
    at(length * 0.72, -half * 0.8),
    at(length * 0.72, half * 0.8),
    at(length * 0.3, half),
  ];
  return `M${xy(x, y)}C${pt(a)} ${pt(b)} ${pt(tip)}C${pt(c)} ${pt(e)} ${xy(x, y)}Z`;
}
