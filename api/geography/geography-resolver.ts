import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { SharedFor } from '../platform/graphql/cache-hint.ts';
import { SameWhile } from '../platform/graphql/same-while.ts';
import { kecamatans, kelurahansOfKecamatan } from './geography-queries.ts';
import { Kecamatan, Kelurahan } from './kecamatan.ts';
import { mapState } from './map-state.ts';

@Resolver()
export class GeographyResolver {
  @Access(everyone)
  @SharedFor(3600)
  @SameWhile(mapState)
  @Query(() => [Kecamatan], { description: 'The districts of Depok, by name.' })
  kecamatans(@Ctx() ctx: Context): Promise<Kecamatan[]> {
    return kecamatans(ctx);
  }

  @Access(everyone)
  @SharedFor(3600)
  @Query(() => [Kelurahan], { description: 'The wards of a district, by name; none for an unknown slug.' })
  kelurahans(
    @Ctx() ctx: Context,
    @Arg('kecamatan', () => String, { description: 'Slug of the kecamatan.' }) slug: string,
  ): Promise<Kelurahan[]> {
    return kelurahansOfKecamatan(ctx, slug);
  }
}

@Resolver(() => Kecamatan)
export class KecamatanResolver {
  @Access(everyone)
  @FieldResolver(() => [Kelurahan], { description: 'The wards of this district, by name.' })
  kelurahans(@Ctx() ctx: Context, @Root() kecamatan: Kecamatan): Promise<Kelurahan[]> {
    return kelurahansOfKecamatan(ctx, kecamatan.slug);
  }
}
