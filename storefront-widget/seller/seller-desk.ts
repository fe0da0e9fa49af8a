import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask, follow } from '../elements/client.ts';
import { marketNow } from '../elements/market-clock.ts';
import { newKey } from '../elements/new-key.ts';
import { type Place, WorkDesk } from '../elements/work-desk.ts';
import {
  AcceptParcelDocument,
  PackParcelDocument,
  type ParcelStatus,
  RefundLinesDocument,
  RejectParcelDocument,
  SellerBalanceDocument,
  type SellerBalanceQuery,
  type SellerParcelFragment,
  SellerQueueDocument,
  SellerQueueLiveDocument,
} from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { duration, rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';
import { reviewWords } from '../words/review.ts';
import { voucherWords } from '../words/voucher.ts';
import { workWords } from '../words/work.ts';
import { type Missing, missingDialog } from './missing-dialog.ts';
import { type ParcelActs, parcelCard } from './parcel-card.ts';
import { rejectDialog } from './reject-dialog.ts';

/** Groups of the queue in the order of urgency; everything else has ended. */
const GROUPS = ['WAITING', 'ACCEPTED', 'PACKED', 'AT_POINT', 'UNCOLLECTED', 'COLLECTED'] as const;
const UNDER_WAY: readonly ParcelStatus[] = ['WAITING', 'ACCEPTED', 'PACKED', 'AT_POINT', 'UNCOLLECTED'];
const ENDED: readonly ParcelStatus[] = ['COLLECTED', 'REJECTED', 'CANCELLED', 'LAPSED', 'RETURNED', 'LOST'];

/** What is asked before a parcel, or pieces of it, are given up. The same dialog, sent again after a lost answer, is the same refund. */
type Asking =
  | { readonly what: 'reject'; readonly parcel: SellerParcelFragment }
  | { readonly what: 'miss'; readonly parcel: SellerParcelFragment; readonly key: string };

/** What a mutation on a parcel gives back. */
interface ParcelAnswer {
  parcel?: SellerParcelFragment | null;
  userErrors: { message: string }[];
}

/** `<berjubel-seller-desk>`: the queue of a shop, live, and its stock. */
export class SellerDesk extends WorkDesk {
  static override properties = {
    ...WorkDesk.properties,
    tab: { state: true },
    shop: { state: true },
    parcels: { state: true },
    asking: { state: true },
    wrong: { state: true },
  };

  declare private tab: 'queue' | 'disputes' | 'reviews' | 'stock' | 'vouchers' | 'earnings';
  declare private shop: SellerBalanceQuery['seller'];
  declare private parcels: readonly SellerParcelFragment[] | null;
  /** What is asked in the dialog that is open, null for none. */
  declare private asking: Asking | null;
  /** Why the act in the dialog was refused; empty when it was not. */
  declare private wrong: string;
  #stopLive: (() => void) | null = null;

  constructor() {
    super();
    this.tab = 'queue';
    this.shop = null;
    this.parcels = null;
    this.asking = null;
    this.wrong = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLive?.();
  }

  protected override placeOf(membership: { seller?: Place | null }): Place | null {
    return membership.seller ?? null;
  }

  protected override async open(place: Place): Promise<void> {
    const [underWay, ended] = await Promise.all([
      this.#read(place.slug, UNDER_WAY, 'whole'),
      this.#read(place.slug, ENDED, 'page'),
    ]);
    this.parcels = [...underWay, ...ended];
    this.#stopLive?.();
    this.#stopLive = follow(SellerQueueLiveDocument, { sellerId: place.id }, ({ parcelQueue }) => {
      this.#take(parcelQueue);
      this.#readBalance(place);
    });
  }

  /** The sums at the top, as they are now. */
  #readBalance({ slug }: Place): void {
    this.soon(async () => {
      this.shop = (await ask(SellerBalanceDocument, { slug })).seller;
    });
  }

  /** Parcels of these statuses: the whole queue, so that none waits unseen, or one page of what has ended. */
  async #read(
    slug: string,
    status: readonly ParcelStatus[],
    howMuch: 'whole' | 'page',
    after: string | null = null,
  ): Promise<SellerParcelFragment[]> {
    const { seller } = await ask(SellerQueueDocument, { slug, status: [...status], after });
    if (!seller) return [];
    this.shop = seller;
    const { edges, pageInfo } = seller.parcels;
    const parcels = edges.map(({ node }) => node);
    if (howMuch === 'page' || !pageInfo.hasNextPage) return parcels;
    return [...parcels, ...(await this.#read(slug, status, howMuch, pageInfo.endCursor))];
  }

  #take(parcel: SellerParcelFragment): void {
    const others = (this.parcels ?? []).filter(({ id }) => id !== parcel.id);
    this.parcels = [parcel, ...others];
  }

  async #finish(answer: ParcelAnswer): Promise<void> {
    this.problem = answer.userErrors[0]?.message ?? '';
    if (!answer.parcel) return;
    this.#take(answer.parcel);
    // The card moves to its next group, and the button that was pressed is gone: the focus stays with the card.
    await this.updateComplete;
    this.querySelector<HTMLElement>(`article[aria-label="${answer.parcel.orderCode}"]`)?.focus();
  }

  readonly #acts: ParcelActs = {
    accept: (parcel) =>
      void this.act(async () =>
        this.#finish((await ask(AcceptParcelDocument, { input: { parcelId: parcel.id } })).acceptParcel),
      ),
    pack: (parcel) =>
      void this.act(async () =>
        this.#finish((await ask(PackParcelDocument, { input: { parcelId: parcel.id } })).markParcelPacked),
      ),
    reject: (parcel) => {
      this.asking = { what: 'reject', parcel };
    },
    miss: (parcel) => {
      this.asking = { what: 'miss', parcel, key: newKey() };
    },
  };

  protected override renderDesk(place: Place): TemplateResult {
    const words = workWords[this.language].seller;
    const tab = (name: SellerDesk['tab'], label: string): TemplateResult =>
      html`<button class="chip" aria-pressed=${this.tab === name} @click=${() => (this.tab = name)}>${label}</button>`;
    return html`<div class="row spread">
        <p><strong>${place.name}</strong></p>
        ${this.shop ? this.#balance(this.shop) : nothing}
      </div>
      <div class="chips section" role="group" aria-label=${words.title}>${tab('queue', words.queue)} ${tab('disputes', disputeWords[this.language].seller.tab)} ${tab('reviews', reviewWords[this.language].seller.tab)} ${tab('stock', words.stock)} ${tab('vouchers', voucherWords[this.language].title)} ${tab('earnings', moneyWords[this.language].earnings)}</div>
      ${this.problem && !this.asking ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.#renderTab(place)}
      ${this.asking ? this.#renderDialog(this.asking) : nothing}`;
  }

  #renderTab(place: Place): TemplateResult {
    if (this.tab === 'queue') return this.#renderQueue();
    if (this.tab === 'disputes') return html`<berjubel-seller-disputes .slug=${place.slug}></berjubel-seller-disputes>`;
    if (this.tab === 'reviews') return html`<berjubel-seller-reviews .slug=${place.slug}></berjubel-seller-reviews>`;
    if (this.tab === 'stock') return html`<berjubel-seller-stock .slug=${place.slug}></berjubel-seller-stock>`;
    if (this.tab === 'vouchers') return html`<berjubel-vouchers .shop=${place}></berjubel-vouchers>`;
    return html`<berjubel-earnings .ownerId=${place.id} @payout-asked=${() => this.#readBalance(place)}></berjubel-earnings>`;
  }

  #balance(shop: NonNullable<SellerBalanceQuery['seller']>): TemplateResult {
    const words = workWords[this.language].seller;
    return html`<dl class="balance small">
      <div><dt class="quiet">${words.held}</dt><dd class="price">${rupiah(shop.balance.held)}</dd></div>
      <div><dt class="quiet">${words.payable}</dt><dd class="price">${rupiah(shop.balance.payable)}</dd></div>
    </dl>`;
  }

  #renderQueue(): TemplateResult {
    const words = workWords[this.language].seller;
    const parcels = this.parcels ?? [];
    const waiting = parcels.filter(({ status }) => status === 'WAITING');
    const due = waiting.flatMap(({ respondBy }) => (respondBy ? [Date.parse(respondBy)] : []));
    const soonest = due.length > 0 ? duration((Math.min(...due) - marketNow().getTime()) / 1000, this.language) : null;
    const ended = parcels.filter(({ status }) => !(GROUPS as readonly string[]).includes(status));
    if (parcels.length === 0)
      return html`<div class="empty"><img src="/drawings/empty-orders.svg" alt="" width="160" height="160" /><p>${words.empty}</p></div>`;
    return html`<p class="note ${waiting.length > 0 ? 'warm' : ''}" role="status">
        ${waiting.length > 0 ? words.waiting(waiting.length) : words.nothingWaiting}${soonest ? `, ${words.soonest(soonest)}` : ''}
      </p>
      ${GROUPS.map((status) =>
        this.#group(
          words.groups[status],
          parcels.filter((parcel) => parcel.status === status),
        ),
      )}
      ${this.#group(words.groups.ended, ended)}`;
  }

  #group(title: string, parcels: readonly SellerParcelFragment[]): TemplateResult | typeof nothing {
    if (parcels.length === 0) return nothing;
    // A queue has the oldest first, a history the latest.
    const latestFirst = parcels.toSorted((one, other) => other.placedAt.localeCompare(one.placedAt));
    const inOrder = UNDER_WAY.includes(parcels[0]!.status) ? latestFirst.toReversed() : latestFirst;
    return html`<section class="section">
      <h2>${title} <span class="badge">${parcels.length}</span></h2>
      <ul class="queue">${repeat(
        inOrder,
        ({ id }) => id,
        (parcel) => html`<li>${parcelCard(parcel, this.language, this.isBusy, this.#acts)}</li>`,
      )}</ul>
    </section>`;
  }

  #renderDialog(asking: Asking): TemplateResult {
    const { parcel } = asking;
    const changed = (): void => {
      this.wrong = '';
    };
    const closed = (): void => {
      this.asking = null;
      this.wrong = '';
      this.problem = '';
    };
    const state = { isBusy: this.isBusy, wrong: this.wrong || this.problem, closed };
    if (asking.what === 'reject')
      return rejectDialog(parcel, state, (reason) => this.#reject(parcel, reason), this.language);
    const acts = { changed, giveBack: (missing: Missing) => this.#giveBack(parcel, missing, asking.key) };
    return missingDialog(parcel, state, acts, this.language);
  }

  #giveBack({ id: parcelId }: SellerParcelFragment, { lines, reason }: Missing, idempotencyKey: string): void {
    const input = { parcelId, lines: [...lines], reason, idempotencyKey };
    this.#do(async () => (await ask(RefundLinesDocument, { input })).refundLines);
  }

  #reject({ id: parcelId }: SellerParcelFragment, reason: string): void {
    this.#do(async () => (await ask(RejectParcelDocument, { input: { parcelId, reason } })).rejectParcel);
  }

  /** Does what a dialog asked for: then closes it, or says in it what was refused. */
  #do(send: () => Promise<ParcelAnswer>): void {
    this.wrong = '';
    void this.act(async () => {
      const answer = await send();
      this.wrong = answer.userErrors[0]?.message ?? '';
      if (this.wrong) return;
      this.querySelector('dialog')?.close();
      await this.#finish(answer);
    });
  }
}
