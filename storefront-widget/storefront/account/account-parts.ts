import { html, type TemplateResult } from 'lit';
import { marketNow } from '../../elements/market-clock.ts';
import type { AccountPageQuery } from '../../operations/generated/graphql.ts';
import { accountWords } from '../../words/account.ts';
import type { Language } from '../../words/bilingual.ts';
import { dayAndTime } from '../../words/format.ts';

/** The person as the account page asks for them. */
export type Viewer = NonNullable<AccountPageQuery['viewer']>;
type Membership = Viewer['memberships'][number];

const DESKS: Record<Membership['role'], string> = {
  SELLER_OWNER: '/jual',
  SELLER_STAFF: '/jual',
  POINT_OPERATOR: '/konter',
  CURATOR: '/kota',
  COMMUNITY_MANAGER: '/komunitas',
};

/** The places where the person works, each with the way to its desk. Nothing for those who work nowhere here. */
export function drawWork(memberships: readonly Membership[], language: Language): TemplateResult | '' {
  if (memberships.length === 0) return '';
  const words = accountWords[language].account;
  return html`<section class="card stack-tight" aria-labelledby="judul-kerja"><h2 id="judul-kerja">${words.work}</h2>
    <ul class="stack-tight">${memberships.map((membership) => {
      const { role, seller, pickupPoint, community } = membership;
      const place = seller ?? pickupPoint ?? community;
      const desk = pickupPoint ? `${DESKS[role]}?tempat=${pickupPoint.slug}` : DESKS[role];
      return html`<li class="row spread"><span><strong>${place?.name ?? words.curator}</strong><br><span class="quiet small">${words.roles[role]}</span></span>
        <a class="button second" href=${desk} aria-label="${words.desks[role]}: ${place?.name ?? words.curator}">${words.desks[role]}</a></li>`;
    })}</ul></section>`;
}

/** The two languages, each named in itself. */
export function drawLanguages(
  locale: Viewer['account']['locale'],
  speak: (language: Language) => void,
  language: Language,
): TemplateResult {
  const words = accountWords[language].account;
  const choice = (code: Language, name: string): TemplateResult =>
    html`<button type="button" class="chip" lang=${code} aria-pressed=${language === code && locale === code.toUpperCase() ? 'true' : 'false'} @click=${() => speak(code)}>${name}</button>`;
  return html`<section class="card stack-tight" aria-labelledby="judul-bahasa"><h2 id="judul-bahasa">${words.language}</h2>
    <p class="quiet small">${words.languageHelp}</p>
    <div class="chips">${choice('id', 'Bahasa Indonesia')}${choice('en', 'English')}</div></section>`;
}

/** One signed-in device, and how to sign it out. */
export function drawDevice(
  { id, label, lastSeenAt, isCurrent }: Viewer['devices'][number],
  isBusy: boolean,
  signOut: (deviceId: string, label: string) => void,
  language: Language,
): TemplateResult {
  const words = accountWords[language].account;
  return html`<li class="device row spread"><span><strong>${label}</strong>${isCurrent ? html` <span class="state good">${words.thisDevice}</span>` : ''}<br>
      <span class="quiet small">${words.seen(dayAndTime(lastSeenAt, language, marketNow()))}</span></span>
    ${isCurrent ? '' : html`<button type="button" class="button plain" aria-label=${words.signOutDeviceOf(label)} ?disabled=${isBusy} @click=${() => signOut(id, label)}>${words.signOutDevice}</button>`}</li>`;
}
