import type { Domain } from '../platform/domain.ts';
import { CategoryFields, PhotoFields, ProductFields, UploadFields, VariantFields } from './catalog-fields.ts';
import { CatalogResolver } from './catalog-resolver.ts';
import { categoryByKey } from './category-queries.ts';
import { visiblePhotos, visibleProducts, visibleVariants } from './product-queries.ts';
import { ownUploads } from './receive-upload.ts';
import { StoredCategory } from './stored-category.ts';
import { StoredPhoto } from './stored-photo.ts';
import { StoredProduct } from './stored-product.ts';
import { StoredVariant } from './stored-variant.ts';
import { Upload } from './upload.ts';

export { Category } from './category.ts';
export { categoryByKey } from './category-queries.ts';
export { CategoryDirectory, LONGEST_CATEGORY } from './import/category-directory.ts';
export { faultSentence, type ImportFault } from './import/import-faults.ts';
export { openSheet } from './import/open-sheet.ts';
export { SheetError, type SheetRow } from './import/sheet.ts';
export { type SheetListing, sheetListing } from './import/sheet-listing.ts';
export { type ListingKeys, listingKeys, writeListings } from './import/write-listings.ts';
export { type MediaOptions, registerMedia } from './media-routes.ts';
export { photoUrl } from './photo.ts';
export { LARGEST_PICTURE_BYTES, loadDecoder, type StoredPicture, storePhoto } from './picture.ts';
export { Product } from './product.ts';
export { PRODUCT_FROM, PRODUCT_IS_PUBLIC, PRODUCT_RATING } from './product-json.ts';
export { type Companion, productByKey, productBySlug, variantByKey } from './product-queries.ts';
export { ProductStatus } from './product-status.ts';
export { ownUploadOf, type ReadyUpload, readyUpload } from './receive-upload.ts';
export { StoredCategory } from './stored-category.ts';
export { StoredPhoto } from './stored-photo.ts';
export { StoredProduct } from './stored-product.ts';
export { StoredVariant } from './stored-variant.ts';
export { takeFile } from './take-file.ts';
export { Upload } from './upload.ts';
export { Variant } from './variant.ts';
export {
  addSold,
  forSaleSql,
  type VariantForSale,
  type VariantForSaleRow,
  variantsForSale,
} from './variants-for-sale.ts';

/** What catalog brings to the program. */
export const catalogDomain: Domain = {
  name: 'catalog',
  entities: [StoredCategory, StoredProduct, StoredVariant, StoredPhoto, Upload],
  resolvers: [CatalogResolver, ProductFields, VariantFields, CategoryFields, PhotoFields, UploadFields],
  listeners: [],
  jobs: [],
  nodes: {
    Category: (ctx, keys) => Promise.all(keys.map((key) => categoryByKey(ctx, key))),
    Product: visibleProducts,
    Variant: visibleVariants,
    Photo: visiblePhotos,
    Upload: ownUploads,
  },
};
