import type { Language } from '../../../storefront-widget/words/index.ts';
import { type Html, html, jsonForScript } from '../html.ts';
import { nameOf } from './categories.ts';
import { trailOf } from './category-trail.ts';
import type { PageProduct } from './page-product.ts';

/** OpenGraph properties of a product, so that a shared link shows its price. */
export function productHead(product: PageProduct): Html {
  const cover = product.photos[0];
  // The widest picture is 1200 px; a smaller original is never enlarged.
  const width = cover ? Math.min(1200, cover.width) : 0;
  return html`<meta property="og:type" content="product">
<meta property="product:price:amount" content="${product.priceRange.min}">
<meta property="product:price:currency" content="IDR">
<meta property="product:availability" content="${product.inStock ? 'in stock' : 'out of stock'}">
${
  cover
    ? html`<meta property="og:image:type" content="image/webp">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${Math.round((width * cover.height) / cover.width)}">
<meta property="og:image:alt" content="${cover.alt || product.title}">
<meta name="twitter:card" content="summary_large_image">`
    : ''
}`;
}

/** The product and its place among the categories, in the words of schema.org. */
export function productJsonLd(product: PageProduct, publicUrl: string, language: Language): Html {
  const url = `${publicUrl}/produk/${product.slug}`;
  const offers = product.variants.map((variant) => ({
    '@type': 'Offer',
    sku: variant.sku,
    ...(product.variants.length > 1 ? { name: variant.name } : {}),
    price: variant.price,
    priceCurrency: 'IDR',
    availability: `https://schema.org/${variant.inStock ? 'InStock' : 'OutOfStock'}`,
    itemCondition: 'https://schema.org/NewCondition',
    url,
    seller: { '@type': 'Organization', name: product.seller.name, url: `${publicUrl}/toko/${product.seller.slug}` },
  }));
  return jsonForScript({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Product',
        '@id': url,
        name: product.title,
        url,
        description: product.description,
        image: product.photos.map(({ largest }) => `${publicUrl}${largest}`),
        category: trailOf(product.category)
          .map((category) => nameOf(category, language))
          .join(' > '),
        ...(product.variants.length === 1 ? { sku: product.variants[0]?.sku } : {}),
        offers:
          offers.length === 1
            ? offers[0]
            : {
                '@type': 'AggregateOffer',
                lowPrice: product.priceRange.min,
                highPrice: product.priceRange.max,
                priceCurrency: 'IDR',
                offerCount: offers.length,
                availability: `https://schema.org/${product.inStock ? 'InStock' : 'OutOfStock'}`,
                offers,
              },
        ...(product.rating && product.ratingCount > 0
          ? {
              aggregateRating: {
                '@type': 'AggregateRating',
                ratingValue: product.rating,
                reviewCount: product.ratingCount,
              },
            }
          : {}),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: trailOf(product.category).map((category, at) => ({
          '@type': 'ListItem',
          position: at + 1,
          name: nameOf(category, language),
          item: `${publicUrl}/kategori/${category.path}`,
        })),
      },
    ],
  });
}
