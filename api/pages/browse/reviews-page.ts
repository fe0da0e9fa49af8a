import { ReviewsPageDocument } from '../../../storefront-widget/operations/generated/graphql.ts';
import { reviewWords } from '../../../storefront-widget/words/index.ts';
import { html } from '../html.ts';
import type { Shown } from '../page-route.ts';
import { ApiRefusal, type Visit } from '../visit.ts';
import { mean, reviewList } from './review-list.ts';

/** All reviews of a product: /produk/<slug>/ulasan, the newest first. Null when it is not on sale. */
export async function reviewsPage(visit: Visit): Promise<Shown> {
  const slug = visit.params.slug ?? '';
  const after = visit.query.get('setelah');
  const base = `/produk/${encodeURIComponent(slug)}/ulasan`;
  const product = await read(visit, slug, after);
  if (product === 'not of this list') return { goTo: base };
  if (!product) return null;
  const words = reviewWords[visit.language];
  const { edges, pageInfo } = product.reviews;
  return {
    title: words.allOf(product.title),
    isPrivate: after !== null,
    main: html`<div class="reviews stack"><p><a class="reach" href="/produk/${product.slug}">${words.back}</a></p>
<h1>${words.allOf(product.title)}</h1>
${edges.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`${mean(product, visit.language)}${reviewList(product, edges, visit)}`}
<nav class="paging" aria-label="${words.title}">
${after ? html`<a class="button plain" href="${base}">${words.first}</a>` : ''}
${pageInfo.hasNextPage ? html`<a class="button second" rel="next" href="${base}?setelah=${pageInfo.endCursor}">${words.next}</a>` : ''}
</nav></div>`,
  };
}

async function read(visit: Visit, slug: string, after: string | null) {
  try {
    return (await visit.ask(ReviewsPageDocument, { slug, after })).product;
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'BAD_USER_INPUT' && after) return 'not of this list' as const;
    throw error;
  }
}
