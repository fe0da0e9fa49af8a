import { browseWords, type Language } from '../../../storefront-widget/words/index.ts';
import type { DemoPeople, DemoPerson } from '../demo-people.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';

/** One line at the top of a demo's start page that leads to its people, far below. */
export function demoHint(language: Language): Html {
  const words = browseWords[language].demo;
  return html`<p class="note warm demo-hint"><span>${words.hint}</span> <a class="reach" href="#demo">${words.title}${icon('arrow-down')}</a></p>`;
}

/** The people of the demo market and the pages on which a newcomer plays them. */
export function demoList(people: DemoPeople, language: Language): Html {
  const words = browseWords[language].demo;
  const person = (drawn: string, role: string, { name, phone, page }: DemoPerson): Html => html`<li><a href="${page}">
${icon(drawn)}<span><strong>${name}</strong><span class="quiet small">${role} · <span class="figures">${phone}</span></span></span></a></li>`;
  const place = (drawn: string, name: string, help: string, address: string): Html => html`<li><a href="${address}">
${icon(drawn)}<span><strong>${name}</strong><span class="quiet small">${help}</span></span></a></li>`;
  return html`<section class="section demo-list" aria-labelledby="demo">
<h2 id="demo">${words.title}</h2>
<p>${words.help}</p>
<ul>
${person('user', words.buyer, people.buyer)}
${people.sellers.map((seller) => person('store', words.seller, seller))}
${person('package', words.operator, people.operator)}
${person('landmark', words.curator, people.curator)}
${person('users', words.manager, people.manager)}
${place('globe', people.communitySite.name, `${words.community}, ${words.communityHelp}`, people.communitySite.url)}
${place('message-circle', words.phone, words.phoneHelp, people.phoneSimulator)}
${place('credit-card', words.payments, words.paymentsHelp, people.paymentSimulator)}
</ul>
</section>`;
}
