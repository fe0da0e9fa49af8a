import { createHash } from 'node:crypto';
import { ProductPageDocument } from '../../../storefront-widget/operations/generated/graphql.ts';
import { browseWords, day, distance, type Language, reviewWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import type { Shown } from '../page-route.ts';
import { nearOf } from '../place.ts';
import type { Visit } from '../visit.ts';
import { buyBox } from './buy-box.ts';
import { nameOf } from './categories.ts';
import { categoryTrail } from './category-trail.ts';
import { gallery } from './gallery.ts';
import { type PageProduct, priceText } from './page-product.ts';
import { placeLine } from './place-line.ts';
import { openingLine } from './point-card.ts';
import { productGrid } from './product-card.ts';
import { productHead, productJsonLd } from './product-head.ts';
import { reviewSection } from './review-list.ts';
import { stars } from './stars.ts';

/** A product: /produk/<slug>. Null when it is not on sale. */
export async function productPage(visit: Visit): Promise<Shown> {
  const { language, site } = visit;
  const { product } = await visit.ask(ProductPageDocument, {
    slug: visit.params.slug ?? '',
    near: nearOf(visit.place),
  });
  if (!product) return null;
  const words = browseWords[language].product;
  const jsonLd = productJsonLd(product, site.publicUrl, language);
  const cover = product.photos[0];
  return {
    title: product.title,
    description: summaryOf(product),
    ...(cover ? { image: `${site.publicUrl}${cover.largest}` } : {}),
    head: html`${productHead(product)}<script type="application/ld+json">${jsonLd}</script>`,
    scriptHashes: [`sha256-${createHash('sha256').update(String(jsonLd)).digest('base64')}`],
    main: html`${categoryTrail(product.category, language, true)}
<div class="product-page">
${gallery(product, language)}
<div class="product-facts stack">
<div>
<h1>${product.title}</h1>
${facts(product, language)}
</div>
${buyBox(product, visit)}
<p><a class="button plain share" href="${shareAddress(product, site.publicUrl, language)}" rel="noopener" target="_blank">${icon('share-2')}${words.share}</a></p>
${collectAt(product, visit)}
</div>
<div class="product-more stack">
${shopBox(product, language)}
<section aria-labelledby="keterangan"><h2 id="keterangan">${words.description}</h2>
<p class="description">${product.description || words.noDescription}</p>
<dl class="facts-list">
<div><dt>${words.category}</dt><dd><a href="/kategori/${product.category.path}">${nameOf(product.category, language)}</a></dd></div>
<div><dt>${words.weight}</dt><dd>${weights(product, language)}</dd></div>
${product.isHalal ? html`<div><dt>${words.halal}</dt><dd>${words.halalHelp}</dd></div>` : ''}
</dl></section>
</div>
</div>
${reviewSection(product, visit)}
${
  product.moreFromSeller.length > 0
    ? html`<section class="section" aria-labelledby="lainnya"><div class="row spread"><h2 id="lainnya">${words.more}</h2><a class="more" href="/toko/${product.seller.slug}">${words.visitShop}</a></div>
${productGrid(product.moreFromSeller, language, { eager: 0, ofOneShop: true })}</section>`
    : ''
}`,
  };
}

function summaryOf(product: PageProduct): string {
  const text = product.description.replace(/\s+/g, ' ').trim();
  const from = `${priceText(product)} · ${product.seller.name}, ${product.seller.kecamatan.name}`;
  return text ? `${from}. ${text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text}` : from;
}

function facts(product: PageProduct, language: Language): Html {
  const words = browseWords[language];
  return html`<p class="facts">${product.rating && product.ratingCount > 0 ? html`<a class="reach" href="#ulasan">${stars(product.rating, product.ratingCount, language)}<span class="quiet">(${reviewWords[language].number(product.ratingCount)})</span></a>` : ''}${
    product.soldCount > 0 ? html`<span>${words.card.sold(product.soldCount)}</span>` : ''
  }${product.isHalal ? html`<span class="halal">${icon('badge-check')}${words.product.halal}</span>` : ''}</p>`;
}

function collectAt(product: PageProduct, visit: Visit): Html | string {
  const { language, now } = visit;
  if (product.nearestPickupPoints.length === 0) return '';
  const words = browseWords[language].product;
  return html`<section class="card collect-at" aria-labelledby="ambil"><h2 id="ambil">${words.collectAt}</h2>
${placeLine(visit)}
<ul>${product.nearestPickupPoints.map(
    ({ pickupPoint, distanceMetres, expectedPickupAt }) => html`<li><a href="/titik/${pickupPoint.slug}">
<span class="name">${pickupPoint.name}${distanceMetres == null ? '' : html` <span class="quiet">${distance(distanceMetres, language)}</span>`}</span>
<span class="expected">${words.expected(day(expectedPickupAt, language, now))}</span>
<span class="facts">${openingLine(pickupPoint, language, now)}</span>
</a></li>`,
  )}</ul>
<p class="quiet small">${words.collectHelp}</p></section>`;
}

function shopBox({ seller }: PageProduct, language: Language): Html {
  const words = browseWords[language];
  return html`<section aria-labelledby="toko"><h2 id="toko" class="unseen">${words.product.shop}</h2>
<a class="shop-box" href="/toko/${seller.slug}">${icon('store')}<span><strong>${seller.name}</strong>
<span class="quiet small">${seller.kelurahan.name}, ${seller.kecamatan.name} · ${words.product.productsOfShop(seller.productCount)}</span>
${seller.isHalalCertified ? html`<span class="halal small">${icon('badge-check')}${words.seller.halal}</span>` : ''}
</span>${icon('chevron-right')}</a></section>`;
}

function weights({ variants }: PageProduct, language: Language): string {
  const { weightOf } = browseWords[language].product;
  const grams = variants.map(({ weightGrams }) => weightGrams);
  const [least, most] = [Math.min(...grams), Math.max(...grams)];
  return least === most ? weightOf(least) : `${weightOf(least)}–${weightOf(most)}`;
}

function shareAddress(product: PageProduct, publicUrl: string, language: Language): string {
  const text = browseWords[language].product.shareText(product.title, priceText(product));
  return `https://wa.me/?text=${encodeURIComponent(`${text}\n${publicUrl}/produk/${product.slug}`)}`;
}
