import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import { icon } from '../../elements/icon.ts';
import { pageLanguage } from '../../elements/language.ts';
import { accountWords } from '../../words/account.ts';
import { phoneNumber } from '../../words/format.ts';

const DIGITS = 6;

/**
 * Where one types the code that came by WhatsApp, and asks for another.
 * @fires code-given - CustomEvent<string>, six digits; at once when the last one is typed.
 * @fires code-wanted - asks for another code.
 */
export class OneTimeCode extends LitElement {
  static override properties = {
    phone: { attribute: false },
    resendAt: { attribute: false },
    wrong: { attribute: false },
    submitLabel: { attribute: false },
    demoPhone: { attribute: false },
    isWaiting: { attribute: false },
    seconds: { state: true },
  };

  /** The number to which the code went, E.164. */
  declare phone: string;
  /** When another code may be asked for, as milliseconds of this device's clock. */
  declare resendAt: number;
  /** What is wrong with the code given last; empty when nothing is. */
  declare wrong: string;
  declare submitLabel: string;
  /** Address of the demo's phones; empty where messages reach real ones. */
  declare demoPhone: string;
  declare isWaiting: boolean;
  declare protected seconds: number;
  #timer = 0;
  #given = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('resendAt')) {
      this.#tick();
      window.clearInterval(this.#timer);
      this.#timer = window.setInterval(() => this.#tick(), 1000);
    }
  }

  protected override firstUpdated(): void {
    this.#field.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('wrong') || !this.wrong) return;
    this.#field.focus();
    this.#field.select();
  }

  get #field(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  #tick(): void {
    this.seconds = Math.max(0, Math.ceil((this.resendAt - Date.now()) / 1000));
    if (this.seconds === 0) window.clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const words = accountWords[pageLanguage()].signIn;
    const time = `${Math.floor(this.seconds / 60)}:${String(this.seconds % 60).padStart(2, '0')}`;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <div class="field">
        <label for="kode-masuk">${words.code}</label>
        <input id="kode-masuk" class="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required
          aria-describedby="kode-bantuan kode-salah" aria-invalid=${this.wrong ? 'true' : 'false'} @input=${this.#typed}>
        <p class="hint" id="kode-bantuan">${words.codeHelp(phoneNumber(this.phone))}</p>
        <p class="wrong" id="kode-salah" role="alert">${this.wrong}</p>
      </div>
      ${
        this.demoPhone
          ? html`<p class="note warm small">${words.demo}<br><a class="demo-phone" href="${this.demoPhone}/${this.phone.replace(/\D/g, '')}" target="_blank" rel="noopener">${icon(externalLink)}${words.openPhone} <span class="unseen">${words.newTab}</span></a></p>`
          : ''
      }
      <button class="button wide" type="submit" ?disabled=${this.isWaiting} aria-busy=${this.isWaiting ? 'true' : 'false'}>${this.isWaiting ? words.verifying : this.submitLabel}</button>
      <button class="button plain" type="button" ?disabled=${this.seconds > 0 || this.isWaiting} @click=${this.#another}>${this.seconds > 0 ? words.resendIn(time) : words.resend}</button>
    </form>`;
  }

  #another = (): void => {
    this.#given = '';
    this.#field.value = '';
    this.#field.focus();
    this.dispatchEvent(new CustomEvent('code-wanted'));
  };

  #typed = (): void => {
    const digits = this.#digits;
    // A wrong code is not sent again by itself while it is being corrected.
    if (digits.length === DIGITS && digits !== this.#given) this.#give(digits);
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    if (this.isWaiting) return;
    if (this.#digits.length === DIGITS) this.#give(this.#digits);
    else this.wrong = accountWords[pageLanguage()].signIn.codeMissing;
  };

  get #digits(): string {
    return this.#field.value.replace(/\D/g, '');
  }

  #give(code: string): void {
    if (this.isWaiting) return;
    this.#given = code;
    this.wrong = '';
    this.dispatchEvent(new CustomEvent<string>('code-given', { detail: code }));
  }
}
