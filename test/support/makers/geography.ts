import { StoredKecamatan, StoredKelurahan } from '../../../api/geography/index.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import type { Maker } from './accounts.ts';

let places = 0;

/** How a place differs from the usual one. */
export interface PlaceAsked {
  /** Slug of the kecamatan; one of that slug is taken when it is there already. */
  readonly kecamatan?: string;
  readonly slug?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** A kelurahan in a kecamatan, in the middle of Depok unless said otherwise. */
export function aKelurahan(world: Maker, asked: PlaceAsked = {}): Promise<StoredKelurahan> {
  places += 1;
  const { kecamatan: slug = 'beji', latitude = -6.394, longitude = 106.8225 } = asked;
  return inTransaction(world.context(), async (tx) => {
    const kecamatan =
      (await tx.findOne(StoredKecamatan, { slug })) ??
      tx.create(StoredKecamatan, { slug, code: `32.76.${places}`, name: titleOf(slug), latitude, longitude });
    const own = asked.slug ?? `kelurahan-${places}`;
    const kelurahan = tx.create(StoredKelurahan, {
      kecamatanKey: kecamatan.key,
      slug: own,
      code: `32.76.${places}.${places}`,
      name: titleOf(own),
      postalCode: '16421',
      aliases: [],
      latitude,
      longitude,
    });
    await tx.flush();
    return kelurahan;
  });
}

const titleOf = (slug: string): string =>
  slug.replace(/(^|-)(\w)/g, (_, gap, letter) => `${gap && ' '}${letter.toUpperCase()}`);
