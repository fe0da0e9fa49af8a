import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';

/** A place on the earth in degrees (WGS 84), as code passes it around. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

@ObjectType({ description: 'A place on the earth, in degrees (WGS 84).', simpleResolvers: true })
@Access(everyone)
export class GeoPoint implements Place {
  @Field(() => Float, { description: 'Degrees north; Depok lies at about -6.4.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east; Depok lies at about 106.8.' })
  longitude!: number;
}

@InputType({ description: 'A place on the earth, in degrees (WGS 84).' })
export class GeoPointInput implements Place {
  @Field(() => Float, { description: 'Degrees north, -90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, -180 to 180.' })
  longitude!: number;
}

/** Whether the figures name a place on the earth at all. */
export function isPlace({ latitude, longitude }: Place): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
