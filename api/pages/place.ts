import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where the visitor said that they are: a ward, a district or a pickup point. Never a position more exact than its middle. */
export interface VisitorPlace {
  readonly kind: 'kelurahan' | 'kecamatan' | 'titik';
  readonly slug: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

const COOKIE = 'berjubel_tempat';
const A_YEAR = 31_536_000;
const WRITTEN = /^(kelurahan|kecamatan|titik)~([a-z0-9-]{1,80})~(-?\d{1,2}\.\d{1,6})~(\d{1,3}\.\d{1,6})~(.{1,80})$/;

/** The place that this browser remembers; null when it remembers none, or something that we did not write. */
export function placeOf(request: FastifyRequest): VisitorPlace | null {
  const [, kind, slug, latitude, longitude, name] = WRITTEN.exec(request.cookies?.[COOKIE] ?? '') ?? [];
  if (!kind || !slug || !name) return null;
  return { kind: kind as VisitorPlace['kind'], slug, name, latitude: Number(latitude), longitude: Number(longitude) };
}

/** Lets the browser remember a place for a year, or forget it. */
export function rememberPlace(reply: FastifyReply, place: VisitorPlace | null, secure: boolean): void {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (!place) {
    reply.clearCookie(COOKIE, attributes);
    return;
  }
  const written = [place.kind, place.slug, place.latitude.toFixed(5), place.longitude.toFixed(5), place.name].join('~');
  reply.setCookie(COOKIE, written, { ...attributes, maxAge: A_YEAR });
}

/** The place as the API takes it. */
export function nearOf(place: VisitorPlace | null): { latitude: number; longitude: number } | null {
  return place && { latitude: place.latitude, longitude: place.longitude };
}
