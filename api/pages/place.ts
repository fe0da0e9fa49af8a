import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where the visitor said that they are: a ward, a district or a pickup point. Never a position more exact than its middle. */
export interface VisitorPlace {
  readonly kind: 'kelurahan' | 'kecamatan' | 'titik';
  readonly slug: string;
  /** Slug of the district it lies in; its own when it is one. */
  readonly kecamatan: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

const COOKIE = 'berjubel_tempat';
const A_YEAR = 31_536_000;
const WRITTEN =
  /^(kelurahan|kecamatan|titik)~([a-z0-9-]{1,80})~([a-z0-9-]{1,80})~(-?\d{1,2}\.\d{1,6})~(\d{1,3}\.\d{1,6})~(.{1,80})$/;

/** The place that this browser remembers; null when it remembers none, or something that we did not write. */
export function placeOf(request: FastifyRequest): VisitorPlace | null {
  const [, kind, slug, kecamatan, latitude, longitude, name] = WRITTEN.exec(request.cookies?.[COOKIE] ?? '') ?? [];
  if (!kind || !slug || !kecamatan || !name) return null;
  return {
    kind: kind as VisitorPlace['kind'],
    slug,
    kecamatan,
    name,
    latitude: Number(latitude),
    longitude: Number(longitude),
  };
}

/** Lets the browser remember a place for a year, or forget it. */
export function rememberPlace(reply: FastifyReply, place: VisitorPlace | null, secure: boolean): void {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (!place) {
    reply.clearCookie(COOKIE, attributes);
    return;
  }
  const { kind, slug, kecamatan, latitude, longitude, name } = place;
  const written = [kind, slug, kecamatan, latitude.toFixed(5), longitude.toFixed(5), name].join('~');
  reply.setCookie(COOKIE, written, { ...attributes, maxAge: A_YEAR });
}

/** The place as the API takes it. */
export function nearOf(place: VisitorPlace | null): { latitude: number; longitude: number } | null {
  return place && { latitude: place.latitude, longitude: place.longitude };
}
