import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ask } from '../../elements/client.ts';
import { PageElement } from '../../elements/page-element.ts';
import { showToast } from '../../elements/toast.ts';
import {
  ApplyVoucherDocument,
  type CartVoucherViewFragment,
  RemoveVoucherDocument,
} from '../../operations/generated/graphql.ts';
import { voucherWords } from '../../words/voucher.ts';

/**
 * `<berjubel-voucher>`: a field for a voucher's code, or the voucher on the cart with what it takes off or why it does not.
 * Property: voucher, as the cart tells it. What was refused is said here; the cart itself is its owner's to read again.
 * @fires voucher-changed - the cart has another voucher now, or none.
 */
export class VoucherField extends PageElement {
  static override properties = { ...PageElement.properties, voucher: { attribute: false } };

  declare voucher: CartVoucherViewFragment | null;
  #hasChanged = false;

  constructor() {
    super();
    this.voucher = null;
  }

  /** Once another voucher is shown, the focus is where the next act is: the button or the field that was pressed is gone. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('voucher') || !this.#hasChanged) return;
    this.#hasChanged = false;
    this.querySelector<HTMLElement>('button.remove, input')?.focus();
  }

  #apply = (event: Event): void => {
    event.preventDefault();
    const code = this.querySelector('input')?.value ?? '';
    void this.act(async () => {
      const { applyVoucher } = await ask(ApplyVoucherDocument, { input: { code } });
      const voucher = applyVoucher.cart?.voucher;
      if (!voucher) this.problem = applyVoucher.userErrors[0]?.message ?? '';
      else this.#tell(voucherWords[this.language].applied(voucher.code));
    });
  };

  #remove = (event: Event): void => {
    event.preventDefault();
    const code = this.voucher?.code ?? '';
    void this.act(async () => {
      const { removeVoucher } = await ask(RemoveVoucherDocument, { input: {} });
      this.problem = removeVoucher.userErrors[0]?.message ?? '';
      if (removeVoucher.cart) this.#tell(voucherWords[this.language].removed(code));
    });
  };

  #tell(text: string): void {
    this.#hasChanged = true;
    showToast({ text });
    this.dispatchEvent(new CustomEvent('voucher-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    return this.voucher ? this.#drawVoucher(this.voucher) : this.#drawField();
  }

  #drawVoucher({ code, name, discount, message }: CartVoucherViewFragment): TemplateResult {
    const words = voucherWords[this.language];
    return html`<form class="voucher" @submit=${this.#remove}>
      <p><strong class="figures">${code}</strong> <span class="quiet small">${name}</span></p>
      <button class="button plain remove" aria-label=${words.removeOf(code)} ?disabled=${this.isBusy}>${words.remove}</button>
      <p class="small ${message ? 'wrong' : ''}" role="status">${message ?? (discount > 0 ? words.off(discount) : words.nothing)}</p>
      ${this.problem ? html`<p class="wrong" role="alert">${this.problem}</p>` : ''}
    </form>`;
  }

  #drawField(): TemplateResult {
    const words = voucherWords[this.language];
    return html`<form class="voucher field" @submit=${this.#apply}>
      <label for="kode-voucher">${words.code}</label>
      <div class="row">
        <input id="kode-voucher" type="text" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"
          aria-describedby="kode-voucher-salah" aria-invalid=${this.problem ? 'true' : 'false'}>
        <button class="button second" ?disabled=${this.isBusy}>${words.apply}</button>
      </div>
      <p class="wrong" id="kode-voucher-salah" role="alert">${this.problem}</p>
    </form>`;
  }
}
