import { html, type TemplateResult } from 'lit';
import { ask, follow } from '../../elements/client.ts';
import { LoadedElement } from '../../elements/loaded-element.ts';
import { newKey } from '../../elements/new-key.ts';
import { showToast } from '../../elements/toast.ts';
import {
  AcceptDisputeOfferDocument,
  CancelOrderDocument,
  CancelParcelDocument,
  ChangePaymentMethodDocument,
  OpenDisputeDocument,
  type OpenDisputeInput,
  OrderLiveDocument,
  OrderPageDocument,
  type OrderPageQuery,
  PassOnDisputeDocument,
  type PaymentMethod,
  SaveRefundAccountDocument,
  type SaveRefundAccountInput,
  WithdrawDisputeDocument,
} from '../../operations/generated/graphql.ts';
import { buyWords } from '../../words/buy.ts';
import { disputeWords } from '../../words/dispute.ts';
import { orderWords } from '../../words/order.ts';
import { type ComplaintActs, drawComplaint, drawComplaintDialog } from './complaint.ts';
import { drawCancel, drawChange } from './dialogs.ts';
import { isReady, type Order, type Parcel } from './order.ts';
import { cameToNothing, drawAgain, drawPoint, drawRefunds, drawStatus, drawSums, drawTimeline } from './order-parts.ts';
import { drawParcel } from './parcel-card.ts';
import { drawRefundAccount } from './refund-account.ts';

/** What an act answers. An answer without an order is followed by a look at it. */
interface Outcome {
  readonly order?: Order | null;
  readonly userErrors: readonly { readonly message: string }[];
}

type Asking =
  | { readonly what: 'cancel'; readonly parcel: Parcel | null }
  | { readonly what: 'complain'; readonly parcel: Parcel; readonly key: string }
  | { readonly what: 'method'; readonly key: string };

/**
 * One order, live: how to pay it, where it is, how to collect it.
 * @attr code - its code.
 * @attr demo-phone - address of the demo's phones; empty where messages reach real ones.
 */
export class OrderPage extends LoadedElement {
  static override properties = {
    ...LoadedElement.properties,
    order: { state: true },
    asking: { state: true },
    chosen: { state: true },
    wrong: { state: true },
    announcement: { state: true },
  };

  declare protected order: Order | null;
  /** The dialog that is open, null for none. */
  declare protected asking: Asking | null;
  declare protected chosen: PaymentMethod | null;
  /** What the API refused in the dialog. */
  declare protected wrong: string;
  /** What changed last, for screen readers. */
  declare protected announcement: string;
  #phone = '';
  /** How many live updates came. */
  #news = 0;
  #stop = (): void => {};

  constructor() {
    super();
    this.order = null;
    this.asking = null;
    this.chosen = null;
    this.wrong = '';
    this.announcement = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = follow(OrderLiveDocument, { code: this.#code }, ({ orderUpdated }) => {
      this.#news += 1;
      this.#take(orderUpdated);
    });
    document.addEventListener('visibilitychange', this.#wake);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    document.removeEventListener('visibilitychange', this.#wake);
  }

  get #code(): string {
    return this.getAttribute('code') ?? '';
  }

