import { Lru } from './lru.ts';

/** The media types in which an answer can be given; the first is the one for clients that take anything. */
const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;

/** A media type of GraphQL over HTTP. */
export type MediaType = (typeof MEDIA_TYPES)[number];

const chosen = new Lru<{ readonly type: MediaType | null }>(50);

/** The media type that a client wants most by its Accept header; null when it takes none of ours. */
export function chooseMediaType(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept === '') return MEDIA_TYPES[0];
  const known = chosen.get(accept);
  if (known) return known.type;
  const type = choose(accept);
  chosen.set(accept, { type });
  return type;
}

function choose(accept: string): MediaType | null {
  const ranges = accept
    .split(',')
    .map(parseRange)
    .filter((range) => range !== null);
  let best: { type: MediaType; quality: number; place: number } | null = null;
  for (const type of MEDIA_TYPES) {
    // The most specific range that fits a type speaks for it.
    const range = ranges
      .filter((candidate) => fits(candidate.name, type))
      .sort((a, b) => specificity(b.name) - specificity(a.name))[0];
    if (!range || range.quality <= 0) continue;
    const place = ranges.indexOf(range);
    if (!best || range.quality > best.quality || (range.quality === best.quality && place < best.place)) {
      best = { type, quality: range.quality, place };
    }
  }
  return best?.type ?? null;
}

interface Range {
  readonly name: string;
  readonly quality: number;
}

/** Null for a range that asks for another character set or a variant that we do not make. */
function parseRange(part: string): Range | null {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  let quality = 1;
  for (const parameter of parameters) {
    const [key, value = ''] = parameter.split('=');
    if (key === 'q') quality = Number(value);
    else if (key !== 'charset' || value.replaceAll('"', '') !== 'utf-8') return null;
  }
  return Number.isNaN(quality) ? null : { name, quality };
}

function fits(range: string, type: MediaType): boolean {
  return range === type || range === '*/*' || range === 'application/*';
}

function specificity(range: string): number {
  return range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2;
}
