import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask } from '../../elements/client.ts';
import { LoadedElement } from '../../elements/loaded-element.ts';
import { goToSignIn } from '../../elements/page-element.ts';
import { showToast } from '../../elements/toast.ts';
import { AccountPageDocument, SignOutDocument, UpdateProfileDocument } from '../../operations/generated/graphql.ts';
import { accountWords } from '../../words/account.ts';
import type { Language } from '../../words/bilingual.ts';
import { phoneNumber } from '../../words/format.ts';
import { drawDevice, drawLanguages, drawWork, type Viewer } from './account-parts.ts';

/** One's own account: name, places of work, language, devices, signing out. */
export class AccountPage extends LoadedElement {
  static override properties = { ...LoadedElement.properties, viewer: { state: true }, wrong: { state: true } };

  declare protected viewer: Viewer | null;
  /** What is wrong with the name; empty when nothing is. */
  declare protected wrong: string;

  constructor() {
    super();
    this.viewer = null;
    this.wrong = '';
  }

  protected override async load(): Promise<void> {
    const { viewer } = await ask(AccountPageDocument, {});
    if (!viewer) return goToSignIn();
    this.viewer = viewer;
  }

  #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '');
    void this.act(async () => {
      const { updateProfile } = await ask(UpdateProfileDocument, { input: { name } });
      this.wrong = updateProfile.userErrors[0]?.message ?? '';
      if (this.wrong) return this.querySelector<HTMLElement>('#nama-akun')?.focus();
      showToast({ text: accountWords[this.language].account.saved });
      await this.load();
    });
  };

  /** The language of messages and of this browser. */
  #speak = (language: Language): void =>
    void this.act(async () => {
      await ask(UpdateProfileDocument, { input: { locale: language === 'en' ? 'EN' : 'ID' } });
      location.href = `/bahasa/${language}?kembali=/akun`;
    });

  #signOut = (deviceId: string | null, label: string): void =>
    void this.act(async () => {
      await ask(SignOutDocument, { input: { deviceId } });
      if (deviceId === null) return location.assign('/');
      showToast({ text: accountWords[this.language].account.deviceGone(label) });
      await this.load();
      await this.updateComplete;
      this.querySelector<HTMLElement>('#judul-perangkat')?.focus();
    });

  protected override draw(): TemplateResult {
    const { viewer, language, isBusy } = this;
    if (!viewer) return html``;
    const words = accountWords[language].account;
    const { account, memberships, devices } = viewer;
    return html`<div class="account">
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : ''}
      <section class="card stack-tight">
        <h2>${account.name ? words.hello(account.name) : words.noName}</h2>
        <p><span class="quiet small">${words.phone}</span><br><strong class="figures">${phoneNumber(account.phone ?? '')}</strong></p>
        <form class="stack-tight" @submit=${this.#save}>
          <div class="field"><label for="nama-akun">${words.name}</label>
            <input id="nama-akun" name="name" type="text" autocomplete="given-name" maxlength="80" .value=${account.name ?? ''} aria-describedby="nama-akun-bantuan nama-akun-salah" aria-invalid=${this.wrong ? 'true' : 'false'}>
            <p class="hint" id="nama-akun-bantuan">${words.nameHelp}</p><p class="wrong" id="nama-akun-salah" role="alert">${this.wrong}</p></div>
          <button class="button second" type="submit" ?disabled=${isBusy}>${words.save}</button>
        </form>
        <p><a class="reach" href="/pesanan">${words.orders}</a></p>
      </section>
      ${drawWork(memberships, language)}
      ${drawLanguages(account.locale, this.#speak, language)}
      <section class="card stack-tight" aria-labelledby="judul-perangkat"><h2 id="judul-perangkat" tabindex="-1">${words.devices}</h2>
        <p class="quiet small">${words.devicesHelp}</p>
        <ul>${repeat(
          devices,
          ({ id }) => id,
          (device) => drawDevice(device, isBusy, (id, label) => this.#signOut(id, label), language),
        )}</ul></section>
      <div class="stack-tight"><button type="button" class="button ends" ?disabled=${isBusy} @click=${() => this.#signOut(null, '')}>${words.signOut}</button>
        <p><a class="reach small" href="/privasi">${words.privacy}</a></p></div>
    </div>`;
  }
}
