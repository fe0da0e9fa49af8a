import { html, type TemplateResult } from 'lit';
import { WorkPlacesDocument, type WorkPlacesQuery } from '../operations/generated/graphql.ts';
import { shellWords } from '../words/shell.ts';
import { workWords } from '../words/work.ts';
import { ApiError, ask } from './client.ts';
import { noWorkHere } from './no-work-here.ts';
import { goToSignIn, PageElement } from './page-element.ts';

/** What somebody works at, as the desk asks for it. */
export type Membership = NonNullable<WorkPlacesQuery['viewer']>['memberships'][number];

/** How long a desk waits for more news before it asks for its sums again, in milliseconds. */
const MOMENT = 400;

/** A place of work: a shop, a point. */
export interface Place {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/**
 * A desk of somebody who works here: finds the places that the signed-in account works at, lets it choose when there are several,
 * and remembers the choice in the address (`?tempat=`). Without an account it leads to the sign-in page.
 */
export abstract class WorkDesk extends PageElement {
  static override properties = { ...PageElement.properties, places: { state: true }, place: { state: true } };

  /** Places to choose from; null while they are asked for. */
  declare protected places: readonly Place[] | null;
  /** The chosen one. */
  declare protected place: Place | null;
  #timer = 0;

  constructor() {
    super();
    this.places = null;
    this.place = null;
  }

  /** The place that a membership gives at this kind of desk, null when it gives none. */
  protected abstract placeOf(membership: Membership): Place | null;

  /** Starts the work at a place. */
  protected abstract open(place: Place): Promise<void>;

  protected abstract renderDesk(place: Place): TemplateResult;

  /** Does `work` once nothing has asked for it for a moment. When it fails, what is shown stays until the next time. */
  protected soon(work: () => Promise<void>): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(async () => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
      }
    }, MOMENT);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  override firstUpdated(): void {
    void this.act(async () => {
      const { viewer } = await ask(WorkPlacesDocument, {});
      if (!viewer) return goToSignIn();
      const places = viewer.memberships.flatMap((membership) => this.placeOf(membership) ?? []);
      this.places = places;
      const wanted = new URLSearchParams(location.search).get('tempat');
      const place = places.find(({ slug }) => slug === wanted) ?? (places.length === 1 ? places[0] : undefined);
      if (place) await this.#choose(place);
    });
  }

  async #choose(place: Place): Promise<void> {
    this.place = place;
    const address = new URL(location.href);
    address.searchParams.set('tempat', place.slug);
    history.replaceState(null, '', address);
    await this.open(place);
  }

  override render(): TemplateResult {
    if (this.place) return this.renderDesk(this.place);
    if (this.places) return this.#renderChoice(this.places);
    if (this.problem) return html`<p class="note bad" role="alert">${this.problem}</p>`;
    return html`<p role="status" class="quiet">${shellWords[this.language].loading}</p>`;
  }

  #renderChoice(places: readonly Place[]): TemplateResult {
    const words = workWords[this.language];
    if (places.length === 0) return noWorkHere(this.language);
    return html`<h2>${words.choosePlace}</h2>
      <ul class="stack-tight section">
        ${places.map(
          (place) =>
            html`<li><button class="button second wide" @click=${() => this.act(() => this.#choose(place))}>${place.name}</button></li>`,
        )}
      </ul>`;
  }
}
