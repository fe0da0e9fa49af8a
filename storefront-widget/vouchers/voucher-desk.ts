import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { newKey } from '../elements/new-key.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  CityVouchersDocument,
  CreateVoucherDocument,
  EndVoucherDocument,
  ShopVouchersDocument,
  type VoucherKind,
  VoucherScopesDocument,
  type VoucherScopesQuery,
  VoucherShopDocument,
  type VoucherViewFragment,
} from '../operations/generated/graphql.ts';
import { shellWords } from '../words/shell.ts';
import { voucherWords } from '../words/voucher.ts';
import { voucherCard } from './voucher-card.ts';
import { sellerPercentWritten, shopsWritten, termsWritten } from './voucher-draft.ts';
import { voucherForm } from './voucher-form.ts';

const NOTHING_WRONG = { field: '', message: '' };
/** Fields of the form whose names differ from those of the input. */
const FIELDS: Readonly<Record<string, string>> = { categoryId: 'category', sellerIds: 'sellers' };

/** `<berjubel-vouchers>`: vouchers of a shop, or without one of the city: makes and ends them. Property: shop. */
export class VoucherDesk extends PageElement {
  static override properties = {
    ...PageElement.properties,
    shop: { attribute: false },
    vouchers: { state: true },
    next: { state: true },
    said: { state: true },
    categories: { state: true },
    kind: { state: true },
    wrong: { state: true },
  };

  /** The shop whose vouchers they are; null for the city's. */
  declare shop: { readonly id: string; readonly slug: string } | null;
  /** Null while they are asked for. */
  declare private vouchers: readonly VoucherViewFragment[] | null;
  declare private next: string | null;
  declare private said: string;
  /** To choose from in the form; null while it is closed. */
  declare private categories: VoucherScopesQuery['categories'] | null;
  declare private kind: VoucherKind;
  declare private wrong: { readonly field: string; readonly message: string };
  /** Of the voucher in the form: sent again after a lost answer it is still one voucher. */
  #key = '';

  constructor() {
    super();
    this.shop = null;
    this.vouchers = null;
    this.next = null;
    this.said = '';
    this.categories = null;
    this.kind = 'PERCENTAGE';
    this.wrong = NOTHING_WRONG;
  }

  override firstUpdated(): void {
    void this.act(() => this.#load());
  }

  async #load(): Promise<void> {
    const { next: after, shop } = this;
    const page = shop
      ? (await ask(ShopVouchersDocument, { slug: shop.slug, after })).seller?.vouchers
      : (await ask(CityVouchersDocument, { after })).vouchers;
    this.vouchers = [...(this.vouchers ?? []), ...(page?.edges.map(({ node }) => node) ?? [])];
    this.next = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  }

  #open = (): void => {
    this.#key = newKey();
    this.wrong = NOTHING_WRONG;
    void this.act(async () => {
      this.categories = (await ask(VoucherScopesDocument, {})).categories;
      await this.updateComplete;
      this.querySelector<HTMLElement>('#voucher-code')?.focus();
    });
  };

  #close = async (): Promise<void> => {
    this.categories = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>('button.make')?.focus();
  };

  async #save(form: HTMLFormElement): Promise<void> {
    await this.act(async () => {
      this.wrong = NOTHING_WRONG;
      const sellerIds = await this.#shopsIn(form);
      if (!sellerIds) return;
      const scope = this.shop ? { sellerId: this.shop.id } : { sellerIds, sellerPercent: sellerPercentWritten(form) };
      const input = { ...termsWritten(form), ...scope, idempotencyKey: this.#key };
      const { createVoucher } = await ask(CreateVoucherDocument, { input });
      const refused = createVoucher.userErrors[0];
      if (refused) {
        const field = refused.field?.[0] ?? '';
        this.wrong = { field: FIELDS[field] ?? field, message: refused.message };
        // Another try is another voucher: the terms differ.
        this.#key = newKey();
      }
      const { voucher } = createVoucher;
      if (!voucher) return;
      this.vouchers = [voucher, ...(this.vouchers ?? [])];
      this.said = voucherWords[this.language].desk.made(voucher.code);
      this.categories = null;
    });
    if (!this.categories) await this.#close();
  }

  /** Ids of the shops that the form names; null, and said in the form, when there is none of a name. */
  async #shopsIn(form: HTMLFormElement): Promise<string[] | null> {
    const ids: string[] = [];
    for (const slug of shopsWritten(form)) {
      const { seller } = await ask(VoucherShopDocument, { slug });
      if (seller) ids.push(seller.id);
      else this.wrong = { field: 'sellers', message: voucherWords[this.language].desk.sellerUnknown(slug) };
    }
    return this.wrong.field === 'sellers' ? null : ids;
  }

  #end({ id, code }: VoucherViewFragment): void {
    const words = voucherWords[this.language].desk;
    if (!window.confirm(words.endSure(code))) return;
    void this.act(async () => {
      const { endVoucher } = await ask(EndVoucherDocument, { input: { voucherId: id } });
      const { voucher } = endVoucher;
      if (!voucher) this.problem = endVoucher.userErrors[0]?.message ?? '';
      else {
        this.vouchers = (this.vouchers ?? []).map((other) => (other.id === voucher.id ? voucher : other));
        this.said = words.ended(code);
      }
    });
  }

  override render(): TemplateResult {
    const words = voucherWords[this.language].desk;
    const { vouchers } = this;
    return html`<p class="quiet">${this.shop ? words.intro : words.introCity}</p>
      <p role="status" class=${this.said ? 'note' : 'unseen'}>${this.said}</p>
      ${this.problem || (this.wrong.message && this.wrong.field === '') ? html`<p class="note bad" role="alert">${this.problem || this.wrong.message}</p>` : nothing}
      ${this.categories ? html`<section class="card">${this.#drawForm(this.categories)}</section>` : html`<p><button class="button make" ?disabled=${this.isBusy} @click=${this.#open}>${words.make}</button></p>`}
      ${vouchers === null && !this.problem ? html`<p class="quiet" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${vouchers?.length === 0 ? html`<div class="empty"><img src="/drawings/empty-orders.svg" alt="" width="160" height="160"><p class="quiet">${words.none}</p></div>` : nothing}
      <ul class="stack">${vouchers?.map((voucher) => html`<li class="card">${voucherCard(voucher, { isBusy: this.isBusy, end: () => this.#end(voucher) }, this.language)}</li>`)}</ul>
      ${this.next === null ? nothing : html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load())}>${words.more}</button>`}`;
  }

  #drawForm(categories: VoucherScopesQuery['categories']): TemplateResult {
    const acts = {
      chooseKind: (kind: VoucherKind) => (this.kind = kind),
      save: (form: HTMLFormElement) => void this.#save(form),
      cancel: () => void this.#close(),
    };
    const { kind, isBusy, wrong, shop } = this;
    return voucherForm({ kind, isBusy, wrong, isOfCity: shop === null, categories, ...acts }, this.language);
  }
}
