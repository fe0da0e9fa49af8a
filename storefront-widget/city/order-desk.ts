import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { newKey } from '../elements/new-key.ts';
import {
  CityOrderDocument,
  type CityOrderViewFragment,
  GiveGoodwillDocument,
  RefundOrderDocument,
  RefundParcelDocument,
} from '../operations/generated/graphql.ts';
import { cityOrderWords } from '../words/city-order.ts';
import { rupiah } from '../words/format.ts';
import { CuratorPage } from './curator-page.ts';
import { cityOrderPath } from './desk-links.ts';
import { type Goodwill, goodwillDialog } from './goodwill-dialog.ts';
import { type CityParcel, orderMoney, parcelMoney, refundable } from './order-money.ts';
import { refundDialog } from './refund-dialog.ts';

/** What is asked before money goes back. */
type Asking =
  | { readonly what: 'whole' }
  | { readonly what: 'parcel'; readonly parcel: CityParcel }
  | { readonly what: 'goodwill'; readonly parcel: CityParcel; readonly key: string };

/** `<berjubel-order-desk>`: the money of one order, looked up by its code, and the ways to give some or all of it back. */
export class OrderDesk extends CuratorPage {
  static override properties = {
    ...CuratorPage.properties,
    code: { state: true },
    order: { state: true },
    asking: { state: true },
    wrong: { state: true },
  };

  /** The code as typed; empty before. */
  declare private code: string;
  /** Null for a code of no order. */
  declare private order: CityOrderViewFragment | null;
  /** The dialog that is open, null for none. */
  declare private asking: Asking | null;
  /** Why the act in the dialog was refused; empty when it was not. */
  declare private wrong: string;
  protected override readonly here = 'orders';

  constructor() {
    super();
    this.code = new URLSearchParams(location.search).get('kode')?.trim() ?? '';
    this.order = null;
    this.asking = null;
    this.wrong = '';
  }

  protected override async load(): Promise<void> {
    this.order = this.code ? ((await ask(CityOrderDocument, { code: this.code })).cityOrder ?? null) : null;
  }

  #find = (event: SubmitEvent): void => {
    event.preventDefault();
    this.code = String(new FormData(event.target as HTMLFormElement).get('kode') ?? '').trim();
    this.said = '';
    history.replaceState(null, '', cityOrderPath(this.code));
    void this.act(async () => {
      await this.load();
      await this.updateComplete;
      this.querySelector<HTMLElement>('.found')?.focus();
    });
  };

  #close = (): void => {
    this.asking = null;
    this.wrong = '';
  };

  /** Does what a dialog asked for: then closes it and shows the order as it now is, or says in it what was refused. */
  #do(send: () => Promise<{ userErrors: { message: string }[] }>, done: string): void {
    this.wrong = '';
    void this.act(async () => {
      this.wrong = (await send()).userErrors[0]?.message ?? '';
      if (this.wrong) return;
      this.querySelector('dialog')?.close();
      this.said = done;
      await this.load();
      await this.updateComplete;
      this.querySelector<HTMLElement>('.found')?.focus();
    });
  }

  #refund(asking: Exclude<Asking, { what: 'goodwill' }>, reason: string): void {
    const { code } = this.order!;
    this.#do(
      async () =>
        asking.what === 'whole'
          ? (await ask(RefundOrderDocument, { input: { orderCode: code, reason } })).refundOrder
          : (await ask(RefundParcelDocument, { input: { parcelId: asking.parcel.id, reason } })).refundParcel,
      cityOrderWords[this.language].refunded,
    );
  }

  #give({ id: parcelId }: CityParcel, idempotencyKey: string, goodwill: Goodwill): void {
    const input = { parcelId, idempotencyKey, ...goodwill };
    this.#do(
      async () => (await ask(GiveGoodwillDocument, { input })).giveGoodwill,
      cityOrderWords[this.language].given,
    );
  }

  protected override renderPage(): TemplateResult {
    const words = cityOrderWords[this.language];
    return html`<p class="quiet">${words.intro}</p>
      <form class="card stack-tight" method="get" action="/kota/pesanan" @submit=${this.#find}>
        <div class="field"><label for="kode">${words.code}</label>
          <input id="kode" name="kode" type="text" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" .value=${this.code} aria-describedby="kode-hint">
          <span class="hint" id="kode-hint">${words.codeHint}</span></div>
        <button class="button" type="submit" ?disabled=${this.isBusy}>${words.find}</button>
      </form>
      ${this.code && !this.order && !this.isBusy && !this.problem ? html`<p class="note warm found" tabindex="-1" role="status">${words.notFound}</p>` : nothing}
      ${this.order ? this.#renderOrder(this.order) : nothing}
      ${this.#renderDialog()}`;
  }

  #renderOrder(order: CityOrderViewFragment): TemplateResult {
    const words = cityOrderWords[this.language];
    const left = order.parcels.reduce((sum, parcel) => sum + refundable(order, parcel), 0);
    const acts = {
      isBusy: this.isBusy,
      refund: (parcel: CityParcel) => (this.asking = { what: 'parcel', parcel }),
      give: (parcel: CityParcel) => (this.asking = { what: 'goodwill', parcel, key: newKey() }),
    };
    return html`${orderMoney(order, this.language)}
      ${
        left > 0
          ? html`<p><button class="button ends" type="button" ?disabled=${this.isBusy} @click=${() => (this.asking = { what: 'whole' })}>${words.whole}</button></p>`
          : html`<p class="quiet small">${words.nothingLeft}</p>`
      }
      <section class="section stack-tight"><h2>${words.parcels}</h2>
        <ul class="stack">${order.parcels.map((parcel) => html`<li><article class="card stack-tight" aria-label=${parcel.code}>${parcelMoney(order, parcel, acts, this.language)}</article></li>`)}</ul></section>`;
  }

  #renderDialog(): TemplateResult | typeof nothing {
    const { asking, order, language, isBusy } = this;
    if (!asking || !order) return nothing;
    const state = { isBusy, wrong: this.wrong || this.problem, closed: this.#close };
    const words = cityOrderWords[language];
    const ofParcel = ({ code, seller }: CityParcel): string => words.ofWhich(code, seller.name);
    if (asking.what === 'goodwill') {
      const { parcel, key } = asking;
      const about = { of: ofParcel(parcel), most: refundable(order, parcel) };
      return goodwillDialog(about, state, (goodwill) => this.#give(parcel, key, goodwill), language);
    }
    const parcels = asking.what === 'whole' ? order.parcels : [asking.parcel];
    const amount = rupiah(parcels.reduce((sum, parcel) => sum + refundable(order, parcel), 0));
    const said =
      asking.what === 'whole'
        ? { title: `${words.whole}?`, of: order.code, help: words.wholeHelp, amount }
        : { title: `${words.ofParcel}?`, of: ofParcel(asking.parcel), help: words.ofParcelHelp, amount };
    return refundDialog(said, state, (reason) => this.#refund(asking, reason), language);
  }
}
