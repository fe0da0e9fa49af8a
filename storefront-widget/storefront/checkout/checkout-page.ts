import { html, type TemplateResult } from 'lit';
import { announceCart } from '../../elements/cart-count.ts';
import { ask } from '../../elements/client.ts';
import { LoadedElement } from '../../elements/loaded-element.ts';
import { showToast } from '../../elements/toast.ts';
import {
  CheckoutPageDocument,
  ChoosePointDocument,
  type PaymentMethod,
  UpdateProfileDocument,
} from '../../operations/generated/graphql.ts';
import { buyWords } from '../../words/buy.ts';
import { rupiah } from '../../words/format.ts';
import {
  type CheckoutCart,
  type CheckoutViewer,
  drawGoods,
  drawNothing,
  drawSums,
  drawWho,
  feeOf,
} from './checkout-parts.ts';
import type { Position } from './device-position.ts';
import { rememberedMethod, rememberMethod } from './last-method.ts';
import { leaveOutSoldOut } from './leave-out.ts';
import { unansweredAttempt } from './pay-attempt.ts';
import { mendedAt, orderOfLostAnswer, type Part, partOf, placeOrder, type Refusal } from './place-order.ts';
import { redeemToken } from './redeem-token.ts';

/** What is said in the parts of the page, and in those that are filled in by the person. */
type Said = Partial<Record<Part | 'who' | 'name', string>>;

/**
 * The checkout: where, how to pay, who. Nothing is asked twice, and pressing twice or reloading never makes two orders.
 * @attr near - "latitude,longitude" of the place that this browser remembers.
 * @attr place - its name.
 * @attr point - slug of the pickup point that is this person's place.
 * @attr demo-phone - address of the demo's phones; empty where messages reach real ones.
 */
export class CheckoutPage extends LoadedElement {
  static override properties = {
    ...LoadedElement.properties,
    cart: { state: true },
    viewer: { state: true },
    method: { state: true },
    said: { state: true },
    notes: { state: true },
    mendAt: { state: true },
    isLeaving: { state: true },
    nearTo: { state: true },
  };

  declare protected cart: CheckoutCart | null;
  declare protected viewer: CheckoutViewer | null;
  declare protected method: PaymentMethod | null;
  declare protected said: Said;
  /** What happened on the way here. */
  declare protected notes: readonly string[];
  declare protected mendAt: '/pesanan' | '/keranjang' | null;
  /** The order is placed, the next page on its way. */
  declare protected isLeaving: boolean;
  declare protected nearTo: string;
  #near: Position | null = null;

  constructor() {
    super();
    this.cart = null;
    this.viewer = null;
    this.method = null;
    this.said = {};
    this.notes = [];
    this.mendAt = null;
    this.isLeaving = false;
    this.nearTo = '';
  }

  override connectedCallback(): void {
    const [latitude, longitude] = (this.getAttribute('near') ?? '').split(',').map(Number);
    const place = this.getAttribute('place');
    if (place && latitude && longitude) {
      this.#near = { latitude, longitude };
      this.nearTo = buyWords[this.language].checkout.nearestTo(place);
    }
    super.connectedCallback();
  }

  protected override async load(): Promise<void> {
    const notes = await redeemToken();
    if (notes) this.notes = [notes];
    await this.#look();
    if (this.viewer && unansweredAttempt()) await this.#findLostOrder();
    const home = this.cart?.availablePickupPoints.find(
      ({ pickupPoint }) => pickupPoint.slug === this.getAttribute('point'),
    );
    if (this.cart && !this.cart.pickupPoint && home?.isAvailable) await this.#setPoint(home.pickupPoint.id);
  }

