import { html, LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import locate from 'lucide-static/icons/locate.svg?raw';
import { icon } from '../../elements/icon.ts';
import { pageLanguage } from '../../elements/language.ts';
import { marketNow } from '../../elements/market-clock.ts';
import type { CheckoutViewFragment } from '../../operations/generated/graphql.ts';
import { buyWords } from '../../words/buy.ts';
import { type Position, positionOfDevice } from './device-position.ts';
import { drawPointFacts, matches, shownAtFirst } from './point-facts.ts';

/** A pickup point as the cart sees it. */
export type CartPoint = CheckoutViewFragment['availablePickupPoints'][number];

/** Points beyond which one searches instead of reading. */
const MANY = 8;

/**
 * Where to collect: the points, nearest first, with what speaks against one of them.
 * @fires point-chosen - CustomEvent<string>, the id of the point.
 * @fires position-found - CustomEvent<Position>, where the device is, when the person asked for it.
 */
export class PointPicker extends LitElement {
  static override properties = {
    points: { attribute: false },
    chosen: { attribute: false },
    wrong: { attribute: false },
    nearTo: { attribute: false },
    text: { state: true },
    showsAll: { state: true },
    locating: { state: true },
  };

  declare points: readonly CartPoint[];
  /** Id of the chosen point, null while there is none. */
  declare chosen: string | null;
  /** What is wrong with the choice; empty when nothing is. */
  declare wrong: string;
  /** Says from where distances are measured; empty when from nowhere. */
  declare nearTo: string;
  declare protected text: string;
  declare protected showsAll: boolean;
  /** What became of looking for the device. */
  declare protected locating: string;

  constructor() {
    super();
    this.wrong = '';
    this.nearTo = '';
    this.text = '';
    this.showsAll = false;
    this.locating = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const words = buyWords[pageLanguage()].checkout;
    const found = this.points.filter((point) => matches(point, this.text));
    const shown = this.showsAll || this.text ? found : shownAtFirst(found, this.chosen);
    const rest = found.length - shown.length;
    return html`<div class="row spread near">
        <p class="quiet small" role="status">${this.locating || this.nearTo}</p>
        <button type="button" class="button plain small" @click=${this.#locate}>${icon(locate)}${words.locate}</button>
      </div>
      ${this.points.length > MANY ? this.#drawSearch(found.length) : ''}
      <p class="wrong" id="titik-salah" role="alert">${this.wrong}</p>
      <div role="radiogroup" aria-labelledby="bagian-titik" aria-describedby="titik-salah" class="stack-tight">
        ${repeat(
          shown,
          ({ pickupPoint }) => pickupPoint.id,
          (point) => this.#drawPoint(point),
        )}
      </div>
      ${found.length === 0 ? html`<p class="quiet">${words.noPoint}</p>` : ''}
      ${rest > 0 ? html`<button type="button" class="button second wide" @click=${this.#showAll}>${words.morePoints(rest)}</button>` : ''}
`;
  }

  #drawSearch(found: number): TemplateResult {
    const words = buyWords[pageLanguage()].checkout;
    return html`<div class="field">
      <label for="cari-titik">${words.findPoint}</label>
      <input id="cari-titik" type="search" autocomplete="off" maxlength="80" .value=${live(this.text)} @input=${this.#search}>
      <p class="unseen" role="status">${this.text ? words.pointsFound(found) : ''}</p>
    </div>`;
  }

  #drawPoint(point: CartPoint): TemplateResult {
    const { pickupPoint, isAvailable } = point;
    return html`<label class="choice point">
      <input type="radio" name="titik" value=${pickupPoint.id} .checked=${live(this.chosen === pickupPoint.id)} ?disabled=${!isAvailable}
        @change=${() => this.dispatchEvent(new CustomEvent<string>('point-chosen', { detail: pickupPoint.id }))}>
      <span class="choice-facts">${drawPointFacts(point, pageLanguage(), marketNow())}</span>
    </label>`;
  }

  #search = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
  };

  #showAll = async (): Promise<void> => {
    const at = this.querySelectorAll('.point').length;
    this.showsAll = true;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.point input')[at]?.focus();
  };

  #locate = async (): Promise<void> => {
    const words = buyWords[pageLanguage()].checkout;
    this.locating = words.locating;
    const found = await positionOfDevice();
    if (typeof found === 'string') {
      this.locating = words[found];
      return;
    }
    this.locating = '';
    this.dispatchEvent(new CustomEvent<Position>('position-found', { detail: found }));
  };
}
