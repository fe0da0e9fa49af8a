import { html, LitElement, type TemplateResult } from 'lit';
import copy from 'lucide-static/icons/copy.svg?raw';
import { icon } from '../../elements/icon.ts';
import { pageLanguage } from '../../elements/language.ts';
import { showToast } from '../../elements/toast.ts';
import { orderWords } from '../../words/order.ts';

/** A number that one takes to another app: big, and copied with one press. */
export class CopyField extends LitElement {
  static override properties = {
    label: { attribute: false },
    shown: { attribute: false },
    value: { attribute: false },
  };

  /** What it is. */
  declare label: string;
  /** As it is read. */
  declare shown: string;
  /** As it is copied. */
  declare value: string;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const words = orderWords[pageLanguage()].pay;
    return html`<div class="copy"><p><span class="quiet small">${this.label}</span><br><strong class="number figures">${this.shown}</strong></p>
      <button type="button" class="button second" aria-label=${words.copyOf(this.label)} @click=${this.#copy}>${icon(copy)}${words.copy}</button></div>`;
  }

  #copy = async (): Promise<void> => {
    if (navigator.clipboard) await navigator.clipboard.writeText(this.value);
    else this.#copyOldWay();
    showToast({ text: orderWords[pageLanguage()].pay.copied(this.label) });
  };

  /** Pages without TLS have no clipboard of their own. */
  #copyOldWay(): void {
    const field = document.createElement('textarea');
    field.value = this.value;
    this.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

/** Digits in fours, as they are read aloud. */
export function inFours(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}
