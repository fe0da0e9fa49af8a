/** Points and other goods of the shop that are shown beside a product when no number is asked for. */
export const PRODUCT_PAGE_SIZES = { points: 5, more: 8 } as const;
