import type { ReviewViewFragment } from '../../../storefront-widget/operations/generated/graphql.ts';
import { day, type Language, reviewWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import type { Visit } from '../visit.ts';
import type { PageProduct } from './page-product.ts';
import { fiveStars, ratingFigure } from './stars.ts';

/** What a list of reviews stands on: the product that they are about. */
type Reviewed = Pick<PageProduct, 'rating' | 'ratingCount'> & { readonly seller: { readonly name: string } };

/** The reviews of a product on its page: the mean, the newest ones, and the way to the others; honest when there are none. */
export function reviewSection(product: PageProduct, visit: Visit): Html {
  const words = reviewWords[visit.language];
  const { edges, pageInfo } = product.reviews;
  return html`<section class="section reviews stack" id="ulasan" aria-labelledby="judul-ulasan"><h2 id="judul-ulasan">${words.title}</h2>
${edges.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`${mean(product, visit.language)}${reviewList(product, edges, visit)}`}
${pageInfo.hasNextPage ? html`<p><a class="button plain" href="/produk/${product.slug}/ulasan">${words.all}</a></p>` : ''}</section>`;
}

/** The mean as stars and as a figure, and on how many reviews it rests. */
export function mean({ rating, ratingCount }: Reviewed, language: Language): Html | string {
  if (rating == null) return '';
  const words = reviewWords[language];
  const figure = ratingFigure(rating, language);
  return html`<p class="mean"><span class="figure" aria-hidden="true">${figure}</span>${fiveStars(rating, words.stars(figure))}<span class="quiet">${words.number(ratingCount)}</span></p>`;
}

/** Reviews one below the other, each with the answer of the shop. */
export function reviewList(
  product: Reviewed,
  edges: readonly { readonly node: ReviewViewFragment }[],
  visit: Visit,
): Html {
  return html`<ul class="review-list">${edges.map(({ node }) => html`<li>${one(node, product, visit)}</li>`)}</ul>`;
}

function one(review: ReviewViewFragment, { seller }: Reviewed, { language, now }: Visit): Html {
  const words = reviewWords[language];
  const { authorName, rating, text, photoUrls, answer, answeredAt } = review;
  const when = (at: string): Html => html`<time class="quiet small" datetime="${at}">${day(at, language, now)}</time>`;
  const photo = (url: string, at: number): Html =>
    html`<a href="${url}"><img src="${url}" alt="${words.photo(at + 1, photoUrls.length)}" width="80" height="80" loading="lazy"></a>`;
  return html`<article class="review stack-tight">
<p class="row"><strong>${authorName ?? words.someone}</strong>${fiveStars(rating, words.stars(rating))}${when(review.writtenAt)}${review.changedAt ? html`<span class="quiet small">${words.changed}</span>` : ''}</p>
${text ? html`<p class="said">${text}</p>` : ''}
${photoUrls.length > 0 ? html`<p class="review-photos">${photoUrls.map(photo)}</p>` : ''}
${answer && answeredAt ? html`<div class="shop-answer"><p class="small"><strong>${words.answerOf(seller.name)}</strong> ${when(answeredAt)}</p><p class="said">${answer}</p></div>` : ''}
</article>`;
}
