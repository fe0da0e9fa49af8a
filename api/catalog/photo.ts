import { Field, Int, ObjectType } from 'type-graphql';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';

/** Widths in pixels in which a picture can be had. */
export const PHOTO_WIDTHS = [160, 320, 480, 640, 800, 1200] as const;

/** Address of a stored picture in the smallest width that is not below the one asked for; 1200 is the largest. */
export function photoUrl(hash: string, width: number): string {
  return `/media/${hash}/${PHOTO_WIDTHS.find((made) => made >= width) ?? 1200}.webp`;
}

/** Address of the picture that shows its sender what was sent up, 320 pixels wide. */
export function previewUrl(hash: string): string {
  return photoUrl(hash, 320);
}

@ObjectType({ implements: Node, description: 'A photo of a product.', simpleResolvers: true })
@Access(everyone)
export class Photo extends Node {
  /** SHA-256 of the stored original, hex. */
  hash!: string;

  @Field(() => Int, { description: 'Width of the original in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Height of the original in pixels.' })
  height!: number;

  @Field(() => String, { description: 'What it shows, for people who do not see it; may be empty.' })
  alt!: string;
}

/** SQL expression (json) that makes a Photo of the table alias given. */
export function photoJson(photo: string): string {
  const p = photo;
  return `json_build_object('__typename', 'Photo', 'id', global_id('Photo', ${p}.id), 'hash', ${p}.hash,
    'width', ${p}.width, 'height', ${p}.height, 'alt', ${p}.alt)`;
}
