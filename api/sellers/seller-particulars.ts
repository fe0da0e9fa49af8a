import { distanceMetres, type GeoPointInput, isPlace, StoredKelurahan } from '../geography/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';

const LONGEST_NAME = 60;
const LONGEST_DESCRIPTION = 2000;
const LONGEST_ADDRESS = 200;
const LONGEST_CERTIFICATE = 40;
/** No kelurahan of Depok reaches further from its centroid. */
const FARTHEST_KILOMETRES = 6;

const lengthOf = (text: string): number => [...text].length;

/** The name of a shop as it is kept. Refuses NAME_INVALID. */
export function shopName(text: string): string {
  const name = oneLine(text);
  if (!isShopName(name)) refuse('NAME_INVALID', ['name'], { limit: LONGEST_NAME });
  return name;
}

/** Whether a line of text can be the name of a shop. */
export function isShopName(name: string): boolean {
  return lengthOf(name) >= 3 && lengthOf(name) <= LONGEST_NAME;
}

/** The description of a shop as it is kept: plain text, lines allowed. Refuses DESCRIPTION_TOO_LONG. */
export function shopDescription(text: string): string {
  const description = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
  if (lengthOf(description) > LONGEST_DESCRIPTION)
    refuse('DESCRIPTION_TOO_LONG', ['description'], { limit: LONGEST_DESCRIPTION });
  return description;
}

/** The street address of a shop as it is kept. Refuses ADDRESS_INVALID. */
export function shopAddress(text: string): string {
  const address = oneLine(text);
  if (lengthOf(address) < 5 || lengthOf(address) > LONGEST_ADDRESS)
    refuse('ADDRESS_INVALID', ['address'], { limit: LONGEST_ADDRESS });
  return address;
}

/** The number of a halal certificate, null for none. Refuses CERTIFICATE_INVALID. */
export function halalCertificate(text: string | null): string | null {
  const number = oneLine(text ?? '');
  if (number === '') return null;
  if (!/^[\p{L}\d][\p{L}\d ./-]{4,}$/u.test(number) || number.length > LONGEST_CERTIFICATE)
    refuse('CERTIFICATE_INVALID', ['halalCertificate'], { limit: LONGEST_CERTIFICATE });
  return number;
}

/** Where a shop works. Refuses KELURAHAN_UNKNOWN, and PLACE_OUTSIDE_DEPOK when the place is not near that kelurahan. */
export async function shopPlace(
  tx: Tx,
  kelurahanId: string,
  location: GeoPointInput | null,
): Promise<{ kelurahanKey: string; latitude: number; longitude: number }> {
  const key = keyOf('Kelurahan', kelurahanId);
  const kelurahan = key === null ? null : await tx.findOne(StoredKelurahan, { key });
  if (!kelurahan) refuse('KELURAHAN_UNKNOWN', ['kelurahanId']);
  const place = location ?? kelurahan;
  if (!isPlace(place) || distanceMetres(place, kelurahan) > FARTHEST_KILOMETRES * 1000)
    refuse('PLACE_OUTSIDE_DEPOK', ['location'], { limit: FARTHEST_KILOMETRES });
  return { kelurahanKey: kelurahan.key, latitude: place.latitude, longitude: place.longitude };
}
