import { html, type TemplateResult } from 'lit';
import { accountWords } from '../../words/account.ts';
import type { Language } from '../../words/bilingual.ts';

/** What is wrong, by field. */
export interface Wrong {
  readonly phone?: string;
  readonly code?: string;
  readonly name?: string;
  readonly consent?: string;
}

/** Asks for the number. */
export function drawPhone(
  { wrong, isWaiting, send }: { wrong: Wrong; isWaiting: boolean; send: (phone: string) => void },
  language: Language,
): TemplateResult {
  const words = accountWords[language].signIn;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isWaiting) send(String(new FormData(event.target as HTMLFormElement).get('phone') ?? ''));
  };
  return html`<form class="stack" novalidate @submit=${submit}>
    <div class="field">
      <label for="nomor-masuk">${words.phone}</label>
      <input id="nomor-masuk" name="phone" type="tel" inputmode="tel" autocomplete="tel" maxlength="40" required
        aria-describedby="nomor-bantuan nomor-salah" aria-invalid=${wrong.phone ? 'true' : 'false'}>
      <p class="hint" id="nomor-bantuan">${words.phoneHelp}</p>
      <p class="wrong" id="nomor-salah" role="alert">${wrong.phone ?? ''}</p>
    </div>
    <button class="button wide" type="submit" ?disabled=${isWaiting} aria-busy=${isWaiting ? 'true' : 'false'}>${isWaiting ? words.sending : words.send}</button>
  </form>`;
}

/** Asks, the first time, for agreement and for a name. */
export function drawConsent(
  { wrong, isWaiting, agree }: { wrong: Wrong; isWaiting: boolean; agree: (form: FormData) => void },
  language: Language,
): TemplateResult {
  const words = accountWords[language].signIn;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isWaiting) agree(new FormData(event.target as HTMLFormElement));
  };
  return html`<form class="stack" novalidate @submit=${submit}>
    <p><strong>${words.consentTitle}</strong></p>
    <div class="field">
      <label for="nama-masuk">${words.name}</label>
      <input id="nama-masuk" name="name" type="text" autocomplete="given-name" maxlength="80"
        aria-describedby="nama-bantuan nama-salah" aria-invalid=${wrong.name ? 'true' : 'false'}>
      <p class="hint" id="nama-bantuan">${words.nameHelp}</p>
      <p class="wrong" id="nama-salah" role="alert">${wrong.name ?? ''}</p>
    </div>
    <div class="field">
      <label class="choice"><input type="checkbox" name="consent" required aria-describedby="setuju-salah" aria-invalid=${wrong.consent ? 'true' : 'false'}><span>${words.consent}</span></label>
      <p class="wrong" id="setuju-salah" role="alert">${wrong.consent ?? ''}</p>
      <p class="small"><a class="reach" href="/privasi" target="_blank" rel="noopener">${words.readPrivacy} <span class="unseen">${words.newTab}</span></a></p>
    </div>
    <label class="choice"><input type="checkbox" name="marketing"><span>${words.marketing}</span></label>
    <button class="button wide" type="submit" ?disabled=${isWaiting} aria-busy=${isWaiting ? 'true' : 'false'}>${isWaiting ? words.verifying : words.agree}</button>
  </form>`;
}
