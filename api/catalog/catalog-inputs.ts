import { Field, ID, InputType, Int } from 'type-graphql';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import type { ProductJudgement } from './block-product.ts';
import { CATALOG_LIMITS as LIMITS } from './catalog-limits.ts';
import type { ProductChange } from './change-product.ts';
import type { NewProduct } from './create-product.ts';
import type { Choice } from './listing-particulars.ts';
import type { NewPhoto } from './product-photos.ts';
import type { VariantParticulars } from './put-variant.ts';

@InputType({ description: 'One choice that tells a variant from its siblings.' })
export class VariantOptionInput implements Choice {
  @Field(() => String, { description: `What is chosen, e.g. Rasa; at most ${LIMITS.optionTextTo} characters.` })
  name!: string;

  @Field(() => String, { description: `The choice, e.g. balado; at most ${LIMITS.optionTextTo} characters.` })
  value!: string;
}

@InputType({ description: 'A variant as its seller describes it.' })
export class VariantInput implements VariantParticulars {
  @Field(() => String, {
    description: `The seller's own code, unique in the shop; at most ${LIMITS.skuTo} characters.`,
  })
  sku!: string;

  @Field(() => String, {
    nullable: true,
    description: `What tells it from its siblings; at most ${LIMITS.variantNameTo} characters.`,
  })
  name?: string | null;

  @Field(() => [VariantOptionInput], { nullable: true, description: `Its choices, at most ${LIMITS.optionsTo}.` })
  options?: VariantOptionInput[] | null;

  @Field(() => RupiahScalar, { description: `Price of one piece, 1 to ${LIMITS.priceTo} rupiah.` })
  price!: Rupiah;

  @Field(() => Int, { description: `Weight of one packed piece, 0 to ${LIMITS.weightTo} grams.` })
  weightGrams!: number;

  @Field(() => Int, { nullable: true, description: 'Order among its siblings; the last when left out.' })
  position?: number | null;
}

@InputType({ description: 'A variant to make or to change.' })
export class SetVariantInput extends VariantInput {
  @Field(() => ID, { description: "A product of the caller's shop." })
  productId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The variant to change; when left out, the one of the product with this SKU, or a new one.',
  })
  variantId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True takes it off sale, false puts it back.' })
  isArchived?: boolean | null;
}

@InputType({ description: 'A listing that a seller begins.' })
export class CreateProductInput implements NewProduct {
  @Field(() => ID, { description: 'A shop of the caller.' })
  sellerId!: string;

  @Field(() => String, { description: `What it is called, ${LIMITS.titleFrom} to ${LIMITS.titleTo} characters.` })
  title!: string;

  @Field(() => String, { nullable: true, description: `Plain text, at most ${LIMITS.descriptionTo} characters.` })
  description?: string | null;

  @Field(() => ID, { description: 'The category it stands in.' })
  categoryId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the seller declares it halal; no when left out.' })
  isHalal?: boolean | null;

  @Field(() => [VariantInput], { nullable: true, description: `Its variants, at most ${LIMITS.variants}.` })
  variants?: VariantInput[] | null;

  @Field(() => String, { description: 'Made by the client, 1 to 200 characters; the same key gives the same product.' })
  idempotencyKey!: string;
}

@InputType({ description: 'What to change of a listing; what is left out stays.' })
export class UpdateProductInput implements ProductChange {
  @Field(() => ID, { description: "A product of the caller's shop." })
  productId!: string;

  @Field(() => String, { nullable: true, description: `${LIMITS.titleFrom} to ${LIMITS.titleTo} characters.` })
  title?: string | null;

  @Field(() => String, { nullable: true, description: `Plain text, at most ${LIMITS.descriptionTo} characters.` })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'The category it stands in.' })
  categoryId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the seller declares it halal.' })
  isHalal?: boolean | null;
}

@InputType({ description: 'The listing to put on sale.' })
export class PublishProductInput {
  @Field(() => ID, { description: "A product of the caller's shop." })
  productId!: string;
}

@InputType({ description: 'The listing to take off sale.' })
export class ArchiveProductInput {
  @Field(() => ID, { description: "A product of the caller's shop." })
  productId!: string;
}

@InputType({ description: 'A picture to send up.' })
export class CreateUploadInput {
  @Field(() => String, { description: 'Made by the client, 1 to 200 characters; the same key gives the same upload.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A picture that was sent up, for a listing.' })
export class AddProductPhotoInput implements NewPhoto {
  @Field(() => ID, { description: "A product of the caller's shop." })
  productId!: string;

  @Field(() => ID, { description: 'A READY upload of the caller.' })
  uploadId!: string;

  @Field(() => String, {
    nullable: true,
    description: `What it shows, for people who do not see it; at most ${LIMITS.altTo} characters. The title when left out.`,
  })
  alt?: string | null;
}

@InputType({ description: 'A photo to take off a listing.' })
export class RemoveProductPhotoInput {
  @Field(() => ID, { description: "A photo of a product of the caller's shop." })
  photoId!: string;
}

@InputType({ description: 'The listing to take down.' })
export class BlockProductInput implements ProductJudgement {
  @Field(() => ID, { description: 'The product.' })
  productId!: string;

  @Field(() => String, { description: `Why, 3 to ${LIMITS.reasonTo} characters; the seller reads it.` })
  reason!: string;
}

@InputType({ description: 'The listing whose block is lifted.' })
export class UnblockProductInput implements ProductJudgement {
  @Field(() => ID, { description: 'The product.' })
  productId!: string;

  @Field(() => String, { description: `Why, 3 to ${LIMITS.reasonTo} characters, for the audit log.` })
  reason!: string;
}