  /** Phones cut the stream of a page that is not looked at: whoever comes back from the bank's app sees the present at once. */
  #wake = (): void => {
    if (document.visibilityState === 'visible' && this.isLoaded) void this.reload();
  };

  protected override async load(): Promise<void> {
    let before: number;
    let answer: OrderPageQuery;
    // News that came while the answer was on its way may be newer than it.
    do {
      before = this.#news;
      answer = await ask(OrderPageDocument, { code: this.#code });
    } while (before !== this.#news);
    // Signed out meanwhile: the server knows where to go.
    if (!answer.order) return location.reload();
    this.#phone = answer.viewer?.account.phone ?? '';
    this.#take(answer.order);
  }

  #take(order: Order): void {
    const before = this.order;
    this.order = order;
    this.isLoaded = true;
    if (!before || before.status === order.status) return;
    const words = orderWords[this.language];
    this.announcement = words.changed(words.status[order.status]);
    if (before.status === 'AWAITING_PAYMENT' && order.collection) showToast({ text: words.pay.paid });
  }

  #close = (): void => {
    this.asking = null;
    this.wrong = '';
    this.problem = '';
  };

  /** Does what a dialog asked for: then closes it, or says in it what was refused. */
  #do(send: () => Promise<Outcome>, done: string): void {
    this.wrong = '';
    void this.act(async () => {
      const before = this.#news;
      const { order, userErrors } = await send();
      this.wrong = userErrors[0]?.message ?? '';
      if (this.wrong) return;
      if (order && before === this.#news) this.#take(order);
      else await this.load();
      this.querySelector('dialog')?.close();
      showToast({ text: done });
      await this.updateComplete;
      this.querySelector<HTMLElement>('#keadaan')?.focus();
    });
  }

  #cancel(orderId: string, reason: string): void {
    const input = { orderId, reason: reason || null };
    this.#do(
      async () => (await ask(CancelOrderDocument, { input })).cancelOrder,
      orderWords[this.language].cancel.done,
    );
  }

  #cancelParcel({ id: parcelId, seller }: Parcel): void {
    const done = orderWords[this.language].cancel.parcelDone(seller.name);
    this.#do(async () => (await ask(CancelParcelDocument, { input: { parcelId } })).cancelParcel, done);
  }

  #change(orderId: string, key: string, paymentMethod: PaymentMethod): void {
    const input = { orderId, paymentMethod, idempotencyKey: `${key} ${paymentMethod}` };
    const done = orderWords[this.language].pay.changed(buyWords[this.language].methods.longNames[paymentMethod]);
    this.#do(async () => (await ask(ChangePaymentMethodDocument, { input })).changePaymentMethod, done);
  }

  readonly #complaint: ComplaintActs = {
    open: (parcel) => {
      this.asking = { what: 'complain', parcel, key: newKey() };
    },
    accept: (disputeId) =>
      this.#do(
        async () => (await ask(AcceptDisputeOfferDocument, { input: { disputeId } })).acceptDisputeOffer,
        disputeWords[this.language].accepted,
      ),
    passOn: (disputeId) =>
      this.#do(
        async () => (await ask(PassOnDisputeDocument, { input: { disputeId } })).passOnDispute,
        disputeWords[this.language].passedOn,
      ),
    withdraw: (disputeId) =>
      this.#do(
        async () => (await ask(WithdrawDisputeDocument, { input: { disputeId } })).withdrawDispute,
        disputeWords[this.language].withdrawn,
      ),
  };

  #complain(complaint: Omit<OpenDisputeInput, 'idempotencyKey'>, idempotencyKey: string): void {
    const input = { ...complaint, idempotencyKey };
    this.#do(async () => (await ask(OpenDisputeDocument, { input })).openDispute, disputeWords[this.language].opened);
  }

  #saveAccount(input: SaveRefundAccountInput): void {
    const done = disputeWords[this.language].account.saved;
    this.#do(async () => {
      const { userErrors } = (await ask(SaveRefundAccountDocument, { input })).saveRefundAccount;
      return { userErrors };
    }, done);
  }

  protected override draw(): TemplateResult {
    const { order, language } = this;
    if (!order) return html``;
    const words = orderWords[language];
    const codes = html`<berjubel-collection .order=${order} .phone=${this.#phone} .demoPhone=${this.getAttribute('demo-phone') ?? ''}
      @order-changed=${(event: CustomEvent<Order>) => this.#take(event.detail)}></berjubel-collection>`;
    return html`<div class="order">
      <p class="unseen" role="status">${this.announcement}</p>
      <div class="stack">
        ${drawStatus(order, language)}
        ${cameToNothing(order) ? drawAgain(order, language) : ''}
        ${(this.problem || this.wrong) && !this.asking ? html`<p class="note bad" role="alert">${this.problem || this.wrong}</p>` : ''}
        ${order.status === 'AWAITING_PAYMENT' ? html`<berjubel-payment .order=${order} @change-wanted=${this.#askMethod}></berjubel-payment>` : ''}
        ${isReady(order) ? codes : ''}
        <h2>${words.parcels}</h2>
        ${order.parcels.map((parcel) => drawParcel(order, parcel, () => this.#askCancel(parcel), drawComplaint(parcel, this.isBusy, this.#complaint, language), language))}
        ${isReady(order) ? '' : codes}
      </div>
      <div class="stack">
        ${drawPoint(order, language)} ${drawTimeline(order, language)} ${drawRefunds(order, language)} ${drawRefundAccount(order, this.isBusy, (account) => this.#saveAccount(account), language)} ${drawSums(order, language)}
        ${cameToNothing(order) ? '' : drawAgain(order, language)}
        ${order.canCancel ? html`<button type="button" class="button ends" @click=${() => this.#askCancel(null)}>${words.cancel.open}</button>` : ''}
        <p><a class="reach" href="/kontak">${words.help}</a></p>
      </div>
      ${this.#drawDialog(order)}
    </div>`;
  }

  #askCancel(parcel: Parcel | null): void {
    this.asking = { what: 'cancel', parcel };
  }

  #askMethod = (): void => {
    this.chosen = null;
    this.asking = { what: 'method', key: newKey() };
  };

  #drawDialog(order: Order): TemplateResult | '' {
    const { asking, language, isBusy } = this;
    const state = { isBusy, wrong: this.wrong || this.problem, closed: this.#close };
    if (asking?.what === 'cancel') {
      const { parcel } = asking;
      const cancel = (reason: string): void => (parcel ? this.#cancelParcel(parcel) : this.#cancel(order.id, reason));
      return drawCancel(order, parcel, state, cancel, language);
    }
    if (asking?.what === 'complain') {
      const { parcel, key } = asking;
      const nothing = (): void => {
        this.wrong = disputeWords[language].nothing;
      };
      return drawComplaintDialog(parcel, state, (complaint) => this.#complain(complaint, key), nothing, language);
    }
    if (asking?.what === 'method') {
      const acts = {
        choose: (method: PaymentMethod) => (this.chosen = method),
        change: () => this.#change(order.id, asking.key, this.chosen!),
      };
      return drawChange(order, this.chosen, state, acts, language);
    }
    return '';
  }
}
