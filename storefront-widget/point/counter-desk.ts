import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask, follow } from '../elements/client.ts';
import { type Place, WorkDesk } from '../elements/work-desk.ts';
import {
  CounterLiveDocument,
  type CounterParcelFragment,
  CounterParcelsDocument,
  CounterRoomDocument,
  type ParcelStatus,
  ReturnParcelDocument,
} from '../operations/generated/graphql.ts';
import { day } from '../words/format.ts';
import { workWords } from '../words/work.ts';

type Tab = 'receive' | 'handOver' | 'shelf' | 'expected' | 'earnings';

/** Statuses of the two lists. */
const ON_SHELF: readonly ParcelStatus[] = ['AT_POINT', 'UNCOLLECTED'];
const EXPECTED: readonly ParcelStatus[] = ['WAITING', 'ACCEPTED', 'PACKED'];

/** `<berjubel-counter>`: what an operator does at a pickup point: take in, hand over, look at the shelf. */
export class CounterDesk extends WorkDesk {
  static override properties = {
    ...WorkDesk.properties,
    tab: { state: true },
    parcels: { state: true },
    roomLeft: { state: true },
    said: { state: true },
  };

  declare private tab: Tab;
  declare private parcels: readonly CounterParcelFragment[];
  declare private roomLeft: number | null;
  declare private said: string;
  #stopLive: (() => void) | null = null;

  constructor() {
    super();
    this.tab = 'receive';
    this.parcels = [];
    this.roomLeft = null;
    this.said = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLive?.();
  }

  protected override placeOf(membership: { pickupPoint?: Place | null }): Place | null {
    return membership.pickupPoint ?? null;
  }

  protected override async open(place: Place): Promise<void> {
    this.parcels = await this.#read(place.slug);
    this.#stopLive?.();
    this.#stopLive = follow(CounterLiveDocument, { pointId: place.id }, ({ pointQueue }) => {
      this.#take(pointQueue);
      this.soon(async () => {
        this.roomLeft = (await ask(CounterRoomDocument, { slug: place.slug })).pickupPoint?.roomLeft ?? null;
      });
    });
  }

  /** Every parcel that is here or on its way. */
  async #read(slug: string, after: string | null = null): Promise<CounterParcelFragment[]> {
    const { pickupPoint } = await ask(CounterParcelsDocument, { slug, status: [...ON_SHELF, ...EXPECTED], after });
    if (!pickupPoint) return [];
    this.roomLeft = pickupPoint.roomLeft ?? null;
    const { edges, pageInfo } = pickupPoint.parcels;
    const parcels = edges.map(({ node }) => node);
    return pageInfo.hasNextPage ? [...parcels, ...(await this.#read(slug, pageInfo.endCursor))] : parcels;
  }

  #take(parcel: CounterParcelFragment): void {
    this.parcels = [parcel, ...this.parcels.filter(({ id }) => id !== parcel.id)];
  }

  protected override renderDesk(place: Place): TemplateResult {
    const words = workWords[this.language].point;
    const shelf = this.parcels.filter(({ status }) => ON_SHELF.includes(status));
    const expected = this.parcels.filter(({ status }) => EXPECTED.includes(status));
    const tab = (name: Tab, label: string, count?: number): TemplateResult =>
      html`<button class="chip" aria-pressed=${this.tab === name} @click=${() => (this.tab = name)}>
        ${label}${count === undefined ? nothing : html` <span class="badge">${count}</span>`}
      </button>`;
    return html`<div class="row spread">
        <p><strong>${place.name}</strong></p>
        ${this.roomLeft === null ? nothing : html`<p class="quiet small">${words.roomLeft(this.roomLeft)}</p>`}
      </div>
      <div class="chips section" role="group" aria-label=${words.title}>
        ${tab('receive', words.receive)} ${tab('handOver', words.handOver)} ${tab('shelf', words.shelf, shelf.length)}
        ${tab('expected', words.expected, expected.length)} ${tab('earnings', words.earnings)}
      </div>
      <div class="section">
        ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
        ${this.tab === 'receive' ? html`<berjubel-take-in .pointId=${place.id}></berjubel-take-in>` : nothing}
        ${this.tab === 'handOver' ? html`<berjubel-hand-over .pointId=${place.id}></berjubel-hand-over>` : nothing}
        ${this.tab === 'shelf' ? this.#list(place, shelf) : nothing} ${this.tab === 'expected' ? this.#list(place, expected) : nothing}
        ${this.tab === 'earnings' ? html`<berjubel-earnings .ownerId=${place.id} .isKeeper=${false}></berjubel-earnings>` : nothing}
      </div>
      <p class="unseen" role="status">${this.said}</p>`;
  }

  #list(place: Place, parcels: readonly CounterParcelFragment[]): TemplateResult {
    const words = workWords[this.language].point;
    if (parcels.length === 0)
      return html`<div class="empty"><img src="/drawings/empty-orders.svg" alt="" width="160" height="160"><p class="quiet">${words.empty}</p></div>`;
    return html`<ul class="stack-tight">
      ${repeat(
        parcels,
        ({ id }) => id,
        (parcel) => html`<li class="card row spread">
          <span><strong class="code">${parcel.code}</strong><br /><span class="small quiet">${parcel.seller.name}, ${parcel.orderCode}</span></span>
          <span class="small">
            ${parcel.status === 'UNCOLLECTED' ? html`<strong class="wrong">${words.late}</strong>` : nothing}
            ${parcel.status === 'AT_POINT' && parcel.holdUntil ? words.until(day(parcel.holdUntil, this.language)) : nothing}
          </span>
          ${
            parcel.status === 'UNCOLLECTED'
              ? html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.#giveBack(place, parcel)}>${words.goBack}</button>`
              : nothing
          }
        </li>`,
      )}
    </ul>`;
  }

  #giveBack(place: Place, parcel: CounterParcelFragment): void {
    void this.act(async () => {
      const { returnParcel } = await ask(ReturnParcelDocument, {
        input: { pointId: place.id, parcelCode: parcel.code },
      });
      if (returnParcel.parcel) {
        this.#take(returnParcel.parcel);
        this.said = workWords[this.language].point.gaveBack;
      }
      this.problem = returnParcel.userErrors[0]?.message ?? '';
    });
  }
}
