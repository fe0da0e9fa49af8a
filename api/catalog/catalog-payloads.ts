import { UrlScalar } from '../platform/graphql/scalars.ts';
import { COMMON, errorFamily, payloadType } from '../platform/graphql/user-errors.ts';
import { JUDGEMENT_SENTENCES, LISTING_SENTENCES, PHOTO_SENTENCES, VARIANT_SENTENCES } from './catalog-sentences.ts';
import { Product } from './product.ts';
import { Upload } from './upload.ts';
import { Variant } from './variant.ts';

const { NOT_FOUND, IDEMPOTENCY_KEY_REUSED } = COMMON;
const product = { product: { type: () => Product, description: 'The product as it now is.' } };

/** Refusals of createProduct. */
export const CREATE_PRODUCT = errorFamily('CreateProduct', {
  NOT_FOUND,
  ...LISTING_SENTENCES,
  ...VARIANT_SENTENCES,
  IDEMPOTENCY_KEY_INVALID: COMMON.IDEMPOTENCY_KEY_INVALID,
  IDEMPOTENCY_KEY_REUSED,
});
/** What createProduct gives back. */
export const CreateProductPayload = payloadType(CREATE_PRODUCT, product);

/** Refusals of updateProduct. */
export const UPDATE_PRODUCT = errorFamily('UpdateProduct', { NOT_FOUND, ...LISTING_SENTENCES });
/** What updateProduct gives back. */
export const UpdateProductPayload = payloadType(UPDATE_PRODUCT, product);

/** Refusals of publishProduct. */
export const PUBLISH_PRODUCT = errorFamily('PublishProduct', {
  NOT_FOUND,
  NO_VARIANT: {
    id: 'Tambahkan dulu setidaknya satu varian dengan harga.',
    en: 'Add at least one variant with a price first.',
    means: 'The product has no variant that can be sold.',
  },
  PRODUCT_BLOCKED: {
    id: 'Produk ini diblokir kurator: {reason}',
    en: 'A curator has blocked this product: {reason}',
    means: 'A curator took the listing down; the message gives the reason.',
  },
});
/** What publishProduct gives back. */
export const PublishProductPayload = payloadType(PUBLISH_PRODUCT, product);

/** Refusals of archiveProduct. */
export const ARCHIVE_PRODUCT = errorFamily('ArchiveProduct', { NOT_FOUND });
/** What archiveProduct gives back. */
export const ArchiveProductPayload = payloadType(ARCHIVE_PRODUCT, product);

/** Refusals of setVariant. */
export const SET_VARIANT = errorFamily('SetVariant', {
  NOT_FOUND,
  ...VARIANT_SENTENCES,
  LAST_VARIANT: {
    id: 'Produk yang dijual perlu setidaknya satu varian; arsipkan produknya.',
    en: 'A product on sale needs at least one variant; archive the product instead.',
    means: 'It is the last variant of a product on sale.',
  },
});
/** What setVariant gives back. */
export const SetVariantPayload = payloadType(SET_VARIANT, {
  variant: { type: () => Variant, description: 'The variant as it now is.' },
  ...product,
});

/** Refusals of createUpload. */
export const CREATE_UPLOAD = errorFamily('CreateUpload', {
  IDEMPOTENCY_KEY_INVALID: COMMON.IDEMPOTENCY_KEY_INVALID,
  TOO_MANY_UPLOADS: {
    id: 'Paling banyak {limit} unggahan dalam satu jam.',
    en: 'At most {limit} uploads in an hour.',
    means: 'The account took as many tickets as allowed.',
  },
});
/** What createUpload gives back. */
export const CreateUploadPayload = payloadType(CREATE_UPLOAD, {
  upload: { type: () => Upload, description: 'The upload, waiting for its file.' },
  ticket: { type: () => String, description: 'Send it as the form field `ticket`, before `file`.' },
  url: { type: () => UrlScalar, description: 'Where to POST the multipart/form-data, relative to this API.' },
});

/** Refusals of addProductPhoto. */
export const ADD_PRODUCT_PHOTO = errorFamily('AddProductPhoto', { NOT_FOUND, ...PHOTO_SENTENCES });
/** What addProductPhoto gives back. */
export const AddProductPhotoPayload = payloadType(ADD_PRODUCT_PHOTO, product);

/** Refusals of removeProductPhoto. */
export const REMOVE_PRODUCT_PHOTO = errorFamily('RemoveProductPhoto', { NOT_FOUND });
/** What removeProductPhoto gives back. */
export const RemoveProductPhotoPayload = payloadType(REMOVE_PRODUCT_PHOTO, product);

/** Refusals of blockProduct. */
export const BLOCK_PRODUCT = errorFamily('BlockProduct', JUDGEMENT_SENTENCES);
/** What blockProduct gives back. */
export const BlockProductPayload = payloadType(BLOCK_PRODUCT, product);

/** Refusals of unblockProduct. */
export const UNBLOCK_PRODUCT = errorFamily('UnblockProduct', JUDGEMENT_SENTENCES);
/** What unblockProduct gives back. */
export const UnblockProductPayload = payloadType(UNBLOCK_PRODUCT, product);
