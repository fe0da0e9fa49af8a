import { html, type TemplateResult } from 'lit';
import { ask } from '../../elements/client.ts';
import { PageElement } from '../../elements/page-element.ts';
import { showToast } from '../../elements/toast.ts';
import { RequestOtpDocument, VerifyOtpDocument } from '../../operations/generated/graphql.ts';
import { accountWords } from '../../words/account.ts';
import { deviceLabel } from './device-label.ts';
import { keepCode, keptCode, type SentCode } from './sent-code.ts';
import { drawConsent, drawPhone, type Wrong } from './sign-in-steps.ts';

type Step = 'phone' | 'code' | 'consent';

/**
 * Signing in: number, code, and the first time consent. What was typed stays when the connection breaks.
 * @attr return-to - a path of ours to go to afterwards; without one only the event is fired.
 * @attr demo-phone - address of the demo's phones; empty where messages reach real ones.
 * @fires signed-in - once this device is signed in.
 */
export class SignInForm extends PageElement {
  static override properties = {
    ...PageElement.properties,
    returnTo: { attribute: 'return-to' },
    demoPhone: { attribute: 'demo-phone' },
    step: { state: true },
    wrong: { state: true },
    sent: { state: true },
  };

  declare returnTo: string | null;
  declare demoPhone: string;
  declare protected step: Step;
  declare protected wrong: Wrong;
  declare protected sent: SentCode | null;
  #code = '';

  constructor() {
    super();
    this.returnTo = null;
    this.demoPhone = '';
    this.sent = keptCode();
    this.step = this.sent ? 'code' : 'phone';
    this.wrong = {};
  }

  protected override render(): TemplateResult {
    return html`<div class="sign-in stack">
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : ''}
      ${this.#drawStep()}
    </div>`;
  }

  #drawStep(): TemplateResult {
    const words = accountWords[this.language].signIn;
    if (this.step === 'code' && this.sent)
      return html`<berjubel-one-time-code .phone=${this.sent.phone} .resendAt=${this.sent.resendAt} .wrong=${this.wrong.code ?? ''}
          .submitLabel=${words.verify} .demoPhone=${this.demoPhone} .isWaiting=${this.isBusy}
          @code-given=${(event: CustomEvent<string>) => this.#verify(event.detail)} @code-wanted=${() => this.#send(this.sent!.phone)}></berjubel-one-time-code>
        <button class="button plain" type="button" @click=${this.#startOver} ?disabled=${this.isBusy}>${words.otherNumber}</button>`;
    if (this.step === 'consent')
      return drawConsent({ wrong: this.wrong, isWaiting: this.isBusy, agree: this.#agree }, this.language);
    return drawPhone({ wrong: this.wrong, isWaiting: this.isBusy, send: (phone) => this.#send(phone) }, this.language);
  }

  async #send(phone: string): Promise<void> {
    const words = accountWords[this.language].signIn;
    if (!phone.trim()) return this.#show({ phone: words.phoneMissing });
    await this.act(async () => {
      const { requestOtp } = await ask(RequestOtpDocument, { input: { phone } });
      const refused = requestOtp.userErrors[0];
      if (refused) return this.#show(this.step === 'code' ? { code: refused.message } : { phone: refused.message });
      const now = Date.now();
      if (this.step === 'code') showToast({ text: words.resent });
      this.sent = {
        phone: requestOtp.sentTo ?? phone,
        resendAt: now + (requestOtp.resendAfterSeconds ?? 60) * 1000,
        endsAt: now + (requestOtp.expiresInSeconds ?? 300) * 1000,
      };
      keepCode(this.sent);
      this.wrong = {};
      this.step = 'code';
    });
  }

  async #verify(
    code: string,
    person: { name?: string; consent: boolean; marketingConsent?: boolean } = { consent: false },
  ): Promise<void> {
    const phone = this.sent?.phone;
    if (!phone) return;
    this.#code = code;
    this.wrong = {};
    await this.act(async () => {
      const input = { phone, code, deviceLabel: deviceLabel(navigator.userAgent), ...person };
      const { verifyOtp } = await ask(VerifyOtpDocument, { input });
      const refused = verifyOtp.userErrors[0];
      if (!refused) return this.#finish();
      if (refused.code === 'CONSENT_REQUIRED' && this.step === 'code') {
        this.step = 'consent';
        return this.#show({});
      }
      const isOfCode = refused.code.startsWith('CODE_');
      if (isOfCode) this.step = 'code';
      return this.#show({ [isOfCode ? 'code' : (refused.field?.[0] ?? 'code')]: refused.message });
    });
  }

  #agree = (form: FormData): void => {
    const name = String(form.get('name') ?? '').trim();
    if (!form.has('consent')) return void this.#show({ consent: accountWords[this.language].signIn.consentMissing });
    void this.#verify(this.#code, { name, consent: true, marketingConsent: form.has('marketing') });
  };

  async #finish(): Promise<void> {
    keepCode(null);
    this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
    if (this.returnTo) location.replace(this.returnTo);
  }

  #startOver = (): void => {
    keepCode(null);
    this.sent = null;
    this.step = 'phone';
    void this.#show({});
  };

  /** Shows what is wrong, and puts the cursor where it can be mended. */
  async #show(wrong: Wrong): Promise<void> {
    this.wrong = wrong;
    await this.updateComplete;
    const field = this.querySelector<HTMLElement>('[aria-invalid="true"]') ?? this.querySelector<HTMLElement>('input');
    field?.focus();
  }
}
