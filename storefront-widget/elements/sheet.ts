import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import x from 'lucide-static/icons/x.svg?raw';
import type { Language } from '../words/bilingual.ts';
import { shellWords } from '../words/shell.ts';
import { icon } from './icon.ts';
import { modal, shut } from './modal.ts';

/** What a dialog needs of the page it stands in. */
export interface SheetState {
  readonly isBusy: boolean;
  /** What went wrong with the act; empty when nothing did. */
  readonly wrong: string;
  /** Called once the dialog is closed, however that came. */
  readonly closed: () => void;
}

/** A dialog over the page: title, body, and what went wrong. */
export function sheet(title: string, body: TemplateResult, state: SheetState, language: Language): TemplateResult {
  return html`<dialog class="sheet" aria-labelledby="judul-dialog" ${ref(modal)} @close=${state.closed}>
    <header><h2 id="judul-dialog">${title}</h2>
      <button type="button" class="button plain" aria-label=${shellWords[language].close} @click=${shut}>${icon(x)}</button></header>
    <div class="stack">${body}<p class="wrong" role="alert">${state.wrong}</p></div>
  </dialog>`;
}