  /** The cart and the person as they are now; what is sold out leaves the order. */
  async #look(): Promise<void> {
    const { cart, viewer } = await ask(CheckoutPageDocument, { near: this.#near });
    const { cart: buyable, leftOut } = cart ? await leaveOutSoldOut(cart, this.#near) : { cart: null, leftOut: '' };
    this.cart = buyable;
    this.viewer = viewer ?? null;
    if (leftOut) this.notes = [...this.notes, buyWords[this.language].checkout.leftOut(leftOut)];
    announceCart(buyable?.itemCount ?? 0);
    const canCarry = (method: PaymentMethod | null) =>
      buyable?.paymentMethods.some((offer) => offer.method === method && offer.isAvailable) ?? false;
    this.method = [this.method, rememberedMethod(), 'QRIS' as const].find(canCarry) ?? null;
  }

  async #findLostOrder(): Promise<void> {
    if (this.cart && this.cart.selectedCount > 0) {
      this.said = { sum: buyWords[this.language].checkout.maybePlaced };
      return;
    }
    const code = await orderOfLostAnswer();
    if (code) this.#leave(code);
  }

  #leave(code: string): void {
    this.isLeaving = true;
    location.assign(`/pesanan/${code}`);
  }

  async #setPoint(pickupPointId: string): Promise<void> {
    const { setCartPickupPoint } = await ask(ChoosePointDocument, { input: { pickupPointId }, near: this.#near });
    const refused = setCartPickupPoint.userErrors[0];
    if (setCartPickupPoint.cart) this.cart = setCartPickupPoint.cart;
    this.said = { ...this.said, point: refused?.message ?? '' };
  }

  #choosePoint = (event: CustomEvent<string>): void => void this.act(() => this.#setPoint(event.detail));

  #chooseMethod = (event: CustomEvent<PaymentMethod>): void => {
    this.method = event.detail;
    rememberMethod(event.detail);
    this.said = { ...this.said, method: '' };
  };

  #moveTo = (event: CustomEvent<Position>): void => {
    this.#near = event.detail;
    this.nearTo = buyWords[this.language].checkout.nearestToYou;
    void this.act(() => this.#look());
  };

  #voucherChanged = (): void => void this.act(() => this.#look());

  #signedIn = async (): Promise<void> => {
    await this.act(() => this.#look());
    showToast({ text: buyWords[this.language].checkout.nowSignedIn });
    await this.#show({});
  };

