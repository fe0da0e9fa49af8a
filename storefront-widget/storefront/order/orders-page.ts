import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask } from '../../elements/client.ts';
import { LoadedElement } from '../../elements/loaded-element.ts';
import { marketNow } from '../../elements/market-clock.ts';
import { OrdersPageDocument, type OrdersPageQuery } from '../../operations/generated/graphql.ts';
import { dayAndTime, rupiah } from '../../words/format.ts';
import { orderWords } from '../../words/order.ts';
import { listed } from '../checkout/point-facts.ts';

type Listed = OrdersPageQuery['orders']['edges'][number]['node'];

/** Pictures of an order that are shown in the list. */
const PICTURES = 4;
const GOOD: ReadonlySet<Listed['status']> = new Set(['READY_TO_COLLECT', 'COMPLETED']);
const ENDED_BADLY: ReadonlySet<Listed['status']> = new Set(['EXPIRED', 'CANCELLED', 'REVERSED']);

/** The orders of the person, the latest first. */
export class OrdersPage extends LoadedElement {
  static override properties = { ...LoadedElement.properties, orders: { state: true }, next: { state: true } };

  declare protected orders: readonly Listed[];
  /** Where older ones begin, null when there are none. */
  declare protected next: string | null;

  constructor() {
    super();
    this.orders = [];
    this.next = null;
  }

  protected override load(): Promise<void> {
    return this.#read(null);
  }

  async #read(after: string | null): Promise<void> {
    const { edges, pageInfo } = (await ask(OrdersPageDocument, { after })).orders;
    this.orders = [...(after ? this.orders : []), ...edges.map(({ node }) => node)];
    this.next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  }

  #older = (): void => {
    const at = this.orders.length;
    void this.act(() => this.#read(this.next)).then(async () => {
      await this.updateComplete;
      this.querySelectorAll<HTMLElement>('.order-card')[at]?.focus();
    });
  };

  protected override draw(): TemplateResult {
    const words = orderWords[this.language];
    if (this.orders.length === 0)
      return html`<div class="empty"><img src="/drawings/empty-orders.svg" alt="" width="160" height="160">
        <p><strong>${words.empty}</strong></p><p class="quiet">${words.emptyHelp}</p><a class="button" href="/">${words.browse}</a></div>`;
    return html`<ul class="order-list">${repeat(
      this.orders,
      ({ id }) => id,
      (order) => this.#drawOrder(order),
    )}</ul>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : ''}
      ${this.next ? html`<button type="button" class="button second wide" ?disabled=${this.isBusy} @click=${this.#older}>${words.more}</button>` : ''}`;
  }

  #drawOrder({ code, status, placedAt, total, pickupPoint, parcels }: Listed): TemplateResult {
    const words = orderWords[this.language];
    const lines = parcels.flatMap((parcel) => parcel.lines);
    const pictures = lines.flatMap(({ photoUrl }) => photoUrl ?? []).slice(0, PICTURES);
    const shops = listed(
      parcels.map(({ seller }) => seller.name),
      this.language,
    );
    const others = lines.length - 1;
    const look = GOOD.has(status) ? 'good' : ENDED_BADLY.has(status) ? 'ended' : '';
    return html`<li><a class="card order-card" href="/pesanan/${code}">
      <span class="row spread"><span class="state ${look}">${words.status[status]}</span><strong class="price">${rupiah(total)}</strong></span>
      <span class="pictures" aria-hidden="true">${pictures.map((url) => html`<img src=${url} alt="" width="56" height="56" loading="lazy">`)}</span>
      <span><strong>${lines[0]?.title}</strong>${others > 0 ? html` <span class="quiet">${words.otherGoods(others)}</span>` : ''}</span>
      <span class="quiet small">${shops} · ${words.at(pickupPoint.name)}</span>
      <span class="quiet small figures">${words.placed(dayAndTime(placedAt, this.language, marketNow()))} · ${code}</span>
    </a></li>`;
  }
}
