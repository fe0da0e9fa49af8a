import { Field, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { GeoPoint } from './geo-point.ts';

@ObjectType({ implements: Node, description: 'A district of Depok; there are eleven.', simpleResolvers: true })
@Access(everyone)
export class Kecamatan extends Node {
  @Field(() => String, { description: 'Code of the Ministry of Home Affairs, e.g. 32.76.01.' })
  code!: string;

  @Field(() => String, { description: 'Name for addresses and filters, e.g. pancoran-mas.' })
  slug!: string;

  @Field(() => String, { description: 'Name as people write it, e.g. Pancoran Mas.' })
  name!: string;

  @Field(() => GeoPoint, { description: 'Centroid.' })
  location!: GeoPoint;
}

@ObjectType({ implements: Node, description: 'A ward of a kecamatan; Depok has 63.', simpleResolvers: true })
@Access(everyone)
export class Kelurahan extends Node {
  @Field(() => String, { description: 'Code of the Ministry of Home Affairs, e.g. 32.76.01.1006.' })
  code!: string;

  @Field(() => String, { description: 'Name for addresses and filters, e.g. depok.' })
  slug!: string;

  @Field(() => String, { description: 'Name as people write it, e.g. Kemiri Muka.' })
  name!: string;

  @Field(() => GeoPoint, { description: 'Centroid.' })
  location!: GeoPoint;

  @Field(() => Kecamatan, { description: 'The district it belongs to.' })
  kecamatan!: Kecamatan;
}

/** SQL expression (json) that makes a Kecamatan of the table alias given. */
export function kecamatanJson(kecamatan: string): string {
  const k = kecamatan;
  return `json_build_object('__typename', 'Kecamatan', 'id', global_id('Kecamatan', ${k}.id), 'code', ${k}.code,
    'slug', ${k}.slug, 'name', ${k}.name, 'location', json_build_object('latitude', ${k}.latitude, 'longitude', ${k}.longitude))`;
}

/** SQL expression (json) that makes a Kelurahan, its Kecamatan inside, of the two table aliases given. */
export function kelurahanJson(kelurahan: string, kecamatan: string): string {
  const k = kelurahan;
  return `json_build_object('__typename', 'Kelurahan', 'id', global_id('Kelurahan', ${k}.id), 'code', ${k}.code,
    'slug', ${k}.slug, 'name', ${k}.name, 'location', json_build_object('latitude', ${k}.latitude, 'longitude', ${k}.longitude),
    'kecamatan', ${kecamatanJson(kecamatan)})`;
}
