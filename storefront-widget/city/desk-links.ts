import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/bilingual.ts';
import { cityOrderWords } from '../words/city-order.ts';
import { disputeWords } from '../words/dispute.ts';
import { moneyWords } from '../words/money.ts';
import { reconciliationWords } from '../words/reconciliation.ts';
import { vocabularyWords } from '../words/vocabulary.ts';
import { voucherWords } from '../words/voucher.ts';
import { workWords } from '../words/work.ts';

/** The pages of the city's desk. */
export type CityDeskName = 'tasks' | 'orders' | 'disputes' | 'payouts' | 'reconciliation' | 'vocabulary' | 'vouchers';

/** The ways between the pages of the city's desk. */
export function deskLinks(here: CityDeskName, language: Language): TemplateResult {
  const words = vocabularyWords[language];
  const link = (page: CityDeskName, path: string, name: string): TemplateResult =>
    html`<a class="chip" href=${path} aria-current=${page === here ? 'page' : 'false'}>${name}</a>`;
  return html`<nav class="chips section" aria-label=${workWords[language].city.title}>
    ${link('tasks', '/kota', words.tasks)} ${link('disputes', '/kota/keluhan', disputeWords[language].city.title)}
    ${link('orders', '/kota/pesanan', cityOrderWords[language].title)}
    ${link('payouts', '/kota/pencairan', moneyWords[language].desk)}
    ${link('reconciliation', '/kota/rekonsiliasi', reconciliationWords[language].title)}
    ${link('vouchers', '/kota/voucher', voucherWords[language].title)} ${link('vocabulary', '/kota/kosakata', words.title)}
  </nav>`;
}

/** Where the city sees an order. */
export function cityOrderPath(code: string): string {
  return `/kota/pesanan?kode=${encodeURIComponent(code)}`;
}
