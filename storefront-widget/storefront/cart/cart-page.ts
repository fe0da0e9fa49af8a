import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announceCart } from '../../elements/cart-count.ts';
import { ask } from '../../elements/client.ts';
import { LoadedElement } from '../../elements/loaded-element.ts';
import { showToast } from '../../elements/toast.ts';
import {
  CartPageDocument,
  type CartPageQuery,
  RemoveLineDocument,
  SelectLinesDocument,
  SetLineDocument,
} from '../../operations/generated/graphql.ts';
import { buyWords } from '../../words/buy.ts';
import { shellWords } from '../../words/shell.ts';
import { drawLine, isBuyable, type Line, nameOf } from './cart-line.ts';
import { allLines, drawEmpty, drawTick, type Group, ticked } from './cart-parts.ts';
import { drawSummary } from './cart-summary.ts';
import { Changes } from './changes.ts';

type Cart = NonNullable<CartPageQuery['cart']>;

/** The cart: by shop, ticked or not, with what changed said in the line itself. What is changed shows at once and is sent behind. */
export class CartPage extends LoadedElement {
  static override properties = { ...LoadedElement.properties, cart: { state: true }, messages: { state: true } };

  declare protected cart: Cart | null;
  /** What the API refused or adjusted, by line. */
  declare protected messages: ReadonlyMap<string, string>;
  #changes = new Changes();
  #sending = Promise.resolve();

  constructor() {
    super();
    this.cart = null;
    this.messages = new Map();
  }

  protected override async load(): Promise<void> {
    const { cart } = await ask(CartPageDocument, {});
    this.#take(cart ?? null);
  }

  #take(cart: Cart | null): void {
    this.cart = cart;
    this.messages = new Map(cart?.notices.flatMap(({ line, message }) => (line ? [[line.id, message]] : [])));
    announceCart(cart?.itemCount ?? 0);
  }

  #change(key: string, send: () => Promise<void>): void {
    this.#changes.put(key, send);
    void this.#send();
  }

  #send(): Promise<void> {
    if (!this.isBusy) this.#sending = this.act(() => this.#changes.sendAll());
    return this.#sending;
  }

  #choose(line: Line, quantity: number): void {
    this.#change(line.id, async () => {
      const { setCartLine } = await ask(SetLineDocument, { input: { variantId: line.variant.id, quantity } });
      if (setCartLine.cart) this.#take(setCartLine.cart);
      else await this.#refuse(line, setCartLine.userErrors[0]?.message ?? '');
    });
  }

  /** Something else happened to the line meanwhile: it is shown as it is now, with why. */
  async #refuse(line: Line, message: string): Promise<void> {
    await this.load();
    this.messages = new Map(this.messages).set(line.id, message);
  }

  #tick(lines: readonly Line[], selected: boolean): void {
    const lineIds = lines.filter((line) => isBuyable(line)).map(({ id }) => id);
    if (lineIds.length === 0) return;
    this.cart = ticked(this.cart!, new Set(lineIds), selected);
    this.#change(`tick:${lineIds.join()}`, async () => {
      const { setCartSelection } = await ask(SelectLinesDocument, { input: { lineIds, selected } });
      if (setCartSelection.cart) this.#take(setCartSelection.cart);
      else await this.load();
    });
  }

  #remove(line: Line): void {
    const words = buyWords[this.language].cart;
    const lines = allLines(this.cart!);
    const next = lines[lines.findIndex(({ id }) => id === line.id) + 1] ?? lines.at(-2);
    this.#change(line.id, async () => {
      const { removeCartLine } = await ask(RemoveLineDocument, { input: { lineId: line.id } });
      if (removeCartLine.cart) this.#take(removeCartLine.cart);
      else await this.load();
      const act = { label: words.undo, run: () => this.#putBack(line) };
      showToast(isBuyable(line) ? { text: words.removed(nameOf(line)), act } : { text: words.removed(nameOf(line)) });
      await this.updateComplete;
      const focus = next ? `[data-line="${CSS.escape(next.id)}"] .title` : '.empty a';
      this.querySelector<HTMLElement>(focus)?.focus();
    });
  }

  #putBack(line: Line): void {
    this.#change(`back:${line.id}`, async () => {
      const { id: variantId } = line.variant;
      const input = { variantId, quantity: line.quantity, selected: line.selected };
      const { setCartLine } = await ask(SetLineDocument, { input });
      if (setCartLine.cart) this.#take(setCartLine.cart);
      const refused = setCartLine.userErrors[0]?.message;
      showToast({ text: refused ?? buyWords[this.language].cart.putBack(nameOf(line)) });
    });
  }

  protected override draw(): TemplateResult {
    const { cart, language } = this;
    if (!cart || cart.groups.length === 0) return drawEmpty(language);
    const words = buyWords[language].cart;
    const merged = cart.notices.filter(({ line }) => !line);
    return html`<div class="cart">
      <div class="stack">
        ${cart.community ? html`<p class="quiet">${words.through(cart.community.name)}</p>` : ''}
        ${merged.map(({ message }) => html`<p class="note" role="status">${message}</p>`)}
        ${drawTick(allLines(cart), words.all, (lines, on) => this.#tick(lines, on))}
        ${repeat(
          cart.groups,
          ({ seller }) => seller.id,
          (group) => this.#drawGroup(group),
        )}
        <section class="card"><berjubel-voucher .voucher=${cart.voucher ?? null} @voucher-changed=${this.#voucherChanged}></berjubel-voucher></section>
      </div>
      ${drawSummary(cart, { isWaiting: !this.#changes.isEmpty, problem: this.#drawProblem(), leave: this.#leave }, language)}
    </div>`;
  }

  #drawProblem(): TemplateResult | '' {
    if (!this.problem) return '';
    return html`<p class="wrong" role="alert">${this.problem}
      <button type="button" class="button plain" @click=${() => this.#send()}>${shellWords[this.language].tryAgain}</button></p>`;
  }

  #drawGroup({ seller, lines }: Group): TemplateResult {
    const words = buyWords[this.language].cart;
    return html`<section class="card cart-shop" aria-label=${seller.name}>
      <header>${drawTick(lines, words.allOf(seller.name), (own, on) => this.#tick(own, on), true)}
        <div><h2><a href="/toko/${seller.slug}">${seller.name}</a></h2><span class="quiet small">${seller.kecamatan.name}</span></div></header>
      <ul>${repeat(
        lines,
        ({ id }) => id,
        (line) => drawLine(line, this.#actsOf(line), this.language),
      )}</ul>
    </section>`;
  }

  #actsOf(line: Line): Parameters<typeof drawLine>[1] {
    return {
      tick: (isTicked) => this.#tick([line], isTicked),
      choose: (quantity) => this.#choose(line, quantity),
      remove: () => this.#remove(line),
      isWaiting: this.#changes.isWaiting(line.id),
      message: this.messages.get(line.id) ?? '',
    };
  }

  /** The voucher field has changed the cart behind this page. */
  #voucherChanged = (): void => this.#change('voucher', () => this.load());

  /** Goes to pay once all changes are there. */
  #leave = async (event: MouseEvent): Promise<void> => {
    if (this.#changes.isEmpty) return;
    event.preventDefault();
    const { href } = event.currentTarget as HTMLAnchorElement;
    await this.#send();
    if (this.#changes.isEmpty) location.href = href;
  };
}
