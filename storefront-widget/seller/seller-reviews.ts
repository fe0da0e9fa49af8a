import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask } from '../elements/client.ts';
import { marketNow } from '../elements/market-clock.ts';
import { PageElement } from '../elements/page-element.ts';
import { reviewPhotos } from '../elements/review-photos.ts';
import {
  AnswerReviewDocument,
  SellerReviewsDocument,
  type WorkReviewFragment,
} from '../operations/generated/graphql.ts';
import { day } from '../words/format.ts';
import { reviewWords } from '../words/review.ts';
import { shellWords } from '../words/shell.ts';

/** `<berjubel-seller-reviews>`: what buyers say of a shop's goods, and a form to answer. Property: slug of the shop. */
export class SellerReviews extends PageElement {
  static override properties = {
    ...PageElement.properties,
    slug: {},
    reviews: { state: true },
    next: { state: true },
    unanswered: { state: true },
    wrong: { state: true },
    said: { state: true },
  };

  declare slug: string;
  /** Null while they are asked for. */
  declare private reviews: readonly WorkReviewFragment[] | null;
  /** Where the list goes on; null at its end. */
  declare private next: string | null;
  /** Whether only those without an answer are listed. */
  declare private unanswered: boolean;
  /** The review whose answer was refused last, and why. */
  declare private wrong: { readonly id: string; readonly sentence: string } | null;
  declare private said: string;

  constructor() {
    super();
    this.slug = '';
    this.reviews = null;
    this.next = null;
    this.unanswered = true;
    this.wrong = null;
    this.said = '';
  }

  override firstUpdated(): void {
    this.#list(true);
  }

  #list(unanswered: boolean): void {
    this.unanswered = unanswered;
    this.reviews = null;
    void this.act(() => this.#read(null));
  }

  async #read(after: string | null): Promise<void> {
    const { unanswered } = this;
    const { seller } = await ask(SellerReviewsDocument, { slug: this.slug, unanswered, after });
    const { edges = [], pageInfo } = seller?.reviews ?? {};
    this.reviews = [...(after === null ? [] : (this.reviews ?? [])), ...edges.map(({ node }) => node)];
    this.next = pageInfo?.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  }

  #answer(event: SubmitEvent, { id }: WorkReviewFragment): void {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '');
    void this.act(async () => {
      const { answerReview } = await ask(AnswerReviewDocument, { input: { reviewId: id, text } });
      const refused = answerReview.userErrors[0]?.message;
      this.wrong = refused ? { id, sentence: refused } : null;
      const answered = answerReview.review;
      if (!answered) return;
      this.said = reviewWords[this.language].seller.sent;
      // It stays where it is, so that nobody loses the place; the next list leaves it out.
      this.reviews = (this.reviews ?? []).map((each) => (each.id === id ? answered : each));
      await this.updateComplete;
      this.querySelector<HTMLElement>(`[data-review="${id}"]`)?.focus();
    });
  }

  override render(): TemplateResult {
    const words = reviewWords[this.language].seller;
    const { reviews } = this;
    const chip = (unanswered: boolean, label: string): TemplateResult =>
      html`<button class="chip" aria-pressed=${this.unanswered === unanswered} @click=${() => this.#list(unanswered)}>${label}</button>`;
    return html`<div class="chips section" role="group" aria-label=${words.tab}>${chip(true, words.unanswered)} ${chip(false, words.all)}</div>
      <p role="status" class=${this.said ? 'note' : 'unseen'}>${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${reviews === null && !this.problem ? html`<p class="quiet" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${reviews?.length === 0 ? html`<p class="note" role="status">${this.unanswered ? words.noneUnanswered : words.none}</p>` : nothing}
      <ul class="queue section">${repeat(
        reviews ?? [],
        ({ id }) => id,
        (review) => html`<li>${this.#card(review)}</li>`,
      )}</ul>
      ${this.next === null ? nothing : html`<p><button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#read(this.next))}>${words.more}</button></p>`}`;
  }

  #card(review: WorkReviewFragment): TemplateResult {
    const words = reviewWords[this.language];
    const { id, product, rating, text, authorName, writtenAt, photoUrls, hiddenReason } = review;
    return html`<article class="card stack-tight" tabindex="-1" data-review=${id} aria-label=${product.title}>
      <p class="row spread"><a href="/produk/${product.slug}#ulasan">${product.title}</a><strong class="figures">${words.stars(rating)}</strong></p>
      <p class="quiet small">${authorName ?? words.someone} · ${day(writtenAt, this.language, marketNow())}</p>
      ${text ? html`<p class="said">${text}</p>` : nothing}
      ${reviewPhotos(photoUrls, this.language)}
      ${hiddenReason ? html`<p class="note warm">${words.seller.hidden(hiddenReason)}</p>` : this.#form(review)}
    </article>`;
  }

  #form(review: WorkReviewFragment): TemplateResult {
    const words = reviewWords[this.language].seller;
    const { id, answer } = review;
    const field = `jawab-${id}`;
    return html`<form class="stack-tight" @submit=${(event: SubmitEvent) => this.#answer(event, review)}>
      <div class="field"><label for=${field}>${words.answer}</label>
        <textarea id=${field} name="text" rows="2" maxlength="1000" required aria-describedby="${field}-hint" .value=${answer ?? ''}></textarea>
        <span class="hint" id="${field}-hint">${words.hint}</span></div>
      <p class="wrong" role="alert">${this.wrong?.id === id ? this.wrong.sentence : ''}</p>
      <button class="button second" type="submit" ?disabled=${this.isBusy}>${answer ? words.change : words.send}</button>
    </form>`;
  }
}
