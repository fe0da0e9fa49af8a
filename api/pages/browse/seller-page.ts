import { SellerPageDocument } from '../../../storefront-widget/operations/generated/graphql.ts';
import { browseWords, monthAndYear, searchWords, shellWords } from '../../../storefront-widget/words/index.ts';
import { html } from '../html.ts';
import { icon } from '../icon.ts';
import type { Shown } from '../page-route.ts';
import { ApiRefusal, type Visit } from '../visit.ts';
import { productGrid } from './product-card.ts';

/** A shop: /toko/<slug>. Null when there is none, or none that sells. */
export async function sellerPage(visit: Visit): Promise<Shown> {
  const { language, params, query } = visit;
  const slug = params.slug ?? '';
  const after = query.get('setelah') || null;
  const answer = await visit.ask(SellerPageDocument, { slug, after }).catch((error: unknown) => {
    if (error instanceof ApiRefusal && error.code === 'BAD_USER_INPUT' && after) return null;
    throw error;
  });
  if (!answer) return { goTo: `/toko/${slug}` };
  const { seller } = answer;
  if (!seller) return null;
  const words = browseWords[language];
  const cards = seller.products.edges.map(({ node }) => node);
  const { hasNextPage, endCursor } = seller.products.pageInfo;
  return {
    title: seller.name,
    description: seller.description || `${seller.name}, ${seller.kelurahan.name}, ${seller.kecamatan.name}`,
    ...(cards[0]?.photos[0] ? { image: `${visit.site.publicUrl}${cards[0].photos[0].large}` } : {}),
    isPrivate: after !== null,
    main: html`<div class="shop-head stack-tight">
<p class="quiet small shop-label">${icon('store')}${words.seller.label}</p>
<h1>${seller.name}</h1>
<p class="facts"><span>${seller.kelurahan.name}, <a href="/cari?kecamatan=${seller.kecamatan.slug}">${seller.kecamatan.name}</a></span>
<span>${words.product.productsOfShop(seller.productCount)}</span>
<span>${words.seller.joined(monthAndYear(seller.joinedAt, language))}</span></p>
${seller.isHalalCertified ? html`<p class="halal">${icon('badge-check')}${words.seller.halal}</p>` : ''}
${seller.isOpen ? '' : html`<p class="note warm">${words.product.shopClosed}</p>`}
${seller.description ? html`<p class="description">${seller.description}</p>` : ''}
${
  seller.pickupPoints.length > 0
    ? html`<details class="shop-points"><summary>${words.seller.points(seller.pickupPoints.length)}</summary>
<ul class="chips">${seller.pickupPoints.map((point) => html`<li><a class="chip" href="/titik/${point.slug}">${point.name}</a></li>`)}</ul></details>`
    : ''
}
<form class="shop-search" action="/cari" method="get" role="search" aria-label="${words.seller.search}">
<input type="hidden" name="toko" value="${seller.slug}">
<label class="unseen" for="cari-toko">${words.seller.search}</label>
<input id="cari-toko" name="q" type="search" placeholder="${words.seller.search}" maxlength="200">
<button class="button second" type="submit">${shellWords[language].search}</button>
</form>
</div>
<section class="section" aria-labelledby="barang-toko"><div class="row spread"><h2 id="barang-toko">${words.seller.products}</h2>
${seller.productCount > 6 ? html`<a class="more" href="/cari?toko=${seller.slug}">${searchWords[language].filters}</a>` : ''}</div>
${cards.length > 0 ? productGrid(cards, language, { ofOneShop: true }) : html`<div class="empty"><img src="/drawings/empty-search.svg" alt="" width="160" height="160"><p>${words.seller.none}</p><a class="button" href="/cari">${words.home.all}</a></div>`}
${
  hasNextPage || after
    ? html`<nav class="paging" aria-label="${words.paging.label}">${after ? html`<a class="button plain" href="/toko/${seller.slug}">${words.paging.first}</a>` : ''}${
        hasNextPage && endCursor
          ? html`<a class="button second" rel="next" href="/toko/${seller.slug}?setelah=${encodeURIComponent(endCursor)}">${words.paging.next}${icon('arrow-right')}</a>`
          : ''
      }</nav>`
    : ''
}
</section>`,
  };
}
