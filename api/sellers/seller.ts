import { Field, ObjectType } from 'type-graphql';
import { GeoPoint, Kecamatan, Kelurahan, kecamatanJson, kelurahanJson } from '../geography/index.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { connectionTypes } from '../platform/graphql/connection.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';

@ObjectType({ implements: Node, description: 'A shop of one small seller (UMKM) of Depok.', simpleResolvers: true })
@Access(everyone)
export class Seller extends Node {
  @Field(() => String, { description: 'Name in addresses, e.g. dapur-bu-tini. Never changes.' })
  slug!: string;

  @Field(() => String, { description: 'Name of the shop.' })
  name!: string;

  @Field(() => String, { description: 'What the shop says about itself, plain text; may be empty.' })
  description!: string;

  @Field(() => Kelurahan, { description: 'Ward in which the shop works.' })
  kelurahan!: Kelurahan;

  @Field(() => Kecamatan, { description: 'District in which the shop works.' })
  kecamatan!: Kecamatan;

  @Field(() => GeoPoint, { description: 'Where the shop is, rounded to about 100 metres.' })
  location!: GeoPoint;

  @Field(() => Boolean, { description: 'Whether the shop has given a halal certificate.' })
  isHalalCertified!: boolean;

  @Field(() => Boolean, { description: 'Whether it takes orders now: verified, and not on holiday.' })
  isOpen!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it joined the market.' })
  joinedAt!: Date;
}

/** A page of shops. */
export const { connection: SellerConnection } = connectionTypes('Seller', () => Seller);

/**
 * SQL expression (json) that makes a Seller of the aliases of seller, kelurahan and kecamatan. `now` is the parameter
 * that carries the present instant, e.g. `$2`, because being open depends on it.
 */
export function sellerJson(seller: string, kelurahan: string, kecamatan: string, now: string): string {
  const s = seller;
  return `json_build_object('__typename', 'Seller', 'id', global_id('Seller', ${s}.id), 'slug', ${s}.slug, 'name', ${s}.name,
    'description', ${s}.description, 'kelurahan', ${kelurahanJson(kelurahan, kecamatan)}, 'kecamatan', ${kecamatanJson(kecamatan)},
    'location', json_build_object('latitude', round(${s}.latitude::numeric, 3), 'longitude', round(${s}.longitude::numeric, 3)),
    'isHalalCertified', ${s}.halal_certificate is not null,
    'isOpen', ${s}.status = 'VERIFIED' and coalesce(${s}.holiday_until <= ${now}::timestamptz, true),
    'joinedAt', ${s}.created_at)`;
}
