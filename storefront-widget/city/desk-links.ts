import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/bilingual.ts';
import { workWords } from '../words/work.ts';

/** The pages of the city's desk. */
export type CityDeskName =
  | 'tasks'
  | 'orders'
  | 'disputes'
  | 'payouts'
  | 'reconciliation'
  | 'reviews'
  | 'vocabulary'
  | 'vouchers';

const PATHS: Readonly<Record<CityDeskName, string>> = {
  tasks: '/kota',
  disputes: '/kota/keluhan',
  orders: '/kota/pesanan',
  payouts: '/kota/pencairan',
  reconciliation: '/kota/rekonsiliasi',
  reviews: '/kota/ulasan',
  vouchers: '/kota/voucher',
  vocabulary: '/kota/kosakata',
};
const NAMES = Object.keys(PATHS) as CityDeskName[];

/** The ways between the pages of the city's desk. */
export function deskLinks(here: CityDeskName, language: Language): TemplateResult {
  const { title, pages } = workWords[language].city;
  const link = (page: CityDeskName): TemplateResult =>
    html`<a class="chip" href=${PATHS[page]} aria-current=${page === here ? 'page' : 'false'}>${pages[page]}</a>`;
  return html`<nav class="chips section" aria-label=${title}>${NAMES.map(link)}</nav>`;
}

/** Where the city sees an order. */
export function cityOrderPath(code: string): string {
  return `/kota/pesanan?kode=${encodeURIComponent(code)}`;
}
