import { randomUUID } from 'node:crypto';
import {
  OrderReviewsDocument,
  type OrderReviewsQuery,
  SentPhotosDocument,
  WriteReviewDocument,
} from '../../../storefront-widget/operations/generated/graphql.ts';
import { type Language, reviewWords } from '../../../storefront-widget/words/index.ts';
import { REVIEW_LIMITS } from '../../reviews/index.ts';
import { fiveStars } from '../browse/stars.ts';
import { type Html, html, trusted } from '../html.ts';
import type { PageParts, Shown } from '../page-route.ts';
import type { Visit } from '../visit.ts';
import { type FormPhoto, photoField } from './photo-field.ts';
import { sentReview } from './sent-review.ts';

type Parcel = NonNullable<OrderReviewsQuery['order']>['parcels'][number];
type LineReview = Parcel['reviews'][number];

/** What was refused of one line, and what was sent for it. */
interface Refused {
  readonly lineId: string;
  readonly messages: readonly string[];
  readonly sent: URLSearchParams;
  readonly photos: readonly FormPhoto[];
}

/** What a buyer collected with an order, each with a form for a review: /pesanan/<code>/ulasan. It needs no scripts. */
export function reviewPage(visit: Visit): Promise<Shown> {
  return page(visit, null);
}

/** Writes the review that was sent and shows the page again, with what was refused said beside what was typed. */
export async function writeReviewPage(visit: Visit, form: URLSearchParams): Promise<Shown> {
  const base = `/pesanan/${encodeURIComponent(visit.params.code ?? '')}/ulasan`;
  // What was sent is gone by the time that somebody has signed in: they come back to the empty form.
  if (visit.ctx.actor.kind !== 'ACCOUNT') return { goTo: `/masuk?kembali=${encodeURIComponent(base)}`, status: 303 };
  const { fields: sent, photoUploadIds, refused } = await sentReview(visit, form);
  const lineId = sent.get('barang') ?? '';
  // Who chose a photo wants it shown: nothing is written without it.
  if (refused.length > 0) return again(visit, { lineId, messages: refused, sent }, photoUploadIds);
  const input = {
    lineId,
    rating: Number(/^[1-5]$/.exec(sent.get('bintang') ?? '')?.[0] ?? 0),
    text: sent.get('teks') ?? '',
    photoUploadIds: [...photoUploadIds],
    idempotencyKey: sent.get('kunci') ?? '',
  };
  const { userErrors } = (await visit.ask(WriteReviewDocument, { input })).writeReview;
  if (userErrors.length === 0) return { goTo: `${base}?terima=1`, status: 303 };
  return again(visit, { lineId, messages: userErrors.map(({ message }) => message), sent }, photoUploadIds);
}

/** The page with what was sent, photos that came among it. */
async function again(
  visit: Visit,
  refused: Omit<Refused, 'photos'>,
  photoUploadIds: readonly string[],
): Promise<Shown> {
  const ids = photoUploadIds.slice(0, REVIEW_LIMITS.photos);
  const { nodes } = await visit.ask(SentPhotosDocument, { ids });
  const photos = nodes.flatMap((node) => (node?.__typename === 'Upload' ? [node as FormPhoto] : []));
  return page(visit, { ...refused, photos });
}

async function page(visit: Visit, refused: Refused | null): Promise<Shown> {
  const { language, params, query } = visit;
  if (visit.ctx.actor.kind !== 'ACCOUNT')
    return { goTo: `/masuk?kembali=${encodeURIComponent(visit.path)}`, status: 302 };
  const { order } = await visit.ask(OrderReviewsDocument, { code: params.code ?? '' });
  if (!order) return null;
  const words = reviewWords[language].write;
  const forms = order.parcels.flatMap((parcel) =>
    parcel.reviews.map((each) => form(each, parcel, order.code, refused, language)),
  );
  return {
    title: words.title,
    isPrivate: true,
    isPersonal: true,
    ...(refused ? { status: 422 } : {}),
    main: html`<div class="review-page stack"><p><a class="reach" href="/pesanan/${order.code}">${words.toOrder}</a></p>
<h1>${words.title}</h1>
${query.has('terima') && !refused ? html`<p class="note" role="status">${words.done}</p>` : ''}
${forms.length > 0 ? html`<p class="quiet">${words.intro}</p>${forms}` : html`<p class="note">${words.nothing}</p>`}</div>`,
  } satisfies PageParts;
}

function form(
  { line, review, photoUploads }: LineReview,
  { seller }: Parcel,
  code: string,
  refused: Refused | null,
  language: Language,
): Html {
  const words = reviewWords[language].write;
  const head = html`<header class="row">${line.photoUrl ? html`<img src="${line.photoUrl}" alt="" width="56" height="56">` : ''}<div><h2>${line.title}</h2><p class="quiet small">${seller.name}</p></div></header>`;
  if (review?.hiddenReason)
    return html`<article class="card stack">${head}<p class="note warm">${words.hidden(review.hiddenReason)}</p></article>`;
  const wrong = refused?.lineId === line.id ? refused : null;
  const chosen = wrong ? Number(wrong.sent.get('bintang')) : review?.rating;
  const typed = wrong ? (wrong.sent.get('teks') ?? '') : (review?.text ?? '');
  const name = line.id;
  return html`<form class="card stack" action="/pesanan/${code}/ulasan" method="post" enctype="multipart/form-data" aria-label="${line.title}">${head}
<input type="hidden" name="barang" value="${line.id}"><input type="hidden" name="kunci" value="${randomUUID()}">
<fieldset class="stack-tight"><legend class="legend">${words.rating}</legend>${[5, 4, 3, 2, 1].map((stars) => choice(stars, chosen === stars, language))}</fieldset>
<div class="field"><label for="teks-${name}">${words.text}</label>
<textarea id="teks-${name}" name="teks" rows="3" maxlength="1000" aria-describedby="petunjuk-${name}">${typed}</textarea>
<span class="hint" id="petunjuk-${name}">${words.hint}</span></div>
${photoField(wrong ? wrong.photos : photoUploads, name, language)}
${wrong ? html`<div class="note bad" role="alert">${wrong.messages.map((message) => html`<p>${message}</p>`)}</div>` : ''}
<button class="button">${review ? words.change : words.send}</button></form>`;
}

function choice(stars: number, isChosen: boolean, language: Language): Html {
  const words = reviewWords[language];
  return html`<label class="choice"><input type="radio" name="bintang" value="${stars}" required${trusted(isChosen ? ' checked' : '')}>${fiveStars(stars, words.stars(stars))}<span>${words.write.ratings[stars] ?? ''}</span></label>`;
}
