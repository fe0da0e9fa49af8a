import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { marketNow } from '../elements/market-clock.ts';
import { reviewPhotos } from '../elements/review-photos.ts';
import {
  type CityReviewFragment,
  CityReviewsDocument,
  HideReviewDocument,
  ShowReviewDocument,
} from '../operations/generated/graphql.ts';
import { day } from '../words/format.ts';
import { reviewWords } from '../words/review.ts';
import { CuratorList, type Listed, type ListWords } from './curator-list.ts';

/** Stars that the narrow list ends at. */
const LOW_STARS = 2;

/** `<berjubel-review-desk>`: what buyers say of all products, the newest first, for the curator to hide and to show again. */
export class ReviewDesk extends CuratorList<CityReviewFragment> {
  static override properties = { ...CuratorList.properties, isLow: { state: true } };

  /** Whether only those of few stars are listed. */
  declare private isLow: boolean;
  protected override readonly here = 'reviews';

  constructor() {
    super();
    this.isLow = false;
  }

  protected override get words(): ListWords {
    const { title, shown: open, hidden: ended, none, noneHidden: noneEnded, more } = reviewWords[this.language].city;
    return { title, open, ended, none, noneEnded, more };
  }

  protected override async read(hidden: boolean, after: string | null): Promise<Listed<CityReviewFragment>> {
    const ratingMax = this.isLow ? LOW_STARS : null;
    return (await ask(CityReviewsDocument, { hidden, ratingMax, after })).reviews;
  }

  #narrow = (): void => {
    this.isLow = !this.isLow;
    this.show(this.hasEnded);
  };

  protected override renderWays(): TemplateResult {
    return html`<button class="chip" aria-pressed=${this.isLow} ?disabled=${this.isBusy} @click=${this.#narrow}>${reviewWords[this.language].city.low}</button>`;
  }

  #judge(event: SubmitEvent, review: CityReviewFragment): void {
    event.preventDefault();
    const { id, hiddenAt } = review;
    const words = reviewWords[this.language].city;
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '');
    const input = { reviewId: id, reason };
    void this.act(async () => {
      const judged = hiddenAt
        ? (await ask(ShowReviewDocument, { input })).showReview
        : (await ask(HideReviewDocument, { input })).hideReview;
      const sentence = judged.userErrors[0]?.message;
      this.wrong = sentence ? { id, sentence } : null;
      if (judged.review) await this.finish(review, hiddenAt ? words.showDone : words.hidDone);
    });
  }

  protected override renderItem(review: CityReviewFragment): TemplateResult {
    const words = reviewWords[this.language];
    const { product, rating, text, authorName, writtenAt, photoUrls, answer, hiddenReason } = review;
    const written = `${authorName ?? words.someone} · ${day(writtenAt, this.language, marketNow())}`;
    return html`<p class="row spread"><a class="reach" href="/produk/${product.slug}#ulasan">${product.title}</a><strong class="figures">${words.stars(rating)}</strong></p>
      <p class="quiet small">${written}${review.changedAt ? ` · ${words.changed}` : ''}</p>
      ${text ? html`<p class="said">${text}</p>` : nothing}
      ${reviewPhotos(photoUrls, this.language)}
      ${answer ? html`<p class="quiet">${words.seller.answered(answer)}</p>` : nothing}
      ${hiddenReason ? html`<p class="note warm">${words.seller.hidden(hiddenReason)}</p>` : nothing}
      ${this.#form(review)}`;
  }

  #form(review: CityReviewFragment): TemplateResult {
    const words = reviewWords[this.language].city;
    const field = `alasan-${review.id}`;
    const isHidden = Boolean(review.hiddenAt);
    const wrong = this.wrongOf(review);
    return html`<details class="folded" ?open=${wrong !== ''}><summary>${isHidden ? words.show : words.hide}</summary>
      <form class="stack-tight" @submit=${(event: SubmitEvent) => this.#judge(event, review)}>
        <div class="field"><label for=${field}>${isHidden ? words.showReason : words.hideReason}</label>
          <textarea id=${field} name="reason" rows="2" minlength="3" maxlength="500" required aria-describedby="${field}-hint"></textarea>
          <span class="hint" id="${field}-hint">${isHidden ? words.showHint : words.hideHint}</span></div>
        <p class="wrong" role="alert">${wrong}</p>
        <button class="button ${isHidden ? '' : 'second'}" type="submit" ?disabled=${this.isBusy}>${isHidden ? words.show : words.hide}</button>
      </form></details>`;
  }
}
