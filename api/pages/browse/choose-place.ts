import { PlacesDocument, type PlacesQuery } from '../../../storefront-widget/operations/generated/graphql.ts';
import { type Redirect, safeReturn } from '../page-route.ts';
import { rememberPlace, type VisitorPlace } from '../place.ts';
import type { Visit } from '../visit.ts';

/** Farther than this from the middle of every ward is not Depok, in metres. */
const OUTSIDE = 6_000;

/**
 * What the place form does: remembers the place that was chosen, or of a position the ward around it, or forgets. A position
 * itself is never kept.
 */
export async function choosePlace(visit: Visit, form: URLSearchParams): Promise<Redirect> {
  const back = safeReturn(form.get('kembali'));
  const secure = visit.site.publicUrl.startsWith('https:');
  const chosen = form.get('tempat') ?? '';
  const [latitude, longitude] = [Number(form.get('lintang') || NaN), Number(form.get('bujur') || NaN)];
  const places = placesIn(await visit.ask(PlacesDocument, {}));
  if (chosen === '' && Number.isFinite(latitude) && Number.isFinite(longitude)) {
    const nearest = nearestWard(places, latitude, longitude);
    if (!nearest) return { goTo: `/tempat?luar=1&kembali=${encodeURIComponent(back)}`, status: 303 };
    rememberPlace(visit.reply, nearest, secure);
    return { goTo: back, status: 303 };
  }
  const place = places.find(({ kind, slug }) => `${kind}:${slug}` === chosen) ?? null;
  rememberPlace(visit.reply, place, secure);
  return { goTo: back, status: 303 };
}

function placesIn({ kecamatans, pickupPoints }: PlacesQuery): VisitorPlace[] {
  return [
    ...kecamatans.flatMap((kecamatan) =>
      kecamatan.kelurahans.map(({ slug, name, location }) =>
        placeAt('kelurahan', slug, kecamatan.slug, name, location),
      ),
    ),
    ...kecamatans.map(({ slug, name, location }) => placeAt('kecamatan', slug, slug, name, location)),
    ...pickupPoints.edges.map(({ node }) => placeAt('titik', node.slug, node.kecamatan.slug, node.name, node.location)),
  ];
}

function placeAt(
  kind: VisitorPlace['kind'],
  slug: string,
  kecamatan: string,
  name: string,
  { latitude, longitude }: { latitude: number; longitude: number },
): VisitorPlace {
  return { kind, slug, kecamatan, name, latitude, longitude };
}

function nearestWard(places: readonly VisitorPlace[], latitude: number, longitude: number): VisitorPlace | null {
  const wards = places.filter(({ kind }) => kind === 'kelurahan');
  const away = (place: VisitorPlace): number => {
    const north = (place.latitude - latitude) * 111_320;
    const east = (place.longitude - longitude) * 111_320 * Math.cos((latitude * Math.PI) / 180);
    return Math.hypot(north, east);
  };
  const nearest = wards.toSorted((a, b) => away(a) - away(b))[0];
  return nearest && away(nearest) <= OUTSIDE ? nearest : null;
}
