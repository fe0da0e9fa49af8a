import html from 'escape-html-template-tag';
import type { Html } from '../stage/page.ts';
import { hour } from '../stage/words.ts';
import type { Notice } from './courier.ts';

const STATES: Record<Notice['state'], string> = {
  waiting: 'menunggu dikirim',
  delivered: 'sampai',
  'given up': 'tidak sampai, berhenti mencoba',
  dropped: 'hilang (gangguan yang dipesan)',
};

/** What the merchant was told about a transaction, and what it answered. */
export function toldList(told: readonly Notice[]): Html | '' {
  if (told.length === 0) return '';
  const lines = told.map(
    ({
      body,
      createdAt,
      attempts,
      state,
    }) => html`<li class="card"><strong>${String(body.transaction_status)}</strong>, ${hour(createdAt)}: ${STATES[state]}
${attempts.map(({ answer }, at) => html`<br><span class="quiet">Kiriman ke-${at + 1}: ${answer}</span>`)}</li>`,
  );
  return html`<h2>Pemberitahuan ke toko</h2><ul class="plain">${lines}</ul>`;
}
