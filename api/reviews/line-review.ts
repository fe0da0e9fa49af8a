import { Field, ObjectType } from 'type-graphql';
import { ownUploadOf, Upload } from '../catalog/index.ts';
import { linesOfParcel, OrderLine, type Parcel } from '../orders/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { REVIEW_FROM, REVIEW_JSON, Review } from './review.ts';

@ObjectType({ description: 'Something collected that its buyer may review, with what they wrote.' })
@Access(everyone) // reached through a parcel, whose field decides
export class LineReview {
  @Field(() => OrderLine, { description: 'The line; `writeReview` takes its id.' })
  line!: OrderLine;

  @Field(() => Review, { nullable: true, description: 'What the buyer wrote of the product; null for nothing yet.' })
  review!: Review | null;

  @Field(() => [Upload], {
    description:
      'Your uploads behind its photos: `writeReview` replaces all photos, so send these ids again to keep them.',
  })
  photoUploads!: readonly Upload[];
}

/** What the buyer of a line wrote of its product, by buyer and product. */
const ownReviews = defineLoader<`${string} ${string}`, Review | null>(async (ctx, asked) => {
  const parts = asked.map((key) => key.split(' '));
  const rows = await ctx.read.rows<{ node: Review }>(
    `select ${REVIEW_JSON} as node from ${REVIEW_FROM}
      where (r.buyer_id, r.product_id) in (select * from unnest(${listParameter('$1', 'uuid')}, ${listParameter('$2', 'uuid')}))`,
    [parts.map(([buyer]) => buyer), parts.map(([, product]) => product)],
    'reviews-of-buyer',
  );
  return inOrder(asked, rows, ({ node }) => `${node.buyerKey} ${node.productKey}` as const).map(
    (row) => row?.node ?? null,
  );
});

/** What of a parcel its buyer may review, once for each product; nothing before it is collected. Batched over parcels. */
export async function reviewsOfParcel(ctx: Context, parcel: Parcel): Promise<LineReview[]> {
  if (parcel.status !== 'COLLECTED') return [];
  const lines = await linesOfParcel(ctx, parcel.key);
  const once = lines.filter((line, at) => lines.findIndex(({ productKey }) => productKey === line.productKey) === at);
  return Promise.all(
    once.map(async (line) => {
      const review = await ownReviews(ctx, `${parcel.buyerKey} ${line.productKey}`);
      return { line, review, photoUploads: review ? await uploadsBehind(ctx, review) : [] };
    }),
  );
}

async function uploadsBehind(ctx: Context, { photoHashes }: Review): Promise<Upload[]> {
  const uploads = await Promise.all(photoHashes.map((hash) => ownUploadOf(ctx, hash)));
  return uploads.filter((upload) => upload !== null);
}
