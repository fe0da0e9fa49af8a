import type { Domain } from '../platform/domain.ts';
import { kecamatanByKey, kelurahanByKey } from './geography-queries.ts';
import { GeographyResolver, KecamatanResolver } from './geography-resolver.ts';
import { StoredKecamatan } from './stored-kecamatan.ts';
import { StoredKelurahan } from './stored-kelurahan.ts';

export { distanceMetres } from './distance.ts';
export { GeoPoint, GeoPointInput, isPlace, type Place } from './geo-point.ts';
export { kecamatanByKey, kelurahanByKey } from './geography-queries.ts';
export { Kecamatan, Kelurahan, kecamatanJson, kelurahanJson } from './kecamatan.ts';
export { type KecamatanPlace, kecamatanByName, kecamatanWord } from './kecamatan-by-name.ts';
export { StoredKecamatan } from './stored-kecamatan.ts';
export { StoredKelurahan } from './stored-kelurahan.ts';

/** What geography brings to the program. */
export const geographyDomain: Domain = {
  name: 'geography',
  entities: [StoredKecamatan, StoredKelurahan],
  resolvers: [GeographyResolver, KecamatanResolver],
  listeners: [],
  jobs: [],
  nodes: {
    Kecamatan: (ctx, keys) => Promise.all(keys.map((key) => kecamatanByKey(ctx, key))),
    Kelurahan: (ctx, keys) => Promise.all(keys.map((key) => kelurahanByKey(ctx, key))),
  },
};