  /** What was asked of the person is being answered. */
  #whoAnswers = (): void => {
    if (this.said.who) this.said = { ...this.said, who: '' };
  };

  #pay = async (): Promise<void> => {
    const { cart, method, viewer } = this;
    const words = buyWords[this.language].checkout;
    if (!cart || this.isBusy || this.isLeaving) return;
    this.notes = [];
    this.mendAt = null;
    const isPointGood = cart.availablePickupPoints.some(
      (point) => point.isAvailable && point.pickupPoint.id === cart.pickupPoint?.id,
    );
    if (!isPointGood) return this.#show({ point: words.choosePoint });
    if (!method) return this.#show({ method: words.chooseMethod });
    if (!viewer || viewer.needsConsent) return this.#show({ who: words.signInFirst });
    this.said = {};
    await this.act(async () => {
      if (!(await this.#saveName(viewer))) return;
      const wish = { cartId: cart.id, expectedTotal: cart.total, paymentMethod: method };
      const answer = await placeOrder(wish, `${cart.updatedAt} ${cart.pickupPoint?.id}`);
      if (typeof answer === 'string') this.#leave(answer);
      else await this.#refused(answer);
    });
  };

  /** Keeps what the person wants to be called, when it was asked and told. */
  async #saveName({ account }: CheckoutViewer): Promise<boolean> {
    const name = this.querySelector<HTMLInputElement>('#nama-ambil')?.value.trim();
    if (account.name || !name) return true;
    const { updateProfile } = await ask(UpdateProfileDocument, { input: { name } });
    const refused = updateProfile.userErrors[0];
    if (refused) await this.#show({ name: refused.message });
    return !refused;
  }

  /** Shows the cart as it is now, and why it was not ordered where it can be mended. */
  async #refused(refusal: Refusal): Promise<void> {
    const words = buyWords[this.language].checkout;
    const before = this.cart?.total;
    await this.#look();
    this.mendAt = mendedAt(refusal);
    const part = partOf(refusal);
    const total = this.cart?.total ?? 0;
    const isNewSum = part === 'sum' && total !== before && this.mendAt === null;
    await this.#show({ [part]: isNewSum ? `${refusal.message} ${words.newSum(rupiah(total))}` : refusal.message });
  }

  /** Says something in a part of the page and leads the eye there. */
  async #show(said: Said): Promise<void> {
    this.said = said;
    await this.updateComplete;
    const [part = 'sum'] = Object.keys(said);
    const places: Record<string, string> = {
      point: 'berjubel-points [type="radio"]:enabled',
      method: 'berjubel-methods input:enabled',
      who: 'berjubel-sign-in input',
      name: '#nama-ambil',
      sum: '.pay-bar button',
    };
    this.querySelector<HTMLElement>(places[part]!)?.focus();
  }

  protected override draw(): TemplateResult {
    const { cart, viewer, language, method, said } = this;
    const words = buyWords[language].checkout;
    if (!cart || cart.selectedCount === 0)
      return html`${this.notes.map((note) => html`<p class="note warm" role="status">${note}</p>`)}${drawNothing(language)}`;
    const canSeeWho = viewer && !viewer.needsConsent;
    return html`<div class="checkout">
      <div class="stack parts">
        ${this.notes.map((note) => html`<p class="note warm" role="status">${note}</p>`)}
        <section class="card"><h2 id="bagian-titik">${words.where}</h2>
          <berjubel-points .points=${cart.availablePickupPoints} .chosen=${cart.pickupPoint?.id ?? null} .wrong=${said.point ?? ''} .nearTo=${this.nearTo}
            @point-chosen=${this.#choosePoint} @position-found=${this.#moveTo}></berjubel-points></section>
        <section class="card"><h2 id="bagian-cara">${words.how}</h2>
          <berjubel-methods .offers=${cart.paymentMethods} .chosen=${method} .wrong=${said.method ?? ''} .labelledBy=${'bagian-cara'}
            @method-chosen=${this.#chooseMethod}></berjubel-methods></section>
        <section class="card" @input=${this.#whoAnswers}><h2>${words.who}</h2>
          ${
            canSeeWho
              ? drawWho(viewer, said.name ?? '', language)
              : html`<p class="quiet">${words.whoHelp}</p><p class="wrong" role="alert">${said.who ?? ''}</p>
                <berjubel-sign-in demo-phone=${this.getAttribute('demo-phone') ?? ''} @signed-in=${this.#signedIn}></berjubel-sign-in>`
          }</section>
      </div>
      <div class="side"><section class="card summary" aria-label=${words.sums}>
        ${drawGoods(cart, language)} ${drawSums(cart, method, language)}
        <berjubel-voucher .voucher=${cart.voucher ?? null} @voucher-changed=${this.#voucherChanged}></berjubel-voucher>
        <p class="quiet small">${words.afterwards}</p>
      </section>
      ${this.#drawPay(cart)}</div>
    </div>`;
  }

  #drawPay(cart: CheckoutCart): TemplateResult {
    const words = buyWords[this.language].checkout;
    const amount = rupiah(cart.total + feeOf(cart, this.method));
    const label = this.method === 'CASH' ? words.payAtPoint(amount) : words.pay(amount);
    const isWaiting = this.isBusy || this.isLeaving;
    const linkWords = this.mendAt === '/pesanan' ? words.toOrders : words.toCart;
    return html`<div class="pay-bar">
      <div role="alert">${
        this.problem || this.said.sum
          ? html`<p class="note bad">${this.problem || this.said.sum}
        ${this.mendAt ? html`<a class="reach" href=${this.mendAt}>${linkWords}</a>` : ''}</p>`
          : ''
      }</div>
      <button type="button" class="button wide" @click=${this.#pay} aria-busy=${isWaiting ? 'true' : 'false'} ?disabled=${isWaiting}>${this.isLeaving ? words.placing : label}</button>
    </div>`;
  }
}
